package poca.appointmenttest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/// Stands in for auth and the directory. It knows no relation but what reached the service, and the
/// shifts that a test sets.
public final class Neighbours {

  private final HttpServer server;
  private final Map<UUID, String> shifts = new ConcurrentHashMap<>();
  private volatile boolean directoryIsAway;

  private Neighbours(HttpServer server) {
    this.server = server;
  }

  static Neighbours start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var neighbours = new Neighbours(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/oauth2/token", neighbours::token);
      server.createContext("/internal/relations/", neighbours::relation);
      server.createContext("/api/v1/doctors/", neighbours::doctor);
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

  public void shift(UUID doctor, String start, String end) {
    shifts.put(
        doctor, "{\"shift_time_start\":\"%s\",\"shift_time_end\":\"%s\"}".formatted(start, end));
  }

  private void token(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    answer(exchange, 200, "{\"access_token\":\"s\",\"token_type\":\"bearer\",\"expires_in\":300}");
  }

  private void relation(HttpExchange exchange) throws IOException {
    answer(exchange, directoryIsAway ? 503 : 404, "{}");
  }

  private void doctor(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    answer(
        exchange,
        directoryIsAway ? 503 : 200,
        "{\"status_code\":200,\"status\":true,\"message\":\"\",\"data\":%s}"
            .formatted(shifts.getOrDefault(id, "{\"shift_time_start\":null}")));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
