package poca.gateway.upstream;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import poca.gateway.route.Service;

/// Where a request goes that was let in. A request without one goes nowhere.
public record Destination(Service service, URI address) {

  private static final String KEY = Destination.class.getName();

  public void keepIn(ServerWebExchange exchange) {
    exchange.getAttributes().put(KEY, this);
  }

  static @Nullable Destination of(ServerWebExchange exchange) {
    return exchange.getAttribute(KEY);
  }
}
