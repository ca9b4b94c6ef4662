package poca.ai.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import poca.ai.AiService;
import poca.aitest.Client;
import poca.aitest.FaultyProvider.Mood;
import poca.aitest.RealAi;
import poca.aitest.Surroundings;
import poca.testkit.RealParts;
import poca.testkit.TestPostgres;

/// Answers that are not heard to their end at once: cut off, cancelled, begun again, made again on
/// another instance.
@RealAi
class StreamResumeIT extends StreamTests {

  private static @Nullable ConfigurableApplicationContext second;

  @Autowired TestPostgres.Database database;

  @Value("${poca.audit.key}")
  String auditKey = "";

  @AfterAll
  static void close() {
    if (second != null) {
      second.close();
    }
  }

  /// The port of another instance over the same database.
  private synchronized int elsewhere() {
    if (second == null) {
      second =
          new SpringApplicationBuilder(AiService.class, Surroundings.class)
              .run(
                  "--server.port=0",
                  "--spring.datasource.url=" + database.url(),
                  "--spring.datasource.username=" + database.user(),
                  "--spring.datasource.password=" + database.password(),
                  "--spring.kafka.bootstrap-servers=" + RealParts.kafka().bootstrapServers(),
                  "--poca.audit.key=" + auditKey,
                  "--poca.ai.openai-api-key=key",
                  "--poca.ai.openai-model=gpt-x",
                  "--poca.ai.openai-base-url=" + PROVIDER.url() + "/v1",
                  "--poca.peers.directory-service=" + Surroundings.NEIGHBOURS.url(),
                  "--poca.peers.records-service=" + Surroundings.NEIGHBOURS.url());
    }
    var server = ((ServletWebServerApplicationContext) second).getWebServer();
    return server == null ? 0 : server.getPort();
  }

  private static String resume(String message, int offset) {
    return "{\"type\":\"resume\",\"message_id\":\"%s\",\"offset\":%d}".formatted(message, offset);
  }

  @Test
  void an_engine_that_fails_in_the_middle_is_told_and_the_answer_begins_again() {
    var pair = world.pair();
    var session = readyForTheSummary(pair);
    PROVIDER.is(Mood.RESETTING).speaks(0).says(json(FIRST + LAST, true));
    try (var patient = connect(pair, session)) {
      patient.say("no");
      awaitAnswer(patient);
      var changed = patient.frames("engine_changed");
      assertThat(changed).hasSize(1);
      assertThat(changed.getFirst().toString())
          .isEqualTo(
              "{\"type\":\"engine_changed\",\"from\":\"openai\",\"to\":\"builtin\","
                  + "\"reason\":\"unavailable\"}");
      assertThat(heard(patient.frames())).isEqualTo(stored(pair, session));
      // heard of the first attempt, whoever resumes hears all of the second one
      try (var again = Client.connect(elsewhere(), pair.patient(), session + "?stream=true")) {
        again.send(resume(message(patient), 12));
        awaitAnswer(again);
        assertThat(again.types()).containsSubsequence("engine_changed", "token", "ai_response");
        assertThat(heard(again.frames())).isEqualTo(stored(pair, session));
      }
    }
  }

  @Test
  void what_is_cancelled_is_hung_up_on_at_once_and_the_session_goes_on() {
    var pair = world.pair();
    var session = readyForTheSummary(pair);
    PROVIDER.says(json(FIRST + PAUSE + LAST, true));
    var hangUps = PROVIDER.hangUps().size();
    try (var patient = connect(pair, session)) {
      patient.say("no");
      awaitHeard(patient, FIRST.strip());
      var message = message(patient);
      await().atMost(SOON).until(() -> rowsSoFar(message) == 1);
      var before = System.nanoTime();
      patient.send("{\"type\":\"cancel\"}");
      await().atMost(SOON).until(() -> PROVIDER.hangUps().size() > hangUps);
      assertThat(Duration.ofNanos(PROVIDER.hangUps().getLast() - before))
          .isLessThan(Duration.ofMillis(200));
      await().atMost(SOON).until(() -> patient.frames("status").size() == 2);
      assertThat(patient.frames().getLast().path("content").asString()).isEqualTo("Cancelled");
      var all = world.messages(pair.patient(), session);
      assertThat(all.get(2).path("response").isNull()).isTrue();
      assertThat(rowsSoFar(message)).isZero();
      assertThat(used(session)).as("billed: two questions and what was cut off").isEqualTo(3);
      patient.send(resume(message, 0));
      await().atMost(SOON).until(() -> patient.frames("error").size() == 1);
      assertThat(patient.frames("error").getFirst().path("error_code").asString())
          .isEqualTo("BIZ_002");

      PROVIDER.says(json("Does anything make it worse?", false));
      patient.say("and I am tired");
      awaitAnswer(patient);
      assertThat(patient.frames("ai_response").getFirst().path("question_count").asInt())
          .isEqualTo(4);
    } finally {
      PROVIDER.goOn();
    }
  }

  @Test
  void who_was_cut_off_goes_on_live_on_another_instance() {
    var pair = world.pair();
    var session = readyForTheSummary(pair);
    PROVIDER.says(json(FIRST + PAUSE + LAST.replace("Remedy", PAUSE + "Remedy"), true));
    var there = elsewhere();
    var patient = connect(pair, session);
    patient.say("no");
    awaitHeard(patient, FIRST.strip());
    var message = message(patient);
    var at = FIRST.indexOf("😰") + 1; // in the middle of a pair
    patient.drop();
    try (var again = Client.connect(there, pair.patient(), session + "?stream=true");
        var here = connect(pair, session)) {
      again.send(resume(message, at));
      here.send(resume(message, at));
      var tail = FIRST.strip().substring(at - 1);
      for (var client : List.of(again, here)) {
        await().atMost(SOON).until(() -> tokens(client).equals(tail));
        assertThat(client.frames("token").getFirst().path("offset").asInt()).isEqualTo(at - 1);
      }
      PROVIDER.goOn();
      for (var client : List.of(again, here)) {
        await().atMost(SOON).until(() -> tokens(client).contains("dry cough"));
        assertThat(client.frames("ai_response")).isEmpty();
      }
      PROVIDER.goOn();
      for (var client : List.of(again, here)) {
        awaitAnswer(client);
        assertThat(tokens(client)).isEqualTo(stored(pair, session).substring(at - 1));
      }
      assertThat(again.frames("ai_response")).isEqualTo(here.frames("ai_response"));
      // more than there is
      again.send(resume(message, 100_000));
      await().atMost(SOON).until(() -> again.frames("error").size() == 1);
      assertThat(again.frames("error").getFirst().path("error_code").asString())
          .isEqualTo("VAL_001");
    }
  }

  private static String tokens(Client client) {
    return client.frames("token").stream()
        .map(token -> token.path("content").asString())
        .collect(Collectors.joining());
  }

  @Test
  void an_answer_whose_process_died_is_made_again_for_whoever_asks_for_it() {
    var pair = world.pair();
    var session = readyForTheSummary(pair);
    var message = UUID.randomUUID();
    // as a process leaves it that died in the middle of its answer
    jdbc.sql(
            """
            update ai_session set turn_message = :message,
              turn_until = clock_timestamp() + interval '1200 milliseconds',
              last_seq = 3, question_count = 3 where id = cast(:id as uuid)
            """)
        .param("message", message)
        .param("id", session)
        .update();
    jdbc.sql(
            """
            insert into ai_message (id, session_id, seq, author_id, message, at)
            values (:message, cast(:id as uuid), 3, :author, 'no', now())
            """)
        .param("message", message)
        .param("author", pair.patient().id())
        .param("id", session)
        .update();
    jdbc.sql(
            """
            insert into answer_so_far (message_id, attempt, text, at)
            values (:message, 1, 'Patient: 34 years, of another attempt', now())
            """)
        .param("message", message)
        .update();
    PROVIDER.says(json(FIRST + LAST, true));
    try (var patient = connect(pair, session);
        var twin = Client.connect(elsewhere(), pair.patient(), session + "?stream=true")) {
      twin.send(resume(message.toString(), 0));
      patient.send(resume(message.toString(), 10));
      awaitAnswer(patient);
      awaitAnswer(twin);
      assertThat(patient.frames("engine_changed").getFirst().toString())
          .isEqualTo(
              "{\"type\":\"engine_changed\",\"from\":\"openai\",\"to\":\"openai\","
                  + "\"reason\":\"unavailable\"}");
      assertThat(afterTheLastChange(patient)).isEqualTo(stored(pair, session)).startsWith(FIRST);
      assertThat(heard(twin.frames())).isEqualTo(stored(pair, session));
      assertThat(world.messages(pair.patient(), session)).hasSize(3);
    }
  }

  private static String afterTheLastChange(Client client) {
    var frames = client.frames();
    var from = client.types().lastIndexOf("engine_changed");
    return heard(frames.subList(from, frames.size()));
  }

  private int used(String session) {
    return jdbc.sql("select count(*) from engine_use where session_id = cast(:id as uuid)")
        .param("id", session)
        .query(Integer.class)
        .single();
  }
}
