package poca.ai.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import poca.aitest.Client;
import poca.aitest.RealAi;
import poca.aitest.World;

@RealAi
@TestPropertySource(properties = "poca.ai.turns-per-hour=2")
class AllowanceIT {

  @Autowired World world;

  @Test
  void an_account_that_has_used_up_its_turns_is_told_when_to_come_back() throws Exception {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    for (var i = 0; i < 4; i++) {
      assertThat(world.say(pair.patient(), session, "I have a cough").status()).isEqualTo(200);
    }
    var refused = raw(pair.patient().token(), session);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("SRV_003");
    assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1700L, 1800L);
    try (var socket = Client.connect(world.port(), pair.patient(), session)) {
      socket.say("and by socket");
      await().atMost(Duration.ofSeconds(5)).until(() -> socket.frames().size() == 2);
      assertThat(socket.frames().getLast().path("error_code").asString()).isEqualTo("SRV_003");
    }
    // nothing of the refused ones is stored, and others are not concerned
    assertThat(world.messages(pair.patient(), session)).hasSize(4);
    assertThat(world.get(pair.patient(), "/ai/sessions/" + session).data().path("question_count"))
        .hasToString("4");
    assertThat(world.say(pair.doctor(), session, "hello").status()).isEqualTo(200);
  }

  @Test
  void who_has_to_seek_help_is_told_so_though_no_turn_is_left() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    for (var i = 0; i < 4; i++) {
      world.say(pair.patient(), session, "I have a cough");
    }
    assertThat(world.say(pair.patient(), session, "since Monday").status()).isEqualTo(429);
    var advised = world.say(pair.patient(), session, "now I can't breathe");
    assertThat(advised.status()).isEqualTo(200);
    assertThat(advised.data().path("response").asString()).startsWith("Seek emergency care now");
    assertThat(world.say(pair.patient(), session, "since Monday").status()).isEqualTo(429);
    assertThat(world.messages(pair.patient(), session)).hasSize(5);
    var read = world.get(pair.patient(), "/ai/sessions/" + session).data();
    assertThat(read.path("urgency").asString()).isEqualTo("red");
    assertThat(read.path("question_count").asInt()).isEqualTo(5);
  }

  private HttpResponse<String> raw(String token, String session)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + world.port() + "/api/v1/ai/messages"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"session_id\":\"" + session + "\",\"message\":\"one more\"}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
