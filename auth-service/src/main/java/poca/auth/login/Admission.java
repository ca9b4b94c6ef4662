package poca.auth.login;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.Deed;
import poca.access.security.Caller;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Candidate;
import poca.auth.account.Accounts.Held;
import poca.auth.credential.Credentials;
import poca.auth.factor.MfaTokens;
import poca.auth.factor.SecondFactors;
import poca.auth.limit.LoginLimits;
import poca.auth.limit.LoginLimits.Attempt;
import poca.auth.mail.Letter;
import poca.auth.mail.Post;
import poca.auth.session.Grant;
import poca.auth.session.Sessions;
import poca.contracts.Ground;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact.Action;

/// Decides in one transaction what a right password leads to: a session, a second step, or a
/// refusal.
@Component
public class Admission {

  /// How the audit calls a password.
  public static final String PASSWORD = "password";

  private final LoginLimits limits;
  private final Accounts accounts;
  private final Credentials credentials;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final MfaTokens mfaTokens;
  private final Post post;
  private final Audit audit;

  Admission(
      LoginLimits limits,
      Accounts accounts,
      Credentials credentials,
      Sessions sessions,
      SecondFactors factors,
      MfaTokens mfaTokens,
      Post post,
      Audit audit) {
    this.limits = limits;
    this.accounts = accounts;
    this.credentials = credentials;
    this.sessions = sessions;
    this.factors = factors;
    this.mfaTokens = mfaTokens;
    this.post = post;
    this.audit = audit;
  }

  /// What a login with the right password comes to.
  sealed interface Verdict {
    record Admitted(Grant grant) implements Verdict {}

    /// A second step is due: with a code, or, if there is no second factor yet, by getting one.
    record HalfWay(String mfaToken, boolean enrol) implements Verdict {
      @Override
      public String toString() {
        return "HalfWay";
      }
    }

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
        var has = factors.has(candidate.id());
        yield has || factors.isRequiredOf(candidate.role())
            ? new Verdict.HalfWay(mfaTokens.make(candidate.id(), attempt.login(), !has), !has)
            : new Verdict.Admitted(enter(attempt, held.get()));
      }
      case DEACTIVATED -> new Verdict.Deactivated();
      case DELETED, UNKNOWN -> new Verdict.NoLongerRight();
    };
  }

  /// Completes a login to an account that the transaction holds.
  @Transactional(propagation = Propagation.MANDATORY)
  public Grant enter(Attempt attempt, Held account) {
    limits.succeeded(attempt, account.id());
    var grant = sessions.begin(account.id(), account.role());
    audit.granted(
        Actor.of(account.id(), account.role()),
        new Deed(Action.LOGIN, Sessions.RESOURCE, grant.session().value(), null),
        Ground.CREDENTIALS);
    return grant;
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
    post.take(new Letter.PasswordChanged(account));
    audit.granted(caller, Deed.update(PASSWORD, account.value()), Ground.SELF);
    return true;
  }
}
