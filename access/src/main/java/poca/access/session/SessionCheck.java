package poca.access.session;

import org.jspecify.annotations.Nullable;
import poca.contracts.SessionId;
import poca.contracts.UserId;

/// Says whether a token's session still stands. It may ask over the network: not for an event loop.
@FunctionalInterface
public interface SessionCheck {

  enum SessionStatus {
    LIVE,
    /// 401: logged out, password changed, refresh token reused.
    ENDED,
    /// 403: the account was deactivated or deleted. Wins over an ended session.
    BARRED,
    /// 503: nobody can say.
    UNKNOWN
  }

  SessionStatus check(SessionId session, UserId account);

  /// The verdict where it is known without asking anybody, for an event loop; null where it is not.
  default @Nullable SessionStatus known(SessionId session, UserId account) {
    return null;
  }
}
