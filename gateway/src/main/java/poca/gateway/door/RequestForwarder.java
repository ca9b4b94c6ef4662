package poca.gateway.door;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import poca.gateway.access.ClientAddresses;
import poca.gateway.access.Shares.Claimant;
import poca.gateway.route.Endpoint;
import poca.gateway.route.Endpoint.Pace;
import poca.gateway.upstream.Destination;
import poca.gateway.upstream.GatewayToken;
import poca.gateway.upstream.ServiceAddresses;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sends a request that was let in to its service: with the headers that may pass and ours.
@Component
final class RequestForwarder {

  private final ServiceAddresses addresses;
  private final TimeLimits limits;
  private final GatewayToken gatewayToken;
  private final BodyCollector bodies;
  private final ServiceBulkhead serviceBulkhead;
  private final OpenSockets sockets;

  RequestForwarder(
      ServiceAddresses addresses,
      TimeLimits limits,
      GatewayToken gatewayToken,
      BodyCollector bodies,
      ServiceBulkhead serviceBulkhead,
      OpenSockets sockets) {
    this.addresses = addresses;
    this.limits = limits;
    this.gatewayToken = gatewayToken;
    this.bodies = bodies;
    this.serviceBulkhead = serviceBulkhead;
    this.sockets = sockets;
  }

  /// An upload streams on to the service; any other body is collected first.
  ///
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
    address(exchange, endpoint, request.getURI().getRawQuery());
    if (gatewayToken.isFor(endpoint.service())) {
      return gatewayToken
          .value()
          .flatMap(proof -> {
            headers.set(GatewayToken.HEADER, proof);
            return send(exchange, context.claimant(), endpoint, headers, upload, bodyLimit, chain);
          });
    }
    return send(exchange, context.claimant(), endpoint, headers, upload, bodyLimit, chain);
  }

  private Mono<Void> send(
      ServerWebExchange exchange,
      Claimant who,
      Endpoint endpoint,
      HttpHeaders headers,
      boolean upload,
      long bodyLimit,
      WebFilterChain chain) {
    var request = exchange.getRequest();
    if (upload) {
      var body = new Upload(request.getBody(), bodyLimit, System.nanoTime());
      var work = chain.filter(onward(exchange, endpoint, headers, body.body()));
      return serviceBulkhead.one(endpoint.service(), true, who, limits.whileBytesCome(body, work));
    }
    if (!BodyCollector.hasBody(request)) {
      return carried(
          exchange, endpoint, who, onward(exchange, endpoint, headers, Flux.empty()), chain);
    }
    return bodies.whole(
        request,
        who,
        bodyLimit,
        body -> {
          headers.setContentLength(body.remaining());
          var sent =
              Mono.fromSupplier(() -> exchange.getResponse().bufferFactory().wrap(body.slice()));
          return carried(
              exchange, endpoint, who, onward(exchange, endpoint, headers, sent.flux()), chain);
        });
  }

  private ServerWebExchange onward(
      ServerWebExchange exchange, Endpoint endpoint, HttpHeaders headers, Flux<DataBuffer> body) {
    return exchange
        .mutate()
        .request(new AdmittedRequest(exchange.getRequest(), headers, body))
        .response(limits.watched(endpoint, exchange.getResponse()))
        .build();
  }

  private Mono<Void> carried(
      ServerWebExchange exchange,
      Endpoint endpoint,
      Claimant who,
      ServerWebExchange onward,
      WebFilterChain chain) {
    var work = limits.within(endpoint, exchange.getResponse(), chain.filter(onward));
    return endpoint.pace() == Pace.STREAM
        ? sockets.stream(who, work)
        : serviceBulkhead.one(endpoint.service(), false, who, work);
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
    var admitted = new AdmittedRequest(request, headers, Flux.empty());
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
