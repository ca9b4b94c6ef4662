package poca.appointment.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.appointmenttest.RealAppointments;
import poca.appointmenttest.Surroundings;
import poca.appointmenttest.World;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import tools.jackson.databind.json.JsonMapper;

@RealAppointments
class WorkingHoursIT {

  private static final String MORNINGS =
      """
      {"timezone":"Europe/Berlin","weekly":[{"day":"mon","start":"09:00","end":"12:00"},
       {"day":"wed","start":"22:00","end":"00:00"}],
       "days_off":[{"from":"2027-12-24","to":"2027-12-31"}]}
      """;

  @Autowired World world;
  @Autowired JdbcClient jdbc;

  Person doctor;
  Person patient;

  @BeforeEach
  void aDoctorAndAPatient() {
    doctor = world.doctor();
    patient = world.patient();
    world.relate(TREATS, doctor.id(), patient.id());
  }

  @Test
  void what_a_doctor_sets_everybody_reads() {
    assertThat(world.get(patient, path()).status()).isEqualTo(404);

    var set = world.put(doctor, path(), MORNINGS);

    assertThat(set.status()).as(set.text()).isEqualTo(200);
    var expected =
        new JsonMapper()
            .readTree(MORNINGS.replaceFirst("\\{", "{\"doctor_id\":\"" + doctor.id() + "\","));
    for (var reader : List.of(patient, doctor, world.doctor(), world.hospital(), world.admin())) {
      assertThat(world.get(reader, path()).data()).isEqualTo(expected);
    }
    assertThat(new AuditRows(jdbc).by(doctor))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.inWords()).isEqualTo("update working_hours granted self");
          assertThat(row.id()).isEqualTo(doctor.id());
        });
  }

  @Test
  void what_is_not_sent_again_stays() {
    world.put(doctor, path(), MORNINGS);

    var less = world.put(world.admin(), path(), "{\"weekly\":[]}");

    assertThat(less.data().path("timezone").asString()).isEqualTo("Europe/Berlin");
    assertThat(less.data().path("days_off").size()).isEqualTo(1);
    assertThat(less.data().path("weekly").size()).isZero();
    var fresh = world.doctor();
    assertThat(
            world
                .put(fresh, "/doctors/" + fresh.id() + "/working-hours", "{\"weekly\":[]}")
                .data()
                .path("timezone")
                .asString())
        .isEqualTo("UTC");
  }

  @Test
  void others_set_none() {
    for (var other : List.of(patient, world.hospital(), world.doctor())) {
      assertThat(world.put(other, path(), MORNINGS).status()).isEqualTo(403);
    }
    var nobody = "/doctors/" + UUID.randomUUID() + "/working-hours";
    assertThat(world.put(world.admin(), nobody, MORNINGS).message()).isEqualTo("Doctor not found");
    assertThat(world.get(patient, path()).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"weekly\":null}",
        "{\"weekly\":[null]}",
        "{\"weekly\":[{\"day\":\"mon\",\"start\":\"09:00\"}]}",
        "{\"weekly\":[{\"day\":\"monday\",\"start\":\"09:00\",\"end\":\"12:00\"}]}",
        "{\"weekly\":[{\"day\":\"mon\",\"start\":\"9:00\",\"end\":\"12:00\"}]}",
        "{\"weekly\":[{\"day\":\"mon\",\"start\":\"09:00:01\",\"end\":\"12:00\"}]}",
        "{\"weekly\":[{\"day\":\"mon\",\"start\":\"09:00\",\"end\":\"24:00\"}]}",
        "{\"weekly\":[{\"day\":\"mon\",\"start\":\"09:00\",\"end\":\"12:00\"},"
            + "{\"day\":\"mon\",\"start\":\"11:00\",\"end\":\"13:00\"}]}",
        "{\"weekly\":[],\"timezone\":\"Mars/Olympus\"}",
        "{\"weekly\":[],\"timezone\":\"+02:00\"}",
        "{\"weekly\":[],\"timezone\":null}",
        "{\"weekly\":[],\"days_off\":[{\"from\":\"2027-05-02\",\"to\":\"2027-05-01\"}]}",
        "{\"weekly\":[],\"days_off\":null}",
      })
  void what_no_clock_or_calendar_shows_is_refused(String body) {
    var refused = world.put(doctor, path(), body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(world.get(doctor, path()).status()).isEqualTo(404);
  }

  @Test
  void free_times_follow_them_and_not_the_profile() {
    Surroundings.NEIGHBOURS.shift(doctor.id(), "10:00:00", "12:00:00");
    var monday = LocalDate.of(2027, 5, 3);
    world.put(doctor, path(), MORNINGS);

    var free = free(monday.atStartOfDay().toInstant(ZoneOffset.UTC), monday.plusDays(7));

    assertThat(free.data().path("slots"))
        .extracting(slot -> slot.path("time_slot").asString())
        .containsExactly(
            "2027-05-03T07:00:00.000Z",
            "2027-05-03T08:00:00.000Z",
            "2027-05-03T09:00:00.000Z",
            "2027-05-05T20:00:00.000Z",
            "2027-05-05T21:00:00.000Z");
  }

  @Test
  void a_patient_books_within_them_and_others_whenever_they_agree() {
    var monday = LocalDate.of(2027, 5, 3).atTime(11, 45).atZone(ZoneId.of("Europe/Berlin"));
    assertThat(book(patient, monday.toInstant()).status()).isEqualTo(200);
    world.put(doctor, path(), MORNINGS);

    var late = book(patient, monday.plusWeeks(1).toInstant());

    assertThat(late.status()).isEqualTo(400);
    assertThat(late.code()).isEqualTo("BIZ_001");
    assertThat(book(patient, monday.plusWeeks(1).minusMinutes(15).toInstant()).status())
        .isEqualTo(200);
    assertThat(book(doctor, monday.plusWeeks(1).plusHours(3).toInstant()).status()).isEqualTo(200);
    assertThat(book(patient, Instant.parse("2027-12-27T09:00:00Z")).code()).isEqualTo("BIZ_001");
  }

  /// The clock of Berlin: 02:30 comes on one night never, on another twice.
  @ParameterizedTest
  @CsvSource({
    "2027-03-28T00:30:00Z, 200",
    "2027-03-28T01:00:00Z, 400",
    "2027-10-30T23:00:00Z, 200",
    "2027-10-31T00:30:00Z, 200",
    "2027-10-31T01:30:00Z, 200",
    "2027-10-31T02:00:00Z, 400",
  })
  void nights_in_which_clocks_change_are_booked_as_they_last(Instant at, int status) {
    world.put(
        doctor,
        path(),
        """
        {"timezone":"Europe/Berlin","weekly":[{"day":"sat","start":"23:00","end":"03:00"}]}
        """);

    assertThat(book(patient, at).status()).isEqualTo(status);
  }

  private String path() {
    return "/doctors/" + doctor.id() + "/working-hours";
  }

  private Response free(Instant from, LocalDate to) {
    return world.get(
        patient,
        "/appointments/availability?doctor_id=%s&from=%s&to=%sT00:00:00&duration_minutes=60"
            .formatted(doctor.id(), from, to));
  }

  private Response book(Person who, Instant at) {
    return world.post(
        who,
        "/appointments",
        "{\"doctor_id\":\"%s\",\"patient_id\":\"%s\",\"time_slot\":\"%s\",\"type\":\"regular\"}"
            .formatted(doctor.id(), patient.id(), at));
  }
}
