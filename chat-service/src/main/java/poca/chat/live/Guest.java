package poca.chat.live;

import java.time.Instant;
import java.util.Objects;
import org.springframework.web.socket.WebSocketSession;
import poca.access.security.Caller;
import poca.chat.chat.Seat;

/// Who is connected, and where it sits.
///
/// @param until when the token ends, and with it the connection
record Guest(Caller caller, Seat seat, Instant until) {

  /// The attribute of the WebSocket session.
  static final String ATTRIBUTE = Guest.class.getName();

  static Guest of(WebSocketSession session) {
    return (Guest) Objects.requireNonNull(session.getAttributes().get(ATTRIBUTE));
  }
}
