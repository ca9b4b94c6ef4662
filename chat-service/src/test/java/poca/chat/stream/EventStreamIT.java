package poca.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import poca.access.session.SessionCheck.SessionStatus;
import poca.chattest.EventClient;
import poca.chattest.EventSource;
import poca.chattest.RealChat;
import poca.chattest.Surroundings;
import poca.chattest.World;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.fact.AiSessionFact;
import poca.contracts.fact.AppointmentFact;
import poca.contracts.fact.AppointmentFact.AppointmentBooked;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.platform.event.Delivery;
import poca.testkit.world.Bus;
import poca.testkit.world.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RealChat
class EventStreamIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration WITHIN_THE_CONTRACT = Duration.ofMillis(2_500);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired World world;
  @Autowired Happenings happenings;
  @Autowired EventTeller teller;
  @Autowired EventStore store;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @Test
  void both_sides_hear_of_a_chat_its_messages_and_that_they_were_read_by_either_way() {
    var pair = world.pair();
    try (var doctor = EventClient.connect(world.port(), pair.doctor(), 0L);
        var patient = EventSource.connect(world.port(), pair.patient(), "?after=0", null)) {
      var message = world.say(pair.patient(), pair.chat(), "words of a patient").data();
      var id = message.path("id").asString();
      await().atMost(SOON).until(() -> doctor.frames().size() == 2);
      world.put(pair.doctor(), "/messages/" + id + "/read", Map.of());

      var types = List.of("chat.created", "message.created", "message.receipt");
      await().atMost(SOON).until(() -> doctor.types().equals(types));
      await().atMost(SOON).until(() -> patient.types().equals(types));
      assertThat(doctor.frames().get(1).path("data").toString())
          .isEqualTo(
              "{\"message_id\":\"%s\",\"chat_id\":\"%s\",\"doctor_id\":\"%s\",\"patient_id\":\"%s\"}"
                  .formatted(id, pair.chat(), pair.doctor().id(), pair.patient().id()));
      assertThat(ids(doctor.frames())).containsExactly(1L, 2L, 3L);
      assertThat(patient.frames()).isEqualTo(doctor.frames());
      assertThat(patient.lastId()).isEqualTo("3");
    }
  }

  @Test
  void what_other_services_tell_reaches_those_whom_it_concerns_and_nobody_else() {
    var pair = world.pair();
    var owner = world.hospital();
    var branch = UUID.randomUUID();
    world.relate(RelationKind.OWNS_HOSPITAL, owner.id(), branch);
    var mother = world.patient();
    world.relate(RelationKind.RELATED, mother.id(), pair.patient().id());
    var stranger = world.patient();
    var appointment = UUID.randomUUID();
    var session = UUID.randomUUID();
    var parties =
        Map.of("doctor", pair.doctor().id(), "patient", pair.patient().id(), "version", 1);
    var at = "2026-12-01T09:00:00Z";

    Bus.tell(
        AppointmentFact.TOPIC.name(),
        "AppointmentBooked",
        appointment.toString(),
        object(
            parties,
            "appointment",
            appointment,
            "hospital",
            branch,
            "startsAt",
            at,
            "endsAt",
            at,
            "new",
            1));
    Bus.tell(
        AppointmentFact.TOPIC.name(),
        "AppointmentMoved",
        appointment.toString(),
        object(parties, "appointment", appointment, "startsAt", at, "endsAt", at));
    Bus.tell(
        AppointmentFact.TOPIC.name(),
        "AppointmentCancelled",
        appointment.toString(),
        object(parties, "appointment", appointment, "hospital", branch));
    Bus.tell(
        AppointmentFact.TOPIC.name(),
        "AppointmentTeleported",
        appointment.toString(),
        object(parties));
    var doctorsOwn =
        List.of("chat.created", "appointment.booked", "appointment.moved", "appointment.cancelled");
    try (var doctor = EventClient.connect(world.port(), pair.doctor(), 0L);
        var hers = EventClient.connect(world.port(), mother, 0L);
        var hospital = EventClient.connect(world.port(), owner, 0L);
        var nobody = EventClient.connect(world.port(), stranger, 0L)) {
      await().atMost(SOON).until(() -> doctor.types().containsAll(doctorsOwn));
      Bus.tell(
          "appointment.waitlists.v1",
          "TimeOffered",
          appointment.toString(),
          object(parties, "entry", appointment, "startsAt", at, "endsAt", at, "expiresAt", at));
      await().atMost(SOON).until(() -> hers.types().contains("waitlist.offer"));
      for (var rule : List.of("red.a", "red.b")) {
        Bus.tell(
            AiSessionFact.TOPIC.name(),
            "UrgencyRated",
            session.toString(),
            object(
                Map.of(), "session", session, "chat", pair.chat(), "level", "red", "ruleId", rule));
      }
      Bus.tell(
          AiSessionFact.TOPIC.name(),
          "SummaryReady",
          session.toString(),
          object(Map.of(), "session", session, "chat", pair.chat(), "message", UUID.randomUUID()));
      await().atMost(SOON).until(() -> hers.types().contains("ai.summary_ready"));
      await().atMost(SOON).until(() -> doctor.types().contains("ai.summary_ready"));

      assertThat(doctor.types().stream().filter("ai.urgency"::equals)).hasSize(1);
      assertThat(hers.types()).doesNotContain("ai.urgency");
      assertThat(ids(doctor.frames())).isEqualTo(LongStream.rangeClosed(1, 7).boxed().toList());
      assertThat(hospital.types()).containsExactly("appointment.booked", "appointment.cancelled");
      assertThat(hospital.frames().getFirst().path("data").path("hospital_id").asString())
          .isEqualTo(branch.toString());
      assertThat(nobody.frames()).isEmpty();
    }
  }

  @Test
  void a_fact_that_comes_again_or_at_two_places_at_once_is_told_once() throws Exception {
    var doctor = world.doctor();
    var patient = world.patient();
    var fact = booked(doctor, patient);
    var again = IntStream.range(0, 8).mapToObj(_ -> (Runnable) () -> hear(fact)).toList();
    var threads =
        again.stream().map(work -> Thread.ofVirtual().start(() -> attempt(work))).toList();
    for (var thread : threads) {
      thread.join();
    }
    hear(fact);
    hear(booked(doctor, patient));
    assertThat(stored(doctor)).containsExactly(1L, 2L);
  }

  /// The losers of a race are tried again by the bus.
  private static void attempt(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException lost) {
      work.run();
    }
  }

  @Test
  void a_client_goes_on_where_it_stopped_and_whoever_comes_too_late_is_told_to_begin_anew() {
    var doctor = world.doctor();
    var patient = world.patient();
    for (var i = 0; i < 5; i++) {
      hear(booked(doctor, patient));
    }
    try (var behind = EventClient.connect(world.port(), doctor, 3L);
        var named = EventSource.connect(world.port(), doctor, "?after=1", "4");
        var now = EventSource.connect(world.port(), doctor, "", null)) {
      await().atMost(SOON).until(() -> ids(behind.frames()).equals(List.of(4L, 5L)));
      await().atMost(SOON).until(() -> ids(named.frames()).equals(List.of(5L)));
      await().atMost(SOON).until(() -> now.lastId().equals("5"));
      assertThat(now.frames()).isEmpty();
      hear(booked(doctor, patient));
      await().atMost(SOON).until(() -> ids(now.frames()).equals(List.of(6L)));
    }
    jdbc.sql(
            "update event set stored_at = stored_at - interval '8 days' where account_id = ? and id <= 2")
        .param(doctor.id())
        .update();
    teller.forget();
    assertThat(stored(doctor)).containsExactly(3L, 4L, 5L, 6L);
    try (var late = EventClient.connect(world.port(), doctor, 1L);
        var ahead = EventClient.connect(world.port(), doctor, 7L);
        var confused = EventSource.connect(world.port(), doctor, "", "yesterday");
        var intime = EventClient.connect(world.port(), doctor, 2L)) {
      for (var frames :
          List.<Supplier<List<JsonNode>>>of(late::frames, ahead::frames, confused::frames)) {
        await().atMost(SOON).until(() -> frames.get().size() == 5);
        assertThat(frames.get().getFirst().toString()).isEqualTo("{\"type\":\"reset_required\"}");
        assertThat(ids(frames.get().subList(1, 5))).containsExactly(3L, 4L, 5L, 6L);
      }
      await().atMost(SOON).until(() -> ids(intime.frames()).equals(List.of(3L, 4L, 5L, 6L)));
    }
    assertThat(world.get(doctor, "/events?after=-1").status()).isEqualTo(422);
    assertThat(world.get(doctor, "/events?after=soon").status()).isEqualTo(422);
  }

  @Test
  void
      what_is_not_the_accounts_any_more_when_it_is_delivered_is_passed_over_and_the_loss_is_told() {
    var doctor = world.doctor();
    var mother = world.patient();
    var child = world.child();
    var relation = new Relation(RelationKind.RELATED, mother.id(), child, true, 1);
    hear(relation);
    hear(booked(doctor, child, null));
    hear(new Relation(RelationKind.RELATED, mother.id(), child, false, 2));
    hear(booked(doctor, child, null));
    hear(relation);
    try (var hers = EventClient.connect(world.port(), mother, 0L)) {
      await().atMost(SOON).until(() -> hers.types().equals(List.of("access.ended")));
      assertThat(hers.frames().getFirst().path("id").asLong()).isEqualTo(2);
      assertThat(hers.frames().getFirst().path("data").toString())
          .isEqualTo("{\"patient_id\":\"%s\"}".formatted(child));
    }
    assertThat(stored(mother)).containsExactly(1L, 2L);
  }

  @Test
  void who_speaks_for_a_patient_in_two_ways_loses_nothing_with_one_of_them() {
    var mother = world.patient();
    var child = world.child();
    hear(new Relation(RelationKind.RELATED, mother.id(), child, true, 1));
    hear(new Relation(RelationKind.OWNS_PATIENT, mother.id(), child, true, 1));
    hear(new Relation(RelationKind.RELATED, mother.id(), child, false, 2));
    assertThat(stored(mother)).isEmpty();
    hear(new Relation(RelationKind.OWNS_PATIENT, mother.id(), child, false, 2));
    assertThat(stored(mother)).hasSize(1);
  }

  /// The bus keeps no order between the relation and what followed it.
  @Test
  void an_account_misses_nothing_that_was_heard_of_before_its_relation() {
    var doctor = world.doctor();
    var mother = world.patient();
    var child = world.child();
    var before = Instant.now().minusSeconds(60);
    hear(new Delivery<>(booked(doctor, child, null).fact(), UUID.randomUUID(), before));
    for (var i = 0; i < 3; i++) {
      hear(booked(doctor, child, null));
    }
    var began =
        new RelationChanged(new Relation(RelationKind.RELATED, mother.id(), child, true, 1), null);
    for (var i = 0; i < 2; i++) {
      transaction.executeWithoutResult(_ ->
          happenings.relation(
              new Delivery<RelationFact>(began, UUID.randomUUID(), before.plusSeconds(10))));
    }
    hear(booked(doctor, child, null));
    try (var hers = EventClient.connect(world.port(), mother, 0L);
        var his = EventClient.connect(world.port(), doctor, 0L)) {
      await().atMost(SOON).until(() -> hers.frames().size() == 4);
      assertThat(ids(hers.frames())).containsExactly(1L, 2L, 3L, 4L);
      await().atMost(SOON).until(() -> his.frames().size() == 5);
      assertThat(subjects(hers.frames())).isEqualTo(subjects(his.frames()).subList(1, 5));
    }
  }

  private static List<String> subjects(List<JsonNode> frames) {
    return frames.stream().map(f -> f.path("data").path("appointment_id").asString()).toList();
  }

  @Test
  void events_of_a_chat_that_is_gone_are_passed_over() {
    var pair = world.pair();
    world.say(pair.patient(), pair.chat(), "gone soon");
    await().atMost(SOON).until(() -> stored(pair.doctor()).size() == 2);
    world.delete(world.admin(), "/chats/" + pair.chat());
    hear(booked(pair.doctor(), pair.patient()));
    try (var doctor = EventClient.connect(world.port(), pair.doctor(), 0L)) {
      await().atMost(SOON).until(() -> doctor.types().equals(List.of("appointment.booked")));
    }
  }

  @Test
  void an_ended_session_ends_its_streams_within_two_seconds() {
    var doctor = world.doctor();
    try (var source = EventSource.connect(world.port(), doctor, "", null);
        var socket = EventClient.connect(world.port(), doctor, null)) {
      await().atMost(SOON).until(() -> source.lastId().equals("0"));
      Surroundings.judge(doctor.session(), SessionStatus.ENDED);
      assertThat(socket.closeCode(WITHIN_THE_CONTRACT)).isEqualTo(4401);
      await().atMost(WITHIN_THE_CONTRACT).until(source::hasEnded);
    }
    assertThat(EventClient.refused(world.port(), doctor).status()).isEqualTo(401);
    assertThat(world.get(doctor, "/events").status()).isEqualTo(401);
    assertThat(world.outside(world.doctor(), "/access/events").status()).isEqualTo(200);
  }

  @Test
  void while_nobody_can_say_whether_a_session_stands_nothing_is_delivered() {
    var doctor = world.doctor();
    var patient = world.patient();
    try (var socket = EventClient.connect(world.port(), doctor, 0L)) {
      Surroundings.judge(doctor.session(), SessionStatus.UNKNOWN);
      await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
      hear(booked(doctor, patient));
      await().during(Duration.ofMillis(1500)).until(() -> socket.frames().isEmpty());
      Surroundings.judge(doctor.session(), SessionStatus.LIVE);
      await().atMost(SOON).until(() -> ids(socket.frames()).equals(List.of(1L)));
    }
  }

  @Test
  void a_client_that_comes_back_after_long_gets_more_than_a_connection_holds() {
    var doctor = world.doctor();
    var patient = world.patient();
    for (var i = 0; i < 1000; i++) {
      hear(booked(doctor, patient));
    }
    try (var socket = EventClient.connect(world.port(), doctor, 0L);
        var source = EventSource.connect(world.port(), doctor, "?after=0", null)) {
      var all = LongStream.rangeClosed(1, 1000).boxed().toList();
      await().atMost(SOON).until(() -> ids(socket.frames()).equals(all));
      await().atMost(SOON).until(() -> ids(source.frames()).equals(all));
    }
  }

  @Test
  void a_client_has_nothing_to_say_there() {
    try (var socket = EventClient.connect(world.port(), world.admin(), null)) {
      socket.send("{\"content\":\"hello\"}");
      await().atMost(SOON).until(() -> socket.types().equals(List.of("error")));
    }
  }

  @Test
  void what_is_older_than_events_are_kept_is_not_told_any_more() {
    var doctor = world.doctor();
    var old = Instant.now().minus(Duration.ofDays(8));
    hear(new Delivery<>(booked(doctor, world.patient()).fact(), UUID.randomUUID(), old));
    assertThat(stored(doctor)).isEmpty();
  }

  private static JsonNode object(Map<String, ?> fields, Object... more) {
    var object = JSON.createObjectNode();
    fields.forEach((name, value) -> object.set(name, JSON.valueToTree(value)));
    for (var i = 0; i < more.length; i += 2) {
      object.set((String) more[i], JSON.valueToTree(more[i + 1]));
    }
    return object;
  }

  private static Delivery<AppointmentFact> booked(Person doctor, Person patient) {
    return booked(doctor, patient.id(), null);
  }

  private static Delivery<AppointmentFact> booked(
      Person doctor, UUID patient, @Nullable HospitalId hospital) {
    return new Delivery<>(
        new AppointmentBooked(
            new AppointmentId(UUID.randomUUID()),
            new DoctorId(doctor.id()),
            new PatientId(patient),
            hospital,
            Instant.now(),
            Instant.now(),
            1),
        UUID.randomUUID(),
        Instant.now());
  }

  private void hear(Delivery<AppointmentFact> delivery) {
    transaction.executeWithoutResult(_ -> happenings.appointment(delivery));
  }

  private void hear(Relation relation) {
    transaction.executeWithoutResult(_ ->
        happenings.relation(
            new Delivery<>(new RelationChanged(relation, null), UUID.randomUUID(), Instant.now())));
  }

  private List<Long> stored(Person person) {
    return jdbc.sql("select id from event where account_id = ? order by id")
        .param(person.id())
        .query(Long.class)
        .list();
  }

  private static List<Long> ids(List<JsonNode> frames) {
    return frames.stream().map(frame -> frame.path("id").asLong()).toList();
  }
}
