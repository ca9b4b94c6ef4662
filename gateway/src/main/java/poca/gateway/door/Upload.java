package poca.gateway.door;

import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;

/// A large body that is counted as it streams by to a service. It may take long, but neither stand
/// still nor only crawl. Times are on the clock of [System#nanoTime()].
final class Upload {

  /// In bytes per second over all of it, after a while in which a connection may find its pace.
  static final long LEAST_RATE = 8 << 10;

  private static final Duration PACE_FOUND = Duration.ofSeconds(20);
  static final Duration STANDSTILL = Duration.ofSeconds(60);

  private final Flux<DataBuffer> sent;
  private final long limit;
  private final long begun;
  private volatile long lastByteAt;
  private volatile long count;
  private volatile boolean complete;

  /// @param limit in bytes
  Upload(Flux<DataBuffer> sent, long limit, long now) {
    this.sent = sent;
    this.limit = limit;
    this.begun = now;
    this.lastByteAt = now;
  }

  Flux<DataBuffer> body() {
    return Flux.defer(() -> {
      var soFar = new long[1];
      return sent.<DataBuffer>handle(
              (part, out) -> {
                soFar[0] += part.readableByteCount();
                count = soFar[0];
                lastByteAt = System.nanoTime();
                if (soFar[0] > limit) {
                  DataBufferUtils.release(part);
                  out.error(Failures.TOO_LARGE);
                } else {
                  out.next(part);
                }
              })
          .doOnComplete(() -> complete = true);
    });
  }

  /// Whether the client is to blame.
  boolean isTooSlow(long now) {
    var took = now - begun;
    return !complete
        && (now - lastByteAt > STANDSTILL.toNanos()
            || (took > PACE_FOUND.toNanos() && count < LEAST_RATE * (took / 1e9)));
  }

  /// Whether all of it came long ago, and the service says nothing.
  boolean isUnanswered(long now) {
    return complete && now - lastByteAt > STANDSTILL.toNanos();
  }
}
