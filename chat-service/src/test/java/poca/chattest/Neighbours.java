package poca.chattest;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import poca.testkit.world.Person;
import poca.testkit.world.StandIn;

/// Stands in for auth, directory, records and the assistant on one address. The directory knows
/// nothing but what reached the service by relations; the records know the documents that a test
/// put there.
public final class Neighbours extends StandIn {

  private final Map<UUID, Person> visible = new ConcurrentHashMap<>();
  private final Map<UUID, Stored> uploaded = new ConcurrentHashMap<>();
  private final Map<UUID, String> interviews = new ConcurrentHashMap<>();
  private final Set<UUID> askedFor = ConcurrentHashMap.newKeySet();
  private volatile boolean directoryIsAway;
  private volatile boolean assistantIsAway;

  Neighbours() {
    on("/internal/relations/", _ -> Reply.empty(directoryIsAway ? 503 : 404));
    on("/internal/ai-sessions/", this::interview);
    on("/api/v1/documents/", this::document);
    on("/internal/documents", this::upload);
  }

  /// A file that arrived.
  public record Stored(String query, byte[] content) {}

  public void directoryIsAway(boolean away) {
    directoryIsAway = away;
  }

  public void assistantIsAway(boolean away) {
    assistantIsAway = away;
  }

  /// An interview of which the service has not heard yet.
  public UUID interview(UUID chat) {
    var id = UUID.randomUUID();
    interviews.put(
        id,
        """
        {"session":"%s","chat":"%s","started_at":"2026-11-24T10:00:00.000Z","understood":true,
         "summary_ready":false,"ended":false,"deleted":false,"updated_at":"2026-11-24T10:00:00.000Z","version":1}
        """
            .formatted(id, chat));
    return id;
  }

  /// Whether the assistant was asked for this interview.
  public boolean wasAskedFor(UUID interview) {
    return askedFor.contains(interview);
  }

  private Reply interview(HttpExchange asked) {
    askedFor.add(id(asked));
    var known = interviews.get(id(asked));
    return assistantIsAway ? Reply.empty(503) : known == null ? Reply.empty(404) : Reply.of(known);
  }

  /// A document that this person can see.
  public UUID document(Person person) {
    var id = UUID.randomUUID();
    visible.put(id, person);
    return id;
  }

  public @Nullable Stored uploaded(UUID id) {
    return uploaded.get(id);
  }

  public int uploads() {
    return uploaded.size();
  }

  private Reply document(HttpExchange asked) {
    var reader = visible.get(id(asked));
    var caller = asked.getRequestHeaders().getFirst("Authorization");
    return reader != null && ("Bearer " + reader.token()).equals(caller)
        ? Reply.ofData(file(id(asked)))
        : Reply.empty(404);
  }

  private static String file(UUID id) {
    return """
    {"id":"%s","status":"available","file_name":"scan.png","size":42,
     "uploaded_by":"01900000-0000-7000-8000-000000000001",
     "upload_timestamp":"2026-11-24T10:00:00.000Z","is_public":false}
    """
        .formatted(id);
  }

  private Reply upload(HttpExchange asked) throws IOException {
    var content = asked.getRequestBody().readAllBytes();
    if (new String(content, StandardCharsets.UTF_8).startsWith("#!")) {
      return new Reply(
          415,
          """
          {"status_code":415,"status":false,"message":"File type not allowed",
           "data":{"error_code":"VAL_001","details":{},"request_id":"r"}}
          """);
    }
    var id = UUID.randomUUID();
    uploaded.put(id, new Stored(asked.getRequestURI().getRawQuery(), content));
    return Reply.of(file(id));
  }
}
