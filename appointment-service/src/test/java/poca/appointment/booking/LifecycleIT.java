package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import poca.appointmenttest.RealAppointments;

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
