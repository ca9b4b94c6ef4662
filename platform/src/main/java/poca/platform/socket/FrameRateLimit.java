package poca.platform.socket;

import java.util.function.LongSupplier;

/// Limits how many frames a client may send: 10 a second, 20 at once (contract 5.1). For one
/// thread.
final class FrameRateLimit {

  private static final double PER_NANO = 10 / 1e9;
  private static final double BURST = 20;

  private final LongSupplier nanos;
  private double left = BURST;
  private long at;

  FrameRateLimit(LongSupplier nanos) {
    this.nanos = nanos;
    this.at = nanos.getAsLong();
  }

  boolean take() {
    var now = nanos.getAsLong();
    left = Math.min(BURST, left + (now - at) * PER_NANO);
    at = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
