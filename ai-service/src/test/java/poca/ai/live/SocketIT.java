package poca.ai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import poca.access.session.SessionCheck.SessionStatus;
import poca.ai.AiService;
import poca.aitest.Client;
import poca.aitest.RealAi;
import poca.aitest.Surroundings;
import poca.aitest.World;
import poca.contracts.Role;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.RealParts;
import poca.testkit.TestPostgres;

@RealAi
class SocketIT {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration WITHIN_THE_CONTRACT = Duration.ofMillis(2_500);

  @Autowired World world;
  @Autowired TestPostgres.Database database;

  @Value("${poca.audit.key}")
  String auditKey = "";

  @Test
  void a_whole_interview_has_exactly_two_frames_for_each_message() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    try (var patient = Client.connect(world.port(), pair.patient(), session)) {
      assertThat(patient.subprotocol()).isEqualTo("poca.bearer");
      await().atMost(SOON).until(() -> patient.frames().size() == 1);
      assertThat(patient.frames().getFirst().toString())
          .isEqualTo(
              "{\"type\":\"system\","
                  + "\"content\":\"Connected to AI Assistant. You can start chatting now.\"}");
      patient.say("I have stomach pain since this morning");
      var count = 1;
      while (true) {
        var frames = 1 + 2 * count;
        await().atMost(SOON).until(() -> patient.frames().size() == frames);
        assertThat(patient.frames().get(frames - 2).toString())
            .isEqualTo("{\"type\":\"status\",\"content\":\"Processing your message...\"}");
        var answer = patient.frames().get(frames - 1);
        assertThat(answer.propertyNames())
            .containsExactly("type", "message_id", "content", "question_count");
        assertThat(answer.path("content").propertyNames())
            .containsExactly("message", "isSummary", "choices");
        assertThat(answer.path("question_count").asInt()).isEqualTo(count);
        if (answer.path("content").path("isSummary").asBoolean()) {
          assertThat(answer.path("content").path("choices")).isEmpty();
          break;
        }
        assertThat(count).isLessThanOrEqualTo(4);
        patient.say("no");
        count++;
      }
      assertThat(patient.frames("ai_response"))
          .anySatisfy(f ->
              assertThat(f.path("content").path("choices").toString())
                  .isEqualTo("[\"Yes\",\"No\",\"I don't know\"]"));
      var stored = world.messages(pair.doctor(), session);
      assertThat(stored).hasSize(count);
      assertThat(stored.get(count - 1).path("id"))
          .isEqualTo(patient.frames().getLast().path("message_id"));
      assertThat(stored.get(count - 1).path("response"))
          .isEqualTo(patient.frames().getLast().path("content").path("message"));
      patient.send("{}");
      patient.send("{\"message\":\"  \"}");
      patient.send("{\"message\":null}");
      await().during(Duration.ofMillis(300)).until(() -> patient.frames("error").isEmpty());
    }
  }

  @Test
  void two_sockets_on_two_instances_and_rest_share_one_interview() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    try (var second =
            new SpringApplicationBuilder(AiService.class, Surroundings.class)
                .run(
                    "--server.port=0",
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.user(),
                    "--spring.datasource.password=" + database.password(),
                    "--spring.kafka.bootstrap-servers=" + RealParts.kafka().bootstrapServers(),
                    "--poca.audit.key=" + auditKey,
                    "--poca.peers.directory-service=" + Surroundings.NEIGHBOURS.url(),
                    "--poca.peers.records-service=" + Surroundings.NEIGHBOURS.url());
        var here = Client.connect(world.port(), pair.patient(), session)) {
      var server = ((ServletWebServerApplicationContext) second).getWebServer();
      var there = Client.connect(server == null ? 0 : server.getPort(), pair.doctor(), session);
      for (var i = 0; i < 5; i++) {
        here.say("headache here " + i);
        there.say("headache there " + i);
        world.say(pair.patient(), session, "headache by REST " + i);
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              here.frames("ai_response").size() == 5 && there.frames("ai_response").size() == 5);
      var stored = world.messages(pair.patient(), session);
      assertThat(stored).hasSize(15);
      assertThat(stored.valueStream()).noneMatch(m -> m.path("response").isNull());
      assertThat(stored.valueStream().filter(m -> m.path("is_summary").asBoolean())).hasSize(1);
      var counts =
          here.frames("ai_response").stream().map(f -> f.path("question_count").asInt()).toList();
      assertThat(counts).isSorted().doesNotHaveDuplicates();
      assertThat(
              stored
                  .valueStream()
                  .map(m -> m.path("message").asString())
                  .filter(m -> m.contains(" here ")))
          .containsExactly(
              "headache here 0",
              "headache here 1",
              "headache here 2",
              "headache here 3",
              "headache here 4");
      assertThat(here.frames("error")).isEmpty();
      second.close();
      assertThat(there.closeCode(SOON)).isEqualTo(1001);
    }
  }

  @Test
  void a_streamed_answer_comes_in_pieces_with_the_urgency_and_its_evidence() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var words = "I have crushing chest pain and cold sweat 😰 right now";
    try (var patient = Client.connect(world.port(), pair.patient(), session + "?stream=true")) {
      patient.say(words);
      await().atMost(SOON).until(() -> patient.frames("ai_response").size() == 1);
      assertThat(patient.types().subList(0, 3)).containsExactly("system", "status", "urgency");
      var urgency = patient.frames("urgency").getFirst();
      assertThat(urgency.path("level").asString()).isEqualTo("red");
      assertThat(urgency.path("rule_id").asString()).startsWith("red.");
      var answer = patient.frames("ai_response").getFirst();
      var evidence = urgency.path("evidence").get(0);
      assertThat(evidence.path("message_id")).isEqualTo(answer.path("message_id"));
      assertThat(words.substring(evidence.path("start").asInt(), evidence.path("end").asInt()))
          .containsAnyOf("chest", "pain", "sweat");
      var text = answer.path("content").path("message").asString();
      var tokens = patient.frames("token");
      assertThat(tokens).hasSizeGreaterThan(1);
      assertThat(
              tokens.stream().map(t -> t.path("content").asString()).collect(Collectors.joining()))
          .isEqualTo(text);
      var offset = 0;
      for (var token : tokens) {
        assertThat(token.path("offset").asInt()).isEqualTo(offset);
        offset += token.path("content").asString().length();
      }

      var id = answer.path("message_id").asString();
      patient.send("{\"type\":\"resume\",\"message_id\":\"" + id + "\",\"offset\":10}");
      await().atMost(SOON).until(() -> patient.frames("ai_response").size() == 2);
      assertThat(patient.frames("ai_response").get(1)).isEqualTo(answer);
      var again = patient.frames("token").subList(tokens.size(), patient.frames("token").size());
      assertThat(again.getFirst().path("offset").asInt()).isEqualTo(10);
      assertThat(
              again.stream().map(t -> t.path("content").asString()).collect(Collectors.joining()))
          .isEqualTo(text.substring(10));

      patient.send("{\"type\":\"resume\",\"message_id\":\"" + UUID.randomUUID() + "\"}");
      await().atMost(SOON).until(() -> patient.frames("error").size() == 1);
      assertThat(patient.frames("error").getFirst().path("error_code").asString())
          .isEqualTo("RES_001");
    }
  }

  @Test
  void what_is_cancelled_is_not_stored_and_the_next_message_goes_on() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    Surroundings.NEIGHBOURS.slow(400);
    try (var patient = Client.connect(world.port(), pair.patient(), session)) {
      patient.say("I have a cough");
      await().atMost(SOON).until(() -> patient.frames("status").size() == 1);
      patient.send("{\"type\":\"cancel\"}");
      await().atMost(SOON).until(() -> patient.frames("status").size() == 2);
      assertThat(patient.frames().getLast().path("content").asString()).isEqualTo("Cancelled");
      assertThat(world.messages(pair.patient(), session).get(0).path("response").isNull()).isTrue();
      patient.send("{\"type\":\"cancel\"}");
      patient.say("since two days");
      await().atMost(SOON).until(() -> patient.frames("ai_response").size() == 1);
      assertThat(patient.frames("ai_response").getFirst().path("question_count").asInt())
          .isEqualTo(2);
      assertThat(patient.frames("error")).isEmpty();
    } finally {
      Surroundings.NEIGHBOURS.slow(0);
    }
  }

  @Test
  void an_answer_is_completed_and_stored_although_the_socket_dropped() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    Surroundings.NEIGHBOURS.slow(400);
    try {
      var patient = Client.connect(world.port(), pair.patient(), session);
      patient.say("I have a cough");
      await().atMost(SOON).until(() -> patient.frames("status").size() == 1);
      patient.drop();
      await()
          .atMost(SOON)
          .until(() -> !world.messages(pair.patient(), session).get(0).path("response").isNull());
    } finally {
      Surroundings.NEIGHBOURS.slow(0);
    }
  }

  @Test
  void a_message_to_an_ended_session_gets_an_error_frame() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    try (var patient = Client.connect(world.port(), pair.patient(), session)) {
      world.put(pair.patient(), "/ai/sessions/" + session + "/end", null);
      patient.say("hello");
      await().atMost(SOON).until(() -> patient.frames().size() == 2);
      assertThat(patient.frames().getLast().toString())
          .isEqualTo(
              "{\"type\":\"error\",\"content\":\"AI session has ended\","
                  + "\"error_code\":\"BIZ_002\"}");
    }
    try (var late = Client.connect(world.port(), pair.patient(), session)) {
      await().atMost(SOON).until(() -> late.frames("system").size() == 1);
    }
  }

  @Test
  void a_handshake_is_refused_as_http() throws Exception {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var port = world.port();
    assertThat(Client.refused(port, null, session).status()).isEqualTo(401);
    assertThat(Client.refused(port, world.person(Role.DOCTOR), session).status()).isEqualTo(403);
    assertThat(Client.refused(port, world.person(Role.HOSPITAL), session).status()).isEqualTo(403);
    var unknown = UUID.randomUUID().toString();
    assertThat(Client.refused(port, pair.patient(), unknown).status()).isEqualTo(404);
    assertThat(Client.refused(port, pair.patient(), "no-session").status()).isEqualTo(404);
    var loggedOut = world.person(Role.ADMIN);
    Surroundings.judge(loggedOut.session(), SessionStatus.ENDED);
    assertThat(Client.refused(port, loggedOut, session).status()).isEqualTo(401);
    // the envelope, which the client above does not show
    var envelope = world.get(world.person(Role.DOCTOR), "/ai-assistant/ws/" + session);
    assertThat(envelope.status()).isEqualTo(403);
    assertThat(envelope.code()).isEqualTo("AUTH_004");
    var plain = world.get(pair.patient(), "/ai-assistant/ws/" + session);
    assertThat(plain.status()).isEqualTo(400);
    assertThat(plain.code()).isEqualTo("BIZ_001");
  }

  @Test
  void a_malformed_frame_gets_an_error_and_the_socket_stays_open() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    try (var patient = Client.connect(world.port(), pair.patient(), session)) {
      var malformed =
          List.of(
              "hello",
              "[1]",
              "\"text\"",
              "{\"message\":5}",
              "{\"type\":\"dance\"}",
              "{\"type\":7}",
              "{\"message\":\"a\\u0000\"}",
              "{\"type\":\"resume\"}",
              "{\"type\":\"resume\",\"message_id\":\"x\",\"offset\":0}",
              "{\"type\":\"resume\",\"message_id\":\"" + UUID.randomUUID() + "\",\"offset\":\"1\"}",
              "{\"type\":\"resume\",\"message_id\":\"" + UUID.randomUUID() + "\",\"offset\":1}",
              "{\"message\":\"" + "x".repeat(16 * 1024 + 1) + "\"}");
      malformed.forEach(patient::send);
      patient.sendBinary(new byte[] {1, 2, 3});
      var expected = malformed.size() + 1;
      await().atMost(SOON).until(() -> patient.frames("error").size() == expected);
      assertThat(patient.frames("error"))
          .allSatisfy(frame ->
              assertThat(frame.toString())
                  .isEqualTo(
                      "{\"type\":\"error\",\"content\":\"Invalid message\","
                          + "\"error_code\":\"VAL_001\"}"));
      patient.say("I have a cough");
      await().atMost(SOON).until(() -> patient.frames("ai_response").size() == 1);
      assertThat(world.messages(pair.patient(), session)).hasSize(1);
    }
  }

  @Test
  void too_many_frames_are_dropped_and_a_large_one_closes() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    try (var patient = Client.connect(world.port(), pair.patient(), session)) {
      for (var i = 0; i < 60; i++) {
        patient.say("cough " + i);
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> patient.frames("error").size() + patient.frames("ai_response").size() == 60);
      assertThat(patient.frames("error"))
          .isNotEmpty()
          .allSatisfy(f -> assertThat(f.path("error_code").asString()).isEqualTo("SRV_003"));
      assertThat(patient.frames("ai_response").size()).isBetween(20, 50);
    }
    var large = Client.connect(world.port(), pair.patient(), session);
    large.send("{\"message\":\"" + "x".repeat(64 * 1024) + "\"}");
    assertThat(large.closeCode(SOON)).isEqualTo(1009);
  }

  @Test
  void lost_access_an_ended_login_and_an_expired_token_close_within_two_seconds() {
    var doctor = world.person(Role.DOCTOR);
    var mother = world.person(Role.PATIENT);
    var child = UUID.randomUUID();
    world.relate(RelationKind.RELATED, mother.id(), child);
    var session = world.session(mother, world.chat(doctor.id(), child));
    var hers = Client.connect(world.port(), mother, session);
    var his = Client.connect(world.port(), doctor, session);
    var shortly = world.login(doctor.id(), Role.DOCTOR, Duration.ofSeconds(3));
    var expiring = Client.connect(world.port(), shortly, session);
    world.part(RelationKind.RELATED, mother.id(), child);
    assertThat(hers.closeCode(WITHIN_THE_CONTRACT)).isEqualTo(4403);
    Surroundings.judge(doctor.session(), SessionStatus.ENDED);
    assertThat(his.closeCode(WITHIN_THE_CONTRACT)).isEqualTo(4401);
    assertThat(expiring.closeCode(SOON)).isEqualTo(4401);
  }
}
