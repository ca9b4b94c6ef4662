package poca.auth.login;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Candidate;
import poca.auth.account.Accounts.Held;
import poca.auth.credential.Credentials;
import poca.auth.factor.MfaTokens;
import poca.auth.factor.SecondFactors;
import poca.auth.limit.LoginLimits;
import poca.auth.limit.LoginLimits.Attempt;
import poca.auth.mail.AccountMail;
import poca.auth.mail.Mailer;
import poca.auth.session.IssuedTokens;
import poca.auth.session.Sessions;
import poca.contracts.AccessBasis;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact.Action;

/// Decides in one transaction what a right password leads to: a session, a second step, or a
/// refusal.
@Component
public class LoginAdmission {

  /// How the audit calls a password.
  public static final String PASSWORD = "password";

  private final LoginLimits limits;
  private final Accounts accounts;
  private final Credentials credentials;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final MfaTokens mfaTokens;
  private final Mailer mailer;
  private final Audit audit;

  LoginAdmission(
      LoginLimits limits,
      Accounts accounts,
      Credentials credentials,
      Sessions sessions,
      SecondFactors factors,
      MfaTokens mfaTokens,
      Mailer mailer,
      Audit audit) {
    this.limits = limits;
    this.accounts = accounts;
    this.credentials = credentials;
    this.sessions = sessions;
    this.factors = factors;
    this.mfaTokens = mfaTokens;
    this.mailer = mailer;
    this.audit = audit;
  }

  /// What a login with the right password comes to.
  sealed interface Outcome {
    record Admitted(IssuedTokens grant) implements Outcome {}

    /// A second step is due: with a code, or, if there is no second factor yet, by getting one.
    record HalfWay(String mfaToken, boolean enrol) implements Outcome {
      @Override
      public String toString() {
        return "HalfWay";
      }
    }

    record Deactivated() implements Outcome {}

    /// While the password was compared, the account went or the password changed.
    record NoLongerRight() implements Outcome {}

    /// While the password was compared, too many other attempts failed.
    record Barred(Duration retryAfter) implements Outcome {}
  }

  @Transactional
  public Outcome admit(Attempt attempt, Candidate candidate) {
    var barred = limits.holdAndLook(attempt);
    if (barred.isPresent()) {
      return new Outcome.Barred(barred.get());
    }
    var held = accounts.hold(candidate.id());
    if (held.isEmpty() || !stillHas(candidate.id(), candidate.hash())) {
      return new Outcome.NoLongerRight();
    }
    return switch (held.get().standing()) {
      case ACTIVE -> {
        var has = factors.has(candidate.id());
        yield has || factors.isRequiredOf(candidate.role())
            ? new Outcome.HalfWay(mfaTokens.make(candidate.id(), attempt.login(), !has), !has)
            : new Outcome.Admitted(enter(attempt, held.get()));
      }
      case DEACTIVATED -> new Outcome.Deactivated();
      case DELETED, UNKNOWN -> new Outcome.NoLongerRight();
    };
  }

  /// Completes a login to an account that the transaction holds.
  @Transactional(propagation = Propagation.MANDATORY)
  public IssuedTokens enter(Attempt attempt, Held account) {
    limits.succeeded(attempt, account.id());
    var tokens = sessions.begin(account.id(), account.role());
    audit.granted(
        Actor.of(account.id(), account.role()),
        new AuditedAction(Action.LOGIN, Sessions.RESOURCE, tokens.session().value(), null),
        AccessBasis.CREDENTIALS);
    return tokens;
  }

  /// Whether that is still the account's password.
  public boolean stillHas(UserId account, String hash) {
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
    mailer.send(new AccountMail.PasswordChanged(account));
    audit.granted(caller, AuditedAction.update(PASSWORD, account.value()), AccessBasis.SELF);
    return true;
  }
}
