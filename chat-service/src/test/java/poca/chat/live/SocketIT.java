package poca.chat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import poca.access.session.SessionCheck.SessionStatus;
import poca.chattest.AnotherInstance;
import poca.chattest.Client;
import poca.chattest.RealChat;
import poca.chattest.Surroundings;
import poca.chattest.World;
import poca.contracts.Role;
import poca.testkit.RealParts;
import poca.testkit.TestPostgres;

@RealChat
class SocketIT {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration WITHIN_THE_CONTRACT = Duration.ofMillis(2_500);

  @Autowired World world;
  @Autowired TestPostgres.Database database;

  @Value("${poca.audit.key}")
  String auditKey = "";

  @Test
  void who_connects_is_greeted_gets_the_history_and_then_every_message() {
    var pair = world.pair();
    for (var i = 1; i <= 55; i++) {
      world.say(pair.patient(), pair.chat(), "m" + i);
    }
    try (var doctor = Client.connect(world.port(), pair.doctor(), pair.chat())) {
      assertThat(doctor.subprotocol()).isEqualTo("poca.bearer");
      await().atMost(SOON).until(() -> doctor.frames().size() == 2);
      assertThat(doctor.frames().get(0).toString())
          .isEqualTo(
              "{\"type\":\"system\",\"content\":\"Connected to chat "
                  + pair.chat()
                  + ". You can start chatting now.\"}");
      var history = doctor.frames().get(1);
      assertThat(history.path("type").asString()).isEqualTo("history");
      assertThat(history.path("messages").valueStream().map(m -> m.path("seq").asLong()))
          .containsExactlyElementsOf(LongStream.rangeClosed(6, 55).boxed().toList());
      assertThat(history.path("messages").get(0).propertyNames())
          .containsExactlyInAnyOrder(
              "id",
              "seq",
              "client_message_id",
              "ai_session_id",
              "sender_id",
              "receiver_id",
              "content",
              "message_type",
              "file_details",
              "timestamp",
              "is_read");
      await()
          .atMost(SOON)
          .until(() ->
              world
                      .get(pair.patient(), "/chats/" + pair.chat())
                      .data()
                      .path("watermarks")
                      .path("doctor")
                      .path("delivered_seq")
                      .asLong()
                  == 55);

      world.say(pair.patient(), pair.chat(), "by REST");
      doctor.send("{\"content\":\"by socket\",\"client_message_id\":\"s-1\"}");
      await().atMost(SOON).until(() -> doctor.seqs().equals(List.of(56L, 57L)));
      doctor.send("{\"content\":\"by socket\",\"client_message_id\":\"s-1\"}");
      await().atMost(SOON).until(() -> doctor.seqs().equals(List.of(56L, 57L, 57L)));
      assertThat(doctor.frames("message").get(1).path("message").path("content").asString())
          .isEqualTo("by socket");
    }
  }

  @Test
  void sockets_on_two_instances_get_every_message_once_and_in_order() throws Exception {
    var pair = world.pair();
    try (var second = AnotherInstance.start(database, auditKey);
        var here = Client.connect(world.port(), pair.doctor(), pair.chat());
        var there = Client.connect(second.port(), pair.patient(), pair.chat());
        var alsoThere = Client.connect(second.port(), pair.doctor(), pair.chat())) {
      var writers = new ArrayList<Callable<Boolean>>();
      writers.add(() ->
          IntStream.range(0, 60)
              .allMatch(i -> world.say(pair.doctor(), pair.chat(), "r" + i).status() == 200));
      for (var client : List.of(here, there)) {
        writers.add(() -> {
          for (var i = 0; i < 15; i++) {
            client.say("s" + i);
          }
          return true;
        });
      }
      try (var threads = Executors.newFixedThreadPool(3)) {
        for (var result : threads.invokeAll(writers)) {
          assertThat(result.get()).isTrue();
        }
      }
      var all = LongStream.rangeClosed(1, 90).boxed().toList();
      for (var client : List.of(here, there, alsoThere)) {
        await()
            .atMost(Duration.ofSeconds(15))
            .untilAsserted(() -> {
              assertThat(client.frames("error")).isEmpty();
              assertThat(client.seqs()).hasSizeGreaterThanOrEqualTo(90);
            });
        assertThat(client.seqs()).isEqualTo(all);
      }
      second.close();
      assertThat(there.closeCode(SOON)).isEqualTo(1001);
    }
  }

  @Test
  void without_the_event_bus_both_instances_still_deliver() {
    var pair = world.pair();
    try (var second = AnotherInstance.start(database, auditKey);
        var here = Client.connect(world.port(), pair.doctor(), pair.chat());
        var there = Client.connect(second.port(), pair.patient(), pair.chat())) {
      RealParts.kafka().stop();
      try {
        world.say(pair.doctor(), pair.chat(), "one");
        await().atMost(Duration.ofSeconds(1)).until(() -> here.seqs().equals(List.of(1L)));
        await().atMost(SOON).until(() -> there.seqs().equals(List.of(1L)));
        there.say("two");
        await().atMost(SOON).until(() -> here.seqs().equals(List.of(1L, 2L)));
        await().atMost(SOON).until(() -> there.seqs().equals(List.of(1L, 2L)));
      } finally {
        RealParts.kafka().restart();
      }
      world.say(pair.doctor(), pair.chat(), "three");
      await().atMost(SOON).until(() -> there.seqs().equals(List.of(1L, 2L, 3L)));
    }
  }

  @Test
  void a_handshake_is_refused_as_http() throws Exception {
    var pair = world.pair();
    var chat = pair.chat().toString();
    var port = world.port();
    assertThat(Client.refused(port, null, chat).status()).isEqualTo(401);
    assertThat(Client.refused(port, world.doctor(), chat).status()).isEqualTo(403);
    assertThat(Client.refused(port, world.person(Role.HOSPITAL), chat).status()).isEqualTo(403);
    assertThat(Client.refused(port, pair.doctor(), UUID.randomUUID().toString()).status())
        .isEqualTo(404);
    assertThat(Client.refused(port, pair.doctor(), "no-chat").status()).isEqualTo(404);
    var loggedOut = world.person(Role.ADMIN);
    Surroundings.judge(loggedOut.session(), SessionStatus.ENDED);
    assertThat(Client.refused(port, loggedOut, chat).status()).isEqualTo(401);
    // the envelope, which the client above does not show
    var envelope = world.get(world.doctor(), "/chats/ws/" + chat);
    assertThat(envelope.status()).isEqualTo(403);
    assertThat(envelope.code()).isEqualTo("AUTH_004");
  }

  @Test
  void a_malformed_frame_gets_an_error_and_the_socket_stays_open() {
    var pair = world.pair();
    try (var doctor = Client.connect(world.port(), pair.doctor(), pair.chat())) {
      var malformed =
          List.of(
              "hello",
              "[1]",
              "\"text\"",
              "{\"content\":5}",
              "{\"type\":\"dance\"}",
              "{\"content\":\"a\",\"message_type\":\"shout\"}",
              "{\"content\":\"a\",\"file_details\":\"x\"}",
              "{\"content\":\"a\",\"sender_id\":\"x\"}",
              "{\"content\":\"" + "x".repeat(16 * 1024 + 1) + "\"}");
      malformed.forEach(doctor::send);
      doctor.sendBinary(new byte[] {1, 2, 3});
      var expected = malformed.size() + 1;
      await().atMost(SOON).until(() -> doctor.frames("error").size() == expected);
      assertThat(doctor.frames("error"))
          .allSatisfy(frame ->
              assertThat(frame.toString())
                  .isEqualTo(
                      "{\"type\":\"error\",\"content\":\"Invalid message\","
                          + "\"error_code\":\"VAL_001\"}"));
      doctor.send("{}");
      doctor.send("{\"content\":\"   \"}");
      doctor.send("{\"content\":\"x\",\"sender_id\":\"" + pair.patient().id() + "\"}");
      await().atMost(SOON).until(() -> doctor.frames("error").size() == expected + 1);
      assertThat(doctor.frames("error").getLast().path("error_code").asString())
          .isEqualTo("BIZ_001");
      doctor.say("still here");
      await().atMost(SOON).until(() -> doctor.seqs().equals(List.of(1L)));
      assertThat(world.get(pair.doctor(), "/chats/" + pair.chat()).data().path("last_seq").asInt())
          .isEqualTo(1);
    }
  }

  @Test
  void too_many_frames_are_dropped_with_an_error() {
    var pair = world.pair();
    try (var doctor = Client.connect(world.port(), pair.doctor(), pair.chat())) {
      for (var i = 0; i < 60; i++) {
        doctor.say("m" + i);
      }
      await().atMost(SOON).until(() -> doctor.frames("error").size() + doctor.seqs().size() == 60);
      assertThat(doctor.frames("error"))
          .isNotEmpty()
          .allSatisfy(f -> assertThat(f.path("error_code").asString()).isEqualTo("SRV_003"));
      assertThat(doctor.seqs().size()).isBetween(20, 50);
    }
  }

  @Test
  void a_frame_over_64_kib_closes_with_1009() {
    var pair = world.pair();
    var doctor = Client.connect(world.port(), pair.doctor(), pair.chat());
    doctor.send("{\"content\":\"" + "x".repeat(64 * 1024) + "\"}");
    assertThat(doctor.closeCode(SOON)).isEqualTo(1009);
  }

  @Test
  void lost_access_and_an_ended_session_close_within_two_seconds() {
    var doctor = world.doctor();
    var mother = world.patient();
    var child = world.child();
    world.relate(RELATED, mother.id(), child);
    var chat = world.open(mother, doctor.id(), child);
    var hers = Client.connect(world.port(), mother, chat);
    try (var his = Client.connect(world.port(), doctor, chat)) {
      world.part(RELATED, mother.id(), child);
      assertThat(hers.closeCode(WITHIN_THE_CONTRACT)).isEqualTo(4403);
      world.say(doctor, chat, "after");
      await().atMost(SOON).until(() -> his.seqs().equals(List.of(1L)));
      assertThat(hers.seqs()).isEmpty();

      Surroundings.judge(doctor.session(), SessionStatus.ENDED);
      assertThat(his.closeCode(WITHIN_THE_CONTRACT)).isEqualTo(4401);
    }
  }

  @Test
  void an_expired_token_closes_and_a_deleted_chat_too() {
    var pair = world.pair();
    var shortly = world.login(pair.doctor().id(), Role.DOCTOR, Duration.ofSeconds(2));
    var expiring = Client.connect(world.port(), shortly, pair.chat());
    var patient = Client.connect(world.port(), pair.patient(), pair.chat());
    assertThat(expiring.closeCode(SOON)).isEqualTo(4401);
    world.delete(world.admin(), "/chats/" + pair.chat());
    assertThat(patient.closeCode(WITHIN_THE_CONTRACT)).isEqualTo(4403);
  }

  @Test
  void while_nobody_can_say_whether_a_session_stands_nothing_is_delivered() {
    var pair = world.pair();
    try (var doctor = Client.connect(world.port(), pair.doctor(), pair.chat())) {
      Surroundings.judge(pair.doctor().session(), SessionStatus.UNKNOWN);
      await()
          .atMost(SOON)
          .until(() -> {
            doctor.say("anybody?");
            return doctor.frames("error").stream()
                .anyMatch(f -> f.path("error_code").asString().equals("SRV_002"));
          });
      var before = doctor.seqs().size();
      world.say(pair.patient(), pair.chat(), "held back");
      await().during(Duration.ofMillis(1500)).until(() -> doctor.seqs().size() == before);
      Surroundings.judge(pair.doctor().session(), SessionStatus.LIVE);
      await().atMost(SOON).until(() -> heard(doctor, "held back"));
    }
  }

  private static boolean heard(Client client, String content) {
    return client.frames("message").stream()
        .anyMatch(f -> f.path("message").path("content").asString().equals(content));
  }
}
