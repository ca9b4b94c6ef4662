package poca.aitest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Stands in for auth, directory, chat and records on one address. They know what a test put there,
/// and nothing while they are away.
public final class Neighbours {

  private static final String REFUSED =
      "{\"status_code\":403,\"status\":false,\"message\":\"\",\"data\":{\"error_code\":\"AUTH_004\"}}";

  private final HttpServer server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private volatile boolean away;
  private volatile long slowMillis;

  private Neighbours(HttpServer server) {
    this.server = server;
  }

  static Neighbours start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var neighbours = new Neighbours(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", neighbours::handle);
      server.start();
      return neighbours;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Directory and records answer 503.
  public void away(boolean away) {
    this.away = away;
  }

  /// Directory and records take their time.
  public void slow(long millis) {
    this.slowMillis = millis;
  }

  void chat(UUID chat, UUID doctor, UUID patient) {
    answers.put(
        "/internal/chats/" + chat,
        """
        {"id":"%s","doctor_id":"%s","patient_id":"%s","active":true,"version":1}
        """
            .formatted(chat, doctor, patient));
  }

  /// A profile or a case history, as its owner shows it.
  public void record(String path, String data) {
    answers.put(
        path, "{\"status_code\":200,\"status\":true,\"message\":\"\",\"data\":" + data + "}");
  }

  /// Its owner refuses to show it.
  public void refuse(String path) {
    answers.put(path, REFUSED);
  }

  /// What an internal route answers.
  public void internal(String path, String json) {
    answers.put(path, json);
  }

  /// What was put there last.
  public Optional<String> told(String path) {
    return Optional.ofNullable(told.get(path));
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var path = exchange.getRequestURI().getPath();
    if (path.equals("/oauth2/token")) {
      answer(
          exchange, 200, "{\"access_token\":\"s\",\"token_type\":\"bearer\",\"expires_in\":300}");
      return;
    }
    if (!path.startsWith("/internal/chats/")) {
      pause();
      if (away) {
        answer(exchange, 503, "{}");
        return;
      }
    }
    if (exchange.getRequestMethod().equals("PUT")) {
      told.put(path, body);
    }
    var known = answers.get(path);
    answer(exchange, known == null ? 404 : known.equals(REFUSED) ? 403 : 200, known);
  }

  private void pause() {
    try {
      Thread.sleep(slowMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, @Nullable String body)
      throws IOException {
    var bytes = (body == null ? "{}" : body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
