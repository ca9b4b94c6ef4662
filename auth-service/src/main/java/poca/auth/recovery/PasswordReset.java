package poca.auth.recovery;

import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.auth.credential.HashTurn;
import poca.auth.credential.PasswordLinks;
import poca.auth.credential.PasswordRules;
import poca.auth.credential.Passwords;
import poca.auth.limit.HourlyLimit;
import poca.auth.login.LoginAdmission;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// Lets whoever has a link set a new password.
@Component
class PasswordReset {

  static final int CALLS_OF_AN_ADDRESS = 20;

  private final PasswordLinks links;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final HourlyLimit hourlyLimit;
  private final PasswordResetLinks passwordResetLinks;
  private final Audit audit;

  PasswordReset(
      PasswordLinks links,
      PasswordRules rules,
      Passwords passwords,
      HourlyLimit hourlyLimit,
      PasswordResetLinks passwordResetLinks,
      Audit audit) {
    this.links = links;
    this.rules = rules;
    this.passwords = passwords;
    this.hourlyLimit = hourlyLimit;
    this.passwordResetLinks = passwordResetLinks;
    this.audit = audit;
  }

  /// A password that may not be set leaves the token good; it is not even looked at then.
  ///
  /// @throws Refusal 400 AUTH_001 for a token that is worth nothing, 422 for a password that may
  ///   not be set, 429 after twenty calls from an address within an hour
  void set(String token, String wanted, String address) {
    hourlyLimit
        .spend("forgot-password/complete", address, CALLS_OF_AN_ADDRESS)
        .ifPresent(retryAfter -> {
          throw Refusal.tooMany(retryAfter);
        });
    rules.require("new_password", wanted);
    var account = links.find(token).orElseThrow(this::worthNothing);
    if (!passwordResetLinks.complete(
        account, token, passwords.hash(wanted, HashTurn.other(address)))) {
      throw worthNothing();
    }
  }

  private Refusal worthNothing() {
    audit.refused(
        Actor.UNKNOWN, AuditedAction.update(LoginAdmission.PASSWORD, null), ErrorCode.AUTH_001);
    return new Refusal(400, ErrorCode.AUTH_001, "The link is not good any more");
  }
}
