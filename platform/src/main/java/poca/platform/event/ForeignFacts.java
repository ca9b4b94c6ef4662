package poca.platform.event;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts the records that no rightful writer signed: in the metric `events.foreign`, in the log
/// the first of each reader and topic, and where the service keeps such things. Each reader counts
/// what it meets.
final class ForeignFacts {

  private static final Logger log = LoggerFactory.getLogger(ForeignFacts.class);

  private final BiConsumer<String, String> kept;
  private final @Nullable MeterRegistry meters;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  /// @param kept takes reader and topic
  ForeignFacts(BiConsumer<String, String> kept, @Nullable MeterRegistry meters) {
    this.kept = kept;
    this.meters = meters;
  }

  /// @param at the record's topic, partition and offset
  void count(String consumer, String topic, String at) {
    if (logged.add(consumer + " " + topic)) {
      log.error("{}: not signed by who may write there, and passed over: {}", consumer, at);
    }
    if (meters != null) {
      meters.counter("events.foreign", "consumer", consumer, "topic", topic).increment();
    }
    kept.accept(consumer, topic);
  }
}
