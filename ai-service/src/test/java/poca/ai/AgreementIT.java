package poca.ai;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.access.session.SessionCheck;
import poca.aitest.RealAi;
import poca.aitest.Surroundings;
import poca.aitest.World;
import poca.contracts.Role;
import poca.testkit.agreement.AgreesWithOpenApi;

@RealAi
class AgreementIT implements AgreesWithOpenApi {

  private static final String BY_HAND = "asked for by hand, to say what is blank too";

  @Autowired World world;

  @Override
  public String adminToken() {
    return world.person(Role.ADMIN).token();
  }

  @Override
  public String deactivatedToken() {
    var gone = world.person(Role.DOCTOR);
    Surroundings.judge(gone.session(), SessionCheck.SessionStatus.BARRED);
    return gone.token();
  }

  @Override
  public Map<String, String> exceptions() {
    return Map.ofEntries(
        entry("body sendAIMessage.message", BY_HAND),
        entry("body *.summary", BY_HAND),
        entry("seen aiSocket 426", "the gateway refuses another version before it asks here"));
  }

  @Test
  void an_ended_session_takes_no_message_under_any_spelling() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    assertThat(world.put(pair.patient(), "/ai/sessions/" + session + "/end", null).status())
        .isEqualTo(200);

    for (var path : List.of("/ai/sessions/", "/ai-assistant/sessions/")) {
      var refused =
          world.post(
              pair.patient(), path + session + "/messages", Map.of("content", "still coughing"));
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.code()).isEqualTo("BIZ_002");
    }
  }
}
