package poca.auth.enrol;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.Deed;
import poca.access.security.Caller;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Candidate;
import poca.auth.account.Accounts.Held;
import poca.auth.factor.SecondFactors;
import poca.auth.limit.LoginLimits.Attempt;
import poca.auth.login.Admission;
import poca.auth.login.CodeTrial;
import poca.auth.mail.Letter;
import poca.auth.mail.Post;
import poca.auth.session.Sessions;
import poca.contracts.Ground;
import poca.contracts.UserId;
import poca.platform.web.Refusal;

/// What becomes of a second factor later: new recovery codes, its end by the holder or an admin.
@Component
class Upkeep {

  private final Accounts accounts;
  private final SecondFactors factors;
  private final CodeTrial trial;
  private final Admission admission;
  private final Sessions sessions;
  private final Post post;
  private final Audit audit;

  Upkeep(
      Accounts accounts,
      SecondFactors factors,
      CodeTrial trial,
      Admission admission,
      Sessions sessions,
      Post post,
      Audit audit) {
    this.accounts = accounts;
    this.factors = factors;
    this.trial = trial;
    this.admission = admission;
    this.sessions = sessions;
    this.post = post;
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
              own.actor(), Deed.update(SecondFactors.RESOURCE, held.id().value()), Ground.SELF);
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
              own.actor(), Deed.delete(SecondFactors.RESOURCE, held.id().value()), Ground.SELF);
          post.take(new Letter.SecondFactorRemoved(held.id(), false));
          return factors.remove(held.id());
        });
  }

  private <T> Outcome<T> tried(
      Candidate own, String address, Function<Held, Boolean> good, Function<Held, T> then) {
    var attempt = Attempt.of(own.email(), address);
    return switch (trial.open(attempt, own.id())) {
      case CodeTrial.Way.Barred(var retryAfter) -> new Outcome.Barred<>(retryAfter);
      case CodeTrial.Way.Gone() -> new Outcome.WrongPassword<>();
      case CodeTrial.Way.Open(var held) -> {
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
      post.take(new Letter.SecondFactorRemoved(account, true));
    }
    var deed = Deed.delete(SecondFactors.RESOURCE, account.value());
    audit.granted(Actor.of(admin), Accounts.whose(deed, held.role()), Ground.ADMIN);
  }
}
