package poca.chat.live;

import java.time.Instant;
import java.util.Objects;
import org.springframework.web.socket.WebSocketSession;
import poca.chat.conversation.Seat;
import poca.platform.security.Caller;

/// Who is connected, and where it sits.
///
/// @param until when the token ends, and with it the connection
record ChatParticipant(Caller caller, Seat seat, Instant until) {

  /// The attribute of the WebSocket session.
  static final String ATTRIBUTE = ChatParticipant.class.getName();

  static ChatParticipant of(WebSocketSession session) {
    return (ChatParticipant) Objects.requireNonNull(session.getAttributes().get(ATTRIBUTE));
  }
}
