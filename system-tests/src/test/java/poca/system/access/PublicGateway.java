package poca.system.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The gateway as anybody on the network reaches it.
final class PublicGateway {

  static final String ENTITY = "user-entity-id";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger again = new AtomicInteger();

  PublicGateway(URI base) {
    this.base = base;
  }

  /// One request.
  ///
  /// @param path from the root, query and all
  record Request(
      String method,
      String path,
      @Nullable String token,
      @Nullable Body body,
      Map<String, String> headers) {}

  /// One answer; `data` is the envelope's, or the null node.
  record Got(int status, String code, String message, JsonNode data) {

    @Override
    public String toString() {
      return code.isEmpty() ? Integer.toString(status) : status + " " + code;
    }
  }

  int calls() {
    return calls.get();
  }

  /// How often the house asked to come again later (503).
  int again() {
    return again.get();
  }

  /// Asks; comes again where the house says "later", which is no answer about access.
  Got ask(Request request) {
    var got = once(request);
    for (var i = 0; i < 5 && got.status() == 503; i++) {
      again.incrementAndGet();
      LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
      got = once(request);
    }
    return got;
  }

  private Got once(Request ask) {
    calls.incrementAndGet();
    var request = HttpRequest.newBuilder(base.resolve(ask.path())).timeout(TIME_LIMIT);
    if (ask.token() != null) {
      request.header("Authorization", "Bearer " + ask.token());
    }
    ask.headers().forEach(request::header);
    var body = ask.body();
    if (body != null) {
      request.header("Content-Type", body.type());
    }
    request.method(
        ask.method(),
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.text()));
    try {
      var response = http.send(request.build(), BodyHandlers.ofInputStream());
      try (var answer = response.body()) {
        // a stream has no end: that it began is the answer
        return isStream(response)
            ? new Got(response.statusCode(), "", "", JSON.nullNode())
            : got(response.statusCode(), new String(answer.readAllBytes(), UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(ask.method() + " " + ask.path(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isStream(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
  }

  /// Asks for a WebSocket and hangs up at once. By hand, since Java's own client keeps the body of
  /// a refusal to itself.
  Got handshake(Request request) {
    calls.incrementAndGet();
    var head = new StringBuilder();
    line(head, "GET " + request.path() + " HTTP/1.1");
    line(head, "Host: " + base.getHost() + ":" + base.getPort());
    line(head, "Connection: Upgrade");
    line(head, "Upgrade: websocket");
    line(head, "Sec-WebSocket-Version: 13");
    line(head, "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    if (request.token() != null) {
      line(head, "Sec-WebSocket-Protocol: poca.bearer, " + request.token());
    }
    request.headers().forEach((name, value) -> line(head, name + ": " + value));
    line(head, "");
    try (var socket = new Socket()) {
      socket.setSoTimeout((int) TIME_LIMIT.toMillis());
      socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), 5000);
      socket.getOutputStream().write(head.toString().getBytes(ISO_8859_1));
      var status = 0;
      var text = new StringBuilder();
      var buffer = new byte[8192];
      for (int n; (n = socket.getInputStream().read(buffer)) > 0; ) {
        text.append(new String(buffer, 0, n, UTF_8));
        if (text.length() < 12) {
          continue;
        }
        status = Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
        if (status == 101 || text.indexOf("}}") > 0) {
          break;
        }
      }
      var from = text.indexOf("{");
      return status == 101
          ? new Got(status, "", "", JSON.nullNode())
          : got(status, from < 0 ? "" : text.substring(from, text.lastIndexOf("}") + 1));
    } catch (IOException e) {
      throw new UncheckedIOException("handshake " + request.path(), e);
    }
  }

  private static Got got(int status, String text) {
    JsonNode envelope;
    try {
      envelope = text.startsWith("{") ? JSON.readTree(text) : JSON.nullNode();
    } catch (JacksonException notJson) {
      envelope = JSON.nullNode();
    }
    var data = envelope.path("data");
    return new Got(
        status,
        status < 400 ? "" : data.path("error_code").asString(""),
        envelope.path("message").asString(""),
        data);
  }

  private static void line(StringBuilder head, String line) {
    head.append(line).append("\r\n");
  }
}
