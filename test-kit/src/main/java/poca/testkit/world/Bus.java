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
import poca.testkit.RealParts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real bus: what other services tell, word for word, and what they hear.
public final class Bus {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Bus() {}

  /// Tells something of any type, known to the service or not.
  public static void tell(String topic, String type, String key, JsonNode body) {
    Map<String, Object> config = Map.of("bootstrap.servers", RealParts.kafka().bootstrapServers());
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      var message = new ProducerRecord<>(topic, key, JSON.writeValueAsBytes(body));
      Map.of(
              "ce_id", UUID.randomUUID().toString(),
              "ce_type", type,
              "ce_time", Instant.now().toString())
          .forEach(
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
