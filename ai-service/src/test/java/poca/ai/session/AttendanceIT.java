package poca.ai.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.aitest.RealAi;
import poca.aitest.World;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.MessageId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.fact.Fact;
import poca.contracts.fact.MessageFact;
import poca.contracts.fact.MessageFact.MessageSent;
import poca.contracts.fact.MessageFact.MessagesMarked;
import poca.testkit.world.Bus;
import poca.testkit.world.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RealAi
class AttendanceIT {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String RED = "I have crushing chest pain and I am sweating";

  @Autowired World world;

  private World.Pair pair() {
    return world.pair();
  }

  private JsonNode asThePatientSeesIt(World.Pair pair, String session) {
    return world.get(pair.patient(), "/ai/sessions/" + session).data();
  }

  private boolean waits(World.Pair pair, String session) {
    return asThePatientSeesIt(pair, session).path("attended_at").isNull();
  }

  private Instant redSince(World.Pair pair, String session) {
    var read = asThePatientSeesIt(pair, session);
    assertThat(read.path("urgency").asString()).isEqualTo("red");
    return Instant.parse(read.path("urgency_at").asString());
  }

  private String red(World.Pair pair) {
    var session = world.session(pair.patient(), pair.chat());
    world.say(pair.patient(), session, RED);
    return session;
  }

  @Test
  void the_doctor_attends_by_reading_the_session_and_nobody_else_does() {
    var pair = pair();
    var session = red(pair);
    var path = "/ai/sessions/" + session;
    for (var other : List.of(pair.patient(), world.person(Role.ADMIN))) {
      assertThat(world.get(other, path).status()).isEqualTo(200);
      assertThat(world.get(other, path + "/messages").status()).isEqualTo(200);
    }
    world.get(pair.doctor(), "/ai/sessions");
    world.call(pair.doctor(), "HEAD", path, null);
    world.call(pair.doctor(), "HEAD", path + "/messages", null);
    assertThat(world.get(world.person(Role.DOCTOR), path).status()).isEqualTo(403);
    assertThat(waits(pair, session)).isTrue();

    var at = world.get(pair.doctor(), path).data().path("attended_at");
    assertThat(Instant.parse(at.asString())).isAfterOrEqualTo(redSince(pair, session));
    assertThat(world.get(pair.doctor(), path).data().path("attended_at")).isEqualTo(at);
    assertThat(asThePatientSeesIt(pair, session).path("attended_at")).isEqualTo(at);
  }

  @Test
  void reading_the_messages_is_reading_the_session() {
    var pair = pair();
    var session = red(pair);
    world.get(pair.doctor(), "/ai/sessions/" + session + "/messages");
    assertThat(waits(pair, session)).isFalse();
  }

  @Test
  void a_session_that_becomes_red_waits_again() {
    var pair = pair();
    var session = world.session(pair.patient(), pair.chat());
    world.say(pair.patient(), session, "I have a runny nose since yesterday");
    world.get(pair.doctor(), "/ai/sessions/" + session);
    assertThat(waits(pair, session)).isFalse();

    world.say(pair.patient(), session, RED);
    assertThat(waits(pair, session)).isTrue();
    world.get(pair.doctor(), "/ai/sessions/" + session);
    world.say(pair.patient(), session, "Thank you");
    assertThat(waits(pair, session)).isFalse();
  }

  @Test
  void writing_in_the_chat_attends_to_what_was_red_before_and_not_to_what_became_so_later() {
    var pair = pair();
    var session = red(pair);
    var since = redSince(pair, session);
    sent(pair, since.minusMillis(1), true, 1, null);
    sent(pair, since.plusSeconds(5), false, 2, null);
    mark(pair, 2, session);
    assertThat(waits(pair, session)).isTrue();

    var written = since.plusSeconds(9).truncatedTo(ChronoUnit.MILLIS);
    sent(pair, written, true, 3, null);
    await().atMost(SOON).until(() -> !waits(pair, session));
    assertThat(asThePatientSeesIt(pair, session).path("attended_at").asString())
        .isEqualTo(written.toString().replaceFirst("(\\.\\d{3})?Z$", "") + millis(written));
    // told again, and an older one late
    sent(pair, since.plusSeconds(30), true, 4, null);
    sent(pair, written, true, 3, null);
    mark(pair, 5, session);
    assertThat(Instant.parse(asThePatientSeesIt(pair, session).path("attended_at").asString()))
        .isEqualTo(written);
  }

  private static String millis(Instant time) {
    return ".%03dZ".formatted(time.toEpochMilli() % 1000);
  }

  @Test
  void reading_a_message_attends_if_it_was_sent_after_the_session_became_red() {
    var pair = pair();
    var session = red(pair);
    var since = redSince(pair, session);
    marked(pair, since.minusMillis(1), true, true);
    marked(pair, since.plusSeconds(1), false, true);
    marked(pair, since.plusSeconds(1), true, false);
    marked(pair, null, true, true);
    mark(pair, 1, session);
    assertThat(waits(pair, session)).isTrue();

    marked(pair, since.plusMillis(1), true, true);
    await().atMost(SOON).until(() -> !waits(pair, session));
  }

  @Test
  void a_fact_of_another_chat_an_unknown_type_and_an_extra_field_harm_nobody() {
    var pair = pair();
    var other = pair();
    var session = red(pair);
    var since = redSince(pair, session);
    sent(other, since.plusSeconds(1), true, 1, UUID.fromString(session));
    tell(pair, "MessageSung", JSON.createObjectNode().put("tune", "la"));
    mark(pair, 1, session);
    assertThat(waits(pair, session)).isTrue();

    ObjectNode body = JSON.valueToTree(fact(pair, since.plusSeconds(2), true, 2, null));
    tell(pair, "MessageSent", body.put("mood", "calm"));
    await().atMost(SOON).until(() -> !waits(pair, session));
  }

  @Test
  void the_summary_is_the_newest_message_that_says_so() {
    var pair = pair();
    var session = red(pair);
    assertThat(asThePatientSeesIt(pair, session).path("summary_message_id").isNull()).isTrue();
    var first = mark(pair, 3, session);
    var second = mark(pair, 7, session);
    assertThat(first).isNotEqualTo(second);
    tell(pair, "MessageSent", JSON.valueToTree(summary(pair, 7, session, second)));
    tell(pair, "MessageSent", JSON.valueToTree(summary(pair, 5, session, UUID.randomUUID())));
    sent(pair, Instant.now().plusSeconds(60), true, 9, null);
    await().atMost(SOON).until(() -> !waits(pair, session));
    assertThat(asThePatientSeesIt(pair, session).path("summary_message_id").asString())
        .isEqualTo(second.toString());
  }

  /// A message that the service is seen to have heard of, and everything told of the chat before.
  private UUID mark(World.Pair pair, long seq, String session) {
    var id = UUID.randomUUID();
    tell(pair, "MessageSent", JSON.valueToTree(summary(pair, seq, session, id)));
    await()
        .atMost(SOON)
        .until(() ->
            asThePatientSeesIt(pair, session)
                .path("summary_message_id")
                .asString("")
                .equals(id.toString()));
    return id;
  }

  private static Fact summary(World.Pair pair, long seq, String session, UUID message) {
    return new MessageSent(
        new ChatId(pair.chat()),
        doctor(pair.doctor()),
        new PatientId(pair.patient().id()),
        new MessageId(message),
        seq,
        false,
        null,
        AiSessionId.of(session),
        Instant.now());
  }

  private static DoctorId doctor(Person doctor) {
    return new DoctorId(doctor.id());
  }

  private static Fact fact(
      World.Pair pair, Instant at, boolean fromDoctor, long seq, @Nullable UUID summaryOf) {
    return new MessageSent(
        new ChatId(pair.chat()),
        doctor(pair.doctor()),
        new PatientId(pair.patient().id()),
        new MessageId(UUID.randomUUID()),
        seq,
        fromDoctor,
        null,
        summaryOf == null ? null : new AiSessionId(summaryOf),
        at);
  }

  private static void sent(
      World.Pair pair, Instant at, boolean fromDoctor, long seq, @Nullable UUID summaryOf) {
    tell(pair, "MessageSent", JSON.valueToTree(fact(pair, at, fromDoctor, seq, summaryOf)));
  }

  private static void marked(
      World.Pair pair, @Nullable Instant newest, boolean byDoctor, boolean read) {
    tell(
        pair,
        "MessagesMarked",
        JSON.valueToTree(
            new MessagesMarked(
                new ChatId(pair.chat()),
                List.of(new MessageId(UUID.randomUUID())),
                byDoctor,
                read,
                newest)));
  }

  private static void tell(World.Pair pair, String type, JsonNode body) {
    Bus.tell(MessageFact.TOPIC.name(), type, pair.chat().toString(), body);
  }
}
