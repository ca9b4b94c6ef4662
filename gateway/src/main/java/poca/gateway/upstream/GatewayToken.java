package poca.gateway.upstream;

import org.springframework.stereotype.Component;
import poca.gateway.route.Service;
import poca.platform.peer.Peers;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Proves to auth-service that it is the gateway who says where a client is: by the gateway's own
/// token as a service. Whoever reaches auth-service without it cannot choose an address, and so has
/// no more guesses at a password than one address has.
@Component
public final class GatewayToken {

  public static final String HEADER = "X-POCA-Gateway";

  private final Peers peers;

  GatewayToken(Peers peers) {
    this.peers = peers;
  }

  /// Who counts by addresses.
  public boolean isFor(Service service) {
    return service == Service.AUTH;
  }

  /// Not on the event loop: the token may have to be fetched.
  ///
  /// @return 503 if auth-service gives none
  public Mono<String> value() {
    return Mono.fromCallable(() -> peers.ownToken()).subscribeOn(Schedulers.boundedElastic());
  }
}
