package poca.chat.live;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does a piece of work as often as somebody wakes it, one pass at a time, on a thread that lives
/// as long as there is something to do. A wake that comes during a pass is followed by another one.
public final class Passes {

  private static final Logger log = LoggerFactory.getLogger(Passes.class);

  private final String name;
  private final Runnable pass;
  private final AtomicInteger wakes = new AtomicInteger();

  /// @param name of what is delivered; no secret, it is logged
  public Passes(String name, Runnable pass) {
    this.name = name;
    this.pass = pass;
  }

  /// Never waits.
  public void wake() {
    if (wakes.getAndIncrement() == 0) {
      Thread.ofVirtual().name(name).start(this::run);
    }
  }

  private void run() {
    int seen;
    do {
      seen = wakes.get();
      try {
        pass.run();
      } catch (RuntimeException later) {
        // the next look at the store wakes us again
        log.warn("{} not delivered yet: {}", name, later.toString());
      }
    } while (wakes.addAndGet(-seen) != 0);
  }
}
