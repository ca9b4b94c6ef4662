package poca.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The service's clock, which a test may move for a while.
public final class MovableClock extends Clock {

  private final Clock real = Clock.tickMillis(ZoneOffset.UTC);
  private volatile Duration ahead = Duration.ZERO;

  /// Something that is done later.
  @FunctionalInterface
  public interface Later<T, E extends Exception> {
    T done() throws E;
  }

  /// @param time less than nothing for what was done before
  /// @return what `later` comes to when that much time has passed; afterwards it is now again
  public <T, E extends Exception> T after(Duration time, Later<T, E> later) throws E {
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
    return Clock.offset(real.withZone(zone), ahead);
  }
}
