package poca.platform.socket;

import java.io.IOException;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// A WebSocket.
final class SocketWire implements Wire {

  private final WebSocketSession session;

  SocketWire(WebSocketSession session) {
    this.session = session;
  }

  @Override
  public String name() {
    return session.getId();
  }

  @Override
  public void write(String frame) throws IOException {
    session.sendMessage(new TextMessage(frame));
  }

  @Override
  public void ping() throws IOException {
    session.sendMessage(new PingMessage());
  }

  @Override
  public boolean answersPings() {
    return true;
  }

  @Override
  public void close(CloseReason reason) throws IOException {
    session.close(reason.status());
  }
}
