package poca.auth.enrol;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Candidate;
import poca.auth.account.Accounts.Held;
import poca.auth.factor.SecondFactors;
import poca.auth.limit.LoginLimits.Attempt;
import poca.auth.login.CodeAttempt;
import poca.auth.login.LoginAdmission;
import poca.auth.mail.AccountMail;
import poca.auth.mail.Mailer;
import poca.auth.session.Sessions;
import poca.contracts.AccessBasis;
import poca.contracts.UserId;
import poca.platform.web.Refusal;

/// What becomes of a second factor later: new recovery codes, its end by the holder or an admin.
@Component
class SecondFactorChanges {

  private final Accounts accounts;
  private final SecondFactors factors;
  private final CodeAttempt trial;
  private final LoginAdmission admission;
  private final Sessions sessions;
  private final Mailer mailer;
  private final Audit audit;

  SecondFactorChanges(
      Accounts accounts,
      SecondFactors factors,
      CodeAttempt trial,
      LoginAdmission admission,
      Sessions sessions,
      Mailer mailer,
      Audit audit) {
    this.accounts = accounts;
    this.factors = factors;
    this.trial = trial;
    this.admission = admission;
    this.sessions = sessions;
    this.mailer = mailer;
    this.audit = audit;
  }

  /// What a code comes to.
  ///
  /// @param <T> what a good one is good for
  sealed interface Outcome<T> {
    record Done<T>(T result) implements Outcome<T> {
      @Override
      public String toString() {
        return "Done";
      }
    }

    record WrongCode<T>() implements Outcome<T> {}

    /// Since it was compared, the password changed or the account went.
    record WrongPassword<T>() implements Outcome<T> {}

    record Barred<T>(Duration retryAfter) implements Outcome<T> {}
  }

  /// @param own whose password was right
  @Transactional
  public Outcome<List<String>> renewRecoveryCodes(Candidate own, String code, String address) {
    return tried(
        own,
        address,
        held -> factors.use(held.id(), code),
        held -> {
          audit.granted(
              own.actor(),
              AuditedAction.update(SecondFactors.RESOURCE, held.id().value()),
              AccessBasis.SELF);
          return factors.renewRecoveryCodes(held.id());
        });
  }

  /// @param own whose password was right
  @Transactional
  public Outcome<Boolean> remove(Candidate own, String code, String address) {
    return tried(
        own,
        address,
        held -> factors.useAny(held.id(), code),
        held -> {
          audit.granted(
              own.actor(),
              AuditedAction.delete(SecondFactors.RESOURCE, held.id().value()),
              AccessBasis.SELF);
          mailer.send(new AccountMail.SecondFactorRemoved(held.id(), false));
          return factors.remove(held.id());
        });
  }

  private <T> Outcome<T> tried(
      Candidate own, String address, Function<Held, Boolean> good, Function<Held, T> then) {
    var attempt = Attempt.of(own.email(), address);
    return switch (trial.open(attempt, own.id())) {
      case CodeAttempt.Permission.Barred(var retryAfter) -> new Outcome.Barred<>(retryAfter);
      case CodeAttempt.Permission.Gone() -> new Outcome.WrongPassword<>();
      case CodeAttempt.Permission.Open(var held) -> {
        if (!admission.stillHas(held.id(), own.hash())) {
          yield new Outcome.WrongPassword<>();
        }
        if (good.apply(held)) {
          yield new Outcome.Done<>(then.apply(held));
        }
        trial.failed(attempt, held.id());
        yield new Outcome.WrongCode<>();
      }
    };
  }

  /// Takes away the factor of somebody who lost it, with all sessions; an account without one stays
  /// as it is.
  ///
  /// @throws Refusal 404 for an unknown account, 400 for the own one
  @Transactional
  public void takeAway(Caller admin, UserId account) {
    var held = accounts.holdAnother(admin, account);
    if (factors.remove(account)) {
      sessions.endAll(account);
      mailer.send(new AccountMail.SecondFactorRemoved(account, true));
    }
    var auditedAction = AuditedAction.delete(SecondFactors.RESOURCE, account.value());
    audit.granted(Actor.of(admin), Accounts.whose(auditedAction, held.role()), AccessBasis.ADMIN);
  }
}
