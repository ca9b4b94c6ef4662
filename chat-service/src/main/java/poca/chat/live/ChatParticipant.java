package poca.chat.live;

import poca.chat.conversation.Seat;
import poca.platform.security.Caller;
import poca.platform.security.Logins.Login;

/// Who is connected, and where it sits.
record ChatParticipant(Login login, Seat seat) {

  Caller caller() {
    return login.caller();
  }
}
