package poca.auth.login;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Candidate;
import poca.auth.credential.Credentials;
import poca.auth.login.LoginLimits.Attempt;
import poca.auth.session.Grant;
import poca.auth.session.Sessions;
import poca.contracts.UserId;

/// What happens in one transaction after a password was found right.
@Component
class Admission {

  private final LoginLimits limits;
  private final Accounts accounts;
  private final Credentials credentials;
  private final Sessions sessions;

  Admission(LoginLimits limits, Accounts accounts, Credentials credentials, Sessions sessions) {
    this.limits = limits;
    this.accounts = accounts;
    this.credentials = credentials;
    this.sessions = sessions;
  }

  /// What a login with the right password comes to.
  sealed interface Verdict {
    record Admitted(Grant grant) implements Verdict {}

    record Deactivated() implements Verdict {}

    /// While the password was compared, the account went or the password changed.
    record NoLongerRight() implements Verdict {}

    /// While the password was compared, too many other attempts failed.
    record Barred(Duration retryAfter) implements Verdict {}
  }

  @Transactional
  public Verdict admit(Attempt attempt, Candidate candidate) {
    var barred = limits.holdAndLook(attempt);
    if (barred.isPresent()) {
      return new Verdict.Barred(barred.get());
    }
    var held = accounts.hold(candidate.id());
    if (held.isEmpty() || !stillHas(candidate.id(), candidate.hash())) {
      return new Verdict.NoLongerRight();
    }
    return switch (held.get().standing()) {
      case ACTIVE -> {
        limits.succeeded(attempt, candidate.id());
        yield new Verdict.Admitted(sessions.begin(candidate.id(), held.get().role()));
      }
      case DEACTIVATED -> new Verdict.Deactivated();
      case DELETED, UNKNOWN -> new Verdict.NoLongerRight();
    };
  }

  private boolean stillHas(UserId account, String hash) {
    return credentials.hashOf(account).filter(hash::equals).isPresent();
  }

  /// Sets a new password, which ends all sessions.
  ///
  /// @param was the hash of the old one, as it was compared
  /// @return false if it changed meanwhile
  @Transactional
  public boolean changePassword(UserId account, String was, String hash) {
    if (accounts.hold(account).isEmpty() || !stillHas(account, was)) {
      return false;
    }
    credentials.set(account, hash);
    sessions.endAll(account);
    return true;
  }
}
