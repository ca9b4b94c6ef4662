package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import poca.appointmenttest.RealAppointments;
import poca.testkit.world.Bus;
import tools.jackson.databind.JsonNode;

@RealAppointments
class ReminderIT extends OneDoctorAndOnePatient {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant START = TOMORROW_TEN.plus(DAY);

  @Autowired Reminders reminders;
  @Autowired TransactionTemplate transaction;

  @Test
  void an_appointment_is_told_a_day_and_an_hour_before_and_each_once() {
    var id = booked(START);
    reminders.tellDue(START.minus(DAY).minusSeconds(1));
    assertThat(told(id)).isEmpty();
    for (var i = 0; i < 3; i++) {
      reminders.tellDue(START.minus(DAY));
    }
    assertThat(told(id)).containsExactly(24);
    reminders.tellDue(START.minus(HOUR).minusSeconds(1));
    assertThat(told(id)).containsExactly(24);
    reminders.tellDue(START.minus(HOUR));
    reminders.tellDue(START.minusSeconds(1));
    assertThat(told(id)).containsExactly(24, 1);
    var reminder = heard(id).getLast();
    assertThat(reminder.path("doctor").asString()).isEqualTo(doctor.id().toString());
    assertThat(reminder.path("patient").asString()).isEqualTo(patient.id().toString());
    assertThat(Instant.parse(reminder.path("startsAt").asString())).isEqualTo(START);
    assertThat(planned(id)).isZero();
  }

  @Test
  void several_instances_at_once_tell_it_once() throws Exception {
    var ids =
        IntStream.range(0, 10).mapToObj(i -> booked(START.plus(HOUR.multipliedBy(i)))).toList();
    var threads =
        IntStream.range(0, 8)
            .mapToObj(_ -> Thread.ofVirtual().start(() -> reminders.tellDue(START.minusSeconds(1))))
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    reminders.tellDue(START.minusSeconds(1));
    assertThat(ids).allSatisfy(id -> assertThat(told(id)).contains(24).doesNotHaveDuplicates());
  }

  @Test
  void what_was_not_committed_is_told_by_the_next_round() {
    var id = booked(START);
    transaction.executeWithoutResult(dying -> {
      reminders.tellDue(START.minus(DAY));
      dying.setRollbackOnly();
    });
    assertThat(told(id)).isEmpty();
    reminders.tellDue(START.minus(DAY));
    assertThat(told(id)).containsExactly(24);
  }

  @Test
  void reminders_follow_an_appointment_that_is_moved() {
    var id = booked(START);
    reminders.tellDue(START.minus(DAY));
    var later = START.plus(DAY);
    assertThat(world.put(doctor, "/appointments/" + id, time(later)).status()).isEqualTo(200);
    reminders.tellDue(START.minus(HOUR));
    assertThat(told(id)).containsExactly(24);
    reminders.tellDue(later.minus(HOUR));
    assertThat(told(id)).containsExactly(24, 24, 1);
  }

  @Test
  void nobody_is_reminded_of_what_was_cancelled_or_closed_or_has_begun() {
    var cancelled = booked(START);
    world.delete(patient, "/appointments/" + cancelled);
    var closed = booked(START);
    world.put(doctor, "/appointments/" + closed + "/status", "{\"status\":\"completed\"}");
    var begun = booked(START);
    assertThat(planned(cancelled)).isZero();
    assertThat(planned(closed)).isZero();
    reminders.tellDue(START);
    for (var id : List.of(cancelled, closed, begun)) {
      assertThat(told(id)).isEmpty();
      assertThat(planned(id)).isZero();
    }
  }

  @Test
  void a_reminder_that_would_have_been_before_the_booking_is_left_out() {
    var soon = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofHours(2));
    var id = booked(soon);
    assertThat(planned(id)).isOne();
    assertThat(planned(booked(Instant.now().plus(Duration.ofMinutes(20))))).isZero();
    world.put(doctor, "/appointments/" + id, "{\"duration_minutes\":45}");
    assertThat(planned(id)).isOne();
    reminders.tellDue(soon.minus(HOUR));
    assertThat(told(id)).containsExactly(1);
  }

  private String booked(Instant at) {
    var booked = book(doctor, at);
    assertThat(booked.status()).as(booked.toString()).isEqualTo(200);
    return booked.data().path("id").asString();
  }

  private long planned(String id) {
    return jdbc.sql("select count(*) from reminder where appointment_id = cast(? as uuid)")
        .param(id)
        .query(Long.class)
        .single();
  }

  private List<Integer> told(String id) {
    return heard(id).stream().map(fact -> fact.path("hoursBefore").asInt()).toList();
  }

  private List<JsonNode> heard(String id) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            jdbc.sql("select count(*) from outbox where key = ?")
                    .param(id)
                    .query(Long.class)
                    .single()
                == 0);
    return Bus.heard("appointment.appointments.v1", "AppointmentReminded", id);
  }
}
