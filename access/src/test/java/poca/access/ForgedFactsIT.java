package poca.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static poca.testkit.WritersOfTheTests.signedBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.fact.Fact;
import poca.contracts.fact.Topic;
import poca.contracts.fact.Topics;
import poca.testkit.world.Bus;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Read models are permissions: on no topic does anybody but its service tell a fact.
@RealAccess
class ForgedFactsIT {

  private static final JsonMapper JSON = new JsonMapper();

  @Autowired JdbcClient jdbc;

  static List<Topic<?>> topics() {
    return Topics.ALL;
  }

  @ParameterizedTest
  @MethodSource("topics")
  void without_the_key_of_its_service_nobody_tells_a_fact(Topic<?> topic) throws IOException {
    for (var type : topic.types().keySet()) {
      var sample = sample(type);
      var fact = JSON.treeToValue(sample, topic.type(type).orElseThrow());
      var body = JSON.writeValueAsBytes(sample);
      var key = fact.key();
      var writer =
          topic.writer().equals(Topic.EACH_UNDER_ITS_NAME)
              ? key.substring(0, key.indexOf(':'))
              : topic.writer();
      var name = topic.name();
      var headers = Bus.headers(type);
      var before = counted(topic);
      var signed = signedBy(writer, name, key, headers, body);

      Bus.put(name, key, headers, body);
      Bus.put(name, key, signedBy("a-reader", name, key, headers, body), body);
      Bus.put(name, key, signed, (JSON.writeValueAsString(sample) + " ").getBytes(UTF_8));
      Bus.put(name, UUID.randomUUID().toString(), signed, body);
      for (var other : Topics.ALL) {
        if (!other.equals(topic)) {
          Bus.put(name, key, signedBy(writer, other.name(), key, headers, body), body);
          break;
        }
      }

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(counted(topic) - before).isEqualTo(10));
      assertThat(AllTopics.APPLIED).doesNotContain(fact);

      Bus.put(name, key, signed, body);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(AllTopics.APPLIED).filteredOn(fact::equals).hasSize(2));
    }
  }

  private static JsonNode sample(String type) throws IOException {
    try (var file =
        Objects.requireNonNull(Fact.class.getResourceAsStream("/golden/" + type + ".json"))) {
      return JSON.readTree(file);
    }
  }

  /// By both readers: the group, and this instance.
  private long counted(Topic<?> topic) {
    return jdbc.sql("select coalesce(sum(times), 0) from foreign_fact where consumer = :consumer")
        .param("consumer", AllTopics.group(topic))
        .query(Long.class)
        .single();
  }
}
