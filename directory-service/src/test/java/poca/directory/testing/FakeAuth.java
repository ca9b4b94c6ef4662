package poca.directory.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import poca.contracts.Role;
import tools.jackson.databind.json.JsonMapper;

/// auth-service as the directory sees it: accounts, and the call back with the profile.
public final class FakeAuth implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer http;
  private final Keys keys;
  private final Supplier<Api> directory;
  private final Map<UUID, Role> accounts = new ConcurrentHashMap<>();
  private final Set<String> emails = ConcurrentHashMap.newKeySet();
  private final List<String> deletions = new CopyOnWriteArrayList<>();
  private final Map<String, String> links = new ConcurrentHashMap<>();
  private volatile boolean away;

  FakeAuth(Keys keys, Supplier<Api> directory) throws IOException {
    this.keys = keys;
    this.directory = directory;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/oauth2/token", this::token);
    http.createContext("/internal/accounts", this::account);
    http.createContext("/internal/audit/links", this::link);
    http.start();
  }

  String url() {
    return "http://localhost:" + http.getAddress().getPort();
  }

  /// An account without a profile in the directory: an admin's.
  public UUID admin() {
    var id = UUID.randomUUID();
    accounts.put(id, Role.ADMIN);
    return id;
  }

  /// What was deleted: `<account> by <admin>`.
  public List<String> deletions() {
    return deletions;
  }

  /// Answers nothing but errors until the end of `while away`.
  public void whileAway(Runnable action) {
    away = true;
    try {
      action.run();
    } finally {
      away = false;
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        Map.of(
            "access_token",
            keys.service("directory-service"),
            "token_type",
            "Bearer",
            "expires_in",
            300));
  }

  private void account(HttpExchange exchange) throws IOException {
    if (away) {
      answer(exchange, 500, Map.of());
      return;
    }
    var path = exchange.getRequestURI().getPath();
    switch (exchange.getRequestMethod()) {
      case "POST" -> create(exchange);
      case "GET" -> {
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        var role = accounts.get(id);
        if (role == null) {
          answer(exchange, 404, refusal("RES_001", "User not found"));
        } else {
          answer(
              exchange,
              200,
              Map.of("id", id, "role", role.wire(), "active", true, "email", "x", "version", 1));
        }
      }
      default -> {
        var id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        accounts.remove(id);
        deletions.add(id + " " + exchange.getRequestURI().getQuery());
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
      }
    }
  }

  /// The links of its audit chain, by position.
  public Map<String, String> links() {
    return links;
  }

  private void link(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var position = path.substring(path.lastIndexOf('/') + 1);
    var link = links.get(position);
    if (link == null || away) {
      answer(exchange, away ? 500 : 404, refusal("RES_001", "Position not found"));
    } else {
      answer(exchange, 200, Map.of("position", Long.parseLong(position), "link", link));
    }
  }

  private void create(HttpExchange exchange) throws IOException {
    var wanted = JSON.readTree(exchange.getRequestBody().readAllBytes());
    if (!emails.add(wanted.path("email").asString())) {
      answer(exchange, 400, refusal("RES_002", "Email already registered"));
      return;
    }
    var id = UUID.randomUUID();
    var role = Role.ofWire(wanted.path("role").asString());
    accounts.put(id, role);
    var made =
        directory
            .get()
            .asService()
            .put("/internal/" + role.wire() + "s/" + id, wanted.path("profile").toString());
    answer(exchange, made.status(), Map.of("id", id));
  }

  private static Map<String, Object> refusal(String code, String message) {
    return Map.of("message", message, "data", Map.of("error_code", code));
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
