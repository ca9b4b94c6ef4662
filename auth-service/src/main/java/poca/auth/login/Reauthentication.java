package poca.auth.login;

import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Candidate;
import poca.auth.credential.HashTurn;
import poca.auth.credential.Passwords;
import poca.auth.limit.LoginLimits;
import poca.auth.limit.LoginLimits.Attempt;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// Asks somebody who is logged in for the password once more, before what a stolen session must not
/// do. Wrong ones count as failed logins: whoever has a session has no more guesses than anybody.
@Component
public class Reauthentication {

  private final Accounts accounts;
  private final Passwords passwords;
  private final LoginLimits limits;
  private final Audit audit;

  Reauthentication(Accounts accounts, Passwords passwords, LoginLimits limits, Audit audit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.limits = limits;
    this.audit = audit;
  }

  /// @param deed what it is asked for, as the audit calls it
  /// @return whose password it is, and its hash as it was compared
  /// @throws Refusal 400 AUTH_001 if it is wrong, 429 AUTH_005 after too many wrong ones
  public Candidate require(
      Caller caller, String password, String address, AuditedAction auditedAction) {
    var own = accounts.candidate(caller.user()).orElseThrow(() -> wrong(caller, auditedAction));
    var attempt = Attempt.of(own.email(), address);
    limits
        .barred(attempt)
        .ifPresent(retryAfter -> {
          throw TooManyFailures.refusal(retryAfter);
        });
    if (!passwords.matches(password, own.hash(), HashTurn.known(address))) {
      var barred = limits.failed(attempt);
      throw barred.map(TooManyFailures::refusal).orElseGet(() -> wrong(caller, auditedAction));
    }
    return own;
  }

  /// Leaves its row in the audit.
  public Refusal wrong(Caller caller, AuditedAction auditedAction) {
    audit.refused(Actor.of(caller), auditedAction, ErrorCode.AUTH_001);
    return new Refusal(400, ErrorCode.AUTH_001, "Incorrect password");
  }
}
