package poca.recordstest;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import poca.testkit.world.StandIn;

/// Stands in for auth, directory and chat on one address. The directory knows nothing but what
/// reached the service by relations; chat-service knows the messages that a test sent.
public final class Neighbours extends StandIn {

  private final Map<UUID, String> sentIn = new ConcurrentHashMap<>();
  private volatile boolean chatIsAway;

  Neighbours() {
    on("/internal/relations/", _ -> Reply.empty(404));
    on("/internal/document-readers/", this::readers);
  }

  public void chatIsAway(boolean away) {
    chatIsAway = away;
  }

  /// A message with this document was stored in a chat of the two.
  public void sent(UUID document, UUID doctor, UUID patient) {
    sentIn.put(
        document,
        """
        {"chat_id":"%s","doctor_id":"%s","patient_id":"%s"}
        """
            .formatted(UUID.randomUUID(), doctor, patient));
  }

  private Reply readers(HttpExchange asked) {
    var chats = "{\"chats\":[" + sentIn.getOrDefault(id(asked), "") + "]}";
    return new Reply(chatIsAway ? 503 : 200, chats);
  }
}
