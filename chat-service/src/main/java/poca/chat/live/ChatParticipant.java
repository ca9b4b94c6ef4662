package poca.chat.live;

import poca.access.security.Caller;
import poca.access.security.ConnectionLogins.Login;
import poca.chat.chat.ChatAccess;

/// Who is connected, and where it sits.
record ChatParticipant(Login login, ChatAccess seat) {

  Caller caller() {
    return login.caller();
  }
}
