package poca.auth.recovery;

import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.Deed;
import poca.auth.credential.PasswordLinks;
import poca.auth.credential.PasswordRules;
import poca.auth.credential.Passwords;
import poca.auth.limit.Counts;
import poca.auth.login.Admission;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// Lets whoever has a link set a new password.
@Component
class NewPasswords {

  static final int CALLS_OF_AN_ADDRESS = 20;

  private final PasswordLinks links;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final Counts counts;
  private final WaysBack waysBack;
  private final Audit audit;

  NewPasswords(
      PasswordLinks links,
      PasswordRules rules,
      Passwords passwords,
      Counts counts,
      WaysBack waysBack,
      Audit audit) {
    this.links = links;
    this.rules = rules;
    this.passwords = passwords;
    this.counts = counts;
    this.waysBack = waysBack;
    this.audit = audit;
  }

  /// A password that may not be set leaves the token good; it is not even looked at then.
  ///
  /// @throws Refusal 400 AUTH_001 for a token that is worth nothing, 422 for a password that may
  ///   not be set, 429 after twenty calls from an address within an hour
  void set(String token, String wanted, String address) {
    counts
        .spend("forgot-password/complete", address, CALLS_OF_AN_ADDRESS)
        .ifPresent(retryAfter -> {
          throw Refusal.tooMany(retryAfter);
        });
    rules.require("new_password", wanted);
    var account = links.find(token).orElseThrow(this::worthNothing);
    if (!waysBack.complete(account, token, passwords.hash(wanted))) {
      throw worthNothing();
    }
  }

  private Refusal worthNothing() {
    audit.refused(Actor.UNKNOWN, Deed.update(Admission.PASSWORD, null), ErrorCode.AUTH_001);
    return new Refusal(400, ErrorCode.AUTH_001, "The link is not good any more");
  }
}
