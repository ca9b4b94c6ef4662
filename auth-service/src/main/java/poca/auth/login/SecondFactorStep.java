package poca.auth.login;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Actor;
import poca.auth.account.Accounts.Held;
import poca.auth.factor.MfaTokens;
import poca.auth.factor.SecondFactors;
import poca.auth.limit.LoginLimits.Attempt;
import poca.auth.session.IssuedTokens;

/// The second step of a login.
@Component
class SecondFactorStep {

  private final MfaTokens tokens;
  private final SecondFactors factors;
  private final CodeAttempt trial;
  private final LoginAdmission admission;

  SecondFactorStep(
      MfaTokens tokens, SecondFactors factors, CodeAttempt trial, LoginAdmission admission) {
    this.tokens = tokens;
    this.factors = factors;
    this.trial = trial;
    this.admission = admission;
  }

  sealed interface Outcome {
    record Admitted(IssuedTokens grant) implements Outcome {}

    record Wrong(Actor actor) implements Outcome {}

    /// Unknown, ended, for enrolling, or of an account that may not log in.
    record NoSuchToken() implements Outcome {}

    record Barred(Duration retryAfter) implements Outcome {}
  }

  @Transactional
  public Outcome take(String token, String code, String address) {
    var shown = tokens.find(token);
    if (shown.isEmpty() || shown.get().enrol()) {
      return new Outcome.NoSuchToken();
    }
    var attempt = new Attempt(shown.get().login(), address);
    return switch (trial.open(attempt, shown.get().account())) {
      case CodeAttempt.Permission.Open(var account) -> judged(token, code, attempt, account);
      case CodeAttempt.Permission.Barred(var retryAfter) -> new Outcome.Barred(retryAfter);
      case CodeAttempt.Permission.Gone() -> new Outcome.NoSuchToken();
    };
  }

  private Outcome judged(String token, String code, Attempt attempt, Held account) {
    if (tokens.find(token).isEmpty()) {
      return new Outcome.NoSuchToken(); // another one of its attempts was faster
    }
    if (!factors.useAny(account.id(), code)) {
      tokens.wrong(token);
      trial.failed(attempt, account.id());
      return new Outcome.Wrong(Actor.of(account.id(), account.role()));
    }
    tokens.spend(token);
    return new Outcome.Admitted(admission.enter(attempt, account));
  }
}
