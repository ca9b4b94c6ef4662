package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static poca.contracts.fact.RelationFact.RelationKind.ADMITS;
import static poca.contracts.fact.RelationFact.RelationKind.EMPLOYS;
import static poca.contracts.fact.RelationFact.RelationKind.PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.appointmenttest.RealAppointments;
import poca.appointmenttest.World;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Bus;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

@RealAppointments
class AuditIT {

  private static final Instant SLOT =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS).plus(9, ChronoUnit.HOURS);

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry meters;

  AuditRows rows;
  Person admin;
  Person doctor;
  Person patient;

  @BeforeEach
  void aDoctorAndAPatient() {
    rows = new AuditRows(jdbc);
    admin = world.admin();
    doctor = world.doctor();
    patient = world.patient();
    world.relate(TREATS, doctor.id(), patient.id());
  }

  @AfterEach
  void nothingWasMissed() {
    assertThat(meters.counter("audit.missing").count()).isZero();
  }

  @Test
  void whoever_uses_an_appointment_leaves_one_row_each_time() {
    var id = booked(patient, SLOT);
    var path = "/appointments/" + id;
    assertThat(world.get(doctor, path).status()).isEqualTo(200);
    assertThat(world.get(doctor, path + "/ics").status()).isEqualTo(200);
    assertThat(world.put(doctor, path, "{\"duration_minutes\":45}").status()).isEqualTo(200);
    assertThat(world.put(doctor, path + "/status", "{\"status\":\"rescheduled\"}").status())
        .isEqualTo(200);
    assertThat(world.put(admin, path + "/cancel", "{\"cancellation_reason\":\"x\"}").status())
        .isEqualTo(200);
    var second = booked(doctor, SLOT);
    assertThat(world.delete(patient, "/appointments/" + second).status()).isEqualTo(204);

    assertThat(rows.by(patient))
        .extracting(AuditRows.Row::inWords, AuditRows.Row::id)
        .containsExactly(
            tuple("create appointment granted related", id),
            tuple("delete appointment granted related", second));
    assertThat(rows.by(doctor))
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "read appointment granted self",
            "read appointment granted self",
            "update appointment granted self",
            "update appointment granted self",
            "create appointment granted treats");
    assertThat(rows.by(admin))
        .extracting(AuditRows.Row::inWords)
        .containsExactly("update appointment granted admin");
    for (var person : List.of(patient, doctor, admin)) {
      assertThat(rows.by(person))
          .allSatisfy(row -> {
            assertThat(row.patient()).isEqualTo(patient.id());
            assertThat(row.role()).isEqualTo(person.role().wire());
            assertThat(row.actingAs()).isEqualTo(person.id());
            assertThat(row.request()).isNotBlank();
          });
    }
  }

  @Test
  void a_list_is_one_row_under_the_patient_if_it_is_one_patients() {
    var hospital = world.hospital();
    world.relate(EMPLOYS, hospital.id(), doctor.id());
    world.relate(ADMITS, hospital.id(), patient.id());
    var lists =
        List.of(
            "/appointments/doctor/" + doctor.id(),
            "/doctors/" + doctor.id() + "/appointments",
            "/appointments/patient/" + patient.id(),
            "/patients/" + patient.id() + "/appointments");
    for (var person : List.of(doctor, patient, hospital, admin)) {
      for (var list : lists) {
        assertThat(world.get(person, list).status()).isEqualTo(200);
      }
    }
    world.get(hospital, "/appointments/hospital/" + hospital.id());
    world.get(admin, "/appointments");
    world.get(admin, "/appointments?patient_id=" + patient.id());

    assertThat(rows.by(doctor))
        .extracting(AuditRows.Row::verdict)
        .containsExactly("granted self", "granted self", "granted treats", "granted treats");
    assertThat(rows.by(patient))
        .extracting(AuditRows.Row::verdict)
        .containsOnly("granted related")
        .hasSize(4);
    assertThat(rows.by(hospital))
        .extracting(AuditRows.Row::verdict)
        .containsExactly(
            "granted linked",
            "granted linked",
            "granted linked",
            "granted linked",
            "granted own_hospital");
    assertThat(rows.by(admin))
        .extracting(AuditRows.Row::patient)
        .containsExactly(null, null, patient.id(), patient.id(), null, patient.id());
    assertThat(rows.by(admin))
        .allSatisfy(row -> {
          assertThat(row.inWords()).isEqualTo("read appointment granted admin");
          assertThat(row.id()).isNull();
        });
  }

  @Test
  void a_refusal_and_an_unknown_id_leave_one_row_each() {
    var id = booked(patient, SLOT);
    var unknown = UUID.randomUUID();
    var stranger = world.patient();

    var read = world.get(stranger, "/appointments/" + id);
    var missing = world.get(stranger, "/appointments/" + unknown);
    var moved = world.put(stranger, "/appointments/" + id, "{\"duration_minutes\":45}");
    var booked = book(stranger, SLOT.plus(Duration.ofHours(1)));
    var listed = world.get(stranger, "/patients/" + patient.id() + "/appointments");
    var all = world.get(stranger, "/appointments");

    assertThat(List.of(read, missing, moved, booked, listed, all))
        .extracting(Response::status)
        .containsExactly(403, 404, 403, 403, 403, 403);
    var left = rows.by(stranger);
    assertThat(left)
        .extracting(AuditRows.Row::inWords)
        .containsExactly(
            "read appointment refused AUTH_004",
            "read appointment refused RES_001",
            "update appointment refused AUTH_004",
            "create appointment refused AUTH_004",
            "read appointment refused AUTH_004",
            "read appointment refused AUTH_004");
    assertThat(left.subList(0, 3)).extracting(AuditRows.Row::id).containsExactly(id, unknown, id);
    // the role alone refuses before it is known whose appointment it is
    assertThat(left)
        .extracting(AuditRows.Row::patient)
        .containsExactly(patient.id(), null, null, patient.id(), patient.id(), null);
    assertThat(left.getFirst().request()).isEqualTo(read.data().path("request_id").asString());
    assertThat(left.getFirst().role()).isEqualTo("patient");
  }

  @Test
  void a_patient_that_closes_its_own_appointment_is_refused_under_its_own_name() {
    var id = booked(patient, SLOT);

    var closed = world.put(patient, "/appointments/" + id + "/status", "{\"status\":\"no_show\"}");

    assertThat(closed.status()).isEqualTo(403);
    assertThat(rows.by(patient))
        .extracting(AuditRows.Row::inWords, AuditRows.Row::patient)
        .contains(tuple("update appointment refused AUTH_004", patient.id()))
        .hasSize(2);
  }

  @Test
  void a_time_that_is_taken_shows_the_patients_other_appointments_and_that_is_a_read() {
    booked(patient, SLOT);

    assertThat(book(doctor, SLOT).status()).isEqualTo(409);

    assertThat(rows.by(doctor))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("read appointment granted treats");
          assertThat(row.patient()).isEqualTo(patient.id());
        });
  }

  @Test
  void a_booking_that_fails_after_its_row_leaves_none() {
    jdbc.sql(
            """
            create function fails_with_its_row() returns trigger language plpgsql as $$
            begin
              if exists (select from audit_pending where resource_id = new.id) then
                raise exception 'as planned';
              end if;
              return null;
            end $$
            """)
        .update();
    jdbc.sql(
            """
            create constraint trigger fails_with_its_row after insert on appointment
            deferrable initially deferred for each row execute function fails_with_its_row()
            """)
        .update();
    try {
      assertThat(book(patient, SLOT).status()).isEqualTo(500);
    } finally {
      jdbc.sql("drop function fails_with_its_row cascade").update();
    }

    assertThat(rows.by(patient)).isEmpty();
    booked(patient, SLOT);
    assertThat(rows.by(patient)).hasSize(1);
  }

  @Test
  void what_a_deletion_cancels_is_the_admins_deed() {
    var id = booked(patient, SLOT);
    var removed =
        new RelationChanged(
            new Relation(PATIENT, patient.id(), patient.id(), false, 7), new UserId(admin.id()));

    Bus.tell(RelationFact.TOPIC, removed);

    await().atMost(Duration.ofSeconds(20)).until(() -> !rows.by(admin).isEmpty());
    assertThat(rows.by(admin))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("update appointment granted admin");
          assertThat(row.id()).isEqualTo(id);
          assertThat(row.patient()).isEqualTo(patient.id());
          assertThat(row.role()).isEqualTo("admin");
          assertThat(row.request()).isNull();
        });
  }

  private UUID booked(Person who, Instant at) {
    var response = book(who, at);
    assertThat(response.status()).isEqualTo(200);
    return UUID.fromString(response.data().path("id").asString());
  }

  private Response book(Person who, Instant at) {
    return world.post(
        who,
        "/appointments",
        "{\"doctor_id\":\"%s\",\"patient_id\":\"%s\",\"time_slot\":\"%s\",\"type\":\"regular\"}"
            .formatted(doctor.id(), patient.id(), at));
  }
}
