package poca.recordstest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.platform.relation.Relations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// People, who belongs to whom, and what they ask of the service.
@TestComponent
@Lazy
public class World {

  private final Relations relations;
  private final int port;
  private final Map<String, Long> versions = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = JsonMapper.builder().build();

  World(Relations relations, @Value("${local.server.port}") int port) {
    this.relations = relations;
    this.port = port;
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
  }

  public Person doctor() {
    var doctor = person(Role.DOCTOR);
    relate(RelationKind.DOCTOR, doctor.id(), doctor.id());
    return doctor;
  }

  public Person patient() {
    var patient = person(Role.PATIENT);
    relate(RelationKind.PATIENT, patient.id(), patient.id());
    relate(RelationKind.RELATED, patient.id(), patient.id());
    return patient;
  }

  public Person admin() {
    return person(Role.ADMIN);
  }

  public Person person(Role role) {
    return person(role, Duration.ofMinutes(30));
  }

  public Person person(Role role, Duration life) {
    return login(UUID.randomUUID(), role, life);
  }

  public Person login(UUID id, Role role, Duration life) {
    var session = new SessionId(UUID.randomUUID());
    return new Person(id, role, session, Surroundings.accessToken(id, role, session, life));
  }

  /// A patient without an account.
  public UUID child() {
    var child = UUID.randomUUID();
    relate(RelationKind.PATIENT, child, child);
    return child;
  }

  public void relate(RelationKind kind, UUID left, UUID right) {
    apply(kind, left, right, true);
  }

  public void part(RelationKind kind, UUID left, UUID right) {
    apply(kind, left, right, false);
  }

  private void apply(RelationKind kind, UUID left, UUID right, boolean active) {
    var version = versions.merge(kind + "" + left + right, 1L, Long::sum);
    assertThat(relations.apply(new Relation(kind, left, right, active, version))).isTrue();
  }

  /// A treated patient and its doctor.
  public record Pair(Person doctor, Person patient) {
    public String path() {
      return "/patients/" + patient.id();
    }
  }

  public Pair pair() {
    var doctor = doctor();
    var patient = patient();
    relate(RelationKind.TREATS, doctor.id(), patient.id());
    return new Pair(doctor, patient);
  }

  public UUID upload(Person by, String name, byte[] content) {
    var answer = form(by, "/documents/upload", new Form().file(name, content));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return UUID.fromString(answer.data().path("id").asString());
  }

  public Answer form(Person by, String path, Form form) {
    return send(
        request("/api/v1" + path, by.token())
            .header("Content-Type", form.type())
            .POST(HttpRequest.BodyPublishers.ofByteArray(form.body()))
            .build());
  }

  public HttpResponse<byte[]> download(@Nullable Person by, String path, String... headers) {
    return bytes(by, "GET", path, headers);
  }

  public HttpResponse<byte[]> bytes(
      @Nullable Person by, String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (by != null) {
      request.header("Authorization", "Bearer " + by.token());
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Answer get(Person by, String path) {
    return call(by, "GET", path, null);
  }

  public Answer post(Person by, String path, Object body) {
    return call(by, "POST", path, json.writeValueAsString(body));
  }

  public Answer put(Person by, String path, @Nullable Object body) {
    return call(by, "PUT", path, body == null ? null : json.writeValueAsString(body));
  }

  public Answer delete(Person by, String path) {
    return call(by, "DELETE", path, null);
  }

  public Answer call(Person by, String method, String path, @Nullable String body) {
    var request = request("/api/v1" + path, by.token());
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return send(request.method(method, body(body)).build());
  }

  /// A file handed over by another service, as a stream of unknown length.
  public Answer handOver(Person by, String name, java.io.InputStream content) {
    return send(
        request(
                "/internal/documents?file_name="
                    + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                    + "&uploaded_by="
                    + by.id()
                    + "&uploaded_by_role="
                    + by.role().wire(),
                Surroundings.serviceToken("chat-service"))
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> content))
            .build());
  }

  /// With the entity header.
  public Answer as(UUID entity, Person by, String path) {
    return send(
        request("/api/v1" + path, by.token())
            .header("user-entity-id", entity.toString())
            .GET()
            .build());
  }

  public Answer urlencoded(Person by, String path, String form) {
    return send(
        request("/api/v1" + path, by.token())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .PUT(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  public int port() {
    return port;
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.BodyPublisher body(@Nullable String body) {
    return body == null
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(body);
  }

  private Answer send(HttpRequest request) {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.body().isEmpty() ? json.createObjectNode() : json.readTree(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
