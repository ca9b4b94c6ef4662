package poca.gateway;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/// Plays a service: remembers what reached it, answers, hangs, breaks off, and talks on sockets.
final class FakeService {

  /// A request as it arrived.
  record Seen(String method, String uri, Map<String, String> headers, long bodyLength) {}

  static final String KNOWN_CHAT = "0190aaaa-0000-7000-8000-000000000001";
  static final String FOREIGN_CHAT = "0190aaaa-0000-7000-8000-000000000002";
  static final String CHAT_THAT_BREAKS = "0190aaaa-0000-7000-8000-000000000003";

  /// What it gives the gateway as its token as a service.
  static final String GATEWAYS_OWN = "the.gateways.own";

  private static final String OK =
      "{\"status_code\":200,\"status\":true,\"message\":\"Request successful\",\"data\":null}";

  private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
  private final AtomicInteger arrived = new AtomicInteger();
  private final DisposableServer server =
      HttpServer.create()
          .host("127.0.0.1")
          .port(0)
          .httpRequestDecoder(spec -> spec.maxHeaderSize(64 * 1024))
          .handle(this::handle)
          .bindNow();

  volatile String keys = "{\"keys\":[]}";
  volatile boolean ready = true;

  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  int arrived() {
    return arrived.get();
  }

  Seen next() throws InterruptedException {
    var request = seen.poll(5, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("nothing reached the service");
    }
    return request;
  }

  void forget() {
    seen.clear();
  }

  private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
    var path = request.fullPath();
    if (path.startsWith("/access/chats/")) {
      remember(request, 0);
      return access(path.substring("/access/chats/".length()), response);
    }
    if (path.startsWith("/api/v1/chats/ws/")) {
      remember(request, 0);
      var spec = WebsocketServerSpec.builder().maxFramePayloadLength(262144);
      // reactor-netty's server falls silent if it has a sub-protocol and the client named none
      if (request.requestHeaders().contains("Sec-WebSocket-Protocol")) {
        spec.protocols("poca.bearer");
      }
      return response.sendWebsocket(FakeService::talk, spec.build());
    }
    return switch (path) {
      case "/actuator/health/readiness" ->
          ready ? json(response, 200, "{\"status\":\"UP\"}") : json(response, 503, "{}");
      case "/.well-known/jwks.json" -> json(response, 200, keys);
      case "/oauth2/token" ->
          json(response, 200, "{\"access_token\":\"" + GATEWAYS_OWN + "\",\"expires_in\":300}");
      case "/api/v1/hospitals" -> received(request).then(Mono.never());
      case "/api/v1/ai/usage" ->
          received(request)
              .then(Mono.fromRunnable(() -> response.withConnection(c -> c.dispose())));
      case "/api/v1/events" ->
          response
              .sse()
              .sendString(
                  Flux.interval(Duration.ofMillis(50)).map(i -> "data: " + i + "\n\n").take(60));
      case "/api/v1/documents/7/download" ->
          response
              .header("Content-Type", "image/png")
              .header("Cache-Control", "public, max-age=60")
              .header("Content-Security-Policy", "sandbox")
              .header("Content-Length", "4")
              .sendString(Flux.just("ab", "cd").delayElements(Duration.ofMillis(1000)));
      default ->
          received(request)
              .then(
                  json(
                      response
                          .header("Set-Cookie", "JSESSIONID=1")
                          .header("Server", "secret/1.0")
                          .header("X-Powered-By", "secret"),
                      200,
                      OK));
    };
  }

  private static Mono<Void> access(String id, HttpServerResponse response) {
    return switch (id) {
      case KNOWN_CHAT -> json(response, 200, OK);
      case FOREIGN_CHAT ->
          json(
              response,
              403,
              "{\"status_code\":403,\"status\":false,\"message\":\"Not enough permissions\","
                  + "\"data\":{\"error_code\":\"AUTH_004\",\"details\":{},\"request_id\":\"r\"}}");
      case CHAT_THAT_BREAKS -> json(response, 500, "{}");
      default ->
          json(
              response,
              404,
              "{\"status_code\":404,\"status\":false,\"message\":\"Chat not found\","
                  + "\"data\":{\"error_code\":\"RES_001\",\"details\":{},\"request_id\":\"r\"}}");
    };
  }

  private static Publisher<Void> talk(WebsocketInbound in, WebsocketOutbound out) {
    return in.receiveFrames()
        .ofType(TextWebSocketFrame.class)
        .map(TextWebSocketFrame::text)
        .concatMap(text ->
            switch (text.split(" ", 2)[0]) {
              case "close" -> out.sendClose(Integer.parseInt(text.substring(6)), "as told");
              case "say" ->
                  out.sendString(Mono.just("x".repeat(Integer.parseInt(text.substring(4))))).then();
              default -> out.sendString(Mono.just("echo " + text)).then();
            })
        .then();
  }

  private Mono<Void> received(HttpServerRequest request) {
    return request
        .receive()
        .map(part -> (long) part.readableBytes())
        .reduce(0L, Long::sum)
        .doOnNext(length -> remember(request, length))
        .then();
  }

  private void remember(HttpServerRequest request, long length) {
    arrived.incrementAndGet();
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    request
        .requestHeaders()
        .forEach(
            header -> headers.merge(header.getKey(), header.getValue(), (a, b) -> a + "|" + b));
    seen.add(new Seen(request.method().name(), request.uri(), headers, length));
  }

  private static Mono<Void> json(HttpServerResponse response, int status, @Nullable String body) {
    return response
        .status(status)
        .header(HttpHeaderNames.CONTENT_TYPE, "application/json")
        .sendString(Mono.justOrEmpty(body))
        .then();
  }
}
