package poca.platform.socket;

import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.standard.StandardWebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/// Hands what Tomcat hears on a connection to its [Client].
final class SocketHandler extends AbstractWebSocketHandler {

  private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);
  private static final String CLIENT = Client.class.getName();

  /// How long a write may block before the connection counts as dead; Tomcat's own name.
  private static final String SEND_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private static final Long SEND_MILLIS = 10_000L;

  @Override
  public void afterConnectionEstablished(WebSocketSession session) {
    if (session instanceof StandardWebSocketSession standard
        && standard.getNativeSession() instanceof Session tomcat) {
      tomcat.getUserProperties().put(SEND_TIMEOUT, SEND_MILLIS);
    }
    var client = HandshakeCheck.Accepted.of(session).connect(session);
    session.getAttributes().put(CLIENT, client);
    client.open();
  }

  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage piece) {
    var client = client(session);
    if (client != null) {
      client.text(piece.getPayload(), piece.isLast());
    }
  }

  @Override
  protected void handleBinaryMessage(WebSocketSession session, BinaryMessage piece) {
    var client = client(session);
    if (client != null) {
      client.binary(piece.getPayloadLength(), piece.isLast());
    }
  }

  @Override
  protected void handlePongMessage(WebSocketSession session, PongMessage message) {
    var client = client(session);
    if (client != null) {
      client.pong();
    }
  }

  @Override
  public void handleTransportError(WebSocketSession session, Throwable cause) {
    log.debug("socket {}: {}", session.getId(), cause.toString());
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    var client = client(session);
    if (client != null) {
      client.closed();
    }
  }

  private static @Nullable Client<?> client(WebSocketSession session) {
    return (Client<?>) session.getAttributes().get(CLIENT);
  }
}
