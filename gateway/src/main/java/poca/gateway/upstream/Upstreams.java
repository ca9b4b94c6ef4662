package poca.gateway.upstream;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.server.ServerWebExchange;
import poca.gateway.route.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;

/// Spring Cloud Gateway's part: it carries to the services what the door has let in. One route per
/// service is enough, since the door has found the endpoint and made the address.
@Configuration(proxyBeanMethods = false)
class Upstreams {

  /// In bytes.
  private static final int LARGEST_OF_A_SERVICE = 8 << 20;

  @Bean
  RouteLocator serviceRoutes(ServiceAddresses addresses) {
    List<Route> routes =
        Arrays.stream(Service.values())
            .filter(service -> service != Service.GATEWAY)
            .map(service ->
                Route.async()
                    .id(service.id())
                    .uri(addresses.of(service))
                    .predicate(exchange -> isFor(service, exchange))
                    .build())
            .toList();
    return () -> Flux.fromIterable(routes);
  }

  private static boolean isFor(Service service, ServerWebExchange exchange) {
    var destination = Destination.of(exchange);
    return destination != null && destination.service() == service;
  }

  @Bean
  GlobalFilter serviceTarget() {
    return new Target();
  }

  /// A request that broke off is not sent again: the service may have done what it asked.
  @Bean
  HttpClientCustomizer sentOnce() {
    return client -> client.disableRetry(true);
  }

  /// What a service sends may be larger than what a client may: a chat's history is one frame.
  @Bean
  @Primary
  WebSocketClient servicesSpeakAtLength(HttpClient client) {
    return new ReactorNettyWebSocketClient(
        client,
        () ->
            WebsocketClientSpec.builder()
                .handlePing(true) // it is the client's to answer
                .maxFramePayloadLength(LARGEST_OF_A_SERVICE));
  }

  /// Tells the routing filters where to.
  private static final class Target implements GlobalFilter, Ordered {

    private static final int BEFORE_ROUTING = 10_000;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
      exchange
          .getAttributes()
          .put(
              ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
              Objects.requireNonNull(Destination.of(exchange)).address());
      return chain.filter(exchange);
    }

    @Override
    public int getOrder() {
      return BEFORE_ROUTING;
    }
  }
}
