package poca.appointmenttest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.env.Environment;
import poca.access.relation.Relations;
import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// People, what joins them, and what they ask over HTTP.
@TestConfiguration(proxyBeanMethods = false)
public class World {

  public static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Relations relations;
  private final Environment environment;

  World(Relations relations, Environment environment) {
    this.relations = relations;
    this.environment = environment;
  }

  /// An answer and its envelope.
  public record Answer(int status, JsonNode envelope, String text) {
    public JsonNode data() {
      return envelope.path("data");
    }

    public String code() {
      return data().path("error_code").asString("");
    }
  }

  public Person admin() {
    return person(Role.ADMIN);
  }

  public Person doctor() {
    return registered(Role.DOCTOR, RelationKind.DOCTOR);
  }

  public Person patient() {
    return registered(Role.PATIENT, RelationKind.PATIENT);
  }

  public Person hospital() {
    return registered(Role.HOSPITAL, RelationKind.HOSPITAL);
  }

  private Person registered(Role role, RelationKind kind) {
    var person = person(role);
    relate(kind, person.id(), person.id());
    return person;
  }

  private static Person person(Role role) {
    var id = UUID.randomUUID();
    var session = new SessionId(UUID.randomUUID());
    return new Person(
        id, role, session, Surroundings.accessToken(id, role, session, Duration.ofMinutes(30)));
  }

  public void relate(RelationKind kind, UUID left, UUID right) {
    relations.apply(new Relation(kind, left, right, true, 1));
  }

  public Answer get(Person person, String path) {
    return send(person, path, request -> request.GET());
  }

  public Answer post(Person person, String path, String body) {
    return send(person, path, request -> request.POST(BodyPublishers.ofString(body)));
  }

  public Answer put(Person person, String path, String body) {
    return send(person, path, request -> request.PUT(BodyPublishers.ofString(body)));
  }

  public Answer delete(Person person, String path) {
    return send(person, path, HttpRequest.Builder::DELETE);
  }

  private Answer send(
      Person person, String path, java.util.function.UnaryOperator<HttpRequest.Builder> method) {
    var uri =
        URI.create(
            "http://127.0.0.1:" + environment.getProperty("local.server.port") + "/api/v1" + path);
    var request =
        method
            .apply(HttpRequest.newBuilder(uri))
            .header("Authorization", "Bearer " + person.token())
            .header("Content-Type", "application/json")
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      var text = response.body();
      var json = text.startsWith("{") ? JSON.readTree(text) : JSON.createObjectNode();
      return new Answer(response.statusCode(), json, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
