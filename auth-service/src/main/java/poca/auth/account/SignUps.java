package poca.auth.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.access.security.Caller;
import poca.auth.account.PendingAccounts.Completion;
import poca.auth.credential.HashTurn;
import poca.auth.credential.PasswordRules;
import poca.auth.credential.Passwords;
import poca.auth.limit.HourlyLimit;
import poca.auth.session.IssuedTokens;
import poca.contracts.UserId;
import poca.platform.IdSource;
import poca.platform.web.Refusal;

/// Signs up: one command that makes the account and its profile, or neither.
///
/// The account is stored as pending, the directory is told of the profile, the account becomes
/// active. A failure on the way frees the email at once; what the directory may have is removed by
/// the [SignUpSweeper], which also finds the sign-ups whose service died.
@Component
class SignUps {

  private static final Logger log = LoggerFactory.getLogger(SignUps.class);

  private static final HashTurn OF_ADMINS = HashTurn.known("admins");

  private final PendingAccounts pending;
  private final Profiles profiles;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final HourlyLimit hourlyLimit;
  private final SignUpSettings settings;
  private final IdSource ids;

  SignUps(
      PendingAccounts pending,
      Profiles profiles,
      PasswordRules rules,
      Passwords passwords,
      HourlyLimit hourlyLimit,
      SignUpSettings settings,
      IdSource ids) {
    this.pending = pending;
    this.profiles = profiles;
    this.rules = rules;
    this.passwords = passwords;
    this.hourlyLimit = hourlyLimit;
    this.settings = settings;
    this.ids = ids;
  }

  /// Somebody makes an account of their own. Failed ones count, too.
  ///
  /// @return the tokens of the new account's first session
  /// @throws Refusal 400 RES_002 if the email is taken, 422 for a password that may not be set, 429
  ///   after too many from this address within an hour, 503 if the directory cannot be reached
  IssuedTokens signUp(NewAccount wanted, String address) {
    count(address);
    return make(wanted, HashTurn.other(address), (id, hash) -> complete(id, wanted, hash, false));
  }

  /// The admin who comes in unasked because there is none yet.
  ///
  /// @throws Refusal as [#signUp(NewAccount, String)]; 401 if another one was faster
  IssuedTokens signUpFirstAdmin(NewAccount wanted, String address) {
    count(address);
    return make(wanted, HashTurn.other(address), (id, hash) -> complete(id, wanted, hash, true));
  }

  private void count(String address) {
    if (settings.perHour() > 0) {
      hourlyLimit
          .spend("sign-up", address, settings.perHour())
          .ifPresent(retryAfter -> {
            throw Refusal.tooMany(retryAfter);
          });
    }
  }

  /// An admin makes an account that is logged in at once. Admins may, however often.
  ///
  /// @throws Refusal as [#signUp(NewAccount, String)], but for the 429
  IssuedTokens signUpBy(Caller admin, NewAccount wanted) {
    var made = wanted.by(Actor.of(admin));
    return make(made, OF_ADMINS, (id, hash) -> complete(id, made, hash, false));
  }

  private IssuedTokens complete(UserId id, NewAccount wanted, String hash, boolean first) {
    return switch (pending.complete(id, wanted, hash, first)) {
      case Completion.Complete(var tokens) -> tokens;
      case Completion.GivenUp() -> throw Refusal.unavailable();
      case Completion.NotTheFirst() -> throw Refusal.notAuthenticated();
    };
  }

  /// Makes an account for somebody else: nobody is logged in by it.
  ///
  /// @throws Refusal as [#signUpBy(Caller, NewAccount)]
  UserId create(NewAccount wanted) {
    return make(
        wanted,
        OF_ADMINS,
        (id, hash) -> {
          if (!pending.completeWithoutSession(id, wanted, hash)) {
            throw Refusal.unavailable();
          }
          return id;
        });
  }

  @FunctionalInterface
  private interface LastStep<T> {
    T complete(UserId id, String hash);
  }

  private <T> T make(NewAccount wanted, HashTurn turn, LastStep<T> last) {
    rules.require("password", wanted.password());
    var id = new UserId(ids.next());
    if (!pending.open(id, wanted)) {
      throw Refusal.alreadyExists("Email already registered");
    }
    var hash = hash(id, wanted.password(), turn);
    try {
      profiles.put(id, wanted.role(), wanted.wholeProfile());
      return last.complete(id, hash);
    } catch (RuntimeException e) {
      giveUp(id);
      throw e;
    }
  }

  /// Until here the directory knows nothing, so nothing is left to take back.
  private String hash(UserId id, String password, HashTurn turn) {
    try {
      return passwords.hash(password, turn);
    } catch (RuntimeException e) {
      pending.discard(id);
      throw e;
    }
  }

  private void giveUp(UserId id) {
    try {
      pending.giveUp(id);
    } catch (RuntimeException e) {
      log.warn("sign-up {} is left to the sweeper: {}", id, e.toString());
    }
  }
}
