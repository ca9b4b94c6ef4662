package poca.gateway.door;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import poca.gateway.GatewaySettings;
import poca.gateway.access.Shares;
import poca.gateway.access.Shares.Claimant;
import poca.platform.web.Refusal;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/// How many WebSockets and event streams may be open: 20 of an account at this instance (contract
/// 5.1), of one address a quarter of what memory allows.
@Component
final class OpenSockets {

  static final int OF_AN_ACCOUNT = 20;

  /// What one may hold, with a message of the largest size under way.
  private static final long BYTES = 2L * MessageLimit.LARGEST;

  private final Shares places;

  OpenSockets(GatewaySettings settings) {
    var all = Runtime.getRuntime().maxMemory() / BYTES;
    places = new Shares(settings, all, OF_AN_ACCOUNT, all / 4);
  }

  /// A stream, which lasts as long as its answer.
  ///
  /// @return 429 or 503 at once if there is no place
  Mono<Void> stream(Claimant who, Mono<Void> answer) {
    return Mono.defer(() -> {
      var place = take(who);
      return answer.doFinally(_ -> place.giveBack());
    });
  }

  /// @throws Refusal 429 or 503
  Place take(Claimant who) {
    places.take(who, 1);
    return new Place(who);
  }

  /// The place of one socket; it is given back once, whoever does it.
  final class Place {
    private final Claimant who;
    private final AtomicBoolean taken = new AtomicBoolean(true);

    private Place(Claimant who) {
      this.who = who;
    }

    void giveBack() {
      if (taken.compareAndSet(true, false)) {
        places.giveBack(who, 1);
      }
    }

    /// A handshake is over when its socket begins: the place goes with the connection.
    void giveBackWithConnectionOf(ServerHttpRequest request) {
      HttpServerRequest server = ServerHttpRequestDecorator.getNativeRequest(request);
      server.withConnection(connection -> connection.onDispose(this::giveBack));
    }
  }
}
