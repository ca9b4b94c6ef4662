package poca.ai.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.ai.careteam.Chats;
import poca.aitest.RealAi;
import poca.aitest.World;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.fact.AiSessionStateFact;
import poca.contracts.fact.ChatFact.ChatDeleted;
import poca.testkit.world.Bus;
import tools.jackson.databind.JsonNode;

@RealAi
class StatesIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired Chats chats;

  private static List<JsonNode> told(String session) {
    return Bus.heard(AiSessionStateFact.TOPIC.name(), "AiSessionChanged", session);
  }

  private static List<JsonNode> told(String session, int times) {
    await().atMost(SOON).until(() -> told(session).size() >= times);
    return told(session);
  }

  @Test
  void every_change_of_a_session_is_told_whole_and_once() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var path = "/ai/sessions/" + session;
    world.say(pair.patient(), session, "I have crushing chest pain and I am sweating");
    world.put(pair.patient(), path + "/summary", Map.of("summary", "Chest pain"));
    world.put(pair.patient(), path + "/summary", Map.of("summary", "Chest pain, sweating"));
    world.put(pair.patient(), path + "/end", null);
    world.put(pair.patient(), path + "/end", null);
    world.get(pair.patient(), path);
    world.get(pair.doctor(), path);
    world.get(pair.doctor(), path);

    var told = told(session, 6);
    assertThat(told.stream().map(fact -> fact.path("version").asLong()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 6).boxed().toList());
    assertThat(told.stream().map(fact -> fact.path("urgency").asString("none")))
        .containsExactly("none", "red", "red", "red", "red", "red");
    assertThat(told.stream().map(fact -> fact.path("summaryReady").asBoolean()))
        .containsExactly(false, false, true, true, true, true);
    assertThat(told.stream().map(fact -> fact.path("ended").asBoolean()))
        .containsExactly(false, false, false, false, true, true);
    assertThat(told.stream().map(fact -> fact.path("attendedAt").isNull()))
        .containsExactly(true, true, true, true, true, false);
    var last = told.getLast();
    assertThat(last.path("doctor").asString()).isEqualTo(pair.doctor().id().toString());
    assertThat(last.path("patient").asString()).isEqualTo(pair.patient().id().toString());
    assertThat(last.path("ruleId").asString()).isNotBlank();
    assertThat(last.path("deleted").asBoolean()).isFalse();

    var asked = world.internal("/internal/ai-sessions/" + session);
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.body().path("session").asString()).isEqualTo(session);
    assertThat(asked.body().path("chat").asString()).isEqualTo(pair.chat().toString());
    assertThat(asked.body().path("version").asLong()).isEqualTo(6);
    assertThat(asked.body().path("summary_ready").asBoolean()).isTrue();
    assertThat(asked.body().path("attended_at").asString())
        .isEqualTo(world.get(pair.doctor(), path).data().path("attended_at").asString());
  }

  @Test
  void what_services_ask_is_for_services() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    assertThat(world.outside(pair.doctor(), "/internal/ai-sessions/" + session).status())
        .isEqualTo(401);
    assertThat(world.internal("/internal/ai-sessions/" + UUID.randomUUID()).status())
        .isEqualTo(404);
  }

  @Test
  void a_deleted_chat_takes_its_sessions_and_says_so() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    world.say(pair.patient(), session, "I have a cough");
    chats.on(
        new ChatDeleted(
            new ChatId(pair.chat()),
            new DoctorId(pair.doctor().id()),
            new PatientId(pair.patient().id()),
            5));
    var last = told(session, 3).getLast();
    assertThat(last.path("deleted").asBoolean()).isTrue();
    assertThat(last.path("version").asLong()).isEqualTo(3);
    assertThat(world.internal("/internal/ai-sessions/" + session).status()).isEqualTo(404);
  }

  @Test
  void a_session_of_before_is_told_once_and_gets_what_it_lacks() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    world.say(pair.patient(), session, "I have a cough");
    world.put(pair.patient(), "/ai/sessions/" + session + "/summary", Map.of("summary", "Cough"));
    told(session, 3);
    jdbc.sql(
            """
            update ai_session set told = false, version = 100, doctor_id = null, patient_id = null,
              summary_ready = false, updated_at = null
            where id = cast(:id as uuid)
            """)
        .param("id", session)
        .update();

    var last = told(session, 4).getLast();
    assertThat(last.path("version").asLong()).isEqualTo(101);
    assertThat(last.path("summaryReady").asBoolean()).isTrue();
    assertThat(
            world
                .get(pair.doctor(), "/ai/sessions?chat_id=" + pair.chat())
                .data()
                .path("sessions")
                .get(0)
                .path("id")
                .asString())
        .isEqualTo(session);
    var another = world.session(pair.patient(), pair.chat());
    told(another, 1);
    assertThat(told(session, 4)).hasSize(4);
  }
}
