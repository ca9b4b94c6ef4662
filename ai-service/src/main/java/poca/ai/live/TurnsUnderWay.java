package poca.ai.live;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Counts the turns that connections of this instance have under way, so that its end can wait for
/// them.
@Component
class TurnsUnderWay {

  private static final long DRAIN_MILLIS = 8_000;
  private static final int ALL = Integer.MAX_VALUE;

  /// A permit for each turn that is under way: who holds all knows that there is none.
  private final Semaphore turns = new Semaphore(ALL);

  private volatile boolean ending;

  /// @return false while the instance goes away: no turn begins any more
  boolean begin() {
    if (!turns.tryAcquire()) {
      return false;
    }
    if (ending) {
      turns.release();
      return false;
    }
    return true;
  }

  void end() {
    turns.release();
  }

  /// Lets turns begin again after a stop.
  void start() {
    ending = false;
  }

  /// Lets those that are under way come to their end, and none begin.
  void drain() throws InterruptedException {
    ending = true;
    if (turns.tryAcquire(ALL, DRAIN_MILLIS, TimeUnit.MILLISECONDS)) {
      turns.release(ALL);
    }
  }
}
