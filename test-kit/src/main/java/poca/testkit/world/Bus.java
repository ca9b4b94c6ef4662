package poca.testkit.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import poca.contracts.fact.Fact;
import poca.contracts.fact.Topic;
import poca.contracts.fact.Topics;
import poca.testkit.RealParts;
import poca.testkit.WritersOfTheTests;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real bus: what other services tell, word for word, and what they hear.
public final class Bus {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Bus() {}

  /// Tells a fact as the service would that writes the topic.
  public static <F extends Fact> void tell(Topic<F> topic, F fact) {
    tell(
        topic.name(),
        fact.getClass().getSimpleName(),
        fact.key(),
        JSON.readTree(JSON.writeValueAsBytes(fact)));
  }

  /// Tells something of any type, known to the service or not, as the service would that writes the
  /// topic.
  public static void tell(String topic, String type, String key, JsonNode body) {
    var writer = Topics.named(topic).orElseThrow().writer();
    var bytes = JSON.writeValueAsBytes(body);
    put(
        topic,
        key,
        WritersOfTheTests.signedBy(
            writer.equals(Topic.EACH_UNDER_ITS_NAME) ? key.substring(0, key.indexOf(':')) : writer,
            topic,
            key,
            headers(type),
            bytes),
        bytes);
  }

  /// What every fact has, with an id of its own.
  public static Map<String, String> headers(String type) {
    return Map.of(
        "ce_id", UUID.randomUUID().toString(),
        "ce_type", type,
        "ce_time", Instant.now().toString());
  }

  /// Puts a record onto the broker as it is, signed or not.
  public static void put(String topic, String key, Map<String, String> headers, byte[] body) {
    Map<String, Object> config = Map.of("bootstrap.servers", RealParts.kafka().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      var message = new ProducerRecord<>(topic, key, body);
      headers.forEach(
          (name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      var _ = producer.send(message);
    }
  }

  /// The bodies of the facts of this type under this key, in order.
  public static List<JsonNode> heard(String topic, String type, String key) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            RealParts.kafka().bootstrapServers(),
            "group.id",
            "test-" + UUID.randomUUID());
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var bodies = new ArrayList<JsonNode>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (var fact : consumer.poll(Duration.ofMillis(200))) {
          var its = fact.headers().lastHeader("ce_type");
          if (key.equals(fact.key())
              && its != null
              && type.equals(new String(its.value(), StandardCharsets.UTF_8))) {
            bodies.add(JSON.readTree(fact.value()));
          }
        }
      }
      return bodies;
    }
  }
}
