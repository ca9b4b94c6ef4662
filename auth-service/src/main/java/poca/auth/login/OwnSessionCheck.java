package poca.auth.login;

import org.springframework.stereotype.Component;
import poca.access.session.SessionCheck;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Standing;
import poca.auth.session.Sessions;
import poca.contracts.ErrorCode;
import poca.contracts.SessionId;
import poca.contracts.UserId;
import poca.platform.web.Refusal;

/// Here sessions are not heard of but known.
@Component
class OwnSessionCheck implements SessionCheck {

  private final Accounts accounts;
  private final Sessions sessions;

  OwnSessionCheck(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /// @throws Refusal 401 for an account that never was
  @Override
  public SessionStatus check(SessionId session, UserId account) {
    var standing = accounts.standing(account);
    if (standing == Standing.UNKNOWN) {
      throw Refusal.unauthenticated(ErrorCode.AUTH_003, "Could not validate credentials");
    }
    return verdict(session, account, standing);
  }

  SessionStatus verdict(SessionId session, UserId account) {
    return verdict(session, account, accounts.standing(account));
  }

  private SessionStatus verdict(SessionId session, UserId account, Standing standing) {
    return switch (standing) {
      case ACTIVE -> sessions.live(session, account) ? SessionStatus.LIVE : SessionStatus.ENDED;
      case DEACTIVATED, DELETED -> SessionStatus.BARRED;
      case UNKNOWN -> SessionStatus.ENDED;
    };
  }
}
