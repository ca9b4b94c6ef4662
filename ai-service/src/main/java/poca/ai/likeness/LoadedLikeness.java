package poca.ai.likeness;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The likeness that is at hand, which is none until the model has been loaded beside the start of
/// everything else, and where it cannot be loaded. The rules go on without it.
@Component("likeness")
class LoadedLikeness implements Likeness, HealthIndicator, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(LoadedLikeness.class);

  /// A turn that has waited this long is rated by the rules alone; its words are looked up again
  /// with the next message.
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final Duration LONGEST_START = Duration.ofSeconds(10);
  private static final int LONGEST_QUEUE = 64;
  private static final int MOST_THREADS = 4;

  private final LikenessSettings settings;
  private final Counter missed;

  /// Threads of its own: a virtual one would hold its carrier while it computes.
  private final ThreadPoolExecutor threads;

  private final Thread loading;
  private volatile Likeness loaded = Likeness.OFF;

  LoadedLikeness(LikenessSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.missed = meters.counter("ai.likeness.missed");
    int cores = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
    this.threads =
        new ThreadPoolExecutor(
            cores,
            cores,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(LONGEST_QUEUE),
            Thread.ofPlatform().name("likeness-", 0).daemon().factory());
    this.loading = Thread.ofPlatform().name("likeness-start").daemon().start(this::load);
  }

  /// The one that ships is there before the first patient.
  @EventListener(ApplicationStartedEvent.class)
  void await() throws InterruptedException {
    loading.join(LONGEST_START);
  }

  private void load() {
    try {
      var files = settings.files();
      var encoder = Encoder.of(files);
      var emergencyClassifier = net(files, encoder);
      loaded = new Resemblance(encoder, emergencyClassifier);
      log.info(
          "likeness with {} exemplars of {} emergencies",
          emergencyClassifier.vectors().length,
          EmergencyFamily.all().size());
    } catch (IOException | RuntimeException | OutOfMemoryError | LinkageError e) {
      log.warn("no likeness, the rules go on alone: {}", e.toString());
    }
  }

  /// Another model's net is made here and now, in some minutes.
  private static EmergencyClassifier net(ModelFiles files, Encoder encoder) throws IOException {
    var checksum = ClassifierBuilder.checksum(files);
    try (var built = LoadedLikeness.class.getResourceAsStream(ClassifierBuilder.RESOURCE)) {
      var net =
          built == null
              ? Optional.<EmergencyClassifier>empty()
              : ClassifierFile.read(built, checksum);
      if (net.isPresent()) return net.get();
    }
    log.info("the vectors of this sentence model are made first");
    return ClassifierBuilder.make(encoder).net();
  }

  @Override
  public Optional<Alike> of(List<List<String>> tellings, Predicate<EmergencyFamily> fits) {
    var now = loaded;
    if (now == Likeness.OFF || tellings.isEmpty()) return Optional.empty();
    try {
      var answer = threads.submit(() -> now.of(tellings, fits));
      try {
        return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      } finally {
        answer.cancel(false);
      }
    } catch (TimeoutException | RejectedExecutionException busy) {
      missed.increment();
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException bug) {
      // A model that fails must not take the turn with it.
      missed.increment();
      log.error("likeness failed", bug.getCause());
      return Optional.empty();
    }
  }

  /// Up in any case: the gateway hands the note on.
  @Override
  public Health health() {
    var health = Health.up();
    return loaded == Likeness.OFF
        ? health.withDetail("notes", List.of("likeness_off")).build()
        : health.build();
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
