package poca.ai.live;

import poca.access.security.Caller;
import poca.access.security.ConnectionLogins.Login;
import poca.ai.session.SessionAccess;
import poca.contracts.AiSessionId;

/// Who is connected, and to which interview.
///
/// @param streams whether the answers are wanted piece by piece
record SessionParticipant(Login login, SessionAccess entry, boolean streams) {

  Caller caller() {
    return login.caller();
  }

  AiSessionId session() {
    return entry.session().id();
  }
}
