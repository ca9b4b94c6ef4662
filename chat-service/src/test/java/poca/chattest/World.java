package poca.chattest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import poca.access.relation.Relations;
import poca.contracts.Role;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.world.People;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

/// People and their chats.
@TestComponent
@Lazy
public class World extends People {

  World(Relations relations, @Value("${local.server.port}") int port) {
    super(port, relations::apply);
  }

  public Person person(Role role, Duration life) {
    return login(UUID.randomUUID(), role, life);
  }

  /// A treated patient and the chat with its doctor.
  public record Pair(Person doctor, Person patient, UUID chat) {}

  public Pair pair() {
    return pair(doctor());
  }

  public Pair pair(Person doctor) {
    var patient = patient();
    relate(RelationKind.TREATS, doctor.id(), patient.id());
    return new Pair(doctor, patient, open(doctor, doctor.id(), patient.id()));
  }

  public UUID open(Person by, UUID doctor, UUID patient) {
    var response = post(by, "/chats", Map.of("doctor_id", doctor, "patient_id", patient));
    assertThat(response.status()).as(response.toString()).isEqualTo(200);
    return UUID.fromString(response.data().path("id").asString());
  }

  public Response say(Person by, UUID chat, String text) {
    return post(by, "/messages", Map.of("chat_id", chat, "message", text));
  }

  /// As another service, without an envelope.
  public Response internal(String path) {
    return send(askedBy("records-service", path));
  }

  public Response multipart(Person by, String path, String boundary, byte[] body) {
    return send(
        asked(by, path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }
}
