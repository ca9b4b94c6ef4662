package poca.aiproof;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import poca.testkit.world.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that puts an answer together from its pieces as the contract says, over as many
/// connections as it takes.
final class Reader implements WebSocket.Listener {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Person person;
  private final String session;
  private final StringBuilder frame = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final List<String> complaints = new ArrayList<>();
  private @Nullable WebSocket socket;
  private @Nullable String message;
  private @Nullable JsonNode answer;
  private CompletableFuture<Void> over = new CompletableFuture<>();
  private boolean isCut = true;
  private long firstHeard;
  private int pieces;
  private int changes;
  private int putOff;
  private int putOffBefore;

  Reader(Person person, String session) {
    this.person = person;
    this.session = session;
  }

  /// @return false if nobody is there
  boolean connect(int port) {
    synchronized (this) {
      frame.setLength(0);
      isCut = false;
    }
    try {
      socket =
          HTTP.newWebSocketBuilder()
              .header("Authorization", "Bearer " + person.token())
              .subprotocols("poca.bearer", "token")
              .connectTimeout(java.time.Duration.ofSeconds(10))
              .buildAsync(
                  URI.create(
                      "ws://127.0.0.1:%d/api/v1/ai-assistant/ws/%s?stream=true"
                          .formatted(port, session)),
                  this)
              .join();
      return true;
    } catch (CompletionException away) {
      isCut = true;
      return false;
    }
  }

  void say(String words) {
    send(JSON.createObjectNode().put("message", words).put("client_message_id", "the-one"));
  }

  /// Goes on where it was cut, or says it again if it never heard of an answer.
  void goOn(String words) {
    String id;
    int at;
    synchronized (this) {
      id = message;
      at = text.length();
    }
    if (id == null) {
      say(words);
    } else {
      send(JSON.createObjectNode().put("type", "resume").put("message_id", id).put("offset", at));
    }
  }

  private void send(JsonNode frame) {
    var open = socket;
    if (open != null) {
      var _ = open.sendText(JSON.writeValueAsString(frame), true).exceptionally(_ -> null);
    }
  }

  /// Without a goodbye, whatever is under way.
  void cut() {
    synchronized (this) {
      isCut = true;
    }
    var open = socket;
    if (open != null) {
      open.abort();
    }
  }

  synchronized boolean isCut() {
    return isCut;
  }

  boolean awaitAnswer(long seconds) {
    try {
      over.get(seconds, TimeUnit.SECONDS);
      synchronized (this) {
        if (answer == null) {
          over = new CompletableFuture<>();
        }
        return answer != null;
      }
    } catch (java.util.concurrent.TimeoutException none) {
      return false;
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized @Nullable CompletionStage<?> onText(
      WebSocket from, CharSequence data, boolean last) {
    if (from == socket || socket == null || !isCut) {
      frame.append(data);
      if (last) {
        read(JSON.readTree(frame.toString()));
        frame.setLength(0);
      }
    }
    from.request(1);
    return null;
  }

  private void read(JsonNode said) {
    if (isCut) {
      return;
    }
    switch (said.path("type").asString()) {
      case "token" -> piece(said);
      case "engine_changed" -> {
        changes++;
        text.setLength(0);
      }
      case "ai_response" -> {
        answer = said;
        message = said.path("message_id").asString();
        over.complete(null);
      }
      case "error" -> {
        if (said.path("error_code").asString().equals("SRV_002")) {
          putOff++;
          over.complete(null);
        } else {
          complaints.add("error " + said);
        }
      }
      default -> {}
    }
  }

  private void piece(JsonNode said) {
    if (pieces++ == 0) {
      firstHeard = System.nanoTime();
    }
    var id = said.path("message_id").asString();
    if (message != null && !message.equals(id)) {
      complaints.add("another message's piece");
    }
    message = id;
    var offset = said.path("offset").asInt();
    if (offset != text.length()) {
      complaints.add("offset " + offset + " after " + text.length());
    }
    text.append(said.path("content").asString());
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    synchronized (this) {
      isCut = true;
    }
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    synchronized (this) {
      isCut = true;
    }
  }

  synchronized String text() {
    return text.toString();
  }

  synchronized String answer() {
    return answer == null ? "" : answer.path("content").path("message").asString();
  }

  synchronized List<String> complaints() {
    return List.copyOf(complaints);
  }

  synchronized long firstHeard() {
    return firstHeard;
  }

  /// How often it was told to come again later.
  synchronized int putOff() {
    return putOff;
  }

  /// Whether that has happened since this was last asked.
  synchronized boolean wasPutOff() {
    var since = putOff > putOffBefore;
    putOffBefore = putOff;
    return since;
  }

  synchronized int pieces() {
    return pieces;
  }

  synchronized int changes() {
    return changes;
  }
}
