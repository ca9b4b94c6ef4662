package poca.auth;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import poca.testkit.world.StandIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Stands in for directory-service's internal routes; keeps profiles as the real one does, and can
/// fail before or after it has stored one.
public final class FakeDirectory extends StandIn {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public enum Mood {
    WELL,
    AWAY,
    /// Stores the profile and then breaks: the command may have been carried out.
    BREAKS_AFTERWARDS,
    REFUSES
  }

  public final Map<String, JsonNode> profiles = new ConcurrentHashMap<>();
  public final Set<String> struck = ConcurrentHashMap.newKeySet();
  public final Map<String, String> deletedBy = new ConcurrentHashMap<>();
  public volatile Mood mood = Mood.WELL;

  FakeDirectory() {
    on("/internal/", this::answer);
  }

  /// What is stored under this id; a missing node if nothing is.
  public JsonNode profile(String id) {
    var stored = profiles.get(id);
    return stored == null ? MissingNode.getInstance() : stored;
  }

  private Reply answer(HttpExchange asked) throws IOException {
    var path = asked.getRequestURI().getPath();
    var id = path.substring(path.lastIndexOf('/') + 1);
    if (!isService(asked.getRequestHeaders().getFirst("Authorization"))) {
      return Reply.empty(401);
    }
    if (mood == Mood.AWAY) {
      return Reply.empty(503);
    }
    if (asked.getRequestMethod().equals("DELETE")) {
      strike(id, asked.getRequestURI().getQuery());
      return Reply.empty(204);
    }
    if (mood == Mood.REFUSES) {
      return new Reply(
          400, "{\"message\":\"Hospital already exists\",\"data\":{\"error_code\":\"RES_002\"}}");
    }
    if (struck.contains(id)) {
      return new Reply(409, "{\"message\":\"gone\",\"data\":{\"error_code\":\"BIZ_002\"}}");
    }
    profiles.put(id, JSON.readTree(asked.getRequestBody().readAllBytes()));
    return new Reply(mood == Mood.WELL ? 200 : 500, "{\"id\":\"" + id + "\"}");
  }

  private void strike(String id, @Nullable String query) {
    struck.add(id);
    profiles.remove(id);
    if (query != null) {
      deletedBy.put(id, query);
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
}
