package poca.ai.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.aitest.Client;
import poca.aitest.FragileEngine;
import poca.aitest.RealAi;
import poca.aitest.Surroundings;
import poca.aitest.World;
import poca.contracts.Role;
import poca.contracts.fact.RelationFact.RelationKind;

@RealAi
class TurnIT {

  @Autowired World world;
  @Autowired JdbcClient jdbc;

  @Test
  void an_interview_asks_about_the_complaint_and_ends_in_one_summary_of_the_actual_answers() {
    var pair = world.pair();
    Surroundings.NEIGHBOURS.record(
        "/api/v1/patients/" + pair.patient().id(),
        """
        {"id":"x","name":"Never Quoted","age":34,"dob":null,"gender":"female","weight":61,
         "height":170,"blood_group":"A+",
         "medical_info":{"allergies":["penicillin"],"conditions":["asthma"]}}
        """);
    Surroundings.NEIGHBOURS.record(
        "/api/v1/doctors/" + pair.doctor().id(),
        "{\"designation\":\"Family physician\",\"contact\":\"+1 555 0100\"}");
    Surroundings.NEIGHBOURS.record(
        "/api/v1/patients/" + pair.patient().id() + "/case-history",
        "{\"summary\":\"Seasonal asthma, well controlled.\",\"ai_summary\":null}");
    var session = world.session(pair.patient(), pair.chat());
    var read = world.get(pair.patient(), "/ai/sessions/" + session).data();
    assertThat(read.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "chat_id",
            "doctor_id",
            "patient_id",
            "start_timestamp",
            "end_timestamp",
            "engine",
            "urgency",
            "rule_id",
            "evidence",
            "urgency_at",
            "attended_at",
            "understood",
            "language",
            "summary_ready",
            "summary_message_id",
            "question_count");
    assertThat(read.path("urgency").isNull()).isTrue();
    assertThat(read.path("understood").asBoolean()).isTrue();
    assertThat(read.path("language").isNull()).isTrue();
    assertThat(read.path("question_count").asInt()).isZero();
    assertThat(read.path("engine").asString()).isEqualTo("builtin");

    var words = "I have had a cough and a fever of 38.6 C for 3 days";
    var answered = world.say(pair.patient(), session, words).data();
    assertThat(answered.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "session_id",
            "client_message_id",
            "message",
            "response",
            "choices",
            "is_summary",
            "statements",
            "engine",
            "timestamp");
    assertThat(answered.path("message").asString()).isEqualTo(words);
    assertThat(answered.path("response").asString()).isEqualTo("Is there any trouble breathing?");
    assertThat(answered.path("choices").valueStream().map(c -> c.asString()))
        .containsExactly("Yes", "No", "I don't know");
    var kept = world.messages(pair.doctor(), session).get(0);
    assertThat(kept.path("choices")).isEqualTo(answered.path("choices"));
    for (var i = 0; i < 5 && !answered.path("is_summary").asBoolean(); i++) {
      assertThat(answered.path("response").asString()).endsWith("?");
      answered = world.say(pair.patient(), session, "No, none of that").data();
    }
    assertThat(answered.path("is_summary").asBoolean()).isTrue();
    assertThat(answered.path("choices")).isEmpty();
    assertThat(answered.path("response").asString())
        .contains("Family physician", "3 days", "38.6", "34", "penicillin", "asthma", "Urgency:")
        .doesNotContain("Never Quoted");
    assertThat(world.get(pair.doctor(), "/ai/sessions/" + session).data().path("urgency").isNull())
        .isFalse();

    var all = world.messages(pair.doctor(), session);
    assertThat(all.valueStream().filter(m -> m.path("is_summary").asBoolean())).hasSize(1);
    assertThat(all.get(0).path("message").asString()).isEqualTo(words);
  }

  @Test
  void a_parent_speaks_for_a_child_of_whom_the_owners_say_nothing_at_the_moment() {
    var doctor = world.person(Role.DOCTOR);
    var mother = world.person(Role.PATIENT);
    var child = UUID.randomUUID();
    world.relate(RelationKind.RELATED, mother.id(), child);
    var session = world.session(mother, world.chat(doctor.id(), child));
    Surroundings.NEIGHBOURS.away(true);
    try {
      var response = world.say(mother, session, "My son has a rash since yesterday");
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.data().path("response").asString()).isNotBlank();
    } finally {
      Surroundings.NEIGHBOURS.away(false);
    }
    Surroundings.NEIGHBOURS.slow(2_000);
    try {
      var before = System.nanoTime();
      assertThat(world.say(mother, session, "On the belly").status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(1500));
    } finally {
      Surroundings.NEIGHBOURS.slow(0);
    }
  }

  @Test
  void a_message_that_makes_it_red_is_answered_with_the_advice_first_and_it_stays_red() {
    var pair = world.pair();
    Surroundings.NEIGHBOURS.record(
        "/api/v1/doctors/" + pair.doctor().id(),
        "{\"designation\":\"Cardiologist\",\"contact\":\"+1 555 0199\"}");
    var session = world.session(pair.patient(), pair.chat());
    var first =
        world
            .say(
                pair.patient(),
                session,
                "Crushing chest pain spreading to my left arm and I am sweating")
            .data();
    assertThat(first.path("response").asString())
        .startsWith("Seek emergency care now: call 112")
        .contains("+1 555 0199");
    assertThat(first.path("is_summary").asBoolean()).isFalse();
    var rated = world.get(pair.doctor(), "/ai/sessions/" + session).data();
    assertThat(rated.path("urgency").asString()).isEqualTo("red");
    assertThat(rated.path("rule_id").asString()).startsWith("red.chest-pain");
    assertThat(rated.path("urgency_at").asString()).endsWith("Z");
    assertThat(rated.path("question_count").asInt()).isEqualTo(1);
    var words = first.path("message").asString();
    var evidence = rated.path("evidence").valueStream().toList();
    assertThat(evidence).isNotEmpty().allMatch(e -> e.path("message_id").equals(first.path("id")));
    assertThat(
            evidence.stream()
                .map(e -> words.substring(e.path("start").asInt(), e.path("end").asInt())))
        .contains("Crushing chest");
    var second = world.say(pair.patient(), session, "It started 20 minutes ago").data();
    assertThat(second.path("response").asString()).doesNotContain("Seek emergency care now");
    world.say(pair.patient(), session, "I feel completely fine now, no pain");
    assertThat(urgency(pair, session)).isEqualTo("red");
    assertThat(facts(session, "UrgencyRated")).isEqualTo(1);
  }

  @Test
  void turns_by_many_ways_at_once_are_taken_one_after_the_other() throws Exception {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var callers = List.of(pair.patient(), pair.doctor(), world.person(Role.ADMIN));
    List<Callable<Integer>> calls =
        IntStream.range(0, 18)
            .<Callable<Integer>>mapToObj(i ->
                () -> world.say(callers.get(i % 3), session, "I have a headache " + i).status())
            .toList();
    try (var threads = Executors.newFixedThreadPool(9)) {
      for (var result : threads.invokeAll(calls)) {
        assertThat(result.get()).isEqualTo(200);
      }
    }
    var all = world.messages(pair.patient(), session);
    assertThat(all).hasSize(18);
    assertThat(all.valueStream().filter(m -> m.path("is_summary").asBoolean())).hasSize(1);
    assertThat(all.valueStream()).noneMatch(m -> m.path("response").isNull());
    // each answer knew the ones before it: no question twice, before the summary
    var questions =
        all.valueStream()
            .takeWhile(m -> !m.path("is_summary").asBoolean())
            .map(m -> m.path("response").asString())
            .toList();
    assertThat(questions).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(4);
    assertThat(count(session)).isEqualTo(18);
  }

  @Test
  void a_turn_whose_process_died_leaves_its_message_and_the_next_one_goes_on() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    world.say(pair.patient(), session, "I have had a headache for two days");
    // as a process leaves it that died between the message and the answer
    jdbc.sql(
            """
            update ai_session set turn_message = gen_random_uuid(),
              turn_until = clock_timestamp() + interval '700 milliseconds',
              last_seq = 2, question_count = 2 where id = cast(:id as uuid)
            """)
        .param("id", session)
        .update();
    jdbc.sql(
            """
            insert into ai_message (id, session_id, seq, author_id, message, at)
            values (gen_random_uuid(), cast(:id as uuid), 2, gen_random_uuid(), '7 of 10', now())
            """)
        .param("id", session)
        .update();
    var response = world.say(pair.patient(), session, "No vision problems");
    assertThat(response.status()).isEqualTo(200);
    var all = world.messages(pair.patient(), session);
    assertThat(all).hasSize(3);
    assertThat(all.get(1).path("response").isNull()).isTrue();
    assertThat(all.get(1).path("engine").isNull()).isTrue();
    assertThat(all.get(2).path("response").asString()).isNotBlank();
    assertThat(count(session)).isEqualTo(3);
  }

  @Test
  void a_turn_that_fails_by_a_bug_of_ours_leaves_nothing_and_the_session_goes_on() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    world.say(pair.patient(), session, "I have had a headache for two days");
    for (var i = 0; i < 2; i++) {
      var failed = world.say(pair.patient(), session, FragileEngine.DEADLY);
      assertThat(failed.status()).isEqualTo(500);
      assertThat(failed.code()).isEqualTo("SRV_001");
      assertThat(failed.message()).isEqualTo("Internal server error");
    }
    assertThat(world.messages(pair.patient(), session)).hasSize(1);
    assertThat(count(session)).isEqualTo(1);
    assertThat(world.say(pair.patient(), session, "7 of 10").status()).isEqualTo(200);
    assertThat(count(session)).isEqualTo(2);
  }

  @Test
  void a_message_is_read_once_and_what_was_found_is_kept_with_it() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    world.say(pair.patient(), session, "I have had a cough for three days");
    // Words that nobody wrote: whoever read them again would find a red sign.
    write(session, "I cannot breathe at all");
    world.say(pair.patient(), session, "no");
    assertThat(urgency(pair, session)).isNotEqualTo("red");
    // Read by other rules than these, it is read again.
    jdbc.sql("update ai_message set read_by = 'older' where session_id = cast(:id as uuid)")
        .param("id", session)
        .update();
    var advised = world.say(pair.patient(), session, "no").data();
    assertThat(urgency(pair, session)).isEqualTo("red");
    assertThat(advised.path("response").asString()).startsWith("Seek emergency care now");
  }

  private void write(String session, String words) {
    jdbc.sql("update ai_message set message = :words where session_id = cast(:id as uuid)")
        .param("words", words)
        .param("id", session)
        .update();
  }

  @Test
  void texts_that_once_overflowed_are_answered_by_http_and_by_socket() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var texts = List.of("a,".repeat(2_700), "two hundred and ".repeat(1_000), "<&".repeat(8_000));
    for (var text : texts) {
      assertThat(world.say(pair.patient(), session, text).status()).isEqualTo(200);
    }
    try (var socket = Client.connect(world.port(), pair.patient(), session)) {
      texts.forEach(socket::say);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> socket.frames("ai_response").size() == texts.size());
      assertThat(socket.frames("error")).isEmpty();
    }
    assertThat(world.messages(pair.patient(), session)).hasSize(2 * texts.size());
  }

  @Test
  void what_is_added_after_the_summary_joins_the_summary_as_it_stands_by_then() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var answer = world.say(pair.patient(), session, "I have a sore throat for 2 days").data();
    for (var i = 0; i < 5 && !answer.path("is_summary").asBoolean(); i++) {
      answer = world.say(pair.patient(), session, "no").data();
    }
    var path = "/ai/sessions/" + session + "/summary";
    assertThat(world.put(pair.patient(), path, Map.of("summary", "In my words.")).status())
        .isEqualTo(200);
    var thanks = world.say(pair.patient(), session, "Thank you, doctor!").data();
    var noted = world.say(pair.patient(), session, "I also have an earache").data();
    var red = world.say(pair.patient(), session, "and now I can't breathe").data();
    assertThat(thanks.path("is_summary").asBoolean()).isFalse();
    assertThat(noted.path("is_summary").asBoolean()).isFalse();
    assertThat(noted.path("response").asString()).doesNotContain("?");
    assertThat(red.path("response").asString()).startsWith("Seek emergency care now");
    var summary =
        world
            .messages(pair.doctor(), session)
            .valueStream()
            .filter(m -> m.path("is_summary").asBoolean())
            .map(m -> m.path("response").asString())
            .toList();
    assertThat(summary)
        .containsExactly(
            "In my words.\n"
                + "Added later: \"I also have an earache\"\n"
                + "Added later: \"and now I can't breathe\"\n"
                + "Urgency: RED (\"can't breathe\")");
  }

  @Test
  void a_text_that_cannot_be_taken_is_refused_and_not_stored() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var refused =
        List.of(
            "{\"session_id\":\"" + session + "\"}",
            "{\"session_id\":\"" + session + "\",\"message\":\"  \"}",
            "{\"session_id\":\"" + session + "\",\"message\":\"a\\u0000b\"}",
            "{\"session_id\":\"" + session + "\",\"message\":\"a\\ud800b\"}",
            "{\"session_id\":\"" + session + "\",\"message\":5}",
            "{\"session_id\":\""
                + session
                + "\",\"message\":\""
                + "x".repeat(16 * 1024 + 1)
                + "\"}",
            "{\"message\":\"hello\"}",
            "{");
    for (var body : refused) {
      var response = world.call(pair.patient(), "POST", "/ai/messages", body);
      assertThat(response.status())
          .as(body.substring(0, Math.min(80, body.length())))
          .isEqualTo(422);
      assertThat(response.code()).isEqualTo("VAL_001");
    }
    assertThat(world.messages(pair.patient(), session)).isEmpty();
    assertThat(world.say(pair.patient(), session, "x".repeat(16 * 1024)).status()).isEqualTo(200);
  }

  private String urgency(World.Pair pair, String session) {
    return world.get(pair.doctor(), "/ai/sessions/" + session).data().path("urgency").asString();
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
