package poca.chat.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import poca.chattest.AnotherInstance;
import poca.chattest.Client;
import poca.chattest.RealChat;
import poca.chattest.World;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.TestPostgres;

@RealChat
class ReceiptIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired World world;
  @Autowired TestPostgres.Database database;

  @Value("${poca.audit.key}")
  String auditKey = "";

  @Test
  void receipts_say_how_far_each_side_has_come_whichever_way_it_came_there() {
    var pair = world.pair();
    world.say(pair.patient(), pair.chat(), "one");
    var two = world.say(pair.patient(), pair.chat(), "two").data().path("id").asString();
    try (var patient = Client.connectForReceipts(world.port(), pair.patient(), pair.chat())) {
      await().atMost(SOON).until(() -> patient.frames("receipt").size() >= 2);
      assertThat(patient.frames("receipt").getFirst().toString())
          .isEqualTo(
              "{\"type\":\"receipt\",\"side\":\"doctor\",\"delivered_seq\":0,\"read_seq\":0}");
      assertThat(patient.frames("receipt").get(1).path("side").asString()).isEqualTo("patient");
      try (var doctor = Client.connectForReceipts(world.port(), pair.doctor(), pair.chat())) {
        await().atMost(SOON).until(() -> latest(patient, "doctor").equals(List.of(2L, 0L)));
        doctor.send("{\"type\":\"read\",\"seq\":1}");
        await().atMost(SOON).until(() -> latest(patient, "doctor").equals(List.of(2L, 1L)));
        await().atMost(SOON).until(() -> latest(doctor, "doctor").equals(List.of(2L, 1L)));
        world.put(pair.doctor(), "/messages/" + two + "/read", Map.of());
        await().atMost(SOON).until(() -> latest(patient, "doctor").equals(List.of(2L, 2L)));
        world.put(pair.doctor(), "/messages/" + two + "/read?is_read=false", Map.of());
        await().atMost(SOON).until(() -> latest(patient, "doctor").equals(List.of(2L, 1L)));
      }
    }
    var chat = world.get(pair.doctor(), "/chats/" + pair.chat()).data();
    assertThat(chat.path("unread_count").asInt()).isEqualTo(1);
  }

  @Test
  void what_happens_at_another_instance_is_told_too() {
    var pair = world.pair();
    var mother = world.patient();
    world.relate(RelationKind.RELATED, mother.id(), pair.patient().id());
    world.say(pair.patient(), pair.chat(), "one");
    try (var second = AnotherInstance.start(database, auditKey);
        var there = Client.connectForReceipts(second.port(), pair.doctor(), pair.chat());
        var here = Client.connectForReceipts(world.port(), pair.patient(), pair.chat());
        var hers = Client.connectForReceipts(second.port(), mother, pair.chat());
        var plain = Client.connect(world.port(), mother, pair.chat())) {
      await().atMost(SOON).until(() -> latest(here, "doctor").equals(List.of(1L, 0L)));
      there.send("{\"type\":\"read\",\"seq\":1}");
      await().atMost(SOON).until(() -> latest(here, "doctor").equals(List.of(1L, 1L)));

      await()
          .atMost(SOON)
          .until(() -> {
            here.send("{\"type\":\"typing\"}");
            return !there.frames("typing").isEmpty() && !hers.frames("typing").isEmpty();
          });
      assertThat(there.frames("typing").getFirst().path("side").asString()).isEqualTo("patient");
      assertThat(here.frames("typing")).as("not to oneself").isEmpty();
      var shown = there.frames("typing").size();
      for (var i = 0; i < 5; i++) {
        here.send("{\"type\":\"typing\"}");
      }
      here.say("done");
      await().atMost(SOON).until(() -> there.seqs().equals(List.of(2L)));
      assertThat(there.frames("typing").size()).isLessThanOrEqualTo(shown + 1);
      assertThat(plain.frames("typing")).isEmpty();
      assertThat(plain.frames("receipt")).isEmpty();
    }
  }

  @Test
  void who_did_not_ask_for_them_cannot_send_them_and_what_is_malformed_is_refused() {
    var pair = world.pair();
    world.say(pair.patient(), pair.chat(), "one");
    try (var plain = Client.connect(world.port(), pair.doctor(), pair.chat());
        var admin = Client.connectForReceipts(world.port(), world.admin(), pair.chat());
        var doctor = Client.connectForReceipts(world.port(), pair.doctor(), pair.chat())) {
      plain.send("{\"type\":\"read\",\"seq\":1}");
      await().atMost(SOON).until(() -> plain.frames("error").size() == 1);
      admin.send("{\"type\":\"read\",\"seq\":1,\"client_message_id\":\"r-1\"}");
      await().atMost(SOON).until(() -> admin.frames("error").size() == 1);
      assertThat(admin.frames("error").getFirst().path("error_code").asString())
          .isEqualTo("BIZ_001");
      assertThat(admin.frames("error").getFirst().path("client_message_id").asString())
          .isEqualTo("r-1");
      for (var malformed :
          List.of(
              "{\"type\":\"read\"}",
              "{\"type\":\"read\",\"seq\":0}",
              "{\"type\":\"read\",\"seq\":\"1\"}",
              "{\"type\":\"read\",\"seq\":1.5}",
              "{\"type\":\"read\",\"seq\":1e30}",
              "{\"type\":\"dance\"}")) {
        doctor.send(malformed);
      }
      await().atMost(SOON).until(() -> doctor.frames("error").size() == 6);
      assertThat(latest(doctor, "doctor").getLast()).isZero();
    }
  }

  /// delivered_seq and read_seq.
  private static List<Long> latest(Client client, String side) {
    return client.frames("receipt").stream()
        .filter(frame -> frame.path("side").asString().equals(side))
        .reduce((_, later) -> later)
        .map(
            frame -> List.of(frame.path("delivered_seq").asLong(), frame.path("read_seq").asLong()))
        .orElse(List.of());
  }
}
