package poca.platform.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.util.backoff.FixedBackOff;

/// Starts the application's subscriptions and stops them; a broker that is not there delays
/// nothing.
final class Subscriptions implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);

  private static final Duration AGAIN = Duration.ofSeconds(1);

  /// While facts wait; otherwise the loop is woken, and looks now and then for those that another
  /// instance left behind.
  private static final Duration RETRY_POLL = Duration.ofMillis(200);

  private static final Duration LOOK_ANYWAY = Duration.ofSeconds(3);

  private final Broker broker;
  private final List<BroadcastConsumer<?>> tails = new ArrayList<>();
  private final List<GroupConsumer<?>> shared = new ArrayList<>();
  private final List<ConcurrentMessageListenerContainer<String, byte[]>> containers =
      new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final @Nullable ParkedFacts parked;
  private volatile boolean running;

  /// @param tailing reads on every instance
  /// @param sharing reads as a group; null without a database, in which case nothing may ask for it
  /// @param parked of those that read as a group
  Subscriptions(
      Broker broker,
      List<Subscription<?>> subscriptions,
      Function<Subscription<?>, BroadcastConsumer<?>> tailing,
      @Nullable Function<Subscription<?>, GroupConsumer<?>> sharing,
      @Nullable ParkedFacts parked) {
    this.broker = broker;
    this.parked = parked;
    var names = new HashSet<String>();
    for (var subscription : subscriptions) {
      if (subscription.mode() == Subscription.Mode.EVERY_INSTANCE) {
        tails.add(tailing.apply(subscription));
      } else if (sharing == null) {
        throw new IllegalStateException(
            subscription.group() + " shares a topic without a database");
      } else if (!names.add(subscription.group() + " of " + subscription.topic().name())) {
        throw new IllegalStateException("two subscriptions of " + subscription.group());
      } else {
        shared.add(sharing.apply(subscription));
      }
    }
  }

  @Override
  public synchronized void start() {
    if (running) {
      return;
    }
    running = true;
    tails.forEach(BroadcastConsumer::start);
    for (var reading : shared) {
      var container = container(reading);
      containers.add(container);
      container.start();
    }
    if (parked != null && !shared.isEmpty()) {
      threads.add(Thread.ofPlatform().name("parked-facts").daemon().start(() -> retry(parked)));
      Thread.ofPlatform().name("event-topics").daemon().start(this::createTopics);
    }
  }

  @Override
  public synchronized void stop() {
    running = false;
    containers.forEach(ConcurrentMessageListenerContainer::stop);
    containers.clear();
    tails.forEach(BroadcastConsumer::stop);
    if (parked != null) {
      parked.wake();
    }
    // Not interrupted: a fact that is being tried again would count as failed.
    for (var thread : threads) {
      try {
        thread.join(Duration.ofSeconds(3));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// After the relay, before the web server; stopped in the opposite order.
  @Override
  public int getPhase() {
    return 1_000;
  }

  private ConcurrentMessageListenerContainer<String, byte[]> container(GroupConsumer<?> reading) {
    var subscription = reading.subscription();
    var config = broker.consumer(subscription.group());
    config.put(ConsumerConfig.GROUP_ID_CONFIG, subscription.group());
    var properties = new ContainerProperties(subscription.topic().name());
    properties.setGroupId(subscription.group());
    properties.setAckMode(ContainerProperties.AckMode.BATCH);
    properties.setMissingTopicsFatal(false);
    properties.setStopImmediate(true);
    properties.setShutdownTimeout(Duration.ofSeconds(5).toMillis());
    properties.setAuthExceptionRetryInterval(Duration.ofSeconds(5));
    properties.setMicrometerEnabled(false);
    properties.setMessageListener((MessageListener<String, byte[]>) reading::on);
    var container =
        new ConcurrentMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<>(
                config, new StringDeserializer(), new ByteArrayDeserializer()),
            properties);
    container.setBeanName(subscription.group());
    container.setCommonErrorHandler(forEver());
    return container;
  }

  /// Only a database out of reach comes this far, and that is waited for: nothing is skipped.
  private static DefaultErrorHandler forEver() {
    var handler =
        new DefaultErrorHandler(
            new FixedBackOff(AGAIN.toMillis(), FixedBackOff.UNLIMITED_ATTEMPTS));
    handler.setClassifications(Map.of(), true);
    handler.setLogLevel(KafkaException.Level.DEBUG);
    return handler;
  }

  private void retry(ParkedFacts facts) {
    var database = new Outage(log, "database of parked facts");
    while (running) {
      try {
        var waiting = facts.waiting();
        if (!retry(waiting)) {
          facts.awaitNews(waiting.isEmpty() ? LOOK_ANYWAY : RETRY_POLL);
        }
        database.ended();
      } catch (RuntimeException e) {
        database.began(e);
        pause(AGAIN);
      }
    }
  }

  /// @return whether one was tried
  private boolean retry(List<ParkedFacts.Waiting> waiting) {
    var any = false;
    for (var reading : shared) {
      var subscription = reading.subscription();
      var due = new ParkedFacts.Waiting(subscription.group(), subscription.topic().name(), true);
      any |= running && waiting.contains(due) && reading.retry();
    }
    return any;
  }

  private void createTopics() {
    var topics = new HashMap<String, String>();
    for (var reading : shared) {
      var topic = reading.subscription().topic();
      topics.put(topic.name(), Broker.cleanup(topic));
    }
    var outage = new Outage(log, "broker");
    while (running) {
      try {
        broker.ensure(topics);
        outage.ended();
        return;
      } catch (Broker.OutOfReach e) {
        outage.began(e);
        pause(AGAIN);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
