package poca.chattest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poca.testkit.agreement.SocketFrames;
import poca.testkit.world.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of Server-Sent Events that writes down what it hears.
public final class EventSource implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SocketFrames DOCUMENTED = new SocketFrames("event-socket");

  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private final Stream<String> lines;
  private volatile String lastId = "";

  private EventSource(Stream<String> lines) {
    this.lines = lines;
    Thread.ofVirtual().start(this::read);
  }

  /// @param lastEventId null for a client that comes for the first time
  public static EventSource connect(
      int port, Person person, String query, @Nullable String lastEventId) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events" + query))
            .header("Authorization", "Bearer " + person.token());
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      assertEquals(200, answer.statusCode());
      assertEquals(
          "text/event-stream;charset=UTF-8",
          answer.headers().firstValue("Content-Type").orElse(""));
      return new EventSource(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    try {
      lines.forEach(line -> {
        if (line.startsWith("id: ")) {
          lastId = line.substring("id: ".length());
        } else if (line.startsWith("data: ")) {
          var frame = JSON.readTree(line.substring("data: ".length()));
          complaints.addAll(DOCUMENTED.complaints(frame));
          frames.add(frame);
        }
      });
    } catch (RuntimeException cut) {
      // ended from either side
    } finally {
      ended.complete(null);
    }
  }

  public List<JsonNode> frames() {
    assertEquals(List.of(), complaints, "frames that are not as documented");
    return List.copyOf(frames);
  }

  public List<String> types() {
    return frames().stream().map(frame -> frame.path("type").asString()).toList();
  }

  /// As the client would name it when it comes again; empty before anything was said.
  public String lastId() {
    return lastId;
  }

  public boolean hasEnded() {
    return ended.isDone();
  }

  @Override
  public void close() {
    lines.close();
  }
}
