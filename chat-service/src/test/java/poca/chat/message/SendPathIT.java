package poca.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import poca.chattest.RealChat;
import poca.chattest.Surroundings;
import poca.chattest.World;
import poca.testkit.world.Counted;

@RealChat
@Import(Counted.class)
class SendPathIT {

  @Autowired World world;

  @Test
  void a_message_costs_five_statements_and_one_commit() {
    var pair = world.pair();
    Counted.forget();
    assertThat(world.say(pair.patient(), pair.chat(), "x").status()).isEqualTo(200);
    assertThat(Counted.seen())
        .satisfiesExactly(
            sql -> assertThat(sql).startsWith("select").contains("from chat"),
            sql -> assertThat(sql).startsWith("insert into audit_pending"),
            sql -> assertThat(sql).startsWith("update chat set last_seq = last_seq + 1"),
            sql -> assertThat(sql).startsWith("insert into message"),
            sql -> assertThat(sql).startsWith("insert into outbox"),
            sql -> assertThat(sql).isEqualTo("commit"));
  }

  @Test
  void reading_writes_what_was_read_and_a_list_costs_the_same_for_any_number_of_chats() {
    var doctor = world.doctor();
    for (var i = 0; i < 3; i++) {
      var patient = world.patient();
      var chat = world.open(patient, doctor.id(), patient.id());
      var session = Surroundings.NEIGHBOURS.interview(chat);
      world.post(
          patient, "/messages", Map.of("chat_id", chat, "message", "x", "ai_session_id", session));
    }
    Counted.forget();
    var chats = world.get(doctor, "/chats").data().path("chats");
    assertThat(chats.size()).isEqualTo(3);
    assertThat(chats.valueStream().map(chat -> chat.path("assistant").isObject()))
        .containsExactly(true, true, true);
    assertThat(Counted.seen())
        .satisfiesExactly(
            sql -> assertThat(sql).startsWith("insert into audit_pending"),
            sql -> assertThat(sql).startsWith("select"),
            sql -> assertThat(sql).startsWith("select"));
    Counted.forget();
    world.get(doctor, "/messages/chat/" + chats.get(0).path("id").asString());
    assertThat(Counted.seen())
        .satisfiesExactly(
            sql -> assertThat(sql).startsWith("select"),
            sql -> assertThat(sql).startsWith("insert into audit_pending"),
            sql -> assertThat(sql).startsWith("select"));
  }
}
