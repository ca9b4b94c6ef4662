package poca.gateway.door;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import poca.gateway.access.Gatekeeper;
import poca.gateway.route.Endpoint;
import poca.gateway.upstream.ServiceClient;
import poca.platform.web.Refusal;
import reactor.core.publisher.Mono;

/// Opens WebSockets. Spring Cloud Gateway answers 101 before it turns to the service, when a
/// refusal could no longer be HTTP: so everything is decided first, the service's part by asking
/// it.
@Component
final class WebSocketOpener {

  private final Gatekeeper gatekeeper;
  private final CorsPolicy corsPolicy;
  private final ServiceClient services;
  private final RequestForwarder forwarder;
  private final OpenSockets sockets;
  private final EnvelopeWriter envelopes;

  WebSocketOpener(
      Gatekeeper gatekeeper,
      CorsPolicy corsPolicy,
      ServiceClient services,
      RequestForwarder forwarder,
      OpenSockets sockets,
      EnvelopeWriter envelopes) {
    this.gatekeeper = gatekeeper;
    this.corsPolicy = corsPolicy;
    this.services = services;
    this.forwarder = forwarder;
    this.sockets = sockets;
    this.envelopes = envelopes;
  }

  Mono<Void> open(
      ServerWebExchange exchange,
      RequestContext context,
      Endpoint endpoint,
      List<String> segments,
      WebFilterChain chain) {
    var request = exchange.getRequest();
    var handshake = Handshake.of(request);
    var token = handshake.token();
    if (token == null || token.isBlank()) {
      gatekeeper.admitNobody(context.client());
      throw Refusal.notAuthenticated();
    }
    return gatekeeper
        .admit(token, context.client())
        .flatMap(verifiedToken -> {
          context.isBy(verifiedToken.user());
          Handshake.require(request);
          corsPolicy.require(request.getHeaders().getOrigin());
          return open(exchange, context, endpoint, segments, handshake, token, chain);
        });
  }

  private Mono<Void> open(
      ServerWebExchange exchange,
      RequestContext context,
      Endpoint endpoint,
      List<String> segments,
      Handshake handshake,
      String token,
      WebFilterChain chain) {
    var place = sockets.take(context.claimant());
    return mayOpen(context, endpoint, segments, handshake, token)
        .flatMap(response -> {
          if (response.status() == HttpStatus.OK.value()) {
            place.giveBackWithConnectionOf(exchange.getRequest());
            return forwarder.sendHandshake(exchange, context, endpoint, handshake, token, chain);
          }
          place.giveBack();
          return relay(exchange, response);
        })
        .doOnError(_ -> place.giveBack())
        .doOnCancel(place::giveBack);
  }

  private Mono<ServiceClient.Response> mayOpen(
      RequestContext context,
      Endpoint endpoint,
      List<String> segments,
      Handshake handshake,
      String token) {
    var headers = new HttpHeaders();
    RequestForwarder.identify(headers, context, token);
    handshake.speakFor(headers);
    var check = String.valueOf(endpoint.socketCheck());
    var path = endpoint.pattern().endsWith("}") ? check + "/" + segments.getLast() : check;
    return services.get(endpoint.service(), path, headers, Handshake.CHECK_LIMIT);
  }

  /// What is no refusal of the service's own (it is broken, or is none of ours) is an outage.
  private Mono<Void> relay(ServerWebExchange exchange, ServiceClient.Response response) {
    if (response.status() < 400 || response.status() > 499 || !response.isJson()) {
      throw Refusal.unavailable();
    }
    if (response.status() == HttpStatus.UNAUTHORIZED.value()) {
      exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return envelopes.json(exchange, HttpStatusCode.valueOf(response.status()), response.body());
  }
}
