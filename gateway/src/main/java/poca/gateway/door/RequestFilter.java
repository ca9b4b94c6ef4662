package poca.gateway.door;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import poca.gateway.GatewaySettings;
import poca.gateway.access.ClientAddresses;
import poca.gateway.access.Gatekeeper;
import poca.gateway.route.Endpoint;
import poca.gateway.route.Endpoint.Admission;
import poca.gateway.route.RequestPath;
import poca.gateway.route.RequestQuery;
import poca.gateway.route.RouteTable;
import poca.gateway.route.RouteTable.Match;
import poca.gateway.route.Service;
import poca.platform.IdSource;
import poca.platform.web.Refusal;
import reactor.core.publisher.Mono;

/// What every request passes, in this order: request id, path, route, size, caller, rate; then it
/// goes to a service, with the headers that may pass, or to one of the gateway's own pages.
@Component
final class RequestFilter implements WebFilter, Ordered {

  static final long BODY_LIMIT = 1 << 20;

  private final RouteTable table;
  private final Gatekeeper gatekeeper;
  private final ClientAddresses clients;
  private final CorsPolicy corsPolicy;
  private final WebSocketOpener sockets;
  private final RequestForwarder forwarder;
  private final EnvelopeWriter envelopes;
  private final AccessLog log;
  private final IdSource ids;
  private final long uploadLimit;
  private final boolean secure;
  private final ApplicationContext house;
  private final Map<String, Page> pages = new HashMap<>();

  RequestFilter(
      RouteTable table,
      Gatekeeper gatekeeper,
      ClientAddresses clients,
      CorsPolicy corsPolicy,
      WebSocketOpener sockets,
      RequestForwarder forwarder,
      EnvelopeWriter envelopes,
      AccessLog log,
      IdSource ids,
      GatewaySettings settings,
      List<Page> pages,
      ApplicationContext house) {
    this.house = house;
    this.table = table;
    this.gatekeeper = gatekeeper;
    this.clients = clients;
    this.corsPolicy = corsPolicy;
    this.sockets = sockets;
    this.forwarder = forwarder;
    this.envelopes = envelopes;
    this.log = log;
    this.ids = ids;
    this.uploadLimit = settings.maxUploadBytes() + BODY_LIMIT;
    this.secure = "https".equals(settings.publicBaseUrl().getScheme());
    for (var page : pages) {
      page.patterns().forEach(pattern -> this.pages.put(pattern, page));
    }
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (exchange.getApplicationContext() != house) {
      return chain.filter(exchange); // the management port: its context finds our filters, too
    }
    var context = new RequestContext(ids.next().toString(), clients.of(exchange.getRequest()));
    context.keepIn(exchange);
    exchange
        .getResponse()
        .beforeCommit(() -> {
          finish(exchange, context);
          return Mono.empty();
        });
    return Mono.defer(() -> letIn(exchange, context, chain))
        .onErrorResume(cause -> refuse(exchange, context, cause))
        .doFinally(end -> log.write(exchange, context, end));
  }

  private void finish(ServerWebExchange exchange, RequestContext context) {
    var headers = exchange.getResponse().getHeaders();
    HeaderHygiene.finish(headers, context.requestId(), secure);
    corsPolicy.mark(exchange.getRequest(), headers);
  }

  private Mono<Void> refuse(ServerWebExchange exchange, RequestContext context, Throwable cause) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(
          cause); // the connection breaks off: the client must not take a part for all
    }
    var refusal = Failures.asRefusal(cause, context);
    if (isLeftUnread(exchange.getRequest())) {
      exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
    }
    return envelopes.refuse(exchange, refusal);
  }

  /// Whether more of the body may be under way than is worth reading to the end.
  private static boolean isLeftUnread(ServerHttpRequest request) {
    return request.getHeaders().getContentLength() > BODY_LIMIT
        || request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  private Mono<Void> letIn(
      ServerWebExchange exchange, RequestContext context, WebFilterChain chain) {
    var request = exchange.getRequest();
    if (CorsPolicy.isPreflight(request)) {
      gatekeeper.admitNobody(context.client());
      corsPolicy.answerPreflight(request, exchange.getResponse().getHeaders());
      return envelopes.empty(exchange, HttpStatus.OK);
    }
    if (HeaderHygiene.areTooMany(request)) {
      throw counted(context, Failures.TOO_MANY_HEADERS);
    }
    if (!RequestQuery.isWellFormed(request.getURI().getRawQuery())) {
      throw counted(context, Failures.MALFORMED);
    }
    return switch (RequestPath.of(request.getURI().getRawPath())) {
      case RequestPath.Unacceptable _ -> throw counted(context, Failures.UNKNOWN_PATH);
      case RequestPath.TrailingSlash(var without, var segments) ->
          redirect(exchange, context, without, segments);
      case RequestPath.Plain(var segments) ->
          switch (table.find(request.getMethod().name(), segments)) {
            case Match.Unknown _ -> throw counted(context, Failures.UNKNOWN_PATH);
            case Match.WrongMethod(var allowed) ->
                throw counted(context, Failures.wrongMethod(allowed));
            case Match.Found(var endpoint) -> {
              context.isFor(endpoint);
              yield endpoint.isSocket()
                  ? sockets.open(exchange, context, endpoint, segments, chain)
                  : pass(exchange, context, endpoint, chain);
            }
          };
    };
  }

  /// What ends before anybody is asked who they are counts against the address.
  private Refusal counted(RequestContext context, Refusal refusal) {
    gatekeeper.admitNobody(context.client());
    return refusal;
  }

  private Mono<Void> redirect(
      ServerWebExchange exchange, RequestContext context, String without, List<String> segments) {
    gatekeeper.admitNobody(context.client());
    if (!table.knows(segments)) {
      throw Failures.UNKNOWN_PATH;
    }
    var query = exchange.getRequest().getURI().getRawQuery();
    exchange
        .getResponse()
        .getHeaders()
        .set(HttpHeaders.LOCATION, query == null ? without : without + "?" + query);
    return envelopes.empty(exchange, HttpStatus.TEMPORARY_REDIRECT);
  }

  private Mono<Void> pass(
      ServerWebExchange exchange, RequestContext context, Endpoint endpoint, WebFilterChain chain) {
    var request = exchange.getRequest();
    var upload = endpoint.multipart() && isMultipart(request);
    var bodyLimit = upload ? uploadLimit : BODY_LIMIT;
    if (request.getHeaders().getContentLength() > bodyLimit) {
      throw counted(context, Failures.TOO_LARGE);
    }
    var token =
        endpoint.admission() == Admission.PUBLIC ? null : BearerToken.of(request.getHeaders());
    if (token != null && standsIn(endpoint, token)) {
      gatekeeper.admitNobody(context.client());
      return forward(exchange, context, endpoint, token, upload, bodyLimit, chain);
    }
    if (token == null) {
      gatekeeper.admitNobody(context.client());
      if (endpoint.admission() == Admission.TOKEN || hasOtherCredentials(endpoint, request)) {
        throw Refusal.notAuthenticated();
      }
      return forward(exchange, context, endpoint, null, upload, bodyLimit, chain);
    }
    return gatekeeper
        .admit(token, context.client())
        .flatMap(verifiedToken -> {
          context.isBy(verifiedToken.user());
          return forward(exchange, context, endpoint, token, upload, bodyLimit, chain);
        });
  }

  /// An access token has dots (RFC 7519); what half a login gave has none.
  private static boolean standsIn(Endpoint endpoint, String token) {
    return endpoint.admission() == Admission.STAND_IN && token.indexOf('.') < 0;
  }

  private static boolean hasOtherCredentials(Endpoint endpoint, ServerHttpRequest request) {
    return (endpoint.admission() == Admission.OPTIONAL
            || endpoint.admission() == Admission.STAND_IN)
        && request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
  }

  private static boolean isMultipart(ServerHttpRequest request) {
    var type = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private Mono<Void> forward(
      ServerWebExchange exchange,
      RequestContext context,
      Endpoint endpoint,
      @Nullable String token,
      boolean upload,
      long bodyLimit,
      WebFilterChain chain) {
    var page = pages.get(endpoint.pattern());
    if (page != null) {
      return page.answer(exchange);
    }
    if (endpoint.service() == Service.GATEWAY) {
      throw Failures.UNKNOWN_PATH;
    }
    return forwarder.send(exchange, context, endpoint, token, upload, bodyLimit, chain);
  }
}
