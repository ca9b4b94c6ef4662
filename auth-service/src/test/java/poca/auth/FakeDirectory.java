package poca.auth;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Stands in for directory-service's internal routes; keeps profiles as the real one does, and can
/// fail before or after it has stored one.
public final class FakeDirectory implements DisposableBean {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public enum Mood {
    WELL,
    AWAY,
    /// Stores the profile and then breaks: the command may have been carried out.
    BREAKS_AFTERWARDS,
    REFUSES
  }

  private final HttpServer server;
  public final Map<String, JsonNode> profiles = new ConcurrentHashMap<>();
  public final Set<String> struck = ConcurrentHashMap.newKeySet();
  public final Map<String, String> deletedBy = new ConcurrentHashMap<>();
  public volatile Mood mood = Mood.WELL;

  FakeDirectory() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/internal/", this::handle);
    server.start();
  }

  /// What is stored under this id; a missing node if nothing is.
  public JsonNode profile(String id) {
    var stored = profiles.get(id);
    return stored == null ? MissingNode.getInstance() : stored;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().split("/");
    var id = path[path.length - 1];
    var body = exchange.getRequestBody().readAllBytes();
    if (!isService(exchange.getRequestHeaders().getFirst("Authorization"))) {
      answer(exchange, 401, "{}");
    } else if (mood == Mood.AWAY) {
      answer(exchange, 503, "{}");
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      struck.add(id);
      profiles.remove(id);
      var query = exchange.getRequestURI().getQuery();
      if (query != null) {
        deletedBy.put(id, query);
      }
      answer(exchange, 204, "");
    } else if (mood == Mood.REFUSES) {
      answer(
          exchange,
          400,
          "{\"message\":\"Hospital already exists\",\"data\":{\"error_code\":\"RES_002\"}}");
    } else if (struck.contains(id)) {
      answer(exchange, 409, "{\"message\":\"gone\",\"data\":{\"error_code\":\"BIZ_002\"}}");
    } else {
      profiles.put(id, JSON.readTree(body));
      answer(exchange, mood == Mood.WELL ? 200 : 500, "{\"id\":\"" + id + "\"}");
    }
  }

  private static boolean isService(@Nullable String authorization) {
    try {
      return authorization != null
          && "service"
              .equals(
                  SignedJWT.parse(authorization.substring("Bearer ".length()))
                      .getJWTClaimsSet()
                      .getStringClaim("type"));
    } catch (ParseException e) {
      return false;
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void destroy() {
    server.stop(0);
  }
}
