package poca.auth.login;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Held;
import poca.auth.account.Accounts.Standing;
import poca.auth.factor.CodeLimits;
import poca.auth.limit.LoginLimits;
import poca.auth.limit.LoginLimits.Attempt;
import poca.contracts.UserId;

/// Decides whether a code may be tried: within the limits of its address and its account, one after
/// another. The transaction that tries it has to count a wrong one.
@Component
public class CodeAttempt {

  private final LoginLimits limits;
  private final Accounts accounts;
  private final CodeLimits codes;

  CodeAttempt(LoginLimits limits, Accounts accounts, CodeLimits codes) {
    this.limits = limits;
    this.accounts = accounts;
    this.codes = codes;
  }

  public sealed interface Permission {
    /// A code may be tried; the account is held and active.
    record Open(Held account) implements Permission {}

    record Barred(Duration retryAfter) implements Permission {}

    /// The account went, or is not active.
    record Gone() implements Permission {}
  }

  /// The address first, then the account, as at a login: nobody waits for each other.
  @Transactional(propagation = Propagation.MANDATORY)
  public Permission open(Attempt attempt, UserId account) {
    var barred = limits.holdAndLook(attempt);
    if (barred.isPresent()) {
      return new Permission.Barred(barred.get());
    }
    var held = accounts.hold(account).filter(found -> found.standing() == Standing.ACTIVE);
    if (held.isEmpty()) {
      return new Permission.Gone();
    }
    return codes
        .barred(account)
        .<Permission>map(Permission.Barred::new)
        .orElseGet(() -> new Permission.Open(held.get()));
  }

  /// Counts a wrong code.
  @Transactional(propagation = Propagation.MANDATORY)
  public void failed(Attempt attempt, UserId account) {
    codes.wrong(account);
    var _ = limits.failed(attempt);
  }
}
