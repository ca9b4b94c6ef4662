package poca.chat.live;

import poca.chat.chat.Seat;
import poca.access.security.Caller;
import poca.access.security.Logins.Login;

/// Who is connected, and where it sits.
record ChatParticipant(Login login, Seat seat) {

  Caller caller() {
    return login.caller();
  }
}
