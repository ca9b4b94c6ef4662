package poca.directory.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import poca.contracts.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/// The service over HTTP, as somebody.
public final class Api {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http;
  private final Keys keys;
  private final DoubleSupplier notAudited;
  private final String url;
  private final @Nullable String token;
  private final @Nullable String entity;

  private Api(
      HttpClient http,
      Keys keys,
      DoubleSupplier notAudited,
      String url,
      @Nullable String token,
      @Nullable String entity) {
    this.http = http;
    this.keys = keys;
    this.notAudited = notAudited;
    this.url = url;
    this.token = token;
    this.entity = entity;
  }

  /// @param notAudited how many uses of audited routes have left no row so far
  static Api nobody(Keys keys, DoubleSupplier notAudited, int port) {
    return new Api(
        HttpClient.newHttpClient(), keys, notAudited, "http://localhost:" + port, null, null);
  }

  public Api as(Role role, UUID user) {
    return new Api(http, keys, notAudited, url, keys.access(user, role), null);
  }

  public Api asAdmin() {
    return as(Role.ADMIN, UUID.randomUUID());
  }

  public Api asService() {
    return new Api(http, keys, notAudited, url, keys.service("test-service"), null);
  }

  public Api actingAs(Object entity) {
    return new Api(http, keys, notAudited, url, token, entity.toString());
  }

  public record Answer(int status, JsonNode body) {

    public JsonNode data() {
      return body.path("data");
    }

    public String code() {
      return data().path("error_code").asString("");
    }

    public String message() {
      return body.path("message").asString("");
    }

    public UUID id() {
      return UUID.fromString(data().path("id").asString());
    }
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  public Answer put(String path, String json) {
    return send("PUT", path, json);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  private Answer send(String method, String path, @Nullable String json) {
    if (notAudited.getAsDouble() > 0) {
      throw new AssertionError("an earlier call left no row in the audit; the log says which");
    }
    var request = HttpRequest.newBuilder(URI.create(url + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (entity != null) {
      request.header("user-entity-id", entity);
    }
    if (json == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(json));
    }
    try {
      var response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().isEmpty() ? NullNode.getInstance() : JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  // What a test needs to exist before it begins.

  public UUID doctor(String name) {
    return registered("doctors", "{\"name\": \"%s\", \"contact\": \"d\"}".formatted(name));
  }

  public UUID patient(String name) {
    return registered(
        "patients",
        """
        {"name": "%s", "gender": "female", "contact": "p", "allergies": ["nuts"], "weight": 60}
        """
            .formatted(name));
  }

  public UUID hospital(String name) {
    return registered(
        "hospitals",
        """
        {"name": "%s", "email": "%s@example.test", "city": "Basel", "specialities": ["eyes"]}
        """
            .formatted(name, UUID.randomUUID()));
  }

  private UUID registered(String kind, String profile) {
    var id = UUID.randomUUID();
    var made = asService().put("/internal/" + kind + "/" + id, profile);
    if (made.status() != 200) {
      throw new IllegalStateException(made.toString());
    }
    return id;
  }

  public UUID dependantOf(UUID owner, String name) {
    return as(Role.PATIENT, owner)
        .post("/api/v1/patients", "{\"name\": \"%s\"}".formatted(name))
        .id();
  }

  /// @param kind `doctor-patient`, say
  public Answer map(String kind, UUID left, UUID right) {
    var parties = kind.split("-", 2);
    return asAdmin()
        .post(
            "/api/v1/mappings/" + kind,
            "{\"%s_id\": \"%s\", \"%s_id\": \"%s\"}"
                .formatted(parties[0], left, parties[1], right));
  }

  public Answer relate(UUID user, UUID patient, String relation) {
    return post(
        "/api/v1/mappings/user-patient",
        "{\"user_id\": \"%s\", \"patient_id\": \"%s\", \"relation\": \"%s\"}"
            .formatted(user, patient, relation));
  }
}
