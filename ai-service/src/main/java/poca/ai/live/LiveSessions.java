package poca.ai.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Everybody who is connected to this instance, and how many of their turns are under way.
@Component
class LiveSessions implements SmartLifecycle {

  private static final long GOODBYE_MILLIS = 2_000;
  private static final long TURNS_MILLIS = 8_000;
  private static final long LOOK_MILLIS = 20;

  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turns = new AtomicInteger();
  private volatile boolean open;

  LiveSessions(MeterRegistry meters) {
    meters.gauge("ai.sockets", sockets, Set::size);
  }

  void join(Socket socket) {
    sockets.add(socket);
    if (!open) {
      socket.end(Endings.SHUTDOWN);
    }
  }

  void leave(Socket socket) {
    sockets.remove(socket);
  }

  Stream<Socket> sockets() {
    return sockets.stream();
  }

  /// @return false while the instance goes away: no turn begins any more
  boolean beginTurn() {
    turns.incrementAndGet();
    if (open) {
      return true;
    }
    turns.decrementAndGet();
    return false;
  }

  void endTurn() {
    turns.decrementAndGet();
  }

  @Override
  public void start() {
    open = true;
  }

  /// Says goodbye before the web server stops, which is the next phase, and lets the turns that are
  /// under way come to their end.
  @Override
  public void stop() {
    open = false;
    var leaving = sockets().toList();
    leaving.forEach(socket -> socket.end(Endings.SHUTDOWN));
    try {
      var goodbyes = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GOODBYE_MILLIS);
      for (var socket : leaving) {
        socket.awaitWritten(
            TimeUnit.NANOSECONDS.toMillis(Math.max(0, goodbyes - System.nanoTime())));
      }
      var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TURNS_MILLIS);
      while (turns.get() > 0 && System.nanoTime() < until) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return open;
  }

  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE;
  }
}
