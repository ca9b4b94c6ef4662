package poca.ai.live;

import java.time.Instant;
import java.util.Objects;
import org.springframework.web.socket.WebSocketSession;
import poca.ai.session.Entry;
import poca.contracts.AiSessionId;
import poca.platform.security.Caller;

/// Who is connected, and to which interview.
///
/// @param until when the token ends, and with it the connection
/// @param streams whether the answers are wanted piece by piece
record SessionParticipant(Caller caller, Entry entry, Instant until, boolean streams) {

  /// The attribute of the WebSocket session.
  static final String ATTRIBUTE = SessionParticipant.class.getName();

  static SessionParticipant of(WebSocketSession session) {
    return (SessionParticipant) Objects.requireNonNull(session.getAttributes().get(ATTRIBUTE));
  }

  AiSessionId session() {
    return entry.session().id();
  }
}
