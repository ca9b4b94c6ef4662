package poca.platform.event;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import poca.contracts.fact.Topic;

/// Makes clients of the broker and the topics that they need.
class Broker {

  /// The one policy that is not Kafka's own name: deleted after a day, and one partition.
  private static final String FOR_A_DAY = "delete-after-a-day";

  private static final Logger log = LoggerFactory.getLogger(Broker.class);

  private static final int PARTITIONS = 6;
  private static final Duration ANSWER = Duration.ofSeconds(3);
  private static final String DEAD_LETTERS = ".dlt";

  private final KafkaProperties properties;
  private final KafkaConnectionDetails connection;
  private final String service;
  private final short replication;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  Broker(
      KafkaProperties properties,
      KafkaConnectionDetails connection,
      String service,
      int replication) {
    this.properties = properties;
    this.connection = connection;
    this.service = service;
    this.replication = (short) replication;
  }

  static String cleanup(Topic<?> topic) {
    return switch (topic.keeping()) {
      case NEWEST_PER_KEY -> TopicConfig.CLEANUP_POLICY_COMPACT;
      case A_WEEK -> TopicConfig.CLEANUP_POLICY_DELETE;
      case A_DAY -> FOR_A_DAY;
    };
  }

  static String deadLetters(String group) {
    return group + DEAD_LETTERS;
  }

  /// A send is tried for longer than the relay waits for it: the producer never gives up on one
  /// record and goes on with the next, so the order of a key cannot change by an outage.
  ///
  /// @param use tells the service's producers apart in the broker's log and in metrics
  KafkaProducer<String, byte[]> producer(String use) {
    var config = properties.buildProducerProperties();
    connect(config, connection.getProducer());
    config.put(ProducerConfig.CLIENT_ID_CONFIG, service + "-" + use);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
    config.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) (2 * Relay.PATIENCE.toMillis()));
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }

  Map<String, Object> consumer(String client) {
    var config = properties.buildConsumerProperties();
    connect(config, connection.getConsumer());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, client);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
    // An empty answer comes this late; one with a record in it at once.
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 3_000);
    // A killed instance's partitions are handed on after this; the broker takes no less than 6 s.
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    // A topic that appears later, or again, is found soon.
    config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
    return config;
  }

  private static void connect(
      Map<String, Object> config, KafkaConnectionDetails.Configuration connection) {
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getBootstrapServers());
    var protocol = connection.getSecurityProtocol();
    if (protocol != null && !protocol.isBlank()) {
      config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol);
    }
  }

  void ensure(String topic, String cleanup) throws InterruptedException {
    if (!made.contains(topic)) {
      ensure(Map.of(topic, cleanup));
    }
  }

  /// Creates what is missing; what exists stays as it is.
  ///
  /// @param topics names with their cleanup policies
  /// @throws OutOfReach if the broker does not answer
  void ensure(Map<String, String> topics) throws InterruptedException {
    Collection<NewTopic> missing =
        topics.entrySet().stream()
            .filter(topic -> !made.contains(topic.getKey()))
            .map(topic -> topic(topic.getKey(), topic.getValue()))
            .toList();
    if (missing.isEmpty()) {
      return;
    }
    var config = properties.buildAdminProperties();
    connect(config, connection.getAdmin());
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
    var admin = Admin.create(config);
    try {
      for (var creation : admin.createTopics(missing).values().entrySet()) {
        await(creation.getKey(), creation.getValue());
        made.add(creation.getKey());
      }
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private static void await(String topic, org.apache.kafka.common.KafkaFuture<Void> creation)
      throws InterruptedException {
    try {
      creation.get(2 * ANSWER.toMillis(), TimeUnit.MILLISECONDS);
      log.info("topic {} created", topic);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicAuthorizationException) {
        log.warn("not allowed to create topic {}: it must be there", topic);
      } else if (!(e.getCause() instanceof TopicExistsException)) {
        throw new OutOfReach(e);
      }
    } catch (TimeoutException e) {
      throw new OutOfReach(e);
    }
  }

  /// Topics may have gone with the broker that is back.
  void forgetTopics() {
    made.clear();
  }

  /// Records carry the broker's time: "from this moment on" then means the same for every
  /// partition.
  private NewTopic topic(String name, String cleanup) {
    var config = new HashMap<String, String>();
    config.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
    config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    config.put(
        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(Math.max(1, replication - 1)));
    var partitions = PARTITIONS;
    if (cleanup.equals(FOR_A_DAY)) {
      partitions = 1;
      config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
      config.put(TopicConfig.RETENTION_MS_CONFIG, millis(Duration.ofDays(1)));
      config.put(TopicConfig.SEGMENT_MS_CONFIG, millis(Duration.ofHours(6)));
    } else if (name.endsWith(DEAD_LETTERS)) {
      partitions = 1;
      config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    } else if (cleanup.equals(TopicConfig.CLEANUP_POLICY_DELETE)) {
      config.put(TopicConfig.RETENTION_MS_CONFIG, millis(Duration.ofDays(7)));
    }
    return new NewTopic(name, partitions, replication).configs(config);
  }

  private static String millis(Duration duration) {
    return String.valueOf(duration.toMillis());
  }

  List<String> servers() {
    return connection.getConsumer().getBootstrapServers();
  }

  /// The broker did not answer.
  static final class OutOfReach extends RuntimeException {
    OutOfReach(Throwable cause) {
      super(cause.toString(), cause);
    }
  }
}
