package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import poca.appointmenttest.RealAppointments;
import poca.testkit.world.Bus;

@RealAppointments
class LifecycleIT extends OneDoctorAndOnePatient {

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
  void what_changes_nothing_leaves_no_trace() {
    var path = "/appointments/" + book(patient, TOMORROW_TEN).data().path("id").asString();
    var booked = world.get(doctor, path).data();

    for (var same :
        List.of(
            "{}",
            "{\"status\":\"scheduled\"}",
            "{\"duration_minutes\":30,\"type\":\"regular\",\"extras\":null}",
            time(TOMORROW_TEN))) {
      assertThat(world.put(doctor, path, same).data()).as(same).isEqualTo(booked);
    }
    assertThat(world.put(doctor, path + "/status", "{\"status\":\"scheduled\"}").data())
        .isEqualTo(booked);
    assertThat(world.get(doctor, path + "/ics").text()).contains("SEQUENCE:0\r\n");
  }

  @Test
  void extras_of_a_cancelled_appointment_are_no_second_cancellation() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();
    world.delete(doctor, "/appointments/" + id);

    var extras = world.put(doctor, "/appointments/" + id, "{\"extras\":{\"room\":\"3\"}}");

    assertThat(extras.status()).isEqualTo(200);
    allIsTold(id);
    assertThat(Bus.heard("appointment.appointments.v1", "AppointmentCancelled", id)).hasSize(1);
  }

  @Test
  void another_length_is_told_as_a_move_and_is_no_other_state() {
    var id = book(patient, TOMORROW_TEN).data().path("id").asString();

    var longer = world.put(doctor, "/appointments/" + id, "{\"duration_minutes\":45}");

    assertThat(longer.data().path("status").asString()).isEqualTo("scheduled");
    allIsTold(id);
    assertThat(Bus.heard("appointment.appointments.v1", "AppointmentMoved", id))
        .singleElement()
        .satisfies(moved ->
            assertThat(Instant.parse(moved.path("endsAt").asString()))
                .isEqualTo(TOMORROW_TEN.plus(Duration.ofMinutes(45))));
  }

  private void allIsTold(String key) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            jdbc.sql("select count(*) from outbox where key = :key")
                    .param("key", key)
                    .query(Long.class)
                    .single()
                == 0);
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
}
