package poca.ai.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.ai.careteam.Chats;
import poca.aitest.RealAi;
import poca.aitest.World;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.fact.ChatFact.ChatDeleted;
import poca.contracts.fact.ChatFact.ChatOpened;

@RealAi
class SessionIT {

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired Chats chats;

  @Test
  void an_ended_session_takes_no_message_and_ending_it_again_changes_nothing() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    world.say(pair.patient(), session, "I have a sore throat");
    var ended = world.put(pair.patient(), "/ai/sessions/" + session + "/end", null);
    assertThat(ended.status()).isEqualTo(200);
    var at = ended.data().path("end_timestamp").asString();
    assertThat(at).endsWith("Z");
    var again = world.put(pair.doctor(), "/ai/sessions/" + session + "/end", Map.of("any", 1));
    assertThat(again.data().path("end_timestamp").asString()).isEqualTo(at);
    assertThat(facts(session, "AiSessionEnded")).isEqualTo(1);
    var refused = world.say(pair.patient(), session, "one more");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("BIZ_002");
    assertThat(refused.data().path("details").path("emergency_number").asString()).isEqualTo("112");
    assertThat(world.messages(pair.patient(), session)).hasSize(1);
  }

  @Test
  void putting_a_summary_adds_one_or_replaces_it_and_never_an_interview_answer() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var path = "/ai/sessions/" + session + "/summary";
    var none = world.put(pair.patient(), path, Map.of("summary", "mine"));
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.message()).isEqualTo("No messages found in the session");

    var question = world.say(pair.patient(), session, "I have a cough").data().path("response");
    world.put(pair.patient(), "/ai/sessions/" + session + "/end", null);
    var added = world.put(pair.patient(), path, Map.of("summary", "mine")).data();
    assertThat(added.propertyNames())
        .containsExactlyInAnyOrder("id", "session_id", "summary", "timestamp");
    var replaced =
        world
            .put(
                pair.patient(),
                "/ai-assistant/sessions/" + session + "/summary",
                Map.of("summary", "better", "session_id", session))
            .data();
    assertThat(replaced.path("id")).isEqualTo(added.path("id"));
    var all = world.messages(pair.patient(), session);
    assertThat(all).hasSize(2);
    assertThat(all.get(0).path("response")).isEqualTo(question);
    assertThat(all.get(1).path("message").asString()).isEmpty();
    assertThat(all.get(1).path("response").asString()).isEqualTo("better");
    assertThat(all.get(1).path("is_summary").asBoolean()).isTrue();

    var other = Map.of("summary", "x", "session_id", UUID.randomUUID());
    assertThat(world.put(pair.patient(), path, other).status()).isEqualTo(422);
    assertThat(world.put(pair.patient(), path, Map.of("summary", " ")).status()).isEqualTo(422);
    assertThat(world.put(pair.patient(), path, Map.of()).status()).isEqualTo(422);
  }

  @Test
  void messages_come_oldest_first_and_by_cursor() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    for (var i = 0; i < 5; i++) {
      world.say(pair.patient(), session, "message " + i);
    }
    var path = "/ai/sessions/" + session + "/messages";
    var page = world.get(pair.patient(), path + "?limit=2").data();
    assertThat(page.path("total").asInt()).isEqualTo(5);
    var next =
        world.get(pair.patient(), path + "?limit=4&cursor=" + page.path("next_cursor").asString());
    assertThat(next.data().path("messages").valueStream().map(m -> m.path("message").asString()))
        .containsExactly("message 2", "message 3", "message 4");
    assertThat(next.data().path("next_cursor").isNull()).isTrue();
    assertThat(next.data().path("total").isNull()).isTrue();
    assertThat(world.get(pair.patient(), path + "?skip=3").data().path("messages")).hasSize(2);
    assertThat(world.get(pair.patient(), path + "?cursor=x").status()).isEqualTo(422);
    assertThat(world.get(pair.patient(), path + "?limit=0").status()).isEqualTo(422);
  }

  @Test
  void every_alias_does_what_its_route_does() {
    var pair = world.pair();
    var session =
        world.post(pair.patient(), "/ai-assistant/sessions", Map.of("chat_id", pair.chat()));
    var id = session.data().path("id").asString();
    for (var path :
        List.of("/ai/sessions/" + id + "/messages", "/ai-assistant/sessions/" + id + "/messages")) {
      for (var field : List.of("message", "content")) {
        var response = world.post(pair.patient(), path, Map.of(field, "I have an earache"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.data().path("message").asString()).isEqualTo("I have an earache");
      }
    }
    assertThat(world.messages(pair.patient(), id)).hasSize(4);
  }

  @Test
  void strangers_and_hospitals_are_refused_and_what_is_unknown_is_not_found() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var strangers =
        List.of(world.person(Role.DOCTOR), world.person(Role.PATIENT), world.person(Role.HOSPITAL));
    for (var stranger : strangers) {
      for (var path : List.of("", "/messages")) {
        var response = world.get(stranger, "/ai/sessions/" + session + path);
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.code()).isEqualTo("AUTH_004");
      }
      assertThat(world.say(stranger, session, "hello").status()).isEqualTo(403);
      assertThat(world.put(stranger, "/ai/sessions/" + session + "/end", null).status())
          .isEqualTo(403);
      assertThat(
              world
                  .put(stranger, "/ai/sessions/" + session + "/summary", Map.of("summary", "s"))
                  .status())
          .isEqualTo(403);
      assertThat(world.post(stranger, "/ai/sessions", Map.of("chat_id", pair.chat())).status())
          .isEqualTo(403);
      assertThat(world.outside(stranger, "/access/ai-sessions/" + session).status()).isEqualTo(403);
    }
    assertThat(world.messages(pair.patient(), session)).isEmpty();
    assertThat(
            world
                .get(pair.patient(), "/ai/sessions/" + session)
                .data()
                .path("end_timestamp")
                .isNull())
        .isTrue();

    assertThat(world.outside(pair.patient(), "/access/ai-sessions/" + session).status())
        .isEqualTo(200);
    for (var unknown : List.of(UUID.randomUUID().toString(), "nonsense")) {
      assertThat(world.outside(pair.patient(), "/access/ai-sessions/" + unknown).status())
          .isEqualTo(404);
    }
    var unknown = world.say(pair.patient(), UUID.randomUUID().toString(), "hello");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.message()).isEqualTo("AI session not found");
    var noChat = world.post(pair.patient(), "/ai/sessions", Map.of("chat_id", UUID.randomUUID()));
    assertThat(noChat.status()).isEqualTo(404);
    assertThat(noChat.message()).isEqualTo("Chat not found");
    assertThat(world.say(pair.patient(), "nonsense", "hello").status()).isEqualTo(422);
    assertThat(world.get(pair.patient(), "/ai/sessions/nonsense").status()).isEqualTo(422);
    var entity = world.as(UUID.randomUUID(), pair.patient(), "/ai/sessions/" + session);
    assertThat(entity.status()).isEqualTo(403);
    assertThat(entity.message()).isEqualTo("Invalid entity ID for this user");
  }

  @Test
  void a_deleted_chat_takes_everything_with_it_and_does_not_come_back() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    world.say(pair.patient(), session, "I have a cough");
    world.post(
        pair.doctor(), "/ai/suggested-response", Map.of("session_id", session, "summary", "cough"));
    world.get(pair.doctor(), "/ai/sessions/" + session + "/problem-suggestions");
    for (var table : OF_SESSION) assertThat(rows(table, session)).as(table).isPositive();
    var chat = new ChatId(pair.chat());
    var doctor = new DoctorId(pair.doctor().id());
    var patient = new PatientId(pair.patient().id());
    chats.on(new ChatDeleted(chat, doctor, patient, 5));
    chats.on(new ChatOpened(chat, doctor, patient, true, 4));
    chats.on(new ChatDeleted(chat, doctor, patient, 5));
    assertThat(world.get(pair.patient(), "/ai/sessions/" + session).status()).isEqualTo(404);
    assertThat(world.post(pair.patient(), "/ai/sessions", Map.of("chat_id", pair.chat())).status())
        .isEqualTo(404);
    for (var table : OF_SESSION) assertThat(rows(table, session)).as(table).isZero();
    assertThat(
            jdbc.sql(
                    "select count(*) from citation where text_id not in (select id from"
                        + " cited_text)")
                .query(Integer.class)
                .single())
        .isZero();
  }

  /// What is kept of an interview, the copies of what was cited in it included.
  private static final List<String> OF_SESSION =
      List.of("ai_message", "suggested_response", "cited_text", "problem_suggestion");

  private int rows(String table, String session) {
    return jdbc.sql("select count(*) from " + table + " where session_id = cast(:session as uuid)")
        .param("session", session)
        .query(Integer.class)
        .single();
  }

  private int count(String session) {
    return jdbc.sql("select question_count from ai_session where id = cast(:id as uuid)")
        .param("id", session)
        .query(Integer.class)
        .single();
  }

  /// The relay empties the outbox: what it holds and what went over the bus cannot be told apart
  /// here, so the relay is waited for and the topic asked.
  private int facts(String session, String type) {
    await().atMost(Duration.ofSeconds(20)).until(() -> AiFacts.of(session).contains(type));
    return (int) AiFacts.of(session).stream().filter(type::equals).count();
  }
}
