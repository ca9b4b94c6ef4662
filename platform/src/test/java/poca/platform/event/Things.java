package poca.platform.event;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import poca.platform.event.ThingFact.ThingSaid;
import poca.testkit.RealParts;
import poca.testkit.WritersOfTheTests;
import poca.testkit.world.Bus;

/// A service that says things and listens to them in each of the ways there are.
@Configuration(proxyBeanMethods = false)
class Things {

  static final String MODEL = "it.model";
  static final String EFFECTS = "it.effects";
  static final String PICKY = "it.picky";
  static final Duration SOON = Duration.ofSeconds(30);

  /// `key` or `key/version` that the picky handler cannot bear.
  static final Set<String> UNBEARABLE = ConcurrentHashMap.newKeySet();

  static final Queue<ThingFact> HEARD_LIVE = new ConcurrentLinkedQueue<>();

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Outbox outbox;

  Things(JdbcClient jdbc, TransactionTemplate transactions, Outbox outbox) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.outbox = outbox;
  }

  @Configuration(proxyBeanMethods = false)
  static class Listening {

    @Bean
    Subscription<ThingFact> model(JdbcClient jdbc) {
      return Subscription.to(
          ThingFact.TOPIC,
          MODEL,
          delivery ->
              jdbc.sql(
                      """
                      insert into thing values (:key, :version, :word) on conflict (key) do update
                        set version = excluded.version, word = excluded.word
                        where thing.version < excluded.version
                      """)
                  .param("key", delivery.fact().key())
                  .param("version", delivery.fact().version())
                  .param("word", delivery.fact().word())
                  .update());
    }

    @Bean
    Subscription<ThingFact> effects(JdbcClient jdbc) {
      return Subscription.to(
              ThingFact.TOPIC, EFFECTS, delivery -> note(jdbc, "thing_effect", delivery.fact()))
          .once();
    }

    @Bean
    Subscription<ThingFact> picky(JdbcClient jdbc) {
      return Subscription.to(
          ThingFact.TOPIC,
          PICKY,
          delivery -> {
            var fact = delivery.fact();
            note(jdbc, "thing_handled", fact);
            if (UNBEARABLE.contains(fact.key())
                || UNBEARABLE.contains(fact.key() + "/" + fact.version())) {
              throw new IllegalArgumentException("cannot bear it");
            }
          });
    }

    @Bean
    Subscription<ThingFact> live() {
      return Subscription.to(
              ThingFact.TOPIC, "it.live", delivery -> HEARD_LIVE.add(delivery.fact()))
          .onEveryInstance();
    }

    private static void note(JdbcClient jdbc, String table, ThingFact fact) {
      jdbc.sql("insert into " + table + " (key, version) values (:key, :version)")
          .param("key", fact.key())
          .param("version", fact.version())
          .update();
    }
  }

  static String newKey() {
    return UUID.randomUUID().toString();
  }

  void say(String key, long version) {
    transactions.executeWithoutResult(_ -> append(key, version));
  }

  void append(String key, long version) {
    outbox.append(ThingFact.TOPIC, new ThingSaid(key, version, "word " + version));
  }

  TransactionTemplate transactions() {
    return transactions;
  }

  List<Long> effects(String key) {
    return versions("thing_effect", key);
  }

  List<Long> handled(String key) {
    return versions("thing_handled", key);
  }

  private List<Long> versions(String table, String key) {
    return jdbc.sql("select version from " + table + " where key = :key order by id")
        .param("key", key)
        .query(Long.class)
        .list();
  }

  long modelVersion(String key) {
    return jdbc.sql("select version from thing where key = :key")
        .param("key", key)
        .query(Long.class)
        .optional()
        .orElse(0L);
  }

  int count(String sql, String key) {
    return jdbc.sql(sql).param("key", key).query(Integer.class).single();
  }

  int inOutbox(String key) {
    return count("select count(*) from outbox where key = :key", key);
  }

  int parked(String key) {
    return count("select count(*) from parked_fact where key = :key and dead_at is null", key);
  }

  int dead(String key) {
    return count("select count(*) from parked_fact where key = :key and dead_at is not null", key);
  }

  /// Puts a record onto the topic without an outbox, as another service's relay might.
  static void put(String key, UUID eventId, String type, String body) {
    put(
        ThingFact.TOPIC.name(),
        key,
        body,
        Map.of("ce_id", eventId.toString(), "ce_type", type, "ce_time", "2026-11-24T10:00:00Z"));
  }

  private static void put(String topic, String key, String body, Map<String, String> headers) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    Bus.put(topic, key, WritersOfTheTests.signedBy("it", topic, key, headers, bytes), bytes);
  }

  static void put(String key, UUID eventId, long version) {
    put(key, eventId, "ThingSaid", body(key, version));
  }

  static String body(String key, long version) {
    return """
    {"key":"%s","version":%d,"word":"word %d"}\
    """
        .formatted(key, version, version);
  }

  /// Everything that the topic holds of a key, in order.
  static List<ConsumerRecord<String, String>> onTheWire(String topic, String key) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", RealParts.kafka().bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var found = new ArrayList<ConsumerRecord<String, String>>();
      while (partitions.stream()
          .anyMatch(p -> consumer.position(p) < Objects.requireNonNull(ends.get(p)))) {
        for (var message : consumer.poll(Duration.ofMillis(200))) {
          if (key.equals(message.key())) {
            found.add(
                new ConsumerRecord<>(
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    message.timestamp(),
                    message.timestampType(),
                    0,
                    0,
                    message.key(),
                    new String(message.value(), StandardCharsets.UTF_8),
                    message.headers(),
                    java.util.Optional.empty()));
          }
        }
      }
      return found;
    }
  }

  static String header(ConsumerRecord<?, ?> message, String name) {
    return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  static void soon(Runnable assertion) {
    await().atMost(SOON).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion::run);
  }
}
