package poca.gateway.door;

import java.util.Set;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// What the gateway answers itself.
public interface Page {

  /// The patterns of the route table that it is for.
  Set<String> patterns();

  Mono<Void> answer(ServerWebExchange exchange);
}
