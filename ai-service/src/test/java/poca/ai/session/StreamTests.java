package poca.ai.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import poca.aitest.Client;
import poca.aitest.FaultyProvider;
import poca.aitest.FaultyProvider.Mood;
import poca.aitest.World;
import tools.jackson.databind.JsonNode;

/// What tests of answers do that are heard while a model makes them.
@TestPropertySource(
    properties = {
      "poca.ai.openai-api-key=key",
      "poca.ai.openai-model=gpt-x",
      "poca.ai.timeout-seconds=20"
    })
abstract class StreamTests {

  static final Duration SOON = Duration.ofSeconds(10);

  static final String PAUSE = FaultyProvider.PAUSE;
  static final String QUESTION = "Do you bring up any phlegm?";
  static final String FIRST = "Patient: 34 years, female 😰. Concern: cough for three days. ";
  static final String LAST = "Condition: dry cough. Remedy: not stated. Nothing else was told.";

  static final FaultyProvider PROVIDER =
      FaultyProvider.start().lists("{\"object\":\"list\",\"data\":[]}");

  @Autowired World world;
  @Autowired JdbcClient jdbc;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("poca.ai.openai-base-url", () -> PROVIDER.url() + "/v1");
  }

  @BeforeEach
  void well() {
    PROVIDER.is(Mood.WELL).speaks(1);
  }

  static String json(String message, boolean summary) {
    return "{\"isSummary\":%s,\"urgency\":\"unchanged\",\"evidence\":\"\",\"message\":\"%s\"}"
        .formatted(summary, message);
  }

  /// A session whose next answer is the summary.
  String readyForTheSummary(World.Pair pair) {
    var session = world.session(pair.patient(), pair.chat());
    PROVIDER.says(json(QUESTION, false));
    world.say(pair.patient(), session, "I have had a cough for three days");
    PROVIDER.says(json("Is the cough worse at night?", false));
    world.say(pair.patient(), session, "no");
    return session;
  }

  Client connect(World.Pair pair, String session) {
    return Client.connect(world.port(), pair.patient(), session + "?stream=true");
  }

  /// What the client has put together, from the newest beginning on.
  static String heard(List<JsonNode> frames) {
    var text = new StringBuilder();
    for (var frame : frames) {
      switch (frame.path("type").asString()) {
        case "engine_changed" -> text.setLength(0);
        case "token" -> {
          assertThat(frame.path("offset").asInt()).isEqualTo(text.length());
          var piece = frame.path("content").asString();
          assertThat(Character.isHighSurrogate(piece.charAt(piece.length() - 1))).isFalse();
          text.append(piece);
        }
        default -> {}
      }
    }
    return text.toString();
  }

  String stored(World.Pair pair, String session) {
    var messages = world.messages(pair.patient(), session);
    return messages.get(messages.size() - 1).path("response").asString();
  }

  static void awaitAnswer(Client client) {
    await().atMost(SOON).until(() -> !client.frames("ai_response").isEmpty());
  }

  static void awaitHeard(Client client, String text) {
    await().atMost(SOON).until(() -> heard(client.frames()).equals(text));
  }

  static String message(Client client) {
    return client.frames("token").getFirst().path("message_id").asString();
  }

  int rowsSoFar(String message) {
    return jdbc.sql("select count(*) from answer_so_far where message_id = cast(:id as uuid)")
        .param("id", message)
        .query(Integer.class)
        .single();
  }
}
