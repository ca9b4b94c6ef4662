package poca.gateway.door;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import poca.gateway.GatewaySettings;
import poca.gateway.access.Shares;
import poca.gateway.access.Shares.Claimant;
import reactor.core.publisher.Mono;

/// Waits for the whole of a small body before anybody is bothered with it: a client that sends one
/// byte and no more holds nothing but its own part of a bounded memory, and no place and no thread
/// of a service.
@Component
final class BodyCollector {

  /// What a request with a body holds beside it: its connection, its headers, itself.
  static final int STANDING = 16 << 10;

  private static final int FIRST = 1024;

  private final Shares memory;
  private final Duration longest;

  @Autowired
  BodyCollector(
      GatewaySettings settings, @Value("${poca.gateway.body-time:15s}") Duration longest) {
    this(settings, longest, Runtime.getRuntime().maxMemory() / 8);
  }

  /// @param longest how long a body may take
  /// @param most memory for all bodies together, in bytes
  BodyCollector(GatewaySettings settings, Duration longest, long most) {
    this.memory = new Shares(settings, most, most / 4, most / 2);
    this.longest = longest;
  }

  /// @param limit of the body, in bytes
  /// @param onward what becomes of the request, given its body
  /// @return 408 if the body takes too long, 413 if it is too large, 429 or 503 if there is no
  ///   memory for it
  Mono<Void> whole(
      ServerHttpRequest request,
      Claimant who,
      long limit,
      Function<ByteBuffer, Mono<Void>> onward) {
    return Mono.using(
        () -> new Room(memory, who),
        room ->
            request
                .getBody()
                .doOnNext(part -> room.add(part, limit))
                .then(Mono.fromSupplier(room::bytes))
                .timeout(longest, Mono.error(Failures.TOO_SLOW))
                .flatMap(onward),
        Room::giveBack);
  }

  static boolean hasBody(ServerHttpRequest request) {
    return request.getHeaders().getContentLength() > 0
        || request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  /// One body and the memory that it takes. The end may come on another thread than the bytes.
  private static final class Room {
    private final Shares memory;
    private final Claimant who;
    private byte[] bytes = new byte[FIRST];
    private int length;
    private long taken = STANDING;
    private boolean over;

    private Room(Shares memory, Claimant who) {
      this.memory = memory;
      this.who = who;
      memory.take(who, taken);
    }

    private synchronized void add(DataBuffer part, long limit) {
      try {
        var more = part.readableByteCount();
        if (over) {
          return;
        }
        if (length + more > limit) {
          throw Failures.TOO_LARGE;
        }
        makeRoomFor(length + more, limit);
        part.read(bytes, length, more);
        length += more;
      } finally {
        DataBufferUtils.release(part);
      }
    }

    private void makeRoomFor(int wanted, long limit) {
      if (wanted > bytes.length) {
        var size = (int) Math.min(limit, Math.max(wanted, bytes.length * 2));
        var more = size - bytes.length;
        memory.take(who, more);
        taken += more;
        bytes = Arrays.copyOf(bytes, size);
      }
    }

    private synchronized ByteBuffer bytes() {
      return ByteBuffer.wrap(bytes, 0, length);
    }

    private synchronized void giveBack() {
      over = true;
      memory.giveBack(who, taken);
    }
  }
}
