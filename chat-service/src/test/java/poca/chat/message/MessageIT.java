package poca.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.chattest.RealChat;
import poca.chattest.World;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import tools.jackson.databind.JsonNode;

@RealChat
class MessageIT {

  @Autowired World world;
  @Autowired JdbcClient jdbc;

  @Test
  void a_doctor_and_its_patient_write_to_each_other_in_one_order() {
    var pair = world.pair();
    var first = world.say(pair.patient(), pair.chat(), "I have a fever").data();
    var second = world.say(pair.doctor(), pair.chat(), "Since when?").data();

    assertThat(first.path("seq").asLong()).isEqualTo(1);
    assertThat(first.path("sender_id").asString()).isEqualTo(pair.patient().id().toString());
    assertThat(first.path("receiver_id").asString()).isEqualTo(pair.doctor().id().toString());
    assertThat(first.path("message_type").asString()).isEqualTo("text");
    assertThat(first.path("is_read").asBoolean()).isFalse();
    assertThat(first.path("timestamp").asString()).matches("....-..-..T..:..:..\\....Z");
    assertThat(first.propertyNames())
        .containsExactly(
            "id",
            "chat_id",
            "seq",
            "client_message_id",
            "ai_session_id",
            "sender_id",
            "receiver_id",
            "message",
            "message_type",
            "file_details",
            "timestamp",
            "is_read",
            "created_at");
    assertThat(second.path("seq").asLong()).isEqualTo(2);

    var list = world.get(pair.patient(), "/messages/chat/" + pair.chat()).data();
    assertThat(texts(list)).containsExactly("Since when?", "I have a fever");
    assertThat(list.path("total").asLong()).isEqualTo(2);
    assertThat(list.path("next_cursor").isNull()).isTrue();
    assertThat(list.path("messages").get(0).has("created_at")).isFalse();
    assertThat(world.get(pair.doctor(), "/chats/" + pair.chat() + "/messages").data().path("total"))
        .isEqualTo(list.path("total"));
  }

  @Test
  void sender_and_receiver_must_be_the_sides_of_the_chat() {
    var pair = world.pair();
    assertThat(named(pair.doctor(), pair.chat(), "sender_id", pair.patient().id()).code())
        .isEqualTo("BIZ_001");
    assertThat(named(pair.doctor(), pair.chat(), "receiver_id", pair.doctor().id()).code())
        .isEqualTo("BIZ_001");
    assertThat(named(pair.doctor(), pair.chat(), "sender_id", "x").status()).isEqualTo(422);
    assertThat(stored(pair.chat())).isZero();
    assertThat(named(pair.doctor(), pair.chat(), "sender_id", pair.doctor().id()).status())
        .isEqualTo(200);
    var admin = world.admin();
    assertThat(world.say(admin, pair.chat(), "x").data().path("sender_id").asString())
        .isEqualTo(pair.doctor().id().toString());
    assertThat(
            named(admin, pair.chat(), "sender_id", pair.patient().id())
                .data()
                .path("receiver_id")
                .asString())
        .isEqualTo(pair.doctor().id().toString());
  }

  @Test
  void what_is_malformed_is_refused_without_an_echo() {
    var pair = world.pair();
    var blank = world.say(pair.doctor(), pair.chat(), "  ");
    assertThat(blank.status()).isEqualTo(422);
    assertThat(world.say(pair.doctor(), pair.chat(), "x".repeat(16 * 1024 + 1)).status())
        .isEqualTo(422);
    assertThat(world.say(pair.doctor(), pair.chat(), "x".repeat(16 * 1024)).status())
        .isEqualTo(200);
    assertThat(world.say(pair.doctor(), pair.chat(), "nul\0").status()).isEqualTo(422);
    var half =
        "{\"chat_id\":\""
            + pair.chat()
            + "\",\"message\":\"a\",\"file_details\":{\"note\":\"b\\ud800\"}}";
    assertThat(world.call(pair.doctor(), "POST", "/messages", half).status()).isEqualTo(422);
    assertThat(named(pair.doctor(), pair.chat(), "message_type", "shout").status()).isEqualTo(422);
    assertThat(world.call(pair.doctor(), "POST", "/messages", "{\"message\":").status())
        .isEqualTo(422);
    assertThat(world.get(pair.doctor(), "/chats/x").status()).isEqualTo(422);
    assertThat(world.get(pair.doctor(), "/chats?is_read=perhaps").status()).isEqualTo(422);
    assertThat(world.outside(pair.doctor(), "/access/chats/x").status()).isEqualTo(404);
    assertThat(world.outside(pair.doctor(), "/access/chats/" + pair.chat()).status())
        .isEqualTo(200);
  }

  @Test
  void eight_writers_leave_no_gap_and_readers_see_one_order() throws Exception {
    var pair = world.pair();
    var writers = new ArrayList<Callable<List<Long>>>();
    for (var writer = 0; writer < 8; writer++) {
      var person = writer % 2 == 0 ? pair.doctor() : pair.patient();
      var name = "w" + writer + "-";
      writers.add(() ->
          IntStream.range(0, 50)
              .mapToObj(i -> world.say(person, pair.chat(), name + i))
              .map(response -> response.data().path("seq").asLong())
              .toList());
    }
    var seqs = new ArrayList<Long>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var result : threads.invokeAll(writers)) {
        assertThat(result.get()).isSorted();
        seqs.addAll(result.get());
      }
    }
    assertThat(seqs)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 400).boxed().toList());

    var forDoctor = everything(pair.doctor(), pair.chat());
    assertThat(forDoctor).hasSize(400).isEqualTo(everything(pair.patient(), pair.chat()));
    for (var writer = 0; writer < 8; writer++) {
      var name = "w" + writer + "-";
      assertThat(forDoctor.stream().filter(text -> text.startsWith(name)))
          .containsExactlyElementsOf(IntStream.range(0, 50).mapToObj(i -> name + i).toList());
    }
    var newestFirst = byCursor(pair.doctor(), pair.chat());
    assertThat(newestFirst.reversed()).isEqualTo(forDoctor);
  }

  @Test
  void a_repeated_client_message_id_is_one_message_however_it_races() throws Exception {
    var pair = world.pair();
    world.say(pair.doctor(), pair.chat(), "before");
    var tries = new ArrayList<Callable<Response>>();
    for (var i = 0; i < 16; i++) {
      tries.add(() -> withClientId(pair.patient(), pair.chat(), "c-1", "only once"));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var result : threads.invokeAll(tries)) {
        assertThat(result.get().status()).isEqualTo(200);
        assertThat(result.get().data().path("seq").asLong()).isEqualTo(2);
        assertThat(result.get().data().path("client_message_id").asString()).isEqualTo("c-1");
      }
    }
    assertThat(world.say(pair.doctor(), pair.chat(), "after").data().path("seq").asLong())
        .isEqualTo(3);
    assertThat(everything(pair.doctor(), pair.chat()))
        .containsExactly("before", "only once", "after");
    assertThat(stored(pair.chat())).isEqualTo(3);
  }

  @Test
  void pages_follow_each_other_and_a_delta_comes_in_order() {
    var pair = world.pair();
    for (var i = 1; i <= 5; i++) {
      world.say(pair.doctor(), pair.chat(), "m" + i);
    }
    var path = "/messages/chat/" + pair.chat();
    var page = world.get(pair.patient(), path + "?limit=2").data();
    assertThat(texts(page)).containsExactly("m5", "m4");
    assertThat(page.path("total").asLong()).isEqualTo(5);
    var cursor = page.path("next_cursor").asString();
    world.say(pair.doctor(), pair.chat(), "m6");
    page = world.get(pair.patient(), path + "?limit=2&cursor=" + cursor).data();
    assertThat(texts(page)).containsExactly("m3", "m2");
    assertThat(page.path("total").isNull()).isTrue();
    assertThat(texts(world.get(pair.patient(), path + "?skip=4").data()))
        .containsExactly("m2", "m1");

    var delta = world.get(pair.patient(), path + "?after_seq=3").data();
    assertThat(texts(delta)).containsExactly("m4", "m5", "m6");
    assertThat(delta.path("total").asLong()).isEqualTo(3);
    for (var bad :
        List.of(
            "?after_seq=1&skip=1",
            "?after_seq=1&cursor=" + cursor,
            "?cursor=abc",
            "?limit=201",
            "?after_seq=x",
            "?after_seq=-1",
            "?cursor=" + cursor + "&skip=1")) {
      assertThat(world.get(pair.patient(), path + bad).status()).as(bad).isEqualTo(422);
    }
    var elsewhere = world.pair();
    assertThat(
            world
                .get(elsewhere.doctor(), "/messages/chat/" + elsewhere.chat() + "?cursor=" + cursor)
                .status())
        .isEqualTo(422);
  }

  private Response withClientId(Person by, UUID chat, String clientId, String text) {
    return world.post(
        by, "/messages", Map.of("chat_id", chat, "message", text, "client_message_id", clientId));
  }

  private Response named(Person by, UUID chat, String field, Object value) {
    return world.post(by, "/messages", Map.of("chat_id", chat, "message", "x", field, value));
  }

  private List<String> everything(Person by, UUID chat) {
    var texts = new ArrayList<String>();
    while (true) {
      var page =
          world.get(by, "/messages/chat/" + chat + "?limit=120&after_seq=" + texts.size()).data();
      if (page.path("messages").isEmpty()) {
        return texts;
      }
      texts.addAll(texts(page));
    }
  }

  private List<String> byCursor(Person by, UUID chat) {
    var texts = new ArrayList<String>();
    var query = "?limit=60";
    while (true) {
      var page = world.get(by, "/messages/chat/" + chat + query).data();
      texts.addAll(texts(page));
      if (page.path("next_cursor").isNull()) {
        return texts;
      }
      query = "?limit=60&cursor=" + page.path("next_cursor").asString();
    }
  }

  private static List<String> texts(JsonNode list) {
    return list.path("messages").valueStream().map(m -> m.path("message").asString()).toList();
  }

  private long stored(UUID chat) {
    return jdbc.sql("select count(*) from message where chat_id = ?")
        .param(chat)
        .query(Long.class)
        .single();
  }
}
