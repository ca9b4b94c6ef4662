package poca.contracts.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The AsyncAPI document names every topic, every type of fact on it, and every field.
class AsyncApiTest {

  @ParameterizedTest
  @MethodSource("poca.contracts.fact.FactContractTest#topics")
  void a_topic_and_its_facts_are_in_the_document(Topic<?> topic) throws IOException {
    var document = YAMLMapper.shared().readTree(Files.readString(Path.of("../docs/asyncapi.yaml")));
    var channel = document.path("channels").path(topic.name().replace('.', '-'));

    assertThat(channel.path("address").asString()).isEqualTo(topic.name());
    assertThat(channel.path("messages").propertyNames())
        .containsExactlyInAnyOrderElementsOf(topic.types().keySet());
    assertThat(document.path("operations"))
        .as("who tells it")
        .anyMatch(operation ->
            operation
                .path("channel")
                .path("$ref")
                .asString()
                .equals("#/channels/" + topic.name().replace('.', '-')));
    for (var type : topic.types().keySet()) {
      assertThat(
              document
                  .path("components")
                  .path("messages")
                  .path(type)
                  .path("payload")
                  .path("properties")
                  .propertyNames())
          .as(type)
          .containsExactlyInAnyOrderElementsOf(golden(type).propertyNames());
    }
  }

  private static JsonNode golden(String type) throws IOException {
    return new JsonMapper()
        .readTree(Files.readString(Path.of("src/main/resources/golden/" + type + ".json")));
  }
}
