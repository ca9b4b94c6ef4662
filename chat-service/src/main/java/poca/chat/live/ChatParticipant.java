package poca.chat.live;

import poca.access.security.Caller;
import poca.access.security.ConnectionLogins.Login;
import poca.chat.chat.ChatAccess;

/// Who is connected, and where it sits.
///
/// @param receipts whether it asked for the frames of `v=2`: receipts and typing
record ChatParticipant(Login login, ChatAccess seat, boolean receipts) {

  Caller caller() {
    return login.caller();
  }
}
