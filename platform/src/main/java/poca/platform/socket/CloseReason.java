package poca.platform.socket;

import org.springframework.web.socket.CloseStatus;

/// Why a connection is closed, with the close code that the client sees (contract 5.1). Codes 1012
/// and 1013 do not pass the gateway.
public enum CloseReason {
  SESSION_ENDED(4401, "Session has ended"),
  ACCESS_LOST(4403, "Not enough permissions"),
  TOO_SLOW(4408, "Too slow"),
  NO_PONG(4408, "No answer to pings"),
  GOING_AWAY(1001, "Server is going away"),
  FRAME_TOO_LARGE(1009, "Frame is too large"),
  SERVER_ERROR(1011, "Server error"),
  /// Nobody sees the code: the client closed, or is gone.
  CLOSED_BY_CLIENT(1000, "");

  private final CloseStatus status;

  CloseReason(int code, String text) {
    this.status = new CloseStatus(code, text);
  }

  CloseStatus status() {
    return status;
  }
}
