package poca.aitest;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import poca.testkit.world.StandIn;

/// Stands in for auth, directory, chat and records on one address. They know what a test put there,
/// and nothing while they are away.
public final class Neighbours extends StandIn {

  private static final Reply REFUSED =
      new Reply(
          403,
          "{\"status_code\":403,\"status\":false,\"message\":\"\",\"data\":{\"error_code\":\"AUTH_004\"}}");

  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private volatile boolean away;
  private volatile long slowMillis;

  Neighbours() {
    on("/internal/chats/", this::known);
    on("/", this::unlessAway);
  }

  /// Directory and records answer 503.
  public void away(boolean away) {
    this.away = away;
  }

  /// Directory and records take their time.
  public void slow(long millis) {
    this.slowMillis = millis;
  }

  void chat(UUID chat, UUID doctor, UUID patient) {
    internal(
        "/internal/chats/" + chat,
        """
        {"id":"%s","doctor_id":"%s","patient_id":"%s","active":true,"version":1}
        """
            .formatted(chat, doctor, patient));
  }

  /// A profile or a case history, as its owner shows it.
  public void record(String path, String data) {
    replies.put(path, Reply.ofData(data));
  }

  /// Its owner refuses to show it.
  public void refuse(String path) {
    replies.put(path, REFUSED);
  }

  /// What an internal route answers.
  public void internal(String path, String json) {
    replies.put(path, Reply.of(json));
  }

  /// What was put there last.
  public Optional<String> told(String path) {
    return Optional.ofNullable(told.get(path));
  }

  /// Whether an answer was asked for there.
  public boolean wasAsked(String path) {
    return asked.contains(path);
  }

  private Reply unlessAway(HttpExchange asked) throws IOException {
    pause();
    return away ? Reply.empty(503) : known(asked);
  }

  private Reply known(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("PUT")) {
      told.put(path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
    asked.add(path);
    return replies.getOrDefault(path, Reply.empty(404));
  }

  private void pause() {
    try {
      Thread.sleep(slowMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
