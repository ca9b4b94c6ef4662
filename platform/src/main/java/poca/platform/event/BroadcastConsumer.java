package poca.platform.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import poca.contracts.fact.Fact;

/// Reads every partition of a topic on this instance, without a group: no rebalance delays it, and
/// it begins at a moment rather than at an offset. It outlives the broker, and a topic that is not
/// there yet or was made anew.
final class BroadcastConsumer<F extends Fact> {

  private static final Logger log = LoggerFactory.getLogger(BroadcastConsumer.class);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final Duration NEW_PARTITIONS = Duration.ofSeconds(30);

  /// After a break some facts come twice: partitions are not in step.
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  private final Subscription<F> subscription;
  private final Broker broker;
  private final ProvenFacts facts;
  private final ForeignFacts foreign;
  private final Clock clock;
  private final Outage outage;
  private volatile boolean running;
  private volatile @Nullable Consumer<String, byte[]> open;
  private @Nullable Thread thread;
  private Instant from = Instant.EPOCH;

  BroadcastConsumer(
      Subscription<F> subscription,
      Broker broker,
      ProvenFacts facts,
      ForeignFacts foreign,
      Clock clock) {
    this.subscription = subscription;
    this.broker = broker;
    this.facts = facts;
    this.foreign = foreign;
    this.clock = clock;
    this.outage = new Outage(log, subscription.group());
  }

  void start() {
    from = clock.instant().minus(subscription.back());
    running = true;
    thread = Thread.ofPlatform().name(subscription.group()).daemon().start(this::run);
  }

  void stop() {
    running = false;
    var consumer = open;
    if (consumer != null) {
      consumer.wakeup();
    }
    var ending = thread;
    if (ending != null) {
      ending.interrupt();
      try {
        ending.join(Duration.ofSeconds(3));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (running) {
      try (var consumer = new KafkaConsumer<String, byte[]>(config())) {
        open = consumer;
        broker.ensure(subscription.topic().name(), Broker.cleanup(subscription.topic()));
        var partitions = partitions(consumer);
        if (!partitions.isEmpty()) {
          begin(consumer, partitions);
          read(consumer, partitions);
        }
      } catch (WakeupException | InterruptException | InterruptedException e) {
        // stopping
      } catch (Broker.OutOfReach | KeysOutOfReach | KafkaException e) {
        outage.began(e);
      } catch (RuntimeException e) {
        log.error("{} reads anew", subscription.group(), e);
      } finally {
        open = null;
      }
      pause();
    }
  }

  private Map<String, Object> config() {
    var config = broker.consumer(subscription.group());
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    // Offsets that are gone mean another log: begin at the moment again, not with all of history.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
    return config;
  }

  private Set<TopicPartition> partitions(Consumer<?, ?> consumer) {
    var found = consumer.partitionsFor(subscription.topic().name(), Duration.ofSeconds(2));
    return found == null
        ? Set.of()
        : found.stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .collect(Collectors.toSet());
  }

  private void begin(Consumer<?, ?> consumer, Set<TopicPartition> partitions) {
    consumer.assign(partitions);
    var moments = new HashMap<TopicPartition, Long>();
    partitions.forEach(partition -> moments.put(partition, from.toEpochMilli()));
    var ends = consumer.endOffsets(partitions);
    var starts = consumer.offsetsForTimes(moments);
    for (var partition : partitions) {
      var start = starts.get(partition);
      consumer.seek(partition, start == null ? ends.getOrDefault(partition, 0L) : start.offset());
    }
  }

  private void read(Consumer<String, byte[]> consumer, Set<TopicPartition> partitions) {
    var looked = System.nanoTime();
    while (running) {
      for (ConsumerRecord<String, byte[]> message : consumer.poll(LOOK_AGAIN)) {
        handle(message);
        outage.ended();
        var margin = Instant.ofEpochMilli(message.timestamp()).minus(OVERLAP);
        if (margin.isAfter(from)) {
          from = margin;
        }
      }
      if (System.nanoTime() - looked > NEW_PARTITIONS.toNanos()) {
        looked = System.nanoTime();
        if (!new HashSet<>(partitions(consumer)).equals(partitions)) {
          return;
        }
      }
    }
  }

  private void handle(ConsumerRecord<String, byte[]> message) {
    var headers = FactCodec.plain(message.headers());
    try {
      switch (facts.read(
          subscription.topic(),
          message.key(),
          headers,
          message.value(),
          FactCodec.appendedAt(message))) {
        case FactCodec.Read.Unknown<F> _ -> {}
        case FactCodec.Read.Unreadable<F> unreadable ->
            log.error("{}: passed over: {}", subscription.group(), unreadable.cause());
        case FactCodec.Read.Foreign<F> _ ->
            foreign.count(subscription.group(), message.topic(), FactCodec.place(message));
        case FactCodec.Read.Known<F> known -> subscription.handle(known.delivery());
      }
    } catch (KeysOutOfReach notNow) {
      throw notNow; // it is read again: an ending that was passed over would never be heard of
    } catch (RuntimeException e) {
      log.warn("{}: passed over", subscription.group(), e);
    }
  }

  private void pause() {
    try {
      if (running) {
        Thread.sleep(LOOK_AGAIN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
