package poca.chattest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import poca.testkit.agreement.SocketFrames;
import poca.testkit.world.Answer;
import poca.testkit.world.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A WebSocket client that writes down what it hears, and holds it against the AsyncAPI document.
public final class Client implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final SocketFrames DOCUMENTED = new SocketFrames("chat-socket");

  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder piece = new StringBuilder();
  private @Nullable WebSocket socket;

  public static Client connect(int port, Person person, UUID chat) {
    var client = new Client();
    client.socket =
        builder(person)
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/api/v1/chats/ws/" + chat), client)
            .join();
    return client;
  }

  private static WebSocket.Builder builder(Person person) {
    return HTTP.newWebSocketBuilder()
        .header("Authorization", "Bearer " + person.token())
        .subprotocols("poca.bearer", "token");
  }

  /// The refusal of a handshake, as HTTP.
  public static Answer refused(int port, @Nullable Person person, String chat) throws IOException {
    var builder = person == null ? HTTP.newWebSocketBuilder() : builder(person);
    try {
      builder
          .buildAsync(
              URI.create("ws://127.0.0.1:" + port + "/api/v1/chats/ws/" + chat), new Client())
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        // the client keeps the status and drops the body
        return new Answer(refused.getResponse().statusCode(), JSON.createObjectNode());
      }
      throw e;
    }
    throw new AssertionError("was let in");
  }

  public @Nullable String subprotocol() {
    return socket().getSubprotocol();
  }

  public void send(String text) {
    socket().sendText(text, true).join();
  }

  public void sendBinary(byte[] bytes) {
    socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  public void say(String content) {
    send(JSON.writeValueAsString(JSON.createObjectNode().put("content", content)));
  }

  public List<JsonNode> frames() {
    assertThat(complaints).as("frames that are not as documented").isEmpty();
    return List.copyOf(frames);
  }

  public List<JsonNode> frames(String type) {
    return frames().stream().filter(frame -> frame.path("type").asString().equals(type)).toList();
  }

  public List<Long> seqs() {
    return frames("message").stream().map(f -> f.path("message").path("seq").asLong()).toList();
  }

  public CompletableFuture<Integer> closed() {
    return closed;
  }

  public int closeCode(Duration within) {
    return closed.orTimeout(within.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS).join();
  }

  private WebSocket socket() {
    if (socket == null) {
      throw new IllegalStateException("not connected");
    }
    return socket;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    piece.append(data);
    if (last) {
      var frame = JSON.readTree(piece.toString());
      complaints.addAll(DOCUMENTED.complaints(frame));
      frames.add(frame);
      piece.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket().sendClose(WebSocket.NORMAL_CLOSURE, "");
  }
}
