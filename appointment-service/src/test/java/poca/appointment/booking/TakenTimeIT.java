package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import poca.appointmenttest.RealAppointments;
import poca.testkit.world.Response;

@RealAppointments
class TakenTimeIT extends OneDoctorAndOnePatient {

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
    var wishes = new ArrayList<Callable<Response>>();
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
    var wishes = new ArrayList<Callable<Response>>();
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

  private static List<Response> together(List<Callable<Response>> work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(20)) {
      var answers = new ArrayList<Response>();
      for (Future<Response> answer : threads.invokeAll(work)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
