package poca.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.aitest.Client;
import poca.aitest.RealAi;
import poca.aitest.World;
import poca.contracts.Role;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Person;

@RealAi
class AuditIT {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final World world;
  private final MeterRegistry meters;
  private final JdbcClient jdbc;
  private final AuditRows rows;

  AuditIT(@Autowired World world, @Autowired MeterRegistry meters, @Autowired JdbcClient jdbc) {
    this.world = world;
    this.meters = meters;
    this.jdbc = jdbc;
    this.rows = new AuditRows(jdbc);
  }

  @AfterEach
  void nothingIsMissing() {
    assertThat(meters.counter("audit.missing").count()).isZero();
  }

  @Test
  void every_use_of_an_interview_leaves_one_row_that_says_why() {
    var pair = world.pair();
    var doctor = pair.doctor();
    var patient = pair.patient();
    var started =
        rows.added(
            patient, () -> world.post(patient, "/ai/sessions", Map.of("chat_id", pair.chat())));
    var session = started.getFirst().id();
    AuditRows.one(started, "create ai_session", session, patient.id(), "granted related");
    var path = "/ai/sessions/" + session;

    rows.used(
        doctor,
        () -> world.get(doctor, path),
        "read ai_session",
        session,
        patient,
        "granted party");
    var said =
        rows.added(patient, () -> world.say(patient, String.valueOf(session), "I have a cough"));
    AuditRows.one(said, "create ai_message", said.getFirst().id(), patient.id(), "granted related");
    said =
        rows.added(patient, () -> world.post(patient, path + "/messages", Map.of("content", "no")));
    AuditRows.one(said, "create ai_message", said.getFirst().id(), patient.id(), "granted related");
    rows.used(
        doctor,
        () -> world.get(doctor, path + "/messages"),
        "read ai_message",
        null,
        patient,
        "granted party");

    var summary = Map.of("summary", "A cough");
    var put = rows.added(patient, () -> world.put(patient, path + "/summary", summary));
    var holder = put.getFirst().id();
    AuditRows.one(put, "create summary", holder, patient.id(), "granted related");
    rows.used(
        patient,
        () -> world.put(patient, path + "/summary", summary),
        "update summary",
        holder,
        patient,
        "granted related");

    for (var i = 0; i < 2; i++) {
      rows.used(
          patient,
          () -> world.put(patient, path + "/end", null),
          "update ai_session",
          session,
          patient,
          "granted related");
    }
    var draft = Map.of("session_id", session, "summary", "A cough");
    var drafted = rows.added(doctor, () -> world.post(doctor, "/ai/suggested-response", draft));
    AuditRows.one(
        drafted,
        "create suggested_response",
        drafted.getFirst().id(),
        patient.id(),
        "granted party");
    var admin = world.person(Role.ADMIN);
    rows.used(
        admin,
        () -> world.get(admin, path + "/suggested-responses"),
        "read suggested_response",
        null,
        patient,
        "granted admin");
    assertThat(rows.by(admin))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.role()).isEqualTo("admin");
          assertThat(row.actingAs()).isEqualTo(admin.id());
          assertThat(row.request()).isNotNull();
        });
  }

  @Test
  void a_parent_who_acts_as_a_child_is_shown_as_both() {
    var mother = world.person(Role.PATIENT);
    var child = UUID.randomUUID();
    world.relate(RelationKind.RELATED, mother.id(), child);
    var session = world.session(mother, world.chat(UUID.randomUUID(), child));
    var read = rows.added(mother, () -> world.as(child, mother, "/ai/sessions/" + session));
    AuditRows.one(read, "read ai_session", UUID.fromString(session), child, "granted related");
    assertThat(read.getFirst().actingAs()).isEqualTo(child);
  }

  @Test
  void what_is_refused_leaves_one_row_and_what_is_not_possible_none() {
    var pair = world.pair();
    var patient = pair.patient();
    var id = UUID.fromString(world.session(patient, pair.chat()));
    var stranger = world.person(Role.DOCTOR);
    var nowhere = UUID.randomUUID();
    var path = "/ai/sessions/" + id;

    rows.used(
        stranger,
        () -> world.get(stranger, path),
        "read ai_session",
        id,
        patient,
        "refused AUTH_004");
    rows.used(
        stranger,
        () -> world.get(stranger, "/ai/sessions/" + nowhere),
        "read ai_session",
        nowhere,
        null,
        "refused RES_001");
    rows.used(
        stranger,
        () -> world.post(stranger, "/ai/sessions", Map.of("chat_id", pair.chat())),
        "create ai_session",
        null,
        patient,
        "refused AUTH_004");
    rows.used(
        stranger,
        () -> world.say(stranger, id.toString(), "x"),
        "create ai_message",
        null,
        patient,
        "refused AUTH_004");
    rows.used(
        stranger,
        () -> world.get(stranger, path + "/messages"),
        "read ai_message",
        id,
        patient,
        "refused AUTH_004");
    rows.used(
        patient,
        () -> world.get(patient, path + "/suggested-responses"),
        "read suggested_response",
        id,
        null,
        "refused AUTH_004");
    rows.used(
        patient,
        () -> world.put(patient, path + "/summary", Map.of("summary", "x")),
        "update summary",
        id,
        patient,
        "refused RES_001");
    assertThat(world.put(patient, path + "/end", null).status()).isEqualTo(200);
    assertThat(rows.added(patient, () -> world.say(patient, id.toString(), "late"))).isEmpty();
  }

  @Test
  void an_ending_that_is_not_stored_leaves_no_row() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var path = "/ai/sessions/" + session + "/end";
    narrowed(
        "ai_session",
        "ended_at is null",
        () ->
            assertThat(rows.added(pair.patient(), () -> world.put(pair.patient(), path, null)))
                .isEmpty());
    assertThat(rows.added(pair.patient(), () -> world.put(pair.patient(), path, null)))
        .extracting(AuditRows.Row::deed)
        .containsExactly("update ai_session");
  }

  @Test
  void what_cannot_be_written_down_is_not_stored() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var draft = Map.of("session_id", session, "summary", "A cough");
    narrowed(
        "audit_pending",
        "action <> 'create'",
        () -> {
          assertThat(world.say(pair.patient(), session, "x").status()).isEqualTo(500);
          assertThat(world.post(pair.doctor(), "/ai/suggested-response", draft).status())
              .isEqualTo(500);
        });
    assertThat(world.messages(pair.patient(), session)).isEmpty();
    assertThat(
            world
                .get(pair.doctor(), "/ai/sessions/" + session + "/suggested-responses")
                .data()
                .path("total")
                .asInt())
        .isZero();
  }

  /// While the table takes only rows for which `condition` holds.
  private void narrowed(String table, String condition, Runnable work) {
    jdbc.sql("alter table %s add constraint shut check (%s) not valid".formatted(table, condition))
        .update();
    try {
      work.run();
    } finally {
      jdbc.sql("alter table %s drop constraint shut".formatted(table)).update();
    }
  }

  @Test
  void a_connection_is_one_reading_and_what_is_said_over_it_is_like_any_message() {
    var pair = world.pair();
    var patient = pair.patient();
    var session = world.session(patient, pair.chat());
    var id = UUID.fromString(session);
    var before = rows.by(patient).size();
    assertThat(world.outside(patient, "/access/ai-sessions/" + session).status()).isEqualTo(200);
    try (var client = Client.connect(world.port(), patient, session)) {
      client.say("I have a cough");
      await().atMost(SOON).until(() -> !client.frames("ai_response").isEmpty());
      var added = rows.by(patient).subList(before, rows.by(patient).size());
      AuditRows.one(added.subList(0, 1), "read ai_session", id, patient.id(), "granted related");
      AuditRows.one(
          added.subList(1, added.size()),
          "create ai_message",
          UUID.fromString(client.frames("ai_response").getFirst().path("message_id").asString()),
          patient.id(),
          "granted related");
    }
  }

  @Test
  void who_is_not_let_in_leaves_a_row_at_the_gateways_question_and_at_the_door() {
    var pair = world.pair();
    var id = UUID.fromString(world.session(pair.patient(), pair.chat()));
    var stranger = world.person(Role.DOCTOR);
    rows.used(
        stranger,
        () -> world.outside(stranger, "/access/ai-sessions/" + id),
        "read ai_session",
        id,
        pair.patient(),
        "refused AUTH_004");
    rows.used(
        stranger,
        () -> turnedAway(stranger, id.toString()),
        "read ai_session",
        id,
        pair.patient(),
        "refused AUTH_004");
    rows.used(
        stranger,
        () -> turnedAway(stranger, "none"),
        "read ai_session",
        null,
        null,
        "refused RES_001");
  }

  private void turnedAway(Person person, String session) {
    Client.refused(world.port(), person, session);
  }
}
