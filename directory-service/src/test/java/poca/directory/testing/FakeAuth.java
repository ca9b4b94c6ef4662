package poca.directory.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import poca.contracts.Role;
import poca.testkit.world.StandIn;
import tools.jackson.databind.json.JsonMapper;

/// auth-service as the directory sees it: accounts, and the call back with the profile.
public final class FakeAuth extends StandIn {

  private static final JsonMapper JSON = new JsonMapper();

  private final Supplier<Api> directory;
  private final Map<UUID, Role> accounts = new ConcurrentHashMap<>();
  private final Set<String> emails = ConcurrentHashMap.newKeySet();
  private final List<String> deletions = new CopyOnWriteArrayList<>();
  private final Map<String, String> links = new ConcurrentHashMap<>();
  private volatile boolean away;

  FakeAuth(Supplier<Api> directory) {
    this.directory = directory;
    on("/internal/accounts", this::account);
    on("/internal/audit/links", this::link);
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

  /// The links of its audit chain, by position.
  public Map<String, String> links() {
    return links;
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

  private Reply account(HttpExchange asked) throws IOException {
    return away
        ? Reply.empty(500)
        : switch (asked.getRequestMethod()) {
          case "POST" -> create(asked);
          case "GET" -> show(id(asked));
          default -> delete(id(asked), asked.getRequestURI().getQuery());
        };
  }

  private Reply show(UUID id) {
    var role = accounts.get(id);
    return role == null
        ? refusal(404, "RES_001", "User not found")
        : reply(
            200, Map.of("id", id, "role", role.wire(), "active", true, "email", "x", "version", 1));
  }

  private Reply delete(UUID id, String query) {
    accounts.remove(id);
    deletions.add(id + " " + query);
    return Reply.empty(204);
  }

  private Reply create(HttpExchange asked) throws IOException {
    var wanted = JSON.readTree(asked.getRequestBody().readAllBytes());
    if (!emails.add(wanted.path("email").asString())) {
      return refusal(400, "RES_002", "Email already registered");
    }
    var id = UUID.randomUUID();
    var role = Role.ofWire(wanted.path("role").asString());
    accounts.put(id, role);
    var made =
        directory
            .get()
            .asService()
            .put("/internal/" + role.wire() + "s/" + id, wanted.path("profile").toString());
    return reply(made.status(), Map.of("id", id));
  }

  private Reply link(HttpExchange asked) {
    var path = asked.getRequestURI().getPath();
    var position = path.substring(path.lastIndexOf('/') + 1);
    var link = links.get(position);
    if (link == null || away) {
      return refusal(away ? 500 : 404, "RES_001", "Position not found");
    }
    return reply(200, Map.of("position", Long.parseLong(position), "link", link));
  }

  private static Reply refusal(int status, String code, String message) {
    return reply(status, Map.of("message", message, "data", Map.of("error_code", code)));
  }

  private static Reply reply(int status, Object body) {
    return new Reply(status, JSON.writeValueAsString(body));
  }
}
