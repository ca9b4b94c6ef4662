package poca.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The service's clock, which a test may put forward for a while.
public final class MovableClock extends Clock {

  private final Clock real = Clock.tickMillis(ZoneOffset.UTC);
  private volatile Duration ahead = Duration.ZERO;

  /// Something that is done later.
  @FunctionalInterface
  public interface Later<T> {
    T done() throws Exception;
  }

  /// @return what `later` comes to when that much time has passed; afterwards it is now again
  public <T> T after(Duration time, Later<T> later) throws Exception {
    var before = ahead;
    ahead = before.plus(time);
    try {
      return later.done();
    } finally {
      ahead = before;
    }
  }

  @Override
  public Instant instant() {
    return real.instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
