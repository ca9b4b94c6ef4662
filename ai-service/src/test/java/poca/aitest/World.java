package poca.aitest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import poca.access.relation.Relations;
import poca.contracts.Role;
import poca.testkit.world.People;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import tools.jackson.databind.JsonNode;

/// People, their chats and what they tell the assistant.
@TestComponent
@Lazy
public class World extends People {

  World(Relations relations, @Value("${local.server.port}") int port) {
    super(port, relations::apply);
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

  public String session(Person by, UUID chat) {
    var response = post(by, "/ai/sessions", Map.of("chat_id", chat));
    assertThat(response.status()).as(response.toString()).isEqualTo(200);
    return response.field("id");
  }

  public Response say(Person by, String session, String text) {
    return post(by, "/ai/messages", Map.of("session_id", session, "message", text));
  }

  public JsonNode messages(Person by, String session) {
    return get(by, "/ai/sessions/" + session + "/messages").data().path("messages");
  }

  /// As another service, without an envelope.
  public Response internal(String path) {
    return send(askedBy("chat-service", path));
  }
}
