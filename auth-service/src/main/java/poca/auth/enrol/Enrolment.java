package poca.auth.enrol;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Candidate;
import poca.auth.account.Accounts.Held;
import poca.auth.account.Accounts.Standing;
import poca.auth.factor.MfaTokens;
import poca.auth.factor.SecondFactors;
import poca.auth.factor.SecondFactors.Confirming;
import poca.auth.factor.SecondFactors.Offer;
import poca.auth.limit.LoginLimits.Attempt;
import poca.auth.login.CodeAttempt;
import poca.auth.login.LoginAdmission;
import poca.auth.mail.AccountMail;
import poca.auth.mail.Mailer;
import poca.auth.session.IssuedTokens;
import poca.contracts.AccessBasis;
import poca.contracts.Role;
import poca.contracts.UserId;

/// How an account comes to a second factor: a secret is offered, and counts when a first code shows
/// that an app has it.
@Component
class Enrolment {

  private final Accounts accounts;
  private final SecondFactors factors;
  private final MfaTokens mfaTokens;
  private final CodeAttempt trial;
  private final LoginAdmission admission;
  private final Mailer mailer;
  private final Audit audit;

  Enrolment(
      Accounts accounts,
      SecondFactors factors,
      MfaTokens mfaTokens,
      CodeAttempt trial,
      LoginAdmission admission,
      Mailer mailer,
      Audit audit) {
    this.accounts = accounts;
    this.factors = factors;
    this.mfaTokens = mfaTokens;
    this.trial = trial;
    this.admission = admission;
    this.mailer = mailer;
    this.audit = audit;
  }

  /// What asking for a secret comes to.
  sealed interface Beginning {
    record Offered(Offer offer) implements Beginning {}

    /// There is an active one.
    record HasOne() implements Beginning {}

    /// The password, or what stood in for a token, is worth nothing any more.
    record NotLetIn() implements Beginning {}
  }

  /// @param own whose password was right
  @Transactional
  public Beginning begin(Candidate own) {
    return accounts
        .hold(own.id())
        .filter(held -> admission.stillHas(held.id(), own.hash()))
        .<Beginning>map(held -> offer(held, own.email()))
        .orElseGet(Beginning.NotLetIn::new);
  }

  @Transactional
  public Beginning begin(String mfaToken) {
    return held(mfaToken)
        .flatMap(held -> accounts.candidate(held.id()).map(own -> offer(held, own.email())))
        .orElseGet(Beginning.NotLetIn::new);
  }

  private Beginning offer(Held account, String name) {
    var offer = factors.offer(account.id(), name);
    offer.ifPresent(_ ->
        audit.granted(
            actor(account),
            AuditedAction.create(SecondFactors.RESOURCE, account.id().value()),
            AccessBasis.SELF));
    return offer.<Beginning>map(Beginning.Offered::new).orElseGet(Beginning.HasOne::new);
  }

  /// The account of a token that is good for enrolling.
  private Optional<Held> held(String mfaToken) {
    return mfaTokens
        .find(mfaToken)
        .filter(MfaTokens.Pending::enrol)
        .flatMap(pending -> accounts.hold(pending.account()))
        .filter(held -> held.standing() == Standing.ACTIVE && mfaTokens.find(mfaToken).isPresent());
  }

  /// What a first code comes to.
  sealed interface Outcome {
    /// @param grant of the login that waited for it, if one did
    record Confirmed(List<String> recoveryCodes, @Nullable IssuedTokens grant) implements Outcome {
      @Override
      public String toString() {
        return "Confirmed";
      }
    }

    record NothingToConfirm() implements Outcome {}

    record NotLetIn() implements Outcome {}

    record Wrong(UserId account, Role role) implements Outcome {}

    record Barred(Duration retryAfter) implements Outcome {}
  }

  /// @param own the caller's account
  @Transactional
  public Outcome confirm(Candidate own, String code, String address) {
    return confirm(own.id(), code, Attempt.of(own.email(), address), null);
  }

  @Transactional
  public Outcome confirm(String mfaToken, String code, String address) {
    return mfaTokens
        .find(mfaToken)
        .filter(MfaTokens.Pending::enrol)
        .map(pending ->
            confirm(pending.account(), code, new Attempt(pending.login(), address), mfaToken))
        .orElseGet(Outcome.NotLetIn::new);
  }

  private Outcome confirm(UserId account, String code, Attempt attempt, @Nullable String mfaToken) {
    return switch (trial.open(attempt, account)) {
      case CodeAttempt.Permission.Open(var held) ->
          mfaToken == null || mfaTokens.find(mfaToken).isPresent()
              ? judged(held, code, attempt, mfaToken)
              : new Outcome.NotLetIn();
      case CodeAttempt.Permission.Barred(var retryAfter) -> new Outcome.Barred(retryAfter);
      case CodeAttempt.Permission.Gone() -> new Outcome.NotLetIn();
    };
  }

  private Outcome judged(Held account, String code, Attempt attempt, @Nullable String mfaToken) {
    return switch (factors.confirm(account.id(), code)) {
      case Confirming.Confirmed(var recoveryCodes) ->
          new Outcome.Confirmed(recoveryCodes, confirmed(account, attempt, mfaToken));
      case Confirming.NothingToConfirm() -> new Outcome.NothingToConfirm();
      case Confirming.Wrong() -> {
        if (mfaToken != null) {
          mfaTokens.wrong(mfaToken);
        }
        trial.failed(attempt, account.id());
        yield new Outcome.Wrong(account.id(), account.role());
      }
    };
  }

  private @Nullable IssuedTokens confirmed(
      Held account, Attempt attempt, @Nullable String mfaToken) {
    audit.granted(
        actor(account),
        AuditedAction.update(SecondFactors.RESOURCE, account.id().value()),
        AccessBasis.SELF);
    mailer.send(new AccountMail.SecondFactorSet(account.id()));
    if (mfaToken == null) {
      return null;
    }
    mfaTokens.spend(mfaToken);
    return admission.enter(attempt, account);
  }

  private static Actor actor(Held account) {
    return Actor.of(account.id(), account.role());
  }
}
