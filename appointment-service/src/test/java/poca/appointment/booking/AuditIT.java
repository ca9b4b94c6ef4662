package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static poca.contracts.fact.RelationFact.RelationKind.ADMITS;
import static poca.contracts.fact.RelationFact.RelationKind.EMPLOYS;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import poca.appointmenttest.Person;
import poca.appointmenttest.RealAppointments;
import poca.appointmenttest.World;
import poca.appointmenttest.World.Answer;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.PatientRemoved;
import poca.platform.event.Outbox;

@RealAppointments
class AuditIT {

  private static final Instant SLOT =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS).plus(9, ChronoUnit.HOURS);

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transaction;
  @Autowired MeterRegistry meters;

  Person admin;
  Person doctor;
  Person patient;

  @BeforeEach
  void aDoctorAndAPatient() {
    admin = world.admin();
    doctor = world.doctor();
    patient = world.patient();
    world.relate(TREATS, doctor.id(), patient.id());
  }

  @AfterEach
  void nothingWasMissed() {
    assertThat(meters.counter("audit.missing").count()).isZero();
  }

  private record Row(
      String action,
      @Nullable UUID id,
      @Nullable UUID patient,
      String outcome,
      String reason,
      String role,
      UUID actingAs,
      @Nullable String requestId) {

    String told() {
      return action + " " + outcome + " " + reason;
    }
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

    assertThat(rows(patient))
        .extracting(Row::told, Row::id)
        .containsExactly(
            tuple("create granted related", id), tuple("delete granted related", second));
    assertThat(rows(doctor))
        .extracting(Row::told)
        .containsExactly(
            "read granted self",
            "read granted self",
            "update granted self",
            "update granted self",
            "create granted treats");
    assertThat(rows(admin)).extracting(Row::told).containsExactly("update granted admin");
    for (var person : List.of(patient, doctor, admin)) {
      assertThat(rows(person))
          .allSatisfy(row -> {
            assertThat(row.patient()).isEqualTo(patient.id());
            assertThat(row.role()).isEqualTo(person.role().wire());
            assertThat(row.actingAs()).isEqualTo(person.id());
            assertThat(row.requestId()).isNotBlank();
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

    assertThat(rows(doctor))
        .extracting(Row::reason)
        .containsExactly("self", "self", "treats", "treats");
    assertThat(rows(patient)).extracting(Row::reason).containsOnly("related").hasSize(4);
    assertThat(rows(hospital))
        .extracting(Row::reason)
        .containsExactly("linked", "linked", "linked", "linked", "own_hospital");
    assertThat(rows(admin))
        .extracting(Row::patient)
        .containsExactly(null, null, patient.id(), patient.id(), null, patient.id());
    assertThat(rows(admin))
        .allSatisfy(row -> {
          assertThat(row.told()).isEqualTo("read granted admin");
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
        .extracting(Answer::status)
        .containsExactly(403, 404, 403, 403, 403, 403);
    var rows = rows(stranger);
    assertThat(rows)
        .extracting(Row::told)
        .containsExactly(
            "read refused AUTH_004",
            "read refused RES_001",
            "update refused AUTH_004",
            "create refused AUTH_004",
            "read refused AUTH_004",
            "read refused AUTH_004");
    assertThat(rows.subList(0, 3)).extracting(Row::id).containsExactly(id, unknown, id);
    // the role alone refuses before it is known whose appointment it is
    assertThat(rows)
        .extracting(Row::patient)
        .containsExactly(patient.id(), null, null, patient.id(), patient.id(), null);
    assertThat(rows.getFirst().requestId()).isEqualTo(read.data().path("request_id").asString());
    assertThat(rows.getFirst().role()).isEqualTo("patient");
  }

  @Test
  void a_patient_that_closes_its_own_appointment_is_refused_under_its_own_name() {
    var id = booked(patient, SLOT);

    var closed = world.put(patient, "/appointments/" + id + "/status", "{\"status\":\"no_show\"}");

    assertThat(closed.status()).isEqualTo(403);
    assertThat(rows(patient))
        .extracting(Row::told, Row::patient)
        .contains(tuple("update refused AUTH_004", patient.id()))
        .hasSize(2);
  }

  @Test
  void a_time_that_is_taken_shows_the_patients_other_appointments_and_that_is_a_read() {
    booked(patient, SLOT);

    assertThat(book(doctor, SLOT).status()).isEqualTo(409);

    assertThat(rows(doctor))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.told()).isEqualTo("read granted treats");
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

    assertThat(rows(patient)).isEmpty();
    booked(patient, SLOT);
    assertThat(rows(patient)).hasSize(1);
  }

  @Test
  void what_a_deletion_cancels_is_the_admins_deed() {
    var id = booked(patient, SLOT);
    var removed = new PatientRemoved(new PatientId(patient.id()), new UserId(admin.id()), 7);

    transaction.executeWithoutResult(_ -> outbox.append(RelationFact.TOPIC, removed));

    await().atMost(Duration.ofSeconds(20)).until(() -> !rows(admin).isEmpty());
    assertThat(rows(admin))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.told()).isEqualTo("update granted admin");
          assertThat(row.id()).isEqualTo(id);
          assertThat(row.patient()).isEqualTo(patient.id());
          assertThat(row.role()).isEqualTo("admin");
          assertThat(row.requestId()).isNull();
        });
  }

  private UUID booked(Person who, Instant at) {
    var answer = book(who, at);
    assertThat(answer.status()).isEqualTo(200);
    return UUID.fromString(answer.data().path("id").asString());
  }

  private Answer book(Person who, Instant at) {
    return world.post(
        who,
        "/appointments",
        "{\"doctor_id\":\"%s\",\"patient_id\":\"%s\",\"time_slot\":\"%s\",\"type\":\"regular\"}"
            .formatted(doctor.id(), patient.id(), at));
  }

  /// What the audit has of this person, sealed or not, oldest first.
  private List<Row> rows(Person who) {
    return jdbc.sql(
            """
            select * from (
              select id, action, resource_id, patient, outcome, reason, actor_role, acting_as,
                request_id from audit_pending where resource = 'appointment' and actor = :actor
              union all
              select id, action, resource_id, patient, outcome, reason, actor_role, acting_as,
                request_id from audit_entry where resource = 'appointment' and actor = :actor
            ) rows order by id
            """)
        .param("actor", who.id())
        .query((row, _) ->
            new Row(
                row.getString("action"),
                row.getObject("resource_id", UUID.class),
                row.getObject("patient", UUID.class),
                row.getString("outcome"),
                row.getString("reason"),
                row.getString("actor_role"),
                row.getObject("acting_as", UUID.class),
                row.getString("request_id")))
        .list();
  }
}
