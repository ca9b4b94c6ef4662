package poca.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.access.session.SessionCheck;
import poca.appointmenttest.RealAppointments;
import poca.appointmenttest.Surroundings;
import poca.appointmenttest.World;
import poca.testkit.agreement.AgreesWithOpenApi;
import poca.testkit.world.Person;

@RealAppointments
class AgreementIT implements AgreesWithOpenApi {

  private static final Instant TIME =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(3, ChronoUnit.DAYS);

  @Autowired World world;

  @Override
  public String adminToken() {
    return world.admin().token();
  }

  @Override
  public String deactivatedToken() {
    var gone = world.doctor();
    Surroundings.judge(gone.session(), SessionCheck.SessionStatus.BARRED);
    return gone.token();
  }

  @Override
  public Map<String, String> exceptions() {
    return Map.of(
        "variables *", "a 422 of these paths calls the variable by the service's own name so far");
  }

  @Test
  void each_list_has_the_appointment_under_both_spellings() {
    var doctor = world.doctor();
    var patient = world.patient();
    var id = book(doctor, patient);

    for (var path :
        List.of(
            "/appointments/patient/" + patient.id(),
            "/patients/" + patient.id() + "/appointments",
            "/appointments/doctor/" + doctor.id(),
            "/doctors/" + doctor.id() + "/appointments")) {
      var listed = world.get(doctor, path).data();
      assertThat(listed.path("total").asInt()).as(path).isEqualTo(1);
      assertThat(listed.path("appointments").path(0).path("id").asString()).isEqualTo(id);
    }
  }

  @Test
  void what_is_cancelled_stays_so() {
    var doctor = world.doctor();
    var path = "/appointments/" + book(doctor, world.patient());
    var cancel = "{\"cancellation_reason\":\"moved away\"}";

    assertThat(world.put(doctor, path + "/cancel", cancel).status()).isEqualTo(200);
    assertThat(world.put(doctor, path + "/cancel", cancel).code()).isEqualTo("BIZ_002");
    assertThat(world.put(doctor, path + "/status", "{\"status\":\"completed\"}").code())
        .isEqualTo("BIZ_002");
  }

  @Test
  void a_doctor_that_nobody_knows_has_no_free_time() {
    var asked =
        "/appointments/availability?doctor_id=%s&from=%s&to=%s"
            .formatted(UUID.randomUUID(), TIME, TIME.plus(1, ChronoUnit.DAYS));

    assertThat(world.get(world.patient(), asked).status()).isEqualTo(404);
  }

  private String book(Person doctor, Person patient) {
    world.relate(TREATS, doctor.id(), patient.id());
    var booked =
        world.post(
            doctor,
            "/appointments",
            "{\"doctor_id\":\"%s\",\"patient_id\":\"%s\",\"time_slot\":\"%s\",\"type\":\"remote\"}"
                .formatted(doctor.id(), patient.id(), TIME));
    assertThat(booked.status()).as(booked.text()).isEqualTo(200);
    return booked.data().path("id").asString();
  }
}
