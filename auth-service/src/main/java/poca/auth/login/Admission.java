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
import poca.contracts.Ground;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact.Action;
import poca.platform.audit.Audit;
import poca.platform.audit.Deed;
import poca.platform.security.Caller;

/// What happens in one transaction after a password was found right.
@Component
class Admission {

  /// How the audit calls a password.
  static final String PASSWORD = "password";

  private final LoginLimits limits;
  private final Accounts accounts;
  private final Credentials credentials;
  private final Sessions sessions;
  private final Audit audit;

  Admission(
      LoginLimits limits,
      Accounts accounts,
      Credentials credentials,
      Sessions sessions,
      Audit audit) {
    this.limits = limits;
    this.accounts = accounts;
    this.credentials = credentials;
    this.sessions = sessions;
    this.audit = audit;
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
        var grant = sessions.begin(candidate.id(), held.get().role());
        audit.granted(
            candidate.actor(),
            new Deed(Action.LOGIN, Sessions.RESOURCE, grant.session().value(), null),
            Ground.CREDENTIALS);
        yield new Verdict.Admitted(grant);
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
  public boolean changePassword(Caller caller, String was, String hash) {
    var account = caller.user();
    if (accounts.hold(account).isEmpty() || !stillHas(account, was)) {
      return false;
    }
    credentials.set(account, hash);
    sessions.endAll(account);
    audit.granted(caller, Deed.update(PASSWORD, account.value()), Ground.SELF);
    return true;
  }
}
