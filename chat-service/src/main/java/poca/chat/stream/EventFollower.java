package poca.chat.stream;

import org.jspecify.annotations.Nullable;
import poca.access.security.Caller;
import poca.access.security.ConnectionLogins.Login;

/// Who follows its events, and from where.
///
/// @param after the last event that the client knows; null for what happens from now on, negative
///   if what the client said is no place in a stream
/// @param byEventSource whether it gets Server-Sent Events, not the frames of a WebSocket
record EventFollower(Login login, @Nullable Long after, boolean byEventSource) {

  Caller caller() {
    return login.caller();
  }

  /// What stands in a header or a query of a handshake.
  static @Nullable Long place(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException nowhere) {
      return -1L;
    }
  }
}
