package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import poca.appointmenttest.RealAppointments;
import poca.appointmenttest.World;
import poca.testkit.world.Person;
import tools.jackson.databind.json.JsonMapper;

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
    assertThat(booked.data().path("extras")).isEqualTo(new JsonMapper().readTree(extras));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ff", "%ed%a0%80", "%c0%af"})
  void a_query_that_is_no_text_is_422(String junk) {
    var refused = world.get(world.admin(), "/appointments?status=" + junk);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("VAL_001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+02", "+0200", "+02:00"})
  void an_offset_is_written_in_three_ways(String offset) {
    var at = LocalDateTime.now(ZoneOffset.UTC).plusDays(3).truncatedTo(ChronoUnit.SECONDS);

    var booked =
        world.post(
            patient,
            "/appointments",
            at(at.plusHours(2).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) + offset));

    assertThat(booked.status()).as(booked.text()).isEqualTo(200);
    assertThat(booked.data().path("time_slot").asString())
        .startsWith(at.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
  }

  @Test
  void nobody_plans_for_more_than_five_years() {
    var now = OffsetDateTime.now(ZoneOffset.UTC);
    for (var late : List.of(now.plusYears(5), now.plusYears(6), now.withYear(9999))) {
      var refused = world.post(doctor, "/appointments", at(late.toString()));
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text()).contains("[\"body\",\"time_slot\"]");
    }
    assertThat(world.get(patient, mine()).data().path("total").asInt()).isZero();

    var booked = world.post(doctor, "/appointments", at(now.plusYears(5).minusDays(1).toString()));
    assertThat(booked.status()).as(booked.text()).isEqualTo(200);
    var path = "/appointments/" + booked.data().path("id").asString();
    var moved =
        world.put(doctor, path, "{\"time_slot\":\"%s\"}".formatted(now.plusYears(5).plusDays(1)));
    assertThat(moved.status()).isEqualTo(422);
    assertThat(world.get(doctor, path).data()).isEqualTo(booked.data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u200b", "\\u3164 \\ufeff", " "})
  void a_reason_that_shows_nothing_is_none(String reason) {
    var booked = world.post(patient, "/appointments", wish("{}"));
    var path = "/appointments/" + booked.data().path("id").asString() + "/cancel";

    assertThat(world.put(patient, path, "{\"cancellation_reason\":\"" + reason + "\"}").status())
        .isEqualTo(422);
  }

  private String mine() {
    return "/appointments/patient/" + patient.id();
  }

  private String at(String time) {
    return """
    {"doctor_id":"%s","patient_id":"%s","time_slot":"%s","type":"regular"}
    """
        .formatted(doctor.id(), patient.id(), time);
  }

  private String wish(String extras) {
    return """
    {"doctor_id":"%s","patient_id":"%s","time_slot":"%s","type":"regular","extras":%s}
    """
        .formatted(doctor.id(), patient.id(), Instant.now().plus(2, ChronoUnit.DAYS), extras);
  }
}
