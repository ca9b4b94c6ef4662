package poca.platform.socket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Keeps the open connections of this instance: it pings them, has their access reviewed each
/// second, and takes leave of them at shutdown.
public final class Connections implements SmartLifecycle {

  private static final Duration REVIEW_EVERY = Duration.ofSeconds(1);
  private static final Duration PING_EVERY = Duration.ofSeconds(25);
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final Set<Client<?>> clients = ConcurrentHashMap.newKeySet();
  private final List<SocketEndpoint<?>> endpoints = new CopyOnWriteArrayList<>();
  private volatile @Nullable ScheduledExecutorService timer;

  Connections(MeterRegistry meters) {
    Gauge.builder("websocket.connections", clients, Set::size).register(meters);
  }

  /// Has the access of some connections reviewed at once.
  ///
  /// @param kind of the principals that are asked for
  public <P> void review(Class<P> kind, Predicate<P> which) {
    clients.stream()
        .filter(client ->
            kind.isInstance(client.principal()) && which.test(kind.cast(client.principal())))
        .forEach(Client::review);
  }

  /// Lets the endpoint's work come to its end at shutdown.
  void serve(SocketEndpoint<?> endpoint) {
    endpoints.add(endpoint);
  }

  void join(Client<?> client) {
    clients.add(client);
    if (!isRunning()) {
      client.connection().close(CloseReason.GOING_AWAY);
    }
  }

  void leave(Client<?> client) {
    clients.remove(client);
  }

  int size() {
    return clients.size();
  }

  @Override
  public void start() {
    endpoints.forEach(SocketEndpoint::start);
    // a timer of our own: Spring's scheduler stops before the connections do
    var started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("connections").daemon().factory());
    every(REVIEW_EVERY, Client::review, started);
    every(PING_EVERY, Client::ping, started);
    timer = started;
  }

  private void every(Duration time, Consumer<Client<?>> deed, ScheduledExecutorService on) {
    on.scheduleAtFixedRate(
        () -> clients.forEach(deed), time.toMillis(), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Says goodbye, then waits for what the connections began.
  @Override
  public void stop() {
    var stopped = timer;
    timer = null;
    if (stopped != null) {
      stopped.shutdownNow();
    }
    var leaving = List.copyOf(clients);
    leaving.forEach(client -> client.connection().close(CloseReason.GOING_AWAY));
    var until = System.nanoTime() + GOODBYE.toNanos();
    try {
      for (var client : leaving) {
        client
            .connection()
            .awaitWritten(TimeUnit.NANOSECONDS.toMillis(Math.max(0, until - System.nanoTime())));
      }
      for (var endpoint : endpoints) {
        endpoint.drain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return timer != null;
  }

  /// Stops when the instance has told balancers that it ends (ADR 9), so that whoever is sent away
  /// comes to another one, and before everything else.
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 1;
  }
}
