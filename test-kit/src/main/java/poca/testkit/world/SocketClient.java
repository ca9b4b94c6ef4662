package poca.testkit.world;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import poca.testkit.agreement.SocketFrames;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A WebSocket client that writes down what it hears, and holds it against the AsyncAPI document.
/// The tests of a service extend it by what is said there.
public class SocketClient implements WebSocket.Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SocketFrames documented;
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder piece = new StringBuilder();
  private @Nullable WebSocket socket;

  protected SocketClient(SocketFrames documented) {
    this.documented = documented;
  }

  /// @param path within the API
  protected final void open(int port, Person person, String path) {
    socket = builder(person).buildAsync(address(port, path), this).join();
  }

  /// The refusal of a handshake, as HTTP; the JDK's client keeps its status only.
  protected static Response refusal(int port, @Nullable Person person, String path) {
    var builder = person == null ? HTTP.newWebSocketBuilder() : builder(person);
    try {
      builder.buildAsync(address(port, path), new WebSocket.Listener() {}).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return Response.of(refused.getResponse().statusCode());
      }
      throw e;
    }
    throw new AssertionError("was let in");
  }

  private static WebSocket.Builder builder(Person person) {
    return HTTP.newWebSocketBuilder()
        .header("Authorization", "Bearer " + person.token())
        .subprotocols("poca.bearer", "token");
  }

  private static URI address(int port, String path) {
    return URI.create("ws://127.0.0.1:" + port + "/api/v1" + path);
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

  /// A frame of one field.
  protected void send(String field, String value) {
    send(JSON.writeValueAsString(JSON.createObjectNode().put(field, value)));
  }

  public List<JsonNode> frames() {
    assertEquals(List.of(), complaints, "frames that are not as documented");
    return List.copyOf(frames);
  }

  public List<JsonNode> frames(String type) {
    return frames().stream().filter(frame -> frame.path("type").asString().equals(type)).toList();
  }

  public CompletableFuture<Integer> closed() {
    return closed;
  }

  public int closeCode(Duration within) {
    return closed.orTimeout(within.toMillis(), TimeUnit.MILLISECONDS).join();
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
      complaints.addAll(documented.complaints(frame));
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

  /// Without a goodbye.
  public void drop() {
    socket().abort();
  }

  @Override
  public void close() {
    socket().sendClose(WebSocket.NORMAL_CLOSURE, "");
  }
}
