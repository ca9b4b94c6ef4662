package poca.recordstest;

import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import poca.testkit.world.StandIn;

/// Stands in for the other services on one address. The directory knows nothing but what reached
/// the service by relations; chat-service knows the messages that a test sent.
public final class Neighbours extends StandIn {

  private final Map<UUID, String> sentIn = new ConcurrentHashMap<>();
  private final Map<String, String> shown = new ConcurrentHashMap<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private volatile boolean chatIsAway;

  Neighbours() {
    on("/internal/relations/", _ -> Reply.empty(404));
    on("/internal/document-readers/", this::readers);
    on("/api/v1/", this::answer);
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

  /// What a public route of theirs says to whoever asks.
  ///
  /// @param path with the cursor, and no other part of the query
  public void shows(String path, String data) {
    shown.put(path, data);
  }

  public void showsNoMore(String path) {
    shown.remove(path);
  }

  public void showNothing() {
    shown.clear();
    tokens.clear();
  }

  /// The tokens with which public routes were asked.
  public List<String> askedInTheNameOf() {
    return tokens;
  }

  private Reply answer(HttpExchange asked) {
    tokens.add(asked.getRequestHeaders().getFirst("Authorization").replace("Bearer ", ""));
    var query = String.valueOf(asked.getRequestURI().getQuery());
    var cursor = query.indexOf("cursor=");
    var path = asked.getRequestURI().getPath() + (cursor < 0 ? "" : "?" + query.substring(cursor));
    var data = shown.get(path);
    return data == null ? Reply.empty(503) : Reply.ofData(data);
  }
}
