package poca.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.access.session.SessionCheck;
import poca.chattest.RealChat;
import poca.chattest.Surroundings;
import poca.chattest.World;
import poca.testkit.agreement.AgreesWithOpenApi;

@RealChat
class AgreementIT implements AgreesWithOpenApi {

  @Autowired World world;

  @Override
  public String adminToken() {
    return world.admin().token();
  }

  @Override
  public String deactivatedToken() {
    var gone = world.doctor();
    Surroundings.judge(gone.session(), SessionCheck.SessionStatus.BARRED);
    return gone.token();
  }

  @Override
  public Map<String, String> exceptions() {
    return Map.of(
        "seen chatSocket 400", "the gateway refuses what is no handshake before it asks here",
        "seen chatSocket 426", "as above: another version of the protocol",
        "seen eventSocket 426", "as above");
  }

  @Test
  void either_side_puts_its_chat_away_and_takes_it_back() {
    var pair = world.pair();
    for (var side : List.of("doctor", "patient")) {
      var who = side.equals("doctor") ? pair.doctor() : pair.patient();
      for (var active : List.of(false, true)) {
        var verb = active ? "/activate-for-" : "/deactivate-for-";
        var changed = world.put(who, "/chats/" + pair.chat() + verb + side, null);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.data().path("is_active_for_" + side).asBoolean()).isEqualTo(active);
      }
    }
  }

  @Test
  void only_the_receiver_marks_a_message_as_read() {
    var pair = world.pair();
    var id = world.say(pair.patient(), pair.chat(), "hello").data().path("id").asString();

    var refused = world.put(pair.patient(), "/messages/" + id + "/read", Map.of());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("BIZ_001");
    assertThat(world.put(pair.doctor(), "/messages/" + id + "/read", Map.of()).status())
        .isEqualTo(200);
  }
}
