package poca.ai.session;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import poca.contracts.fact.AiSessionFact;
import poca.testkit.RealParts;

/// What other services hear of interviews, read from the real topic.
final class AiFacts {

  private AiFacts() {}

  /// The types of a session's facts, in order.
  static List<String> of(String session) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            RealParts.kafka().bootstrapServers(),
            "group.id",
            "test-" + UUID.randomUUID(),
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(AiSessionFact.TOPIC.name()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var types = new ArrayList<String>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (var fact : consumer.poll(Duration.ofMillis(200))) {
          var type = fact.headers().lastHeader("ce_type");
          if (session.equals(fact.key()) && type != null) {
            types.add(new String(type.value(), StandardCharsets.UTF_8));
          }
        }
      }
      return types;
    }
  }
}
