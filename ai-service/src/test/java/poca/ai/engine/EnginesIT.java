package poca.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import poca.aitest.FaultyProvider;
import poca.aitest.FaultyProvider.Mood;
import poca.aitest.RealAi;
import poca.aitest.World;
import poca.contracts.Role;
import poca.testkit.world.Person;

/// A model behind the whole service.
@RealAi
@TestPropertySource(
    properties = {
      "poca.ai.openai-api-key=key",
      "poca.ai.openai-model=gpt-x",
      "poca.ai.timeout-seconds=6",
      "poca.ai.drafts-per-hour=1"
    })
class EnginesIT {

  private static final FaultyProvider PROVIDER =
      FaultyProvider.start().lists("{\"object\":\"list\",\"data\":[]}");
  private static final String QUESTION = "Do you bring up any phlegm?";

  @Autowired World world;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("poca.ai.openai-base-url", () -> PROVIDER.url() + "/v1");
  }

  @BeforeEach
  void well() {
    PROVIDER.is(Mood.WELL).says("{\"message\":\"%s\",\"isSummary\":false}".formatted(QUESTION));
  }

  @Test
  void session_and_message_tell_who_answers_also_when_that_changes() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    assertThat(engineOf(pair, session)).isEqualTo("openai");
    var first = world.say(pair.patient(), session, "I have had a cough for three days").data();
    assertThat(first.path("response").asString()).isEqualTo(QUESTION);
    assertThat(first.path("engine").asString()).isEqualTo("openai");
    PROVIDER.is(Mood.RESETTING);
    var second = world.say(pair.patient(), session, "no").data();
    assertThat(second.path("engine").asString()).isEqualTo("builtin");
    assertThat(second.path("response").asString()).doesNotContain("{").isNotEqualTo(QUESTION);
    assertThat(engineOf(pair, session)).isEqualTo("builtin");
  }

  private String engineOf(World.Pair pair, String session) {
    return world.get(pair.doctor(), "/ai/sessions/" + session).data().path("engine").asString();
  }

  @Test
  void an_admin_sees_what_the_engines_were_used_for_and_nobody_else_does() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    world.say(pair.patient(), session, "I have had a cough for three days");
    var admin = world.person(Role.ADMIN);
    var usage = world.get(admin, "/ai/usage").data().path("usage");
    var day =
        usage.valueStream().filter(d -> d.path("model").asString().equals("gpt-x")).findFirst();
    assertThat(day).isPresent();
    assertThat(day.get().path("engine").asString()).isEqualTo("openai");
    assertThat(day.get().path("sessions").asInt()).isPositive();
    assertThat(day.get().path("prompt_tokens").asInt()).isGreaterThanOrEqualTo(50);
    assertThat(world.get(admin, "/ai/usage?to=2020-01-01T00:00:00Z").data().path("usage"))
        .isEmpty();
    assertThat(
            world
                .get(admin, "/ai/usage?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                .status())
        .isEqualTo(422);
    assertThat(
            world.get(admin, "/ai/usage?hospital_id=0190163d-8694-739b-aea5-966c26f8ad91").status())
        .isEqualTo(404);
    for (var other : new Person[] {pair.patient(), pair.doctor()}) {
      assertThat(world.get(other, "/ai/usage").status()).isEqualTo(403);
    }
  }

  @Test
  void drafts_come_from_the_model_and_are_limited_for_each_account() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    PROVIDER.says("Drink enough and write again tomorrow.");
    var body = Map.of("session_id", session, "summary", "Main concern: cough, duration: 3 days.");
    var draft = world.post(pair.doctor(), "/ai/suggested-response", body);
    assertThat(draft.data().path("engine").asString()).isEqualTo("openai");
    assertThat(draft.data().path("suggested_response").asString()).startsWith("Drink enough");
    assertThat(world.post(pair.doctor(), "/ai/suggested-response", body).status()).isEqualTo(200);
    var refused = world.post(pair.doctor(), "/ai/suggested-response", body);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("SRV_003");
  }

  private String readiness() throws IOException, InterruptedException {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:" + world.port() + "/actuator/health/readiness"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void a_model_that_the_provider_does_not_know_is_noted_and_the_service_is_well() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(readiness())
                .contains("\"notes\":[\"model_unknown\"]", "\"status\":\"UP\"}"));
  }
}
