package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import poca.appointmenttest.Person;
import poca.appointmenttest.RealAppointments;
import poca.appointmenttest.World;

/// What the database could not keep is refused as what it is, not as a time that is taken.
@RealAppointments
class BadInputIT {

  @Autowired World world;

  Person doctor;
  Person patient;

  @BeforeEach
  void aDoctorAndAPatient() {
    doctor = world.doctor();
    patient = world.patient();
    world.relate(TREATS, doctor.id(), patient.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\\u0000\":1}",
        "{\"a\":{\"b\\u0000\":1}}",
        "{\"a\":[\"\\u0000\"]}",
        "{\"a\":\"\\ud800\"}",
        "{\"\\udc00\":1}",
        "{\"a\":1e400}",
        "{\"a\":{\"b\":[-1e400]}}"
      })
  void extras_that_would_not_be_kept_are_refused(String extras) {
    var refused = world.post(patient, "/appointments", wish(extras));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("VAL_001");
    assertThat(world.get(patient, mine()).data().path("total").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"ä💊\":[1.5,null,{\"b\":true}]}", "{\"a\":1e300}"})
  void others_come_back_as_they_were_sent(String extras) {
    var booked = world.post(patient, "/appointments", wish(extras));

    assertThat(booked.status()).as(booked.text()).isEqualTo(200);
    assertThat(booked.data().path("extras")).isEqualTo(World.JSON.readTree(extras));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ff", "%ed%a0%80", "%c0%af"})
  void a_query_that_is_no_text_is_422(String junk) {
    var refused = world.get(world.admin(), "/appointments?status=" + junk);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("VAL_001");
  }

  private String mine() {
    return "/appointments/patient/" + patient.id();
  }

  private String wish(String extras) {
    return """
    {"doctor_id":"%s","patient_id":"%s","time_slot":"%s","type":"regular","extras":%s}
    """
        .formatted(doctor.id(), patient.id(), Instant.now().plus(2, ChronoUnit.DAYS), extras);
  }
}
