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
final class RequestForwarder {

  private final ServiceAddresses addresses;
  private final TimeLimits limits;
  private final ServiceBulkhead serviceBulkhead;

  RequestForwarder(ServiceAddresses addresses, TimeLimits limits, ServiceBulkhead serviceBulkhead) {
    this.addresses = addresses;
    this.limits = limits;
    this.serviceBulkhead = serviceBulkhead;
  }

  /// @param token null for nobody
  /// @param bodyLimit in bytes
  Mono<Void> send(
      ServerWebExchange exchange,
      RequestContext context,
      Endpoint endpoint,
      @Nullable String token,
      boolean upload,
      long bodyLimit,
      WebFilterChain chain) {
    var request = exchange.getRequest();
    var headers = HeaderHygiene.passing(request.getHeaders());
    identify(headers, context, token);
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
    return endpoint.pace() == Pace.STREAM
        ? work
        : serviceBulkhead.one(endpoint.service(), context.who(), work);
  }

  Mono<Void> sendHandshake(
      ServerWebExchange exchange,
      RequestContext context,
      Endpoint endpoint,
      Handshake handshake,
      String token,
      WebFilterChain chain) {
    var request = exchange.getRequest();
    var headers = HeaderHygiene.passing(request.getHeaders());
    identify(headers, context, token);
    handshake.complete(headers, request.getHeaders());
    address(exchange, endpoint, handshake.query());
    var admitted = new AdmittedRequest(request, headers, RequestFilter.BODY_LIMIT);
    return chain.filter(exchange.mutate().request(admitted).build());
  }

  /// The headers that only we may set.
  static void identify(HttpHeaders headers, RequestContext context, @Nullable String token) {
    headers.set(HeaderHygiene.REQUEST_ID, context.requestId());
    headers.set(HeaderHygiene.CLIENT_ADDRESS, ClientAddresses.textOf(context.client()));
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
