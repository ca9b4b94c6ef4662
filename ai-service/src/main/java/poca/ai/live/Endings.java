package poca.ai.live;

import org.springframework.web.socket.CloseStatus;

/// Why the server ends a connection (contract 5.1). Codes 1012 and 1013 do not pass the gateway.
final class Endings {

  static final CloseStatus SESSION_OVER = new CloseStatus(4401, "Session has ended");
  static final CloseStatus NO_ACCESS = new CloseStatus(4403, "Not enough permissions");
  static final CloseStatus SHUTDOWN = new CloseStatus(1001, "Server is going away");
  static final CloseStatus FRAME_TOO_LARGE = new CloseStatus(1009, "Frame is too large");
  static final CloseStatus TOO_SLOW = new CloseStatus(4408, "Too slow");
  static final CloseStatus NO_PONG = new CloseStatus(4408, "No answer to pings");
  static final CloseStatus FAILED = new CloseStatus(1011, "Server error");

  private Endings() {}
}
