package poca.chat.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

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
import poca.chattest.Person;
import poca.chattest.RealChat;
import poca.chattest.Surroundings;
import poca.chattest.World;
import poca.chattest.World.Answer;
import poca.contracts.Role;
import tools.jackson.databind.JsonNode;

@RealChat
class ConversationIT {

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
        .containsExactlyInAnyOrder(
            "id",
            "chat_id",
            "seq",
            "client_message_id",
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
  void a_chat_shows_whose_turn_it_is_and_what_is_unread() {
    var pair = world.pair();
    world.say(pair.patient(), pair.chat(), "one");
    world.say(pair.patient(), pair.chat(), "two");

    var forDoctor = world.get(pair.doctor(), "/chats/" + pair.chat()).data();
    assertThat(forDoctor.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "doctor_id",
            "patient_id",
            "is_active_for_doctor",
            "is_active_for_patient",
            "is_active",
            "unread_count",
            "last_seq",
            "last_message",
            "watermarks",
            "created_at",
            "updated_at");
    assertThat(forDoctor.path("unread_count").asInt()).isEqualTo(2);
    assertThat(forDoctor.path("is_active_for_doctor").asBoolean()).isTrue();
    assertThat(forDoctor.path("is_active_for_patient").asBoolean()).isFalse();
    assertThat(forDoctor.path("last_message").path("message").asString()).isEqualTo("two");
    assertThat(forDoctor.path("watermarks").toString())
        .isEqualTo(
            "{\"doctor\":{\"delivered_seq\":0,\"read_seq\":0},"
                + "\"patient\":{\"delivered_seq\":0,\"read_seq\":2}}");
    assertThat(world.get(pair.patient(), "/chats/" + pair.chat()).data().path("unread_count"))
        .isEqualTo(forDoctor.path("watermarks").path("doctor").path("read_seq"));

    world.get(pair.doctor(), "/messages/chat/" + pair.chat());
    var list = world.get(pair.doctor(), "/messages/chat/" + pair.chat() + "?after_seq=0").data();
    var firstId = list.path("messages").get(0).path("id").asString();
    var marked = world.put(pair.doctor(), "/messages/" + firstId + "/read", null);
    assertThat(marked.data().toString())
        .isEqualTo("{\"success\":true,\"message_id\":\"" + firstId + "\",\"is_read\":true}");

    var after = world.get(pair.patient(), "/chats/" + pair.chat()).data();
    assertThat(after.path("watermarks").path("doctor").toString())
        .isEqualTo("{\"delivered_seq\":2,\"read_seq\":1}");
    assertThat(unreadChats(pair.doctor(), "false")).isEqualTo(1);
    assertThat(unreadChats(pair.doctor(), "true")).isEqualTo(0);
    assertThat(unreadChats(pair.patient(), "false")).isEqualTo(0);
    assertThat(unreadChats(pair.patient(), "true")).isEqualTo(1);
  }

  @Test
  void marking_is_all_or_nothing_and_for_the_receiver() {
    var pair = world.pair();
    var other = world.pair();
    var theirs = id(world.say(pair.patient(), pair.chat(), "a"));
    var mine = id(world.say(pair.doctor(), pair.chat(), "b"));
    var strange = id(world.say(other.patient(), other.chat(), "c"));

    assertThat(mark(pair.doctor(), theirs, UUID.randomUUID().toString()).status()).isEqualTo(404);
    assertThat(mark(pair.doctor(), theirs, strange).status()).isEqualTo(403);
    assertThat(mark(pair.doctor(), mine).code()).isEqualTo("BIZ_001");
    assertThat(mark(world.admin(), theirs).code()).isEqualTo("BIZ_001");
    assertThat(mark(world.person(Role.HOSPITAL), theirs).status()).isEqualTo(403);
    assertThat(isRead(pair, theirs)).isFalse();

    var marked = mark(pair.doctor(), theirs, theirs, mine);
    assertThat(marked.data().toString()).isEqualTo("{\"success\":true,\"updated_count\":1}");
    assertThat(isRead(pair, theirs)).isTrue();
    assertThat(isRead(pair, mine)).isFalse();
    assertThat(
            world
                .put(
                    pair.doctor(),
                    "/messages/" + theirs + "/read?is_read=false",
                    Map.of("is_read", true))
                .data()
                .path("is_read")
                .asBoolean())
        .isFalse();
    assertThat(isRead(pair, theirs)).isFalse();
    assertThat(world.put(pair.doctor(), "/messages/read-status", Map.of()).status()).isEqualTo(422);
  }

  @Test
  void only_who_may_opens_a_chat() {
    var doctor = world.doctor();
    var patient = world.patient();
    var pair = Map.of("doctor_id", doctor.id(), "patient_id", patient.id());

    assertThat(world.post(doctor, "/chats", pair).status()).isEqualTo(403);
    assertThat(world.post(world.doctor(), "/chats", pair).status()).isEqualTo(403);
    assertThat(world.post(world.patient(), "/chats", pair).status()).isEqualTo(403);
    assertThat(world.post(world.person(Role.HOSPITAL), "/chats", Map.of()).status()).isEqualTo(403);
    assertThat(world.post(doctor, "/chats", Map.of()).status()).isEqualTo(422);
    assertThat(
            world
                .post(
                    world.admin(),
                    "/chats",
                    Map.of("doctor_id", UUID.randomUUID(), "patient_id", patient.id()))
                .message())
        .isEqualTo("Doctor not found");
    assertThat(
            world
                .post(
                    world.admin(),
                    "/chats",
                    Map.of("doctor_id", doctor.id(), "patient_id", UUID.randomUUID()))
                .message())
        .isEqualTo("Patient not found");
    assertThat(
            jdbc.sql("select count(*) from chat where doctor_id = ?")
                .param(doctor.id())
                .query(Long.class)
                .single())
        .isZero();

    assertThat(world.post(patient, "/chats", pair).status()).isEqualTo(200);
    var again = world.post(doctor, "/chats", pair);
    assertThat(again.status()).isEqualTo(403);
    world.relate(TREATS, doctor.id(), patient.id());
    again = world.post(doctor, "/chats", pair);
    assertThat(again.code()).isEqualTo("RES_002");
    assertThat(again.message()).isEqualTo("Chat already exists between this doctor and patient");
  }

  @Test
  void the_directory_is_asked_and_its_absence_is_no_refusal() {
    var doctor = world.doctor();
    var patient = world.patient();
    Surroundings.NEIGHBOURS.directoryIsAway(true);
    try {
      var answer =
          world.post(
              doctor, "/chats", Map.of("doctor_id", doctor.id(), "patient_id", patient.id()));
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.code()).isEqualTo("SRV_002");
    } finally {
      Surroundings.NEIGHBOURS.directoryIsAway(false);
    }
  }

  @Test
  void a_deactivation_is_remembered_until_the_chat_is_opened_again() {
    var pair = world.pair();
    var off = world.put(pair.doctor(), "/chats/" + pair.chat() + "/deactivate", null).data();
    assertThat(off.path("is_active").asBoolean()).isFalse();
    assertThat(off.path("is_active_for_doctor").asBoolean()).isFalse();
    assertThat(off.path("is_active_for_patient").asBoolean()).isTrue();

    assertThat(world.say(pair.patient(), pair.chat(), "still there?").status()).isEqualTo(200);
    assertThat(world.open(pair.patient(), pair.doctor().id(), pair.patient().id()))
        .isEqualTo(pair.chat());
    var on = world.get(pair.doctor(), "/chats/" + pair.chat()).data();
    assertThat(on.path("is_active").asBoolean()).isTrue();
    assertThat(on.path("is_active_for_doctor").asBoolean()).isTrue();

    assertThat(
            world
                .put(pair.patient(), "/chats/" + pair.chat() + "/deactivate-for-doctor", null)
                .status())
        .isEqualTo(403);
    world.put(world.admin(), "/chats/" + pair.chat() + "/deactivate", null);
    var forgotten =
        world.put(pair.patient(), "/chats/" + pair.chat() + "/activate-for-patient", null).data();
    assertThat(forgotten.path("is_active").asBoolean()).isTrue();
    assertThat(forgotten.path("is_active_for_doctor").asBoolean()).isFalse();
  }

  @Test
  void an_unmapped_doctor_and_strangers_cannot_read_or_send_and_nothing_is_stored() {
    var pair = world.pair();
    world.say(pair.patient(), pair.chat(), "private");
    var before = row(pair.chat());
    for (var stranger : List.of(world.doctor(), world.patient(), world.person(Role.HOSPITAL))) {
      assertThat(world.say(stranger, pair.chat(), "hello").status()).isEqualTo(403);
      assertThat(world.get(stranger, "/messages/chat/" + pair.chat()).status()).isEqualTo(403);
      assertThat(world.get(stranger, "/chats/" + pair.chat()).status()).isEqualTo(403);
      assertThat(world.outside(stranger, "/access/chats/" + pair.chat()).status()).isEqualTo(403);
      assertThat(world.put(stranger, "/chats/" + pair.chat() + "/deactivate", null).status())
          .isEqualTo(403);
      assertThat(world.delete(stranger, "/chats/" + pair.chat()).status()).isEqualTo(403);
      assertThat(world.get(stranger, "/chats").data().path("total").asInt()).isZero();
    }
    assertThat(lastSeq(pair.chat())).isEqualTo(1);
    assertThat(stored(pair.chat())).isEqualTo(1);
    assertThat(row(pair.chat())).isEqualTo(before);
    assertThat(world.say(pair.doctor(), UUID.randomUUID(), "x").message())
        .isEqualTo("Chat not found");
  }

  @Test
  void a_hospital_is_turned_away_before_anybody_looks_for_the_chat() {
    var hospital = world.person(Role.HOSPITAL);
    for (var chat : List.of("x", UUID.randomUUID().toString())) {
      assertThat(world.outside(hospital, "/access/chats/" + chat).status()).isEqualTo(403);
      assertThat(world.get(hospital, "/chats/" + chat).status()).isEqualTo(403);
    }
  }

  @Test
  void a_parent_writes_for_its_child_until_the_relation_ends() {
    var doctor = world.doctor();
    var mother = world.patient();
    var father = world.patient();
    var child = world.child();
    world.relate(RELATED, mother.id(), child);
    world.relate(OWNS_PATIENT, father.id(), child);
    var chat = world.open(mother, doctor.id(), child);

    // one side, two accounts: the same client message id is two messages
    var one = withClientId(mother, chat, "m-1", "She sleeps badly");
    var two = withClientId(father, chat, "m-1", "And she coughs");
    assertThat(one.data().path("sender_id").asString()).isEqualTo(child.toString());
    assertThat(two.data().path("seq").asLong()).isEqualTo(2);
    assertThat(world.get(father, "/chats").data().path("chats").get(0).path("id").asString())
        .isEqualTo(chat.toString());
    assertThat(world.get(father, "/chats/patient/" + child).data().path("total").asInt())
        .isEqualTo(1);

    world.part(RELATED, mother.id(), child);
    assertThat(world.say(mother, chat, "x").status()).isEqualTo(403);
    assertThat(world.get(mother, "/chats").data().path("total").asInt()).isZero();
    assertThat(stored(chat)).isEqualTo(2);
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
              .map(answer -> answer.data().path("seq").asLong())
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
    var tries = new ArrayList<Callable<Answer>>();
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

  @Test
  void lists_of_chats_hold_what_the_caller_may_see() {
    var doctor = world.doctor();
    var chats = new ArrayList<String>();
    var last = doctor;
    for (var i = 0; i < 3; i++) {
      var patient = world.patient();
      chats.add(world.open(patient, doctor.id(), patient.id()).toString());
      last = patient;
    }
    var page = world.get(doctor, "/chats?limit=2").data();
    assertThat(ids(page)).isEqualTo(chats.subList(0, 2));
    assertThat(page.path("total").asInt()).isEqualTo(3);
    page = world.get(doctor, "/chats?limit=2&cursor=" + page.path("next_cursor").asString()).data();
    assertThat(ids(page)).isEqualTo(chats.subList(2, 3));
    assertThat(page.path("next_cursor").isNull()).isTrue();

    assertThat(ids(world.get(last, "/chats/doctor/" + doctor.id()).data()))
        .containsExactly(chats.get(2));
    assertThat(ids(world.get(doctor, "/chats/patient/" + last.id()).data()))
        .containsExactly(chats.get(2));
    assertThat(ids(world.get(doctor, "/chats/doctor/" + doctor.id()).data())).isEqualTo(chats);
    assertThat(world.get(world.doctor(), "/chats/doctor/" + doctor.id()).status()).isEqualTo(403);
    assertThat(world.get(world.patient(), "/chats/patient/" + last.id()).status()).isEqualTo(403);
    assertThat(world.get(doctor, "/chats/patient/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(world.get(world.person(Role.HOSPITAL), "/chats").data().toString())
        .isEqualTo("{\"chats\":[],\"total\":0,\"next_cursor\":null}");
    assertThat(world.get(world.admin(), "/chats?limit=1").data().path("total").asInt())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void a_deleted_chat_is_gone_with_its_messages() {
    var pair = world.pair();
    world.say(pair.doctor(), pair.chat(), "x");
    assertThat(world.delete(pair.doctor(), "/chats/" + pair.chat()).status()).isEqualTo(403);
    var facts = world.internal("/internal/chats/" + pair.chat());
    assertThat(facts.body().path("doctor_id").asString()).isEqualTo(pair.doctor().id().toString());
    assertThat(facts.body().path("active").asBoolean()).isTrue();

    assertThat(world.delete(world.admin(), "/chats/" + pair.chat()).status()).isEqualTo(204);
    assertThat(world.get(pair.doctor(), "/chats/" + pair.chat()).status()).isEqualTo(404);
    assertThat(world.internal("/internal/chats/" + pair.chat()).status()).isEqualTo(404);
    assertThat(world.delete(world.admin(), "/chats/" + pair.chat()).status()).isEqualTo(404);
    assertThat(stored(pair.chat())).isZero();
    assertThat(world.open(pair.doctor(), pair.doctor().id(), pair.patient().id()))
        .isNotEqualTo(pair.chat());
  }

  @Test
  void people_do_not_get_what_is_for_services() {
    var pair = world.pair();
    assertThat(world.outside(world.admin(), "/internal/chats/" + pair.chat()).status())
        .isEqualTo(401);
  }

  private int unreadChats(Person person, String isRead) {
    return world.get(person, "/chats?is_read=" + isRead).data().path("total").asInt();
  }

  private Answer mark(Person by, String... ids) {
    return world.put(by, "/messages/read-status", Map.of("message_ids", ids));
  }

  private boolean isRead(World.Pair pair, String id) {
    for (var message :
        world.get(pair.patient(), "/messages/chat/" + pair.chat()).data().path("messages")) {
      if (message.path("id").asString().equals(id)) {
        return message.path("is_read").asBoolean();
      }
    }
    throw new AssertionError("not there");
  }

  private Answer withClientId(Person by, UUID chat, String clientId, String text) {
    return world.post(
        by, "/messages", Map.of("chat_id", chat, "message", text, "client_message_id", clientId));
  }

  private Answer named(Person by, UUID chat, String field, Object value) {
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

  private static List<String> ids(JsonNode list) {
    return list.path("chats").valueStream().map(m -> m.path("id").asString()).toList();
  }

  private static String id(Answer answer) {
    return answer.data().path("id").asString();
  }

  private long lastSeq(UUID chat) {
    return jdbc.sql("select last_seq from chat where id = ?")
        .param(chat)
        .query(Long.class)
        .single();
  }

  private long stored(UUID chat) {
    return jdbc.sql("select count(*) from message where chat_id = ?")
        .param(chat)
        .query(Long.class)
        .single();
  }

  /// Facts ever appended: ids of the outbox are never used twice. Every fact of a chat goes with a
  /// change of its row.
  private String row(UUID chat) {
    return jdbc.sql("select c::text from chat c where id = ?")
        .param(chat)
        .query(String.class)
        .single();
  }
}
