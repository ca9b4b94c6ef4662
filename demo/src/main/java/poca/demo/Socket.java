package poca.demo;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One WebSocket: frames come in the order in which they were sent, and each is asked for by its
/// type.
final class Socket implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final BlockingQueue<JsonNode> frames;
  private final WebSocket socket;

  private Socket(WebSocket socket, BlockingQueue<JsonNode> frames) {
    this.socket = socket;
    this.frames = frames;
  }

  static Socket open(HttpClient http, URI uri, Login login) {
    var frames = new LinkedBlockingQueue<JsonNode>();
    try {
      var socket =
          http.newWebSocketBuilder()
              .connectTimeout(PATIENCE)
              .subprotocols("poca.bearer", login.accessToken())
              .buildAsync(uri, new Reader(frames))
              .join();
      if (!socket.getSubprotocol().equals("poca.bearer")) {
        throw new StepFailed("the server did not select the sub-protocol poca.bearer");
      }
      return new Socket(socket, frames);
    } catch (CompletionException e) {
      var status =
          e.getCause() instanceof WebSocketHandshakeException refused
              ? " with " + refused.getResponse().statusCode()
              : ": " + e.getCause();
      throw new StepFailed("the WebSocket " + uri.getPath() + " was refused" + status, e);
    }
  }

  void send(Map<String, ?> frame) {
    socket.sendText(Gateway.JSON.writeValueAsString(frame), true).join();
  }

  /// The next frame, which must be of this type.
  JsonNode next(String type) {
    try {
      var frame = frames.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (frame == null) {
        throw new StepFailed("no %s frame came within %d s".formatted(type, PATIENCE.toSeconds()));
      }
      if (!frame.path("type").asString().equals(type)) {
        throw new StepFailed("a %s frame was due and this one came: %s".formatted(type, frame));
      }
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed("interrupted", e);
    }
  }

  @Override
  public void close() {
    socket
        .sendClose(WebSocket.NORMAL_CLOSURE, "")
        .orTimeout(2, TimeUnit.SECONDS)
        .exceptionally(_ -> socket);
  }

  private static final class Reader implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> frames;
    private final StringBuilder text = new StringBuilder();

    private Reader(BlockingQueue<JsonNode> frames) {
      this.frames = frames;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        frames.add(Gateway.JSON.readTree(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      frames.add(
          Gateway.JSON
              .createObjectNode()
              .put("type", "closed")
              .put("code", code)
              .put("reason", reason));
      return null;
    }
  }
}
