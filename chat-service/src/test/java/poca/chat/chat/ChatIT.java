package poca.chat.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.chattest.RealChat;
import poca.chattest.Surroundings;
import poca.chattest.World;
import poca.contracts.Role;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import tools.jackson.databind.JsonNode;

@RealChat
class ChatIT {

  @Autowired World world;
  @Autowired JdbcClient jdbc;

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
      var response =
          world.post(
              doctor, "/chats", Map.of("doctor_id", doctor.id(), "patient_id", patient.id()));
      assertThat(response.status()).isEqualTo(503);
      assertThat(response.code()).isEqualTo("SRV_002");
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

  private Response withClientId(Person by, UUID chat, String clientId, String text) {
    return world.post(
        by, "/messages", Map.of("chat_id", chat, "message", text, "client_message_id", clientId));
  }

  private static List<String> ids(JsonNode list) {
    return list.path("chats").valueStream().map(m -> m.path("id").asString()).toList();
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

  /// Every fact of a chat goes with a change of its row.
  private String row(UUID chat) {
    return jdbc.sql("select c::text from chat c where id = ?")
        .param(chat)
        .query(String.class)
        .single();
  }
}
