package poca.ai.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import poca.aitest.Client;
import poca.aitest.FragileEngine;
import poca.aitest.RealAi;
import poca.aitest.World;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

/// A message that a client sends again under its own id.
@RealAi
class RepeatIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Autowired World world;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private Response say(Person by, String session, String clientId, String text) {
    return world.post(
        by,
        "/ai/messages",
        Map.of("session_id", session, "message", text, "client_message_id", clientId));
  }

  private int questions(World.Pair pair, String session) {
    return world
        .get(pair.patient(), "/ai/sessions/" + session)
        .data()
        .path("question_count")
        .asInt();
  }

  @Test
  void a_fourfold_click_is_one_message_with_one_answer() throws Exception {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    List<Callable<Response>> clicks = new ArrayList<>();
    for (var i = 0; i < 4; i++) {
      clicks.add(() -> say(pair.patient(), session, "c-1", "I have a sore throat"));
    }
    try (var hands = Executors.newFixedThreadPool(4)) {
      var answers = new ArrayList<Response>();
      for (var click : hands.invokeAll(clicks)) {
        answers.add(click.get());
      }
      assertThat(answers).allMatch(response -> response.status() == 200);
      assertThat(answers.stream().map(response -> response.data().toString()).distinct())
          .hasSize(1);
      assertThat(answers.getFirst().data().path("response").asString()).isNotBlank();
      assertThat(answers.getFirst().data().path("client_message_id").asString()).isEqualTo("c-1");
    }
    assertThat(world.messages(pair.patient(), session)).hasSize(1);
    assertThat(questions(pair, session)).isEqualTo(1);
  }

  @Test
  void the_same_id_under_any_spelling_and_after_the_end_returns_the_first() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var first = say(pair.patient(), session, " c-1 ", "I have a sore throat").data();
    assertThat(first.path("client_message_id").asString()).isEqualTo("c-1");
    world.put(pair.patient(), "/ai/sessions/" + session + "/end", null);
    assertThat(say(pair.patient(), session, "c-1", "Other words").data()).isEqualTo(first);
    for (var path : List.of("/ai/sessions/", "/ai-assistant/sessions/")) {
      var again =
          world.post(
              pair.patient(),
              path + session + "/messages",
              Map.of("content", "I have a sore throat", "client_message_id", "c-1"));
      assertThat(again.data()).isEqualTo(first);
    }
    assertThat(say(pair.patient(), session, "c-2", "Something new").code()).isEqualTo("BIZ_002");
    assertThat(world.messages(pair.patient(), session)).hasSize(1);
  }

  @Test
  void an_id_is_the_accounts_and_the_sessions_own_and_a_blank_one_is_none() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var other = world.session(pair.patient(), pair.chat());
    var doctors = say(pair.doctor(), session, "c-1", "The patient has a cough");
    var patients = say(pair.patient(), session, "c-1", "I have a cough");
    var elsewhere = say(pair.patient(), other, "c-1", "I have a cough");
    assertThat(List.of(doctors, patients, elsewhere))
        .extracting(response -> response.data().path("id").asString())
        .doesNotHaveDuplicates();
    var blank = say(pair.patient(), other, " ", "Since yesterday").data();
    assertThat(blank.path("client_message_id").isNull()).isTrue();
    say(pair.patient(), other, "", "Since yesterday");
    assertThat(world.messages(pair.patient(), other)).hasSize(3);

    assertThat(say(pair.patient(), other, "x".repeat(65), "No").status()).isEqualTo(422);
    assertThat(say(pair.patient(), other, "a\0b", "No").status()).isEqualTo(422);
    assertThat(world.messages(pair.patient(), other)).hasSize(3);
    assertThatThrownBy(() ->
            jdbc.sql(
                    """
                    insert into ai_message
                      (id, session_id, seq, author_id, client_message_id, message, at)
                    select gen_random_uuid(), session_id, 99, author_id, client_message_id, 'x', at
                    from ai_message where id = cast(? as uuid)
                    """)
                .param(patients.data().path("id").asString())
                .update())
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void a_first_one_that_was_left_without_an_answer_is_tried_again() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var first = say(pair.patient(), session, "c-1", "I have a sore throat").data();
    // as a process leaves it that died over it
    jdbc.sql("update ai_message set response = null, engine = null where id = cast(? as uuid)")
        .param(first.path("id").asString())
        .update();
    var again = say(pair.patient(), session, "c-1", "I have a sore throat").data();
    assertThat(again).isEqualTo(first);
    assertThat(world.messages(pair.patient(), session)).hasSize(1);
    assertThat(questions(pair, session)).isEqualTo(1);
  }

  @Test
  void a_first_one_that_is_being_answered_is_waited_for() throws Exception {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var id = say(pair.patient(), session, "c-1", "I have a sore throat").data().path("id");
    jdbc.sql("update ai_message set response = null where id = cast(? as uuid)")
        .param(id.asString())
        .update();
    lease(session, id.asString(), "30 seconds");
    try (var hand = Executors.newSingleThreadExecutor()) {
      var waiting = hand.submit(() -> say(pair.patient(), session, "c-1", "I have a sore throat"));
      await().during(Duration.ofMillis(500)).atMost(SOON).until(() -> !waiting.isDone());
      jdbc.sql("update ai_message set response = 'by another' where id = cast(? as uuid)")
          .param(id.asString())
          .update();
      var answer = waiting.get().data();
      assertThat(answer.path("id")).isEqualTo(id);
      assertThat(answer.path("response").asString()).isEqualTo("by another");
    }
    lease(session, id.asString(), "-1 seconds");
  }

  @Test
  void one_that_was_answered_while_its_session_was_waited_for_is_not_answered_twice()
      throws Exception {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var id = say(pair.patient(), session, "c-1", "I have a sore throat").data().path("id");
    jdbc.sql("update ai_message set response = null where id = cast(? as uuid)")
        .param(id.asString())
        .update();
    try (var hand = Executors.newSingleThreadExecutor()) {
      var waiting =
          transaction.execute(_ -> {
            jdbc.sql("select 1 from ai_session where id = cast(? as uuid) for update")
                .param(session)
                .query(Integer.class)
                .single();
            var repeat =
                hand.submit(() -> say(pair.patient(), session, "c-1", "I have a sore throat"));
            await().atMost(SOON).until(this::somebodyWaitsForALock);
            jdbc.sql("update ai_message set response = 'by another' where id = cast(? as uuid)")
                .param(id.asString())
                .update();
            return repeat;
          });
      assertThat(waiting.get().data().path("response").asString()).isEqualTo("by another");
    }
    assertThat(world.messages(pair.patient(), session).get(0).path("response").asString())
        .isEqualTo("by another");
  }

  private boolean somebodyWaitsForALock() {
    return jdbc.sql(
            """
            select exists (select 1 from pg_stat_activity
              where datname = current_database() and wait_event_type = 'Lock')
            """)
        .query(Boolean.class)
        .single();
  }

  private void lease(String session, String message, String until) {
    jdbc.sql(
            """
            update ai_session set turn_message = cast(:message as uuid),
              turn_until = clock_timestamp() + cast(:until as interval)
            where id = cast(:session as uuid)
            """)
        .param("session", session)
        .param("message", message)
        .param("until", until)
        .update();
  }

  @Test
  void one_that_cannot_be_answered_leaves_nothing_behind_however_often_it_is_sent() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    for (var i = 0; i < 2; i++) {
      var failed = say(pair.patient(), session, "c-1", FragileEngine.DEADLY);
      assertThat(failed.status()).isEqualTo(500);
    }
    assertThat(world.messages(pair.patient(), session)).isEmpty();
    assertThat(questions(pair, session)).isZero();
  }

  @Test
  void over_the_socket_a_repeat_gets_its_two_frames_and_an_error_names_its_message() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    try (var patient = Client.connect(world.port(), pair.patient(), session)) {
      for (var i = 0; i < 4; i++) {
        patient.send("{\"message\":\"I have a sore throat\",\"client_message_id\":\"s-1\"}");
      }
      await().atMost(SOON).until(() -> patient.frames("ai_response").size() == 4);
      assertThat(patient.frames("status")).hasSize(4);
      assertThat(patient.frames("ai_response").stream().distinct()).hasSize(1);
      assertThat(say(pair.patient(), session, "s-1", "I have a sore throat").data().path("id"))
          .isEqualTo(patient.frames("ai_response").getFirst().path("message_id"));

      world.put(pair.patient(), "/ai/sessions/" + session + "/end", null);
      patient.send("{\"message\":\"More\",\"client_message_id\":\"s-2\"}");
      await().atMost(SOON).until(() -> patient.frames("error").size() == 1);
      patient.send("{\"message\":7,\"client_message_id\":\"s-3\"}");
      patient.send("{\"message\":7}");
      patient.send("{\"message\":\"x\",\"client_message_id\":\"%s\"}".formatted("x".repeat(65)));
      await().atMost(SOON).until(() -> patient.frames("error").size() == 4);
      assertThat(patient.frames("error"))
          .extracting(
              frame -> frame.path("error_code").asString(),
              frame -> frame.path("client_message_id").asString("none"))
          .containsExactly(
              tuple("BIZ_002", "s-2"),
              tuple("VAL_001", "s-3"),
              tuple("VAL_001", "none"),
              tuple("VAL_001", "none"));
    }
    assertThat(world.messages(pair.patient(), session)).hasSize(1);
  }
}
