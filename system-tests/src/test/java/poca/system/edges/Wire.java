package poca.system.edges;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends exactly these bytes, and reads whatever comes back. A client of the JDK would refuse to
/// send most of it.
final class Wire {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int PATIENCE = 60_000;
  private static final int TRIES = 6;

  private final URI base;

  Wire(String url) {
    this.base = URI.create(url);
  }

  /// @param target as it stands on the first line
  /// @param headers lines without their ends
  record Request(String method, String target, String headers, byte[] body) {

    static Request of(String method, String target, String headers, String body) {
      return new Request(method, target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return shortened(
              method
                  + " "
                  + target
                  + " {"
                  + headers.replaceAll("Bearer \\S+", "Bearer ...").replace("\r\n", "; ")
                  + "} ")
          + shortened(new String(body, StandardCharsets.UTF_8));
    }
  }

  record Answer(int status, Map<String, String> headers, String body) {

    JsonNode json() {
      try {
        return body.startsWith("{") ? JSON.readTree(body) : JSON.nullNode();
      } catch (JacksonException notJson) {
        return JSON.nullNode();
      }
    }

    JsonNode data() {
      return json().path("data");
    }

    /// Whether it is a 422 that names this field.
    boolean complainsOf(String field) {
      return status == 422 && complaints().contains("\"" + field + "\"");
    }

    private String complaints() {
      return data().path("details").path("errors").toString();
    }

    /// What is not in our words; null if everything is.
    @Nullable String fault() {
      var lower = body.toLowerCase(Locale.ROOT);
      if (status >= 500 || status < 100) {
        return "status " + status + " " + shortened(body);
      }
      if (status < 400) {
        return null;
      }
      if (lower.contains("<html") || lower.contains("<!doctype")) {
        return "a page: " + status + " " + shortened(body);
      }
      var envelope = json();
      var right =
          envelope.path("status_code").asInt(0) == status
              && !envelope.path("status").asBoolean(true)
              && !envelope.path("message").asString("").isEmpty()
              && !data().path("error_code").asString("").isEmpty()
              && data().path("details").isObject()
              && !data().path("request_id").asString("").isEmpty();
      return right ? null : "no envelope: " + status + " " + shortened(body);
    }
  }

  /// Comes again where the house says "later" (503): it is busy, not wrong.
  Answer send(Request request) {
    var answer = once(request);
    for (var i = 1; i < TRIES && answer.status() == 503; i++) {
      pause(500L * i);
      answer = once(request);
    }
    return answer;
  }

  private Answer once(Request request) {
    var head =
        request.method()
            + " "
            + request.target()
            + " HTTP/1.1\r\nHost: "
            + base.getHost()
            + "\r\nConnection: close\r\n"
            + (request.headers().isEmpty() ? "" : request.headers() + "\r\n")
            + (request.body().length > 0 || !request.method().matches("GET|HEAD|DELETE")
                ? "Content-Length: " + request.body().length + "\r\n"
                : "")
            + "\r\n";
    try (var socket = new Socket()) {
      socket.setSoTimeout(PATIENCE);
      socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), PATIENCE);
      var whole = new ByteArrayOutputStream();
      whole.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      whole.writeBytes(request.body());
      socket.getOutputStream().write(whole.toByteArray());
      socket.getOutputStream().flush();
      return answer(whole(socket.getInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(request.toString(), e);
    }
  }

  /// All of it; of a stream, which has no end, what came with its head.
  private static byte[] whole(InputStream in) throws IOException {
    var whole = new ByteArrayOutputStream();
    var buffer = new byte[8192];
    for (int n; (n = in.read(buffer)) > 0; ) {
      whole.write(buffer, 0, n);
      var came = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
      if (came.contains("text/event-stream") && came.contains("\r\n\r\n")) {
        break;
      }
    }
    return whole.toByteArray();
  }

  private static Answer answer(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var end = text.indexOf("\r\n\r\n");
    if (!text.startsWith("HTTP/1.1 ") || end < 0) {
      return new Answer(0, Map.of(), text);
    }
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    var lines = text.substring(0, end).split("\r\n", -1);
    for (var i = 1; i < lines.length; i++) {
      var colon = lines[i].indexOf(':');
      headers.put(lines[i].substring(0, colon), lines[i].substring(colon + 1).strip());
    }
    var raw = text.substring(end + 4);
    var body = "chunked".equals(headers.get("Transfer-Encoding")) ? unchunked(raw) : raw;
    return new Answer(
        Integer.parseInt(lines[0].substring(9, 12)),
        headers,
        new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }

  private static String unchunked(String raw) {
    var whole = new StringBuilder();
    var at = 0;
    while (true) {
      var line = raw.indexOf("\r\n", at);
      if (line < 0) {
        return whole.toString();
      }
      var length = Integer.parseInt(raw.substring(at, line).strip(), 16);
      if (length == 0) {
        return whole.toString();
      }
      whole.append(raw, line + 2, Math.min(raw.length(), line + 2 + length));
      at = line + 2 + length + 2;
    }
  }

  static String shortened(String text) {
    var seen = new StringBuilder();
    text.codePoints()
        .limit(200)
        .forEach(c -> {
          if (c < 0x20 || c > 0x7e) {
            seen.append("\\u{%x}".formatted(c));
          } else {
            seen.appendCodePoint(c);
          }
        });
    return seen.toString();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
