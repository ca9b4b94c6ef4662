package poca.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.chattest.RealChat;
import poca.chattest.World;
import poca.contracts.Role;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

@RealChat
class ReadMarkIT {

  @Autowired World world;

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
            "assistant",
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

  private int unreadChats(Person person, String isRead) {
    return world.get(person, "/chats?is_read=" + isRead).data().path("total").asInt();
  }

  private Response mark(Person by, String... ids) {
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

  private static String id(Response response) {
    return response.data().path("id").asString();
  }
}
