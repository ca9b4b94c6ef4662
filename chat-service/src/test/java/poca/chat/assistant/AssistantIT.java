package poca.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.chattest.Client;
import poca.chattest.RealChat;
import poca.chattest.Surroundings;
import poca.chattest.World;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.fact.AiSessionStateFact;
import poca.contracts.fact.AiSessionStateFact.AiSessionChanged;
import poca.contracts.fact.MessageFact;
import poca.testkit.world.Bus;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RealChat
class AssistantIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired World world;
  @Autowired Interviews interviews;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void back() {
    Surroundings.NEIGHBOURS.assistantIsAway(false);
  }

  /// An interview as it stands.
  private record State(
      UUID id,
      UUID chat,
      int hour,
      @Nullable String urgency,
      @Nullable Instant attendedAt,
      boolean deleted,
      long version) {

    static State begun(UUID chat, int hour) {
      return new State(UUID.randomUUID(), chat, hour, null, null, false, 1);
    }

    State rated(String level) {
      return new State(id, chat, hour, level, attendedAt, deleted, version + 1);
    }

    State attended() {
      return new State(id, chat, hour, urgency, MORNING.plusSeconds(1), deleted, version + 1);
    }

    State gone() {
      return new State(id, chat, hour, urgency, attendedAt, true, version + 1);
    }

    AiSessionChanged told() {
      var startedAt = MORNING.plus(Duration.ofHours(hour));
      return new AiSessionChanged(
          new AiSessionId(id),
          new ChatId(chat),
          null,
          null,
          startedAt,
          urgency,
          null,
          urgency == null ? null : startedAt,
          true,
          false,
          false,
          attendedAt,
          startedAt.plusMillis(version),
          deleted,
          version);
    }
  }

  private State apply(State state) {
    interviews.apply(state.told());
    return state;
  }

  private JsonNode assistant(World.Pair pair) {
    return world.get(pair.doctor(), "/chats/" + pair.chat()).data().path("assistant");
  }

  private String shown(World.Pair pair) {
    return assistant(pair).path("session_id").asString();
  }

  @Test
  void a_red_session_stays_on_top_whatever_else_the_patient_starts() {
    var pair = world.pair();
    assertThat(assistant(pair).isNull()).isTrue();
    var red = apply(State.begun(pair.chat(), 1).rated("red"));
    var green = apply(State.begun(pair.chat(), 2).rated("green"));
    var yellow = apply(State.begun(pair.chat(), 3).rated("yellow"));
    var silent = apply(State.begun(pair.chat(), 4));

    assertThat(assistant(pair).toString())
        .isEqualTo(
            """
            {"session_id":"%s","urgency":"red","understood":true,"summary_ready":false,\
            "ended":false,"attended_at":null,"updated_at":"2026-11-24T09:00:00.002Z"}\
            """
                .formatted(red.id()));
    assertThat(
            world
                .get(pair.doctor(), "/chats")
                .data()
                .path("chats")
                .get(0)
                .path("assistant")
                .path("session_id")
                .asString())
        .isEqualTo(red.id().toString());

    red = apply(red.attended());
    assertThat(shown(pair)).isEqualTo(yellow.id().toString());
    apply(yellow.gone());
    assertThat(shown(pair)).isEqualTo(green.id().toString());
    var later = apply(State.begun(pair.chat(), 5).rated("green"));
    assertThat(shown(pair)).isEqualTo(later.id().toString());
    apply(green.attended());
    apply(later.attended());
    assertThat(shown(pair)).isEqualTo(silent.id().toString());
    apply(silent.attended());
    // nothing waits any more: the newest
    assertThat(shown(pair)).isEqualTo(later.id().toString());
    assertThat(assistant(pair).path("attended_at").asString())
        .isEqualTo("2026-11-24T08:00:01.000Z");
    apply(new State(red.id(), red.chat(), 1, "red", null, false, red.version() + 1));
    assertThat(shown(pair)).isEqualTo(red.id().toString());
  }

  @Test
  void what_is_told_twice_or_late_changes_nothing_and_what_is_gone_does_not_come_back() {
    var pair = world.pair();
    var begun = State.begun(pair.chat(), 1);
    var yellow = begun.rated("yellow");
    var red = yellow.rated("red");
    apply(begun);
    apply(red);
    apply(red);
    apply(yellow);
    apply(begun);
    assertThat(assistant(pair).path("urgency").asString()).isEqualTo("red");

    var gone = red.gone();
    apply(gone);
    apply(red);
    assertThat(assistant(pair).isNull()).isTrue();
    assertThat(
            jdbc.sql("select version from ai_session where id = ?")
                .param(begun.id())
                .query(Long.class)
                .single())
        .isEqualTo(gone.version());
  }

  @Test
  void over_the_bus_an_unknown_type_is_passed_over_and_an_extra_field_harms_nobody() {
    var pair = world.pair();
    var state = State.begun(pair.chat(), 1).rated("yellow");
    var topic = AiSessionStateFact.TOPIC.name();
    var key = state.id().toString();
    ObjectNode body = JSON.valueToTree(state.told());
    Bus.tell(topic, "AiSessionDreamt", key, JSON.createObjectNode().put("dream", "of sheep"));
    Bus.tell(topic, "AiSessionChanged", key, body.put("mood", "hopeful"));
    Bus.tell(topic, "AiSessionChanged", key, body);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(assistant(pair).path("urgency").asString("")).isEqualTo("yellow"));
    assertThat(
            jdbc.sql("select count(*) from parked_fact where consumer = 'chat-service.assistant'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private static Map<String, Object> summary(World.Pair pair, UUID session) {
    return new HashMap<>(
        Map.of("chat_id", pair.chat(), "message", "The summary", "ai_session_id", session));
  }

  private Response send(Person by, World.Pair pair, UUID session) {
    return world.post(by, "/messages", summary(pair, session));
  }

  private long lastSeq(World.Pair pair) {
    return world.get(pair.doctor(), "/chats/" + pair.chat()).data().path("last_seq").asLong();
  }

  @Test
  void a_summary_names_its_session_wherever_the_message_appears() {
    var pair = world.pair();
    var session = State.begun(pair.chat(), 1).id();
    apply(new State(session, pair.chat(), 1, "red", null, false, 2));
    try (var doctor = Client.connect(world.port(), pair.doctor(), pair.chat())) {
      await().atMost(SOON).until(() -> doctor.frames().size() == 1);
      var sent = send(pair.patient(), pair, session);
      assertThat(sent.status()).isEqualTo(200);
      assertThat(sent.data().path("ai_session_id").asString()).isEqualTo(session.toString());
      await().atMost(SOON).until(() -> doctor.seqs().size() == 1);
      assertThat(doctor.frames("message").getFirst().path("message").path("ai_session_id"))
          .isEqualTo(sent.data().path("ai_session_id"));
    }
    var listed = world.get(pair.doctor(), "/messages/chat/" + pair.chat()).data().path("messages");
    assertThat(listed.get(0).path("ai_session_id").asString()).isEqualTo(session.toString());
    var chat = world.get(pair.doctor(), "/chats/" + pair.chat()).data();
    assertThat(chat.path("last_message").path("ai_session_id").asString())
        .isEqualTo(session.toString());
    assertThat(chat.path("assistant").path("session_id").asString()).isEqualTo(session.toString());
    assertThat(Surroundings.NEIGHBOURS.wasAskedFor(session)).isFalse();

    try (var patient = Client.connect(world.port(), pair.patient(), pair.chat())) {
      patient.send("{\"content\":\"Once more\",\"ai_session_id\":\"%s\"}".formatted(session));
      await().atMost(SOON).until(() -> patient.seqs().size() == 1);
      assertThat(
              patient.frames("message").getFirst().path("message").path("ai_session_id").asString())
          .isEqualTo(session.toString());
    }
    var form =
        """
        --b\r
        Content-Disposition: form-data; name="chat_id"\r
        \r
        %s\r
        --b\r
        Content-Disposition: form-data; name="message"\r
        \r
        By form\r
        --b\r
        Content-Disposition: form-data; name="ai_session_id"\r
        \r
        %s\r
        --b--\r
        """
            .formatted(pair.chat(), session);
    var byForm =
        world.multipart(pair.patient(), "/messages", "b", form.getBytes(StandardCharsets.UTF_8));
    assertThat(byForm.data().path("ai_session_id").asString()).isEqualTo(session.toString());
  }

  @Test
  void a_session_of_which_nobody_told_yet_is_asked_for_once() {
    var pair = world.pair();
    var session = Surroundings.NEIGHBOURS.interview(pair.chat());
    assertThat(send(pair.patient(), pair, session).status()).isEqualTo(200);
    assertThat(shown(pair)).isEqualTo(session.toString());

    Surroundings.NEIGHBOURS.assistantIsAway(true);
    assertThat(send(pair.patient(), pair, session).status()).isEqualTo(200);
  }

  @Test
  void only_a_session_of_the_chat_is_taken_and_only_from_the_patient_and_nothing_is_stored() {
    var pair = world.pair();
    var other = world.pair();
    var elsewhere = apply(State.begun(other.chat(), 1)).id();
    var unheard = Surroundings.NEIGHBOURS.interview(other.chat());
    for (var stranger : new UUID[] {UUID.randomUUID(), elsewhere, unheard}) {
      var refused = send(pair.patient(), pair, stranger);
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.message()).isEqualTo("AI session not found");
    }
    var gone = apply(apply(State.begun(pair.chat(), 1)).gone()).id();
    assertThat(send(pair.patient(), pair, gone).status()).isEqualTo(404);

    var session = apply(State.begun(pair.chat(), 2)).id();
    for (var doctorsSide : new Person[] {pair.doctor(), world.admin()}) {
      var refused = send(doctorsSide, pair, session);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("BIZ_001");
    }
    var malformed = summary(pair, session);
    malformed.put("ai_session_id", "nonsense");
    assertThat(world.post(pair.patient(), "/messages", malformed).status()).isEqualTo(422);
    assertThat(lastSeq(pair)).isZero();

    var forThePatient = summary(pair, session);
    forThePatient.put("sender_id", pair.patient().id());
    assertThat(world.post(world.admin(), "/messages", forThePatient).status()).isEqualTo(200);
  }

  @Test
  void without_the_assistant_chats_go_on_and_what_only_it_knows_is_no_wrong_404() {
    var pair = world.pair();
    var red = apply(State.begun(pair.chat(), 1).rated("red"));
    var unheard = Surroundings.NEIGHBOURS.interview(pair.chat());
    Surroundings.NEIGHBOURS.assistantIsAway(true);
    var refused = send(pair.patient(), pair, unheard);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo("SRV_002");
    assertThat(lastSeq(pair)).isZero();

    assertThat(world.say(pair.patient(), pair.chat(), "Hello?").status()).isEqualTo(200);
    assertThat(shown(pair)).isEqualTo(red.id().toString());
  }

  @Test
  void a_repeated_message_is_the_first_one_without_anybody_being_asked() {
    var pair = world.pair();
    var session = Surroundings.NEIGHBOURS.interview(pair.chat());
    var once = summary(pair, session);
    once.put("client_message_id", "m-1");
    var first = world.post(pair.patient(), "/messages", once);
    assertThat(first.status()).isEqualTo(200);
    Surroundings.NEIGHBOURS.assistantIsAway(true);
    once.put("ai_session_id", Surroundings.NEIGHBOURS.interview(pair.chat()));
    var again = world.post(pair.patient(), "/messages", once);
    assertThat(again.data().path("id")).isEqualTo(first.data().path("id"));
    assertThat(again.data().path("ai_session_id").asString()).isEqualTo(session.toString());
  }

  @Test
  void who_waits_for_the_doctor_hears_when_it_read_or_wrote() {
    var pair = world.pair();
    var session = apply(State.begun(pair.chat(), 1)).id();
    send(pair.patient(), pair, session);
    var second = world.say(pair.patient(), pair.chat(), "And hurry").data();
    var ids =
        world
            .get(pair.doctor(), "/messages/chat/" + pair.chat())
            .data()
            .path("messages")
            .valueStream()
            .map(m -> m.path("id").asString())
            .toList();
    world.put(pair.doctor(), "/messages/read-status", Map.of("message_ids", ids));
    var topic = MessageFact.TOPIC.name();
    var key = pair.chat().toString();
    await().atMost(SOON).until(() -> !Bus.heard(topic, "MessagesMarked", key).isEmpty());

    var read = Bus.heard(topic, "MessagesMarked", key);
    assertThat(read).as("one for all of them").hasSize(1);
    assertThat(Instant.parse(read.getFirst().path("newestSentAt").asString()))
        .isBetween(
            Instant.parse(second.path("timestamp").asString()),
            Instant.parse(second.path("timestamp").asString()).plusMillis(1));
    var sent = Bus.heard(topic, "MessageSent", key).getFirst();
    assertThat(sent.path("summaryOf").asString()).isEqualTo(session.toString());
    assertThat(Instant.parse(sent.path("sentAt").asString())).isBefore(Instant.now());
  }

  @Test
  void a_refused_frame_is_named_by_its_client_message_id() {
    var pair = world.pair();
    try (var patient = Client.connect(world.port(), pair.patient(), pair.chat())) {
      patient.send(
          "{\"content\":\"x\",\"client_message_id\":\"f-1\",\"ai_session_id\":\"%s\"}"
              .formatted(UUID.randomUUID()));
      patient.send("{\"content\":7,\"client_message_id\":\"f-2\"}");
      patient.send("{\"content\":7}");
      await().atMost(SOON).until(() -> patient.frames("error").size() == 3);
      assertThat(patient.frames("error"))
          .extracting(
              frame -> frame.path("error_code").asString(),
              frame -> frame.path("client_message_id").asString("none"))
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("RES_001", "f-1"),
              org.assertj.core.groups.Tuple.tuple("VAL_001", "f-2"),
              org.assertj.core.groups.Tuple.tuple("VAL_001", "none"));
    }
  }
}
