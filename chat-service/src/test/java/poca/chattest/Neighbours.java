package poca.chattest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Stands in for auth, directory and records on one address. The directory knows nothing but what
/// reached the service by relations; the records know the documents that a test put there.
public final class Neighbours {

  private final HttpServer server;
  private final Map<UUID, Set<String>> visible = new ConcurrentHashMap<>();
  private final Map<UUID, Stored> uploaded = new ConcurrentHashMap<>();
  private volatile boolean directoryIsAway;

  private Neighbours(HttpServer server) {
    this.server = server;
  }

  /// A file that arrived.
  public record Stored(String query, byte[] content) {}

  static Neighbours start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var neighbours = new Neighbours(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/oauth2/token", neighbours::token);
      server.createContext("/internal/relations/", neighbours::relation);
      server.createContext("/api/v1/documents/", neighbours::document);
      server.createContext("/internal/documents", neighbours::upload);
      server.start();
      return neighbours;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void directoryIsAway(boolean away) {
    directoryIsAway = away;
  }

  /// A document that this person can see.
  public UUID document(Person person) {
    var id = UUID.randomUUID();
    visible.put(id, Set.of("Bearer " + person.token()));
    return id;
  }

  public @Nullable Stored uploaded(UUID id) {
    return uploaded.get(id);
  }

  public int uploads() {
    return uploaded.size();
  }

  private void token(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    answer(exchange, 200, "{\"access_token\":\"s\",\"token_type\":\"bearer\",\"expires_in\":300}");
  }

  private void relation(HttpExchange exchange) throws IOException {
    answer(exchange, directoryIsAway ? 503 : 404, "{}");
  }

  private void document(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    var readers = visible.getOrDefault(id, Set.of());
    if (readers.contains(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(
          exchange,
          200,
          "{\"status_code\":200,\"status\":true,\"message\":\"\",\"data\":" + file(id) + "}");
    } else {
      answer(exchange, 404, "{}");
    }
  }

  private static String file(UUID id) {
    return """
    {"id":"%s","status":"available","file_name":"scan.png","size":42,
     "uploaded_by":"01900000-0000-7000-8000-000000000001",
     "upload_timestamp":"2026-11-24T10:00:00.000Z","is_public":false}
    """
        .formatted(id);
  }

  private void upload(HttpExchange exchange) throws IOException {
    var content = exchange.getRequestBody().readAllBytes();
    if (new String(content, StandardCharsets.UTF_8).startsWith("#!")) {
      answer(
          exchange,
          415,
          """
          {"status_code":415,"status":false,"message":"File type not allowed",
           "data":{"error_code":"VAL_001","details":{},"request_id":"r"}}
          """);
      return;
    }
    var id = UUID.randomUUID();
    uploaded.put(id, new Stored(exchange.getRequestURI().getRawQuery(), content));
    answer(exchange, 200, file(id));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
