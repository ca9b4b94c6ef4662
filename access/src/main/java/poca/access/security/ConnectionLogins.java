package poca.access.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import poca.access.session.SessionCheck;
import poca.access.session.SessionClosed;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// Says whether the login by which a connection was opened still stands: its token was looked at
/// once, at the handshake, and token and session may end while the connection lives.
public final class ConnectionLogins {

  private final Callers callers;
  private final TokenVerifier tokenVerifier;
  private final SessionCheck sessions;
  private final Clock clock;

  ConnectionLogins(
      Callers callers, TokenVerifier tokenVerifier, SessionCheck sessions, Clock clock) {
    this.callers = callers;
    this.tokenVerifier = tokenVerifier;
    this.sessions = sessions;
    this.clock = clock;
  }

  /// @param until when the token ends
  public record Login(Caller caller, Instant until) {

    /// Whether it may have ended with this session or account.
    public boolean isConcernedBy(SessionClosed over) {
      return caller.user().equals(over.account())
          && (over.session() == null || caller.session().equals(over.session()));
    }
  }

  /// The login of a handshake, with the entity header applied.
  ///
  /// @throws Refusal as [Callers#ofHandshake]
  public Login ofHandshake(HttpServletRequest request) {
    return of(callers.ofHandshake(request));
  }

  /// The login of a request whose answer goes on for long.
  public Login of(Caller caller) {
    return new Login(caller, tokenVerifier.access(caller.token()).expiresAt());
  }

  /// It may ask over the network.
  ///
  /// @throws Refusal 401 if it has ended or the account was barred, 503 if nobody can say
  public void review(Login login) {
    if (!clock.instant().isBefore(login.until())) {
      throw Refusal.unauthenticated(ErrorCode.AUTH_002, "Token has expired");
    }
    var caller = login.caller();
    switch (sessions.check(caller.session(), caller.user())) {
      case LIVE -> {}
      case ENDED, BARRED -> throw Refusal.unauthenticated(ErrorCode.AUTH_003, "Session has ended");
      case UNKNOWN -> throw Refusal.unavailable();
    }
  }
}
