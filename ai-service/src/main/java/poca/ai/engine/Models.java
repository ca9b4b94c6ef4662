package poca.ai.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import poca.ai.engine.provider.Listing;
import poca.ai.engine.provider.ModelClient;
import poca.ai.engine.provider.ProviderFailure;

/// Looks the configured models up in their providers' lists when the service has started, and says
/// what became of it. It never makes the service ill: whoever does not answer is asked again later.
@Component("models")
class Models implements HealthIndicator, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Models.class);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final ModelClients modelClients;
  private final Map<String, Listing> found = new ConcurrentHashMap<>();
  private final List<Thread> looking = new java.util.concurrent.CopyOnWriteArrayList<>();

  Models(ModelClients modelClients) {
    this.modelClients = modelClients;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    for (var client : modelClients.all()) {
      looking.add(Thread.ofVirtual().name("look-" + client.engine()).start(() -> look(client)));
    }
  }

  private void look(ModelClient client) {
    var pause = FIRST_PAUSE;
    while (true) {
      try {
        client.warmUp();
        note(client, client.look());
        return;
      } catch (ProviderFailure notNow) {
        log.warn(
            "{} does not say whether it has {}: {}",
            client.engine(),
            client.model(),
            notNow.getMessage());
      } catch (RuntimeException | LinkageError bug) {
        log.error("{} cannot be asked", client.engine(), bug);
        return;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException stop) {
        return;
      }
      var longer = pause.multipliedBy(3);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
  }

  private void note(ModelClient client, Listing listing) {
    found.put(client.engine(), listing);
    switch (listing) {
      case LISTED -> log.info("{} has {}", client.engine(), client.model());
      case UNKNOWN -> log.warn("{} does not know the model {}", client.engine(), client.model());
      case ENDING -> log.warn("{} will shut {} down", client.engine(), client.model());
    }
  }

  /// Up whatever the lists say; the gateway hands the notes on.
  @Override
  public Health health() {
    var notes =
        found.values().stream()
            .filter(listing -> listing != Listing.LISTED)
            .map(listing -> listing == Listing.UNKNOWN ? "model_unknown" : "model_ending")
            .distinct()
            .sorted()
            .toList();
    var health = Health.up();
    return notes.isEmpty() ? health.build() : health.withDetail("notes", notes).build();
  }

  @Override
  public void destroy() {
    looking.forEach(Thread::interrupt);
  }
}
