package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.ADMITS;
import static poca.contracts.fact.RelationFact.RelationKind.EMPLOYS;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.appointmenttest.RealAppointments;
import poca.appointmenttest.Surroundings;
import poca.appointmenttest.World;
import poca.testkit.world.Answer;
import poca.testkit.world.Person;

@RealAppointments
class BookingIT {

  private static final Instant TOMORROW_TEN =
      Instant.now()
          .truncatedTo(ChronoUnit.DAYS)
          .plus(1, ChronoUnit.DAYS)
          .plus(10, ChronoUnit.HOURS);

  @Autowired World world;
  @Autowired JdbcClient jdbc;
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
  void everyUseIsInTheAudit() {
    assertThat(meters.counter("audit.missing").count()).isZero();
  }

  @AfterEach
  void theDirectoryIsThere() {
    Surroundings.NEIGHBOURS.directoryIsAway(false);
  }

  @Test
  void a_patient_books_reads_and_cancels() {
    var booked = book(patient, TOMORROW_TEN);

    assertThat(booked.status()).isEqualTo(200);
    var id = booked.data().path("id").asString();
    assertThat(booked.data().path("status").asString()).isEqualTo("scheduled");
    assertThat(booked.data().path("end_time").asString())
        .isEqualTo(text(TOMORROW_TEN.plus(Duration.ofMinutes(30))));
    assertThat(booked.data().path("duration_minutes").asInt()).isEqualTo(30);
    assertThat(booked.data().path("updated_at").isNull()).isTrue();

    assertThat(world.get(patient, "/appointments/" + id).data()).isEqualTo(booked.data());
    assertThat(world.get(doctor, "/appointments/" + id).status()).isEqualTo(200);

    var cancelled =
        world.put(patient, "/appointments/" + id + "/cancel", "{\"cancellation_reason\":\"ill\"}");
    assertThat(cancelled.data().path("status").asString()).isEqualTo("cancelled");
    assertThat(cancelled.data().path("cancelled_by").asString()).isEqualTo(patient.id().toString());
    assertThat(cancelled.data().path("cancellation_reason").asString()).isEqualTo("ill");
    var again = world.delete(patient, "/appointments/" + id);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("BIZ_002");
    assertThat(facts(id)).isLessThanOrEqualTo(2);
  }

  @Test
  void cancelling_frees_the_time_at_once() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();
    assertThat(book(patient, TOMORROW_TEN).status()).isEqualTo(409);

    assertThat(world.delete(doctor, "/appointments/" + id).status()).isEqualTo(204);

    assertThat(book(patient, TOMORROW_TEN).status()).isEqualTo(200);
  }

  @Test
  void an_overlap_names_what_is_in_the_way_and_what_is_free() {
    var mine = book(patient, TOMORROW_TEN).data().path("id").asString();
    var stranger = world.patient();

    var refused = book(stranger, TOMORROW_TEN.plus(Duration.ofMinutes(15)));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("RES_003");
    var conflicts = refused.data().path("details").path("conflicts");
    assertThat(conflicts.size()).isEqualTo(1);
    assertThat(conflicts.get(0).path("party").asString()).isEqualTo("doctor");
    assertThat(conflicts.get(0).path("appointment_id").isNull()).isTrue();
    assertThat(conflicts.get(0).path("time_slot").asString()).isEqualTo(text(TOMORROW_TEN));
    var alternatives = refused.data().path("details").path("alternatives");
    assertThat(alternatives.size()).isEqualTo(3);
    assertThat(alternatives.get(0).path("time_slot").asString())
        .isEqualTo(text(TOMORROW_TEN.plus(Duration.ofMinutes(30))));

    var own = book(patient, TOMORROW_TEN);
    assertThat(own.data().path("details").path("conflicts").size()).isEqualTo(2);
    assertThat(
            own.data().path("details").path("conflicts").get(0).path("appointment_id").asString())
        .isEqualTo(mine);
  }

  @Test
  void a_patient_cannot_be_at_two_doctors_at_once() {
    book(patient, TOMORROW_TEN);
    var other = world.doctor();

    var refused = book(patient, other.id(), patient.id(), TOMORROW_TEN);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.data().path("details").path("conflicts").get(0).path("party").asString())
        .isEqualTo("patient");
  }

  @Test
  void one_after_the_other_is_no_overlap() {
    assertThat(book(patient, TOMORROW_TEN).status()).isEqualTo(200);
    assertThat(book(patient, TOMORROW_TEN.plus(Duration.ofMinutes(30))).status()).isEqualTo(200);
  }

  @Test
  void of_many_who_want_one_time_exactly_one_gets_it() throws Exception {
    var wishes = new ArrayList<Callable<Answer>>();
    for (var i = 0; i < 40; i++) {
      var somebody = world.patient();
      wishes.add(() -> book(somebody, TOMORROW_TEN));
    }

    var answers = together(wishes);

    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(a -> a.status() == 409).hasSize(39);
    assertThat(active()).isEqualTo(1);
  }

  @Test
  void crossing_wishes_do_not_deadlock() throws Exception {
    var doctors = List.of(world.doctor(), world.doctor());
    var patients = List.of(world.patient(), world.patient());
    var wishes = new ArrayList<Callable<Answer>>();
    for (var i = 0; i < 60; i++) {
      var d = doctors.get(i % 2).id();
      var p = patients.get((i / 2) % 2);
      var at = TOMORROW_TEN.plus(Duration.ofMinutes(10L * (i % 3)));
      wishes.add(() -> book(p, d, p.id(), at));
    }

    assertThat(together(wishes)).allMatch(a -> a.status() == 200 || a.status() == 409);
  }

  @Test
  void moving_makes_it_rescheduled_and_obeys_the_same_rule() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();
    var later = TOMORROW_TEN.plus(Duration.ofHours(2));
    book(world.patient(), later);

    var taken = world.put(doctor, "/appointments/" + id, time(later));
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("RES_003");

    var moved = world.put(doctor, "/appointments/" + id, time(later.plus(Duration.ofHours(1))));
    assertThat(moved.data().path("status").asString()).isEqualTo("rescheduled");
    assertThat(book(patient, TOMORROW_TEN).status()).isEqualTo(200);
  }

  @Test
  void moving_a_little_into_its_own_time_is_no_conflict() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();

    var moved =
        world.put(doctor, "/appointments/" + id, time(TOMORROW_TEN.plus(Duration.ofMinutes(10))));

    assertThat(moved.status()).isEqualTo(200);
  }

  @Test
  void a_final_state_is_final_but_extras_may_change() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();
    assertThat(
            world
                .put(doctor, "/appointments/" + id + "/status", "{\"status\":\"completed\"}")
                .status())
        .isEqualTo(200);

    for (var change :
        List.of(
            time(TOMORROW_TEN.plus(Duration.ofHours(1))),
            "{\"status\":\"cancelled\"}",
            "{\"duration_minutes\":60}",
            "{\"type\":\"remote\"}")) {
      var refused = world.put(doctor, "/appointments/" + id, change);
      assertThat(refused.status()).as(change).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("BIZ_002");
    }
    var extras = world.put(doctor, "/appointments/" + id, "{\"extras\":{\"room\":\"3\"}}");
    assertThat(extras.data().path("extras").path("room").asString()).isEqualTo("3");
    assertThat(extras.data().path("status").asString()).isEqualTo("completed");
  }

  @Test
  void a_reason_without_a_cancellation_is_refused_and_not_lost() {
    var path = "/appointments/" + book(patient, TOMORROW_TEN).data().path("id").asString();

    var refused =
        world.put(
            doctor, path + "/status", "{\"status\":\"completed\",\"cancellation_reason\":\"Ill\"}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.data().toString()).contains("\"cancellation_reason\"");
    assertThat(world.get(doctor, path).data().path("status").asString()).isEqualTo("scheduled");

    var blank =
        world.put(
            doctor, path + "/status", "{\"status\":\"completed\",\"cancellation_reason\":\" \"}");
    assertThat(blank.status()).isEqualTo(200);
  }

  @Test
  void repeating_the_status_of_an_active_appointment_changes_nothing() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();

    var same = world.put(doctor, "/appointments/" + id, "{\"status\":\"scheduled\"}");

    assertThat(same.status()).isEqualTo(200);
    assertThat(same.data().path("status").asString()).isEqualTo("scheduled");
  }

  @Test
  void a_patient_may_only_cancel_and_never_move() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();

    assertThat(
            world
                .put(patient, "/appointments/" + id + "/status", "{\"status\":\"completed\"}")
                .status())
        .isEqualTo(403);
    assertThat(world.put(patient, "/appointments/" + id, time(TOMORROW_TEN)).status())
        .isEqualTo(403);
    assertThat(
            world
                .put(patient, "/appointments/" + id + "/status", "{\"status\":\"cancelled\"}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void who_is_no_party_is_refused_and_nothing_changes() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();
    for (var other : List.of(world.patient(), world.doctor(), world.hospital())) {
      assertThat(world.get(other, "/appointments/" + id).status()).isEqualTo(403);
      assertThat(
              world
                  .put(other, "/appointments/" + id + "/cancel", "{\"cancellation_reason\":\"x\"}")
                  .status())
          .isEqualTo(403);
    }
    assertThat(world.get(admin, "/appointments/" + id).data().path("status").asString())
        .isEqualTo("scheduled");
    assertThat(world.get(patient, "/appointments/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(world.get(patient, "/appointments/1-1-1-1-1").status()).isEqualTo(422);
  }

  @Test
  void who_may_not_book_is_refused_in_the_contracts_order() {
    var other = world.patient();
    assertThat(book(other, doctor.id(), patient.id(), TOMORROW_TEN).status()).isEqualTo(403);
    assertThat(book(world.doctor(), doctor.id(), patient.id(), TOMORROW_TEN).status())
        .isEqualTo(403);
    assertThat(book(doctor, doctor.id(), other.id(), TOMORROW_TEN).status()).isEqualTo(403);
    assertThat(book(patient, UUID.randomUUID(), patient.id(), TOMORROW_TEN).status())
        .isEqualTo(404);
    assertThat(book(doctor, doctor.id(), UUID.randomUUID(), TOMORROW_TEN).status()).isEqualTo(404);
    assertThat(world.post(patient, "/appointments", "{}").status()).isEqualTo(422);
    assertThat(active()).isZero();
  }

  @Test
  void a_dependants_owner_books_for_it() {
    var child = UUID.randomUUID();
    world.relate(PATIENT, child, child);
    world.relate(OWNS_PATIENT, patient.id(), child);

    assertThat(book(patient, doctor.id(), child, TOMORROW_TEN).status()).isEqualTo(200);
  }

  @Test
  void a_hospital_books_for_its_own_doctors_and_patients() {
    var hospital = world.hospital();
    assertThat(book(hospital, doctor.id(), patient.id(), TOMORROW_TEN).status()).isEqualTo(403);
    world.relate(EMPLOYS, hospital.id(), doctor.id());
    world.relate(ADMITS, hospital.id(), patient.id());

    var booked = book(hospital, doctor.id(), patient.id(), TOMORROW_TEN);

    assertThat(booked.data().path("hospital_id").asString()).isEqualTo(hospital.id().toString());
    var listed = world.get(hospital, "/appointments/hospital/" + hospital.id());
    assertThat(listed.data().path("total").asInt()).isEqualTo(1);
    assertThat(listed.data().path("appointments").get(0).has("extras")).isFalse();
  }

  @Test
  void the_past_is_for_doctors_and_admins() {
    var yesterday = TOMORROW_TEN.minus(2, ChronoUnit.DAYS);

    assertThat(book(patient, yesterday).code()).isEqualTo("BIZ_001");
    assertThat(book(doctor, yesterday).status()).isEqualTo(200);
  }

  @Test
  void a_directory_that_cannot_be_asked_means_503_and_never_access() {
    Surroundings.NEIGHBOURS.directoryIsAway(true);

    var refused = book(world.patient(), doctor.id(), patient.id(), TOMORROW_TEN);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(active()).isZero();
  }

  @Test
  void lists_page_by_cursor_and_show_only_what_the_caller_may_see() {
    for (var i = 0; i < 5; i++) {
      book(patient, TOMORROW_TEN.plus(Duration.ofHours(i)));
    }
    var other = world.patient();
    world.relate(TREATS, doctor.id(), other.id());
    book(other, TOMORROW_TEN.plus(Duration.ofHours(9)));
    var path = "/appointments/doctor/" + doctor.id();

    assertThat(world.get(doctor, path).data().path("total").asInt()).isEqualTo(6);
    assertThat(world.get(other, path).data().path("total").asInt()).isEqualTo(1);
    assertThat(world.get(world.patient(), path).status()).isEqualTo(403);
    assertThat(world.get(patient, "/doctors/" + doctor.id() + "/appointments").status())
        .isEqualTo(200);

    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page =
          world.get(doctor, path + "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      page.data().path("appointments").forEach(a -> seen.add(a.path("id").asString()));
      cursor = page.data().path("next_cursor").asString("");
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    assertThat(world.get(patient, "/appointments/patient/" + patient.id() + "?cursor=abc").status())
        .isEqualTo(422);
  }

  @Test
  void the_admins_list_is_filtered() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();
    var query =
        "/appointments?doctor_id=%s&status=scheduled&date=%s"
            .formatted(doctor.id(), text(TOMORROW_TEN).substring(0, 10));

    var found = world.get(admin, query);

    assertThat(found.data().path("total").asInt()).isEqualTo(1);
    assertThat(found.data().path("appointments").get(0).path("id").asString()).isEqualTo(id);
    assertThat(world.get(admin, "/appointments?status=lost").status()).isEqualTo(422);
    assertThat(world.get(doctor, "/appointments").status()).isEqualTo(403);
  }

  @Test
  void availability_is_the_shift_less_what_is_taken() {
    Surroundings.NEIGHBOURS.shift(doctor.id(), "10:00:00", "12:00:00");
    book(patient, TOMORROW_TEN.plus(Duration.ofMinutes(30)));
    var day = text(TOMORROW_TEN).substring(0, 10);

    var free =
        world.get(
            world.hospital(),
            "/appointments/availability?doctor_id=%s&from=%sT00:00:00&to=%sT23:59:00"
                .formatted(doctor.id(), day, day));

    assertThat(free.status()).isEqualTo(200);
    assertThat(free.data().path("slots"))
        .extracting(slot -> slot.path("time_slot").asString().substring(11, 16))
        .containsExactly("10:00", "11:00", "11:30");
  }

  @ParameterizedTest
  @CsvSource({
    "from=2026-05-01T00:00:00Z&to=2026-06-05T00:00:00Z",
    "from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z",
    "from=soon&to=2026-05-01T00:00:00Z",
    "to=2026-05-01T00:00:00Z",
    "from=2026-05-01T00:00:00Z&to=2026-05-02T00:00:00Z&duration_minutes=4",
  })
  void an_impossible_question_about_availability_is_422(String query) {
    var answer =
        world.get(patient, "/appointments/availability?doctor_id=" + doctor.id() + "&" + query);

    assertThat(answer.status()).isEqualTo(422);
  }

  @Test
  void the_calendar_entry_says_when_and_nothing_of_health() {
    var booked =
        world.post(
            patient,
            "/appointments",
            body(doctor.id(), patient.id(), TOMORROW_TEN)
                .replace("}", ",\"extras\":{\"reason\":\"migraine\"}}"));

    var entry = world.get(patient, "/appointments/" + booked.data().path("id").asString() + "/ics");

    assertThat(entry.text())
        .contains(
            "BEGIN:VEVENT\r\n", "DTSTART:" + text(TOMORROW_TEN).substring(0, 10).replace("-", ""))
        .doesNotContain("migraine");
  }

  @Test
  void older_spellings_of_the_type_are_understood() {
    var booked =
        world.post(
            patient,
            "/appointments",
            body(doctor.id(), patient.id(), TOMORROW_TEN).replace("regular", "in_person"));

    assertThat(booked.data().path("type").asString()).isEqualTo("regular");
  }

  private Answer book(Person who, Instant at) {
    return book(
        who, doctor.id(), who.role() == poca.contracts.Role.PATIENT ? who.id() : patient.id(), at);
  }

  private Answer book(Person who, UUID doctorId, UUID patientId, Instant at) {
    return world.post(who, "/appointments", body(doctorId, patientId, at));
  }

  private static String body(UUID doctorId, UUID patientId, Instant at) {
    return "{\"doctor_id\":\"%s\",\"patient_id\":\"%s\",\"time_slot\":\"%s\",\"type\":\"regular\"}"
        .formatted(doctorId, patientId, at);
  }

  private static String time(Instant at) {
    return "{\"time_slot\":\"%s\"}".formatted(at);
  }

  private static String text(Instant at) {
    return at.toString().replace("Z", ".000Z");
  }

  private long active() {
    return jdbc.sql("select count(*) from claim where doctor_id = :d")
        .param("d", doctor.id())
        .query(Long.class)
        .single();
  }

  private long facts(String appointment) {
    return jdbc.sql("select count(*) from outbox where key = :key")
        .param("key", appointment)
        .query(Long.class)
        .single();
  }

  private static List<Answer> together(List<Callable<Answer>> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(20)) {
      var answers = new ArrayList<Answer>();
      for (Future<Answer> answer : threads.invokeAll(work)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
