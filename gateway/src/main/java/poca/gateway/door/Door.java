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
final class Door implements WebFilter, Ordered {

  static final long BODY_LIMIT = 1 << 20;

  private final RouteTable table;
  private final Gatekeeper gatekeeper;
  private final ClientAddresses clients;
  private final Origins origins;
  private final SocketDoor sockets;
  private final Onward onward;
  private final Answers answers;
  private final AccessLog log;
  private final IdSource ids;
  private final long uploadLimit;
  private final boolean secure;
  private final ApplicationContext house;
  private final Map<String, Page> pages = new HashMap<>();

  Door(
      RouteTable table,
      Gatekeeper gatekeeper,
      ClientAddresses clients,
      Origins origins,
      SocketDoor sockets,
      Onward onward,
      Answers answers,
      AccessLog log,
      IdSource ids,
      GatewaySettings settings,
      List<Page> pages,
      ApplicationContext house) {
    this.house = house;
    this.table = table;
    this.gatekeeper = gatekeeper;
    this.clients = clients;
    this.origins = origins;
    this.sockets = sockets;
    this.onward = onward;
    this.answers = answers;
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
    var visit = new Visit(ids.next().toString(), clients.of(exchange.getRequest()));
    visit.keepIn(exchange);
    exchange
        .getResponse()
        .beforeCommit(() -> {
          finish(exchange, visit);
          return Mono.empty();
        });
    return Mono.defer(() -> letIn(exchange, visit, chain))
        .onErrorResume(cause -> refuse(exchange, visit, cause))
        .doFinally(end -> log.write(exchange, visit, end));
  }

  private void finish(ServerWebExchange exchange, Visit visit) {
    var headers = exchange.getResponse().getHeaders();
    HeaderHygiene.finish(headers, visit.requestId(), secure);
    origins.mark(exchange.getRequest(), headers);
  }

  private Mono<Void> refuse(ServerWebExchange exchange, Visit visit, Throwable cause) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(
          cause); // the connection breaks off: the client must not take a part for all
    }
    var refusal = Failures.asRefusal(cause, visit);
    if (isLeftUnread(exchange.getRequest())) {
      exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
    }
    return answers.refuse(exchange, refusal);
  }

  /// Whether more of the body may be under way than is worth reading to the end.
  private static boolean isLeftUnread(ServerHttpRequest request) {
    return request.getHeaders().getContentLength() > BODY_LIMIT
        || request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  private Mono<Void> letIn(ServerWebExchange exchange, Visit visit, WebFilterChain chain) {
    var request = exchange.getRequest();
    if (Origins.isPreflight(request)) {
      gatekeeper.admitNobody(visit.client());
      origins.answerPreflight(request, exchange.getResponse().getHeaders());
      return answers.empty(exchange, HttpStatus.OK);
    }
    if (HeaderHygiene.areTooMany(request)) {
      throw counted(visit, Failures.TOO_MANY_HEADERS);
    }
    if (!RequestQuery.isWellFormed(request.getURI().getRawQuery())) {
      throw counted(visit, Failures.MALFORMED);
    }
    return switch (RequestPath.of(request.getURI().getRawPath())) {
      case RequestPath.Unacceptable _ -> throw counted(visit, Failures.UNKNOWN_PATH);
      case RequestPath.TrailingSlash(var without, var segments) ->
          redirect(exchange, visit, without, segments);
      case RequestPath.Plain(var segments) ->
          switch (table.find(request.getMethod().name(), segments)) {
            case Match.Unknown _ -> throw counted(visit, Failures.UNKNOWN_PATH);
            case Match.WrongMethod(var allowed) ->
                throw counted(visit, Failures.wrongMethod(allowed));
            case Match.Found(var endpoint) -> {
              visit.isFor(endpoint);
              yield endpoint.isSocket()
                  ? sockets.open(exchange, visit, endpoint, segments, chain)
                  : pass(exchange, visit, endpoint, chain);
            }
          };
    };
  }

  /// What ends before anybody is asked who they are counts against the address.
  private Refusal counted(Visit visit, Refusal refusal) {
    gatekeeper.admitNobody(visit.client());
    return refusal;
  }

  private Mono<Void> redirect(
      ServerWebExchange exchange, Visit visit, String without, List<String> segments) {
    gatekeeper.admitNobody(visit.client());
    if (!table.knows(segments)) {
      throw Failures.UNKNOWN_PATH;
    }
    var query = exchange.getRequest().getURI().getRawQuery();
    exchange
        .getResponse()
        .getHeaders()
        .set(HttpHeaders.LOCATION, query == null ? without : without + "?" + query);
    return answers.empty(exchange, HttpStatus.TEMPORARY_REDIRECT);
  }

  private Mono<Void> pass(
      ServerWebExchange exchange, Visit visit, Endpoint endpoint, WebFilterChain chain) {
    var request = exchange.getRequest();
    var upload = endpoint.multipart() && isMultipart(request);
    var bodyLimit = upload ? uploadLimit : BODY_LIMIT;
    if (request.getHeaders().getContentLength() > bodyLimit) {
      throw counted(visit, Failures.TOO_LARGE);
    }
    var token = endpoint.admission() == Admission.PUBLIC ? null : Bearer.of(request.getHeaders());
    if (token != null && standsIn(endpoint, token)) {
      gatekeeper.admitNobody(visit.client());
      return forward(exchange, visit, endpoint, token, upload, bodyLimit, chain);
    }
    if (token == null) {
      gatekeeper.admitNobody(visit.client());
      if (endpoint.admission() == Admission.TOKEN || hasOtherCredentials(endpoint, request)) {
        throw Refusal.notAuthenticated();
      }
      return forward(exchange, visit, endpoint, null, upload, bodyLimit, chain);
    }
    return gatekeeper
        .admit(token, visit.client())
        .flatMap(access -> {
          visit.isBy(access.user());
          return forward(exchange, visit, endpoint, token, upload, bodyLimit, chain);
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
      Visit visit,
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
    return onward.send(exchange, visit, endpoint, token, upload, bodyLimit, chain);
  }
}
