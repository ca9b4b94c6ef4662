package poca.gateway.door;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import poca.gateway.GatewaySettings;
import poca.gateway.route.Endpoint;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How long a service may take. What runs out before the answer has begun is a 503; later the
/// connection breaks off, and the client sees that it got a part.
@Component
final class TimeLimits {

  private static final Duration SLOW = Duration.ofSeconds(90);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofSeconds(5);

  /// The assistant asks up to three engines in turn, each for its time, before the built-in one.
  private static final int ENGINES = 4;

  private final Duration slow;
  private final Duration usual;

  /// @param usual for most requests
  TimeLimits(GatewaySettings settings, @Value("${poca.gateway.time-limit:30s}") Duration usual) {
    var engines = Duration.ofSeconds((long) ENGINES * settings.aiTimeoutSeconds() + 10);
    this.usual = usual;
    this.slow = engines.compareTo(SLOW) > 0 ? engines : SLOW;
  }

  Mono<Void> within(Endpoint endpoint, ServerHttpResponse response, Mono<Void> work) {
    return switch (endpoint.pace()) {
      case USUAL -> work.timeout(usual);
      case SLOW -> work.timeout(slow);
      case DOWNLOAD, STREAM -> untilBegun(work, response);
    };
  }

  /// As long as bytes come. A client that is too slow is told so (408); a service that says nothing
  /// when it has them all is late.
  Mono<Void> whileBytesCome(Upload upload, Mono<Void> work) {
    return work.timeout(Flux.interval(LOOK).concatMap(_ -> verdict(upload)).next());
  }

  private static Mono<Void> verdict(Upload upload) {
    var now = System.nanoTime();
    if (upload.isTooSlow(now)) {
      return Mono.error(Failures.TOO_SLOW);
    }
    return upload.isUnanswered(now) ? late() : Mono.empty();
  }

  private Mono<Void> untilBegun(Mono<Void> work, ServerHttpResponse response) {
    var late = Mono.delay(usual).filter(_ -> !response.isCommitted()).switchIfEmpty(Mono.never());
    return work.timeout(late, late());
  }

  private static Mono<Void> late() {
    return Mono.error(() -> new TimeoutException("no answer in time"));
  }

  /// A download may take long, but not stand still: not at the service and not at the client.
  ServerHttpResponse watched(Endpoint endpoint, ServerHttpResponse response) {
    return endpoint.pace() == Endpoint.Pace.DOWNLOAD ? new Flowing(response) : response;
  }

  private static final class Flowing extends ServerHttpResponseDecorator {
    private Flowing(ServerHttpResponse response) {
      super(response);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
      return super.writeWith(Flux.from(body).timeout(IDLE));
    }
  }
}
