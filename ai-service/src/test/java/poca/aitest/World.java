package poca.aitest;

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
import poca.access.relation.Relations;
import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationKind;
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

  /// A doctor, a patient and the chat between them.
  public record Pair(Person doctor, Person patient, UUID chat) {}

  public Pair pair() {
    var doctor = person(Role.DOCTOR);
    var patient = person(Role.PATIENT);
    return new Pair(doctor, patient, chat(doctor.id(), patient.id()));
  }

  /// Known to chat-service only.
  public UUID chat(UUID doctor, UUID patient) {
    var chat = UUID.randomUUID();
    Surroundings.NEIGHBOURS.chat(chat, doctor, patient);
    return chat;
  }

  public Person person(Role role) {
    return login(UUID.randomUUID(), role, Duration.ofMinutes(30));
  }

  public Person login(UUID id, Role role, Duration life) {
    var session = new SessionId(UUID.randomUUID());
    return new Person(id, role, session, Surroundings.accessToken(id, role, session, life));
  }

  public void relate(UUID account, UUID patient) {
    apply(RelationKind.RELATED, account, patient, true);
  }

  public void part(UUID account, UUID patient) {
    apply(RelationKind.RELATED, account, patient, false);
  }

  /// The profile is known.
  public void register(RelationKind kind, UUID profile) {
    apply(kind, profile, profile, true);
  }

  public void join(RelationKind kind, UUID left, UUID right) {
    apply(kind, left, right, true);
  }

  private void apply(RelationKind kind, UUID left, UUID right, boolean active) {
    var version = versions.merge(kind + "" + left + right, 1L, Long::sum);
    assertThat(relations.apply(new Relation(kind, left, right, active, version))).isTrue();
  }

  public String session(Person by, UUID chat) {
    var answer = post(by, "/ai/sessions", Map.of("chat_id", chat));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.data().path("id").asString();
  }

  public Answer say(Person by, String session, String text) {
    return post(by, "/ai/messages", Map.of("session_id", session, "message", text));
  }

  public JsonNode messages(Person by, String session) {
    return get(by, "/ai/sessions/" + session + "/messages").data().path("messages");
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

  public Answer call(Person by, String method, String path, @Nullable String body) {
    var request = request("/api/v1" + path, by.token());
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    return send(request.method(method, body(body)).build());
  }

  /// Acting as another entity.
  public Answer getAs(Person by, String entity, String path) {
    return send(
        request("/api/v1" + path, by.token()).header("user-entity-id", entity).GET().build());
  }

  public Answer outside(Person by, String path) {
    return send(request(path, by.token()).GET().build());
  }

  /// As another service, without an envelope.
  public Answer internal(String path) {
    return send(request(path, Surroundings.serviceToken("chat-service")).GET().build());
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
