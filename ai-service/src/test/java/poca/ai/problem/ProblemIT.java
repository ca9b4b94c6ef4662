package poca.ai.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import poca.aitest.FaultyProvider;
import poca.aitest.RealAi;
import poca.aitest.World;
import poca.contracts.Role;

/// The doctor's second opinion, with an engine.
@RealAi
@TestPropertySource(properties = {"poca.ai.openai-api-key=key", "poca.ai.openai-model=gpt-x"})
class ProblemIT {

  private static final FaultyProvider PROVIDER =
      FaultyProvider.start().lists("{\"object\":\"list\",\"data\":[]}");

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("poca.ai.openai-base-url", () -> PROVIDER.url() + "/v1");
  }

  @Autowired World world;

  @Test
  void the_chats_doctor_sees_ranked_problems_each_with_words_that_stand_there() {
    var pair = world.pair();
    var session = world.session(pair.patient(), pair.chat());
    var path = "/ai/sessions/" + session + "/problem-suggestions";
    assertThat(world.get(pair.doctor(), path).data().path("problems")).isEmpty();
    PROVIDER.says("{\"message\":\"Do you bring up any phlegm?\",\"isSummary\":false}");
    world.say(pair.patient(), session, "I have a cough, a runny nose and a sore throat");
    PROVIDER.says(
        """
        {"problems":[
          {"problem":"whooping cough","likelihood":"low","quotes":["I have a cough"]},
          {"problem":"tuberculosis","likelihood":"high","quotes":["I cough up blood"]}]}
        """);
    var asked = PROVIDER.prompts().size();
    var problems = world.get(pair.doctor(), path).data().path("problems");
    var names = problems.valueStream().map(p -> p.path("problem").asString()).toList();
    assertThat(names)
        .startsWith("acute upper respiratory infection")
        .contains("whooping cough")
        .doesNotContain("tuberculosis");
    int rank = 1;
    for (var problem : problems) {
      assertThat(problem.path("rank").asInt()).isEqualTo(rank++);
      assertThat(problem.path("statements").isEmpty()).isFalse();
      for (var statement : problem.path("statements")) {
        assertThat(statement.path("supported").asBoolean()).isTrue();
        for (var id : statement.path("citations"))
          assertThat(
                  world
                      .get(pair.doctor(), "/ai/sessions/" + session + "/citations/" + id.asString())
                      .status())
              .isEqualTo(200);
      }
    }
    assertThat(world.get(world.person(Role.ADMIN), path).data().path("problems"))
        .isEqualTo(problems);
    assertThat(PROVIDER.prompts()).as("asked once for what was said").hasSize(asked + 1);

    for (var other :
        List.of(pair.patient(), world.person(Role.DOCTOR), world.person(Role.HOSPITAL)))
      assertThat(world.get(other, path).status()).isEqualTo(403);
    assertThat(
            world
                .get(pair.doctor(), "/ai/sessions/" + UUID.randomUUID() + "/problem-suggestions")
                .status())
        .isEqualTo(404);
  }
}
