package poca.appointment.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import poca.appointment.availability.TimeClaims;
import poca.appointmenttest.RealAppointments;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.world.Bus;
import poca.testkit.world.Response;

@RealAppointments
class WaitlistIT extends Waiting {

  @Autowired TimeClaims claims;
  @Autowired TransactionTemplate transaction;

  @Test
  void a_time_that_gets_free_is_held_for_who_waits_longest_and_becomes_an_appointment() {
    var id = booked(patient, TOMORROW_TEN);
    var first = treated();
    var second = treated();
    join(first);
    join(second);
    assertThat(entry(first).path("offer").isNull()).isTrue();

    world.delete(patient, "/appointments/" + id);

    assertThat(status(first)).isEqualTo("offered");
    assertThat(status(second)).isEqualTo("waiting");
    var offer = entry(first).path("offer");
    assertThat(offer.path("time_slot").asString()).isEqualTo(text(TOMORROW_TEN));
    assertThat(offer.path("end_time").asString()).isEqualTo(text(TOMORROW_TEN.plus(HALF_AN_HOUR)));
    assertThat(Instant.parse(offer.path("expires_at").asString()))
        .isBetween(
            Instant.now().plus(58, ChronoUnit.MINUTES), Instant.now().plus(61, ChronoUnit.MINUTES));
    for (var other : List.of(patient, second, first, doctor)) {
      assertThat(book(other, TOMORROW_TEN).code()).isEqualTo("RES_003");
    }
    assertThat(answer(second, "accept").code()).isEqualTo("BIZ_002");

    var accepted = answer(first, "accept");

    assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
    assertThat(accepted.field("status")).isEqualTo("scheduled");
    assertThat(accepted.field("patient_id")).isEqualTo(first.id().toString());
    assertThat(accepted.field("time_slot")).isEqualTo(text(TOMORROW_TEN));
    assertThat(world.get(first, "/appointments/" + accepted.field("id")).status()).isEqualTo(200);
    assertThat(status(first)).isEqualTo("booked");
    assertThat(entry(first).path("offer").isNull()).isTrue();
    assertThat(answer(first, "accept").code()).isEqualTo("BIZ_002");
    assertThat(active()).isEqualTo(1);
  }

  @Test
  void of_two_accepts_at_once_one_wins() throws Exception {
    var id = booked(patient, TOMORROW_TEN);
    var waiting = treated();
    join(waiting);
    world.delete(patient, "/appointments/" + id);
    var path = "/appointments/waitlist/" + entry(waiting).path("id").asString() + "/accept";

    var answers = together(20, () -> world.post(waiting, path, ""));

    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(a -> a.code().equals("BIZ_002")).hasSize(19);
    assertThat(active()).isEqualTo(1);
  }

  @Test
  void a_declined_time_goes_on_and_comes_back_to_nobody() {
    var id = booked(patient, TOMORROW_TEN);
    var first = treated();
    var second = treated();
    join(first);
    join(second);
    world.delete(patient, "/appointments/" + id);

    var declined = answer(first, "decline");

    assertThat(declined.field("status")).isEqualTo("waiting");
    assertThat(declined.data().path("offer").isNull()).isTrue();
    assertThat(status(second)).isEqualTo("offered");
    assertThat(answer(second, "decline").status()).isEqualTo(200);
    assertThat(List.of(status(first), status(second))).containsOnly("waiting");
    assertThat(answer(second, "decline").code()).isEqualTo("BIZ_002");
    var again = booked(patient, TOMORROW_TEN);
    world.delete(patient, "/appointments/" + again);
    assertThat(status(first)).isEqualTo("offered");
  }

  @Test
  void an_offer_that_runs_out_goes_on_and_leaves_its_entry_waiting() {
    var id = booked(patient, TOMORROW_TEN);
    var first = treated();
    var second = treated();
    join(first);
    join(second);
    world.delete(patient, "/appointments/" + id);
    var offered = entry(first).path("id").asString();

    runOut(first);

    assertThat(answer(first, "accept").code()).isEqualTo("BIZ_002");
    awaitOfferFor(second);
    assertThat(status(first)).isEqualTo("waiting");
    runOut(second);
    await().atMost(Duration.ofSeconds(20)).until(() -> active() == 0);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(Bus.heard("appointment.waitlists.v1", "TimeOffered", offered))
                .singleElement()
                .satisfies(fact -> {
                  assertThat(fact.path("patient").asString()).isEqualTo(first.id().toString());
                  assertThat(Instant.parse(fact.path("startsAt").asString()))
                      .isEqualTo(TOMORROW_TEN);
                }));
  }

  @Test
  void a_hold_that_has_run_out_is_in_nobodys_way() {
    var id = booked(patient, TOMORROW_TEN);
    var waiting = treated();
    join(waiting);
    world.delete(patient, "/appointments/" + id);

    runOut(waiting);

    assertThat(book(patient, TOMORROW_TEN).status()).isEqualTo(200);
  }

  @Test
  void whom_it_does_not_suit_is_passed_over() {
    world.put(
        doctor,
        "/doctors/" + doctor.id() + "/working-hours",
        "{\"timezone\":\"UTC\",\"weekly\":["
            + String.join(
                ",",
                List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun").stream()
                    .map(day -> "{\"day\":\"" + day + "\",\"start\":\"08:00\",\"end\":\"10:30\"}")
                    .toList())
            + "]}");
    var id = booked(patient, TOMORROW_TEN);
    var busy = treated();
    join(busy);
    booked(busy, world.doctor().id(), TOMORROW_TEN.plus(Duration.ofMinutes(15)));
    var later = treated();
    join(
        later,
        TOMORROW_TEN.plus(Duration.ofMinutes(5)),
        TOMORROW_TEN.plus(Duration.ofHours(1)),
        30);
    var longer = treated();
    join(longer, TOMORROW_TEN, TOMORROW_TEN.plus(Duration.ofHours(1)), 60);
    var suited = treated();
    join(suited, TOMORROW_TEN, TOMORROW_TEN.plus(HALF_AN_HOUR), 30);

    world.delete(patient, "/appointments/" + id);

    assertThat(List.of(status(busy), status(later), status(longer))).containsOnly("waiting");
    assertThat(status(suited)).isEqualTo("offered");
  }

  @Test
  void a_long_time_serves_two_and_a_moved_or_shortened_appointment_frees_the_rest() {
    var id = booked(patient, TOMORROW_TEN);
    world.put(doctor, "/appointments/" + id, "{\"duration_minutes\":90}");
    var first = treated();
    var second = treated();
    var third = treated();
    for (var each : List.of(first, second, third)) {
      join(each);
    }

    world.put(doctor, "/appointments/" + id, "{\"duration_minutes\":60}");

    assertThat(entry(first).path("offer").path("time_slot").asString())
        .isEqualTo(text(TOMORROW_TEN.plus(Duration.ofHours(1))));
    world.put(doctor, "/appointments/" + id, time(TOMORROW_TEN.plus(Duration.ofDays(3))));
    assertThat(entry(second).path("offer").path("time_slot").asString())
        .isEqualTo(text(TOMORROW_TEN));
    assertThat(entry(third).path("offer").path("time_slot").asString())
        .isEqualTo(text(TOMORROW_TEN.plus(HALF_AN_HOUR)));
  }

  /// Somebody books for the next in line elsewhere in the moment in which the time gets free.
  @Test
  void a_time_whose_next_in_line_is_busy_for_a_moment_is_offered_right_after() {
    var id = booked(patient, TOMORROW_TEN);
    var waiting = treated();
    join(waiting);

    transaction.executeWithoutResult(_ -> {
      claims.lock(new DoctorId(world.doctor().id()), new PatientId(waiting.id()));
      assertThat(world.delete(patient, "/appointments/" + id).status()).isEqualTo(204);
      assertThat(status(waiting)).isEqualTo("waiting");
    });

    awaitOfferFor(waiting);
  }

  @Test
  void who_is_removed_waits_no_longer_and_what_was_held_goes_on() {
    var id = booked(patient, TOMORROW_TEN);
    var first = treated();
    var second = treated();
    join(first);
    join(second);
    world.delete(patient, "/appointments/" + id);

    tell(removed(RelationKind.PATIENT, first.id(), new UserId(admin.id())));

    awaitOfferFor(second);
    assertThat(ofAdmin(first.id().toString())).isEqualTo("cancelled");
    tell(removed(RelationKind.DOCTOR, doctor.id(), new UserId(admin.id())));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ofAdmin(second.id().toString()).equals("cancelled"));
    assertThat(active()).isZero();
  }

  @Test
  void who_leaves_is_not_asked_and_gives_back_what_is_held() {
    var id = booked(patient, TOMORROW_TEN);
    var first = treated();
    var second = treated();
    var third = treated();
    for (var each : List.of(first, second, third)) {
      join(each);
    }
    world.delete(patient, "/appointments/" + id);
    var path = "/appointments/waitlist/";

    assertThat(world.delete(first, path + entry(first).path("id").asString()).status())
        .isEqualTo(204);
    assertThat(status(first)).isEqualTo("cancelled");
    assertThat(status(second)).isEqualTo("offered");
    assertThat(world.delete(doctor, path + entry(second).path("id").asString()).status())
        .isEqualTo(204);
    assertThat(status(third)).isEqualTo("offered");
    assertThat(world.delete(first, path + entry(first).path("id").asString()).code())
        .isEqualTo("BIZ_002");
    assertThat(join(first).status()).isEqualTo(200);
  }

  @Test
  void an_entry_whose_time_is_over_expires() {
    join(patient);
    jdbc.sql(
            """
            update waitlist_entry set from_time = now() - interval '2 days', to_time = now()
            where patient_id = :id
            """)
        .param("id", patient.id())
        .update();

    await().atMost(Duration.ofSeconds(20)).until(() -> status(patient).equals("expired"));
  }

  private void booked(poca.testkit.world.Person who, java.util.UUID doctorId, Instant at) {
    assertThat(book(who, doctorId, who.id(), at).status()).isEqualTo(200);
  }

  private String ofAdmin(String patientId) {
    return world
        .get(admin, "/appointments/waitlist?patient_id=" + patientId)
        .data()
        .path("waitlist")
        .path(0)
        .path("status")
        .asString();
  }

  private void tell(RelationFact fact) {
    Bus.tell(RelationFact.TOPIC, fact);
  }

  private static List<Response> together(int many, Callable<Response> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(many)) {
      var works = new ArrayList<Callable<Response>>();
      for (var i = 0; i < many; i++) {
        works.add(work);
      }
      var answers = new ArrayList<Response>();
      for (var answer : threads.invokeAll(works)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }

  private static RelationFact removed(RelationKind kind, UUID id, UserId by) {
    return new RelationChanged(new Relation(kind, id, id, false, 7), by);
  }
}
