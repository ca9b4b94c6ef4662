package poca.appointment.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.time.Duration;
import java.time.Instant;
import poca.appointment.booking.OneDoctorAndOnePatient;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import tools.jackson.databind.JsonNode;

/// A doctor whose ten o'clock is taken, and people who wait for it.
class Waiting extends OneDoctorAndOnePatient {

  static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  Person treated() {
    var somebody = world.patient();
    world.relate(TREATS, doctor.id(), somebody.id());
    return somebody;
  }

  String booked(Person who, Instant at) {
    var booked = book(who, at);
    assertThat(booked.status()).as(booked.text()).isEqualTo(200);
    return booked.field("id");
  }

  /// Waits for the whole of tomorrow morning.
  Response join(Person who) {
    return join(
        who, TOMORROW_TEN.minus(Duration.ofHours(2)), TOMORROW_TEN.plus(Duration.ofHours(2)), 30);
  }

  Response join(Person who, Instant from, Instant to, int minutes) {
    return world.post(
        who,
        "/appointments/waitlist",
        "{\"doctor_id\":\"%s\",\"patient_id\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"duration_minutes\":%d}"
            .formatted(doctor.id(), who.id(), from, to, minutes));
  }

  /// The newest entry of somebody.
  JsonNode entry(Person who) {
    var entries = world.get(who, "/appointments/waitlist").data().path("waitlist");
    assertThat(entries.isEmpty()).isFalse();
    return entries.get(entries.size() - 1);
  }

  String status(Person who) {
    return entry(who).path("status").asString();
  }

  Response answer(Person who, String word) {
    return world.post(
        who, "/appointments/waitlist/" + entry(who).path("id").asString() + "/" + word, "");
  }

  void awaitOfferFor(Person who) {
    await().atMost(Duration.ofSeconds(20)).until(() -> status(who).equals("offered"));
  }

  void runOut(Person who) {
    jdbc.sql(
            "update claim set expires_at = now() - interval '1 second' where patient_id = :id and expires_at is not null")
        .param("id", who.id())
        .update();
  }
}
