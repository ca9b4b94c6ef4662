package poca.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.chattest.Client;
import poca.chattest.RealChat;
import poca.chattest.World;
import poca.contracts.Role;
import poca.testkit.world.AuditRows;
import poca.testkit.world.Person;

@RealChat
class AuditIT {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final World world;
  private final MeterRegistry meters;
  private final AuditRows rows;

  AuditIT(@Autowired World world, @Autowired MeterRegistry meters, @Autowired JdbcClient jdbc) {
    this.world = world;
    this.meters = meters;
    this.rows = new AuditRows(jdbc);
  }

  @AfterEach
  void nothingIsMissing() {
    assertThat(meters.counter("audit.missing").count()).isZero();
  }

  // --- what is granted

  @Test
  void every_use_of_a_chat_leaves_one_row_that_says_why() {
    var doctor = world.doctor();
    var patient = world.patient();
    world.relate(TREATS, doctor.id(), patient.id());
    var pair = Map.of("doctor_id", doctor.id(), "patient_id", patient.id());
    var opened = rows.added(doctor, () -> world.post(doctor, "/chats", pair));
    var chat = opened.getFirst().id();
    AuditRows.one(opened, "create chat", chat, patient.id(), "granted treats");
    var path = "/chats/" + chat;

    rows.used(doctor, () -> world.get(doctor, path), "read chat", chat, patient, "granted party");
    rows.used(patient, () -> world.get(patient, path), "read chat", chat, patient, "granted party");
    for (var change : List.of("deactivate-for-doctor", "activate-for-doctor", "deactivate")) {
      rows.used(
          doctor,
          () -> world.put(doctor, path + "/" + change, null),
          "update chat",
          chat,
          patient,
          "granted party");
    }
    rows.used(
        patient,
        () -> world.post(patient, "/chats", pair),
        "update chat",
        chat,
        patient,
        "granted related");
    for (var change : List.of("deactivate-for-patient", "activate-for-patient")) {
      rows.used(
          patient,
          () -> world.put(patient, path + "/" + change, null),
          "update chat",
          chat,
          patient,
          "granted party");
    }
    var admin = world.admin();
    rows.used(
        admin, () -> world.delete(admin, path), "delete chat", chat, patient, "granted admin");
    assertThat(rows.by(admin))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.actor()).isEqualTo(admin.id());
          assertThat(row.role()).isEqualTo("admin");
          assertThat(row.actingAs()).isEqualTo(admin.id());
          assertThat(row.request()).isNotNull();
        });
  }

  @Test
  void a_list_is_one_row_and_says_whose_chats_it_is_about() {
    var pair = world.pair();
    var doctor = pair.doctor();
    var patient = pair.patient();
    var admin = world.admin();
    var hospital = world.person(Role.HOSPITAL);
    var ofPatient = "/chats/patient/" + patient.id();
    var ofDoctor = "/chats/doctor/" + doctor.id();

    rows.used(doctor, () -> world.get(doctor, "/chats"), "read chat", null, null, "granted role");
    rows.used(admin, () -> world.get(admin, "/chats"), "read chat", null, null, "granted admin");
    rows.used(
        hospital, () -> world.get(hospital, "/chats"), "read chat", null, null, "granted role");
    rows.used(
        patient,
        () -> world.get(patient, ofPatient),
        "read chat",
        null,
        patient,
        "granted related");
    rows.used(
        doctor, () -> world.get(doctor, ofPatient), "read chat", null, patient, "granted role");
    rows.used(doctor, () -> world.get(doctor, ofDoctor), "read chat", null, null, "granted self");
    rows.used(patient, () -> world.get(patient, ofDoctor), "read chat", null, null, "granted role");
  }

  @Test
  void reading_writing_and_marking_messages_leaves_rows() {
    var pair = world.pair();
    var doctor = pair.doctor();
    var patient = pair.patient();
    var sent = rows.added(patient, () -> world.say(patient, pair.chat(), "one"));
    var first = sent.getFirst().id();
    AuditRows.one(sent, "create message", first, patient.id(), "granted party");
    assertThat(world.say(patient, pair.chat(), "two").status()).isEqualTo(200);

    for (var path :
        List.of("/messages/chat/" + pair.chat(), "/chats/" + pair.chat() + "/messages")) {
      rows.used(
          doctor, () -> world.get(doctor, path), "read message", null, patient, "granted party");
    }
    rows.used(
        doctor,
        () -> world.put(doctor, "/messages/" + first + "/read", null),
        "update message",
        first,
        patient,
        "granted party");
    var ids =
        world
            .get(doctor, "/messages/chat/" + pair.chat())
            .data()
            .path("messages")
            .valueStream()
            .map(message -> message.path("id").asString())
            .toList();
    rows.used(
        doctor,
        () -> world.put(doctor, "/messages/read-status", Map.of("message_ids", ids)),
        "update message",
        null,
        patient,
        "granted party");
  }

  @Test
  void a_message_that_an_admin_writes_for_a_side_is_the_admins() {
    var pair = world.pair();
    var admin = world.admin();
    var sent =
        world.post(
            admin,
            "/messages",
            Map.of("chat_id", pair.chat(), "message", "x", "sender_id", pair.patient().id()));
    assertThat(sent.data().path("sender_id").asString()).isEqualTo(pair.patient().id().toString());

    AuditRows.one(
        rows.by(admin),
        "create message",
        UUID.fromString(sent.data().path("id").asString()),
        pair.patient().id(),
        "granted admin");
    assertThat(rows.by(pair.patient())).isEmpty();
  }

  /// The row is written first, so the second message's row shows whether it went with its message.
  @Test
  void a_message_that_is_not_stored_leaves_no_row_of_a_message() {
    var pair = world.pair();
    var message = Map.of("chat_id", pair.chat(), "message", "x", "client_message_id", "once");
    var first = world.post(pair.patient(), "/messages", message).data().path("id").asString();
    assertThat(world.post(pair.patient(), "/messages", message).status()).isEqualTo(200);

    assertThat(rows.by(pair.patient()))
        .extracting(row -> row.deed() + " " + row.id())
        .containsExactly("create message " + first, "read message " + first);
  }

  @Test
  void a_parent_who_acts_as_a_child_is_shown_as_both() {
    var doctor = world.doctor();
    var mother = world.patient();
    var child = world.child();
    world.relate(RELATED, mother.id(), child);
    var chat = world.open(mother, doctor.id(), child);
    var added =
        rows.added(
            mother,
            () ->
                assertThat(
                        world
                            .as(child, mother, "/chats/" + chat, "X-Request-ID", "the-request")
                            .status())
                    .isEqualTo(200));

    AuditRows.one(added, "read chat", chat, child, "granted party");
    assertThat(added.getFirst().actingAs()).isEqualTo(child);
    assertThat(added.getFirst().request()).isEqualTo("the-request");
  }

  // --- what is refused

  @Test
  void a_refusal_leaves_one_row_also_if_what_is_asked_for_is_not_there() {
    var pair = world.pair();
    var stranger = world.patient();
    var hospital = world.person(Role.HOSPITAL);
    var nowhere = UUID.randomUUID();
    var chat = "/chats/" + pair.chat();
    var patient = pair.patient();

    rows.used(
        stranger,
        () -> world.get(stranger, chat),
        "read chat",
        pair.chat(),
        patient,
        "refused AUTH_004");
    rows.used(
        stranger,
        () -> world.get(stranger, "/chats/" + nowhere),
        "read chat",
        nowhere,
        null,
        "refused RES_001");
    rows.used(
        stranger,
        () -> world.get(stranger, "/messages/chat/" + pair.chat()),
        "read message",
        pair.chat(),
        patient,
        "refused AUTH_004");
    rows.used(
        stranger,
        () -> world.say(stranger, pair.chat(), "x"),
        "create message",
        null,
        patient,
        "refused AUTH_004");
    rows.used(
        stranger,
        () -> world.delete(stranger, chat),
        "delete chat",
        pair.chat(),
        null,
        "refused AUTH_004");
    rows.used(
        hospital,
        () -> world.put(hospital, chat + "/deactivate", null),
        "update chat",
        pair.chat(),
        null,
        "refused AUTH_004");
    rows.used(
        stranger,
        () ->
            world.post(
                stranger,
                "/chats",
                Map.of("doctor_id", pair.doctor().id(), "patient_id", patient.id())),
        "create chat",
        null,
        patient,
        "refused AUTH_004");
    rows.used(
        stranger,
        () -> world.get(stranger, "/chats/patient/" + patient.id()),
        "read chat",
        patient.id(),
        patient,
        "refused AUTH_004");
    assertThat(rows.added(stranger, () -> world.post(stranger, "/chats", Map.of()))).isEmpty();
    assertThat(rows.by(stranger)).allSatisfy(row -> assertThat(row.request()).isNotNull());
  }

  // --- sockets

  @Test
  void a_connection_is_one_reading_and_what_is_sent_over_it_is_like_any_message() {
    var pair = world.pair();
    var doctor = pair.doctor();
    var before = rows.by(doctor).size();
    assertThat(world.outside(doctor, "/access/chats/" + pair.chat()).status()).isEqualTo(200);
    try (var client = Client.connect(world.port(), doctor, pair.chat())) {
      client.say("over the socket");
      await().atMost(SOON).until(() -> client.seqs().equals(List.of(1L)));
      var added = rows.by(doctor).subList(before, rows.by(doctor).size());
      var message = client.frames("message").getFirst().path("message").path("id").asString();
      AuditRows.one(
          added.subList(0, 1), "read chat", pair.chat(), pair.patient().id(), "granted party");
      AuditRows.one(
          added.subList(1, added.size()),
          "create message",
          UUID.fromString(message),
          pair.patient().id(),
          "granted party");
    }
  }

  @Test
  void who_is_not_let_in_leaves_a_row_at_the_gateways_question_and_at_the_door() {
    var pair = world.pair();
    var patient = pair.patient();
    var stranger = world.doctor();
    rows.used(
        stranger,
        () -> world.outside(stranger, "/access/chats/" + pair.chat()),
        "read chat",
        pair.chat(),
        patient,
        "refused AUTH_004");
    rows.used(
        stranger,
        () -> turnedAway(stranger, pair.chat().toString()),
        "read chat",
        pair.chat(),
        patient,
        "refused AUTH_004");
    rows.used(
        stranger, () -> turnedAway(stranger, "none"), "read chat", null, null, "refused RES_001");
  }

  @Test
  void a_message_that_is_refused_on_a_socket_leaves_a_row() {
    var pair = world.pair();
    try (var client = Client.connect(world.port(), pair.doctor(), pair.chat())) {
      var before = rows.by(pair.doctor()).size();
      client.send(
          "{\"content\":\"x\",\"file_details\":{\"document_id\":\"" + UUID.randomUUID() + "\"}}");
      await().atMost(SOON).until(() -> !client.frames("error").isEmpty());
      var all = rows.by(pair.doctor());
      AuditRows.one(
          all.subList(before, all.size()),
          "create message",
          null,
          pair.patient().id(),
          "refused RES_001");
    }
  }

  private void turnedAway(Person person, String chat) {
    Client.refused(world.port(), person, chat);
  }
}
