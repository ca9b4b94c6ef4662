package poca.gateway.door;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import poca.gateway.access.ClientAddresses;
import poca.gateway.route.Endpoint;
import poca.gateway.route.Endpoint.Pace;
import poca.gateway.upstream.Destination;
import poca.gateway.upstream.ServiceAddresses;
import reactor.core.publisher.Mono;

/// Sends a request that was let in to its service: with the headers that may pass and ours.
@Component
final class Onward {

  private final ServiceAddresses addresses;
  private final TimeLimits limits;
  private final Crowd crowd;

  Onward(ServiceAddresses addresses, TimeLimits limits, Crowd crowd) {
    this.addresses = addresses;
    this.limits = limits;
    this.crowd = crowd;
  }

  /// @param token null for nobody
  /// @param bodyLimit in bytes
  Mono<Void> send(
      ServerWebExchange exchange,
      Visit visit,
      Endpoint endpoint,
      @Nullable String token,
      boolean upload,
      long bodyLimit,
      WebFilterChain chain) {
    var request = exchange.getRequest();
    var headers = HeaderHygiene.passing(request.getHeaders());
    identify(headers, visit, token);
    var admitted = new AdmittedRequest(request, headers, bodyLimit);
    address(exchange, endpoint, request.getURI().getRawQuery());
    var onward =
        exchange
            .mutate()
            .request(admitted)
            .response(limits.watched(endpoint, exchange.getResponse()))
            .build();
    var work =
        limits.within(endpoint, upload, admitted, exchange.getResponse(), chain.filter(onward));
    return endpoint.pace() == Pace.STREAM ? work : crowd.one(endpoint.service(), visit.who(), work);
  }

  Mono<Void> sendHandshake(
      ServerWebExchange exchange,
      Visit visit,
      Endpoint endpoint,
      Handshake handshake,
      String token,
      WebFilterChain chain) {
    var request = exchange.getRequest();
    var headers = HeaderHygiene.passing(request.getHeaders());
    identify(headers, visit, token);
    handshake.complete(headers, request.getHeaders());
    address(exchange, endpoint, handshake.query());
    var admitted = new AdmittedRequest(request, headers, Door.BODY_LIMIT);
    return chain.filter(exchange.mutate().request(admitted).build());
  }

  /// The headers that only we may set.
  static void identify(HttpHeaders headers, Visit visit, @Nullable String token) {
    headers.set(HeaderHygiene.REQUEST_ID, visit.requestId());
    headers.set(HeaderHygiene.CLIENT_ADDRESS, ClientAddresses.textOf(visit.client()));
    if (token != null) {
      headers.setBearerAuth(token);
    }
  }

  private void address(ServerWebExchange exchange, Endpoint endpoint, @Nullable String query) {
    var path = addresses.of(endpoint.service()) + exchange.getRequest().getURI().getRawPath();
    new Destination(endpoint.service(), URI.create(query == null ? path : path + "?" + query))
        .keepIn(exchange);
  }
}
