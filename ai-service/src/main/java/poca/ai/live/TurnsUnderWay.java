package poca.ai.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Everybody who is connected to this instance, and how many of their turns are under way.
@Component
class TurnsUnderWay implements SmartLifecycle {

  private static final long GOODBYE_MILLIS = 2_000;
  private static final long TURNS_MILLIS = 8_000;
  private static final int ALL = Integer.MAX_VALUE;

  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  /// A permit for each turn that is under way: who holds all knows that there is none.
  private final Semaphore turns = new Semaphore(ALL);

  private volatile boolean open;

  TurnsUnderWay(MeterRegistry meters) {
    meters.gauge("ai.sockets", sockets, Set::size);
  }

  void join(Socket socket) {
    sockets.add(socket);
    if (!open) {
      socket.end(Endings.SHUTDOWN);
    }
    // its end came before it was in the set, and found nothing to take out
    if (socket.isEnding()) {
      leave(socket);
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
    if (!turns.tryAcquire()) {
      return false;
    }
    if (open) {
      return true;
    }
    turns.release();
    return false;
  }

  void endTurn() {
    turns.release();
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
      if (turns.tryAcquire(ALL, TURNS_MILLIS, TimeUnit.MILLISECONDS)) {
        turns.release(ALL);
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
