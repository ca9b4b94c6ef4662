package poca.auth.login;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Standing;
import poca.auth.credential.HashTurn;
import poca.auth.credential.PasswordRules;
import poca.auth.credential.Passwords;
import poca.auth.limit.LoginLimits;
import poca.auth.limit.LoginLimits.Attempt;
import poca.auth.login.LoginAdmission.Outcome;
import poca.auth.session.IssuedTokens;
import poca.auth.session.Sessions;
import poca.auth.session.Sessions.Refreshing;
import poca.contracts.ErrorCode;
import poca.contracts.SessionId;
import poca.contracts.fact.AuditFact.Action;
import poca.platform.web.Refusal;

/// Lets people in: by password, or by the refresh token of a session that they have.
@Component
class Logins {

  private static final Duration SLOW = Duration.ofSeconds(2);

  private final Accounts accounts;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final LoginLimits limits;
  private final LoginAdmission admission;
  private final SecondFactorStep secondFactorStep;
  private final Reauthentication reauthentication;
  private final Sessions sessions;
  private final Audit audit;

  Logins(
      Accounts accounts,
      PasswordRules rules,
      Passwords passwords,
      LoginLimits limits,
      LoginAdmission admission,
      SecondFactorStep secondFactorStep,
      Reauthentication reauthentication,
      Sessions sessions,
      Audit audit) {
    this.accounts = accounts;
    this.rules = rules;
    this.passwords = passwords;
    this.limits = limits;
    this.admission = admission;
    this.secondFactorStep = secondFactorStep;
    this.reauthentication = reauthentication;
    this.sessions = sessions;
    this.audit = audit;
  }

  /// No answer and no cost tells whether there is such an account, before the password is right.
  /// Every password that is compared leaves one row in the audit, whomever it was for. Attempts
  /// that are barred unheard leave none: the failures that barred them are there, and a stranger
  /// could fill the chain for nothing.
  ///
  /// @throws Refusal 401 AUTH_001, 401 AUTH_006 with what the second step needs, 403 for a
  ///   deactivated account, 429 AUTH_005
  IssuedTokens login(String login, String password, String address) {
    var attempt = Attempt.of(login, address);
    limits.barred(attempt).ifPresent(Logins::refuse);
    var candidate = accounts.candidate(login);
    var known = candidate.isPresent() && limits.knows(candidate.get().id(), address);
    if (!known && limits.slowed(attempt)) {
      waitFor(SLOW);
    }
    var turn = HashTurn.login(known, address);
    if (candidate.isEmpty()) {
      passwords.compareWithNothing(password, turn);
      throw refused(Actor.UNKNOWN, null, failed(attempt));
    }
    var actor = candidate.get().actor();
    if (!passwords.matches(password, candidate.get().hash(), turn)) {
      throw refused(actor, null, failed(attempt));
    }
    return switch (admission.admit(attempt, candidate.get())) {
      case Outcome.Admitted(var tokens) -> tokens;
      case Outcome.HalfWay(var mfaToken, var enrol) ->
          throw refused(actor, null, secondFactorRequired(mfaToken, enrol));
      case Outcome.Deactivated() ->
          throw refused(actor, null, Refusal.notAllowed("Account is deactivated"));
      case Outcome.NoLongerRight() -> throw refused(actor, null, failed(attempt));
      case Outcome.Barred(var retryAfter) ->
          throw refused(actor, null, TooManyFailures.refusal(retryAfter));
    };
  }

  private static Refusal secondFactorRequired(String mfaToken, boolean enrol) {
    return secondFactorRequired(Map.of("mfa_token", mfaToken, "enrol", enrol));
  }

  private static Refusal secondFactorRequired(Map<String, ?> details) {
    return new Refusal(
        401,
        ErrorCode.AUTH_006,
        "Second factor required",
        details,
        Map.of("WWW-Authenticate", "Bearer"));
  }

  /// The second step: what the first one gave, and a code.
  ///
  /// @throws Refusal 401 AUTH_001, 429 AUTH_005
  IssuedTokens secondStep(String mfaToken, String code, String address) {
    return switch (secondFactorStep.take(mfaToken, code, address)) {
      case SecondFactorStep.Outcome.Admitted(var tokens) -> tokens;
      case SecondFactorStep.Outcome.NoSuchToken() -> throw wrongCode();
      case SecondFactorStep.Outcome.Wrong(var actor) -> throw refused(actor, null, wrongCode());
      case SecondFactorStep.Outcome.Barred(var retryAfter) ->
          throw TooManyFailures.refusal(retryAfter);
    };
  }

  private static Refusal wrongCode() {
    return Refusal.unauthenticated(ErrorCode.AUTH_001, "Incorrect code");
  }

  private Refusal refused(Actor actor, @Nullable SessionId session, Refusal refusal) {
    var id = session == null ? null : session.value();
    audit.refused(
        actor, new AuditedAction(Action.LOGIN, Sessions.RESOURCE, id, null), refusal.code());
    return refusal;
  }

  private Refusal failed(Attempt attempt) {
    return limits
        .failed(attempt)
        .map(TooManyFailures::refusal)
        .orElseGet(
            () -> Refusal.unauthenticated(ErrorCode.AUTH_001, "Incorrect email or password"));
  }

  private static void refuse(Duration retryAfter) {
    throw TooManyFailures.refusal(retryAfter);
  }

  private static void waitFor(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable();
    }
  }

  /// Renewing is no new login; a token of a session that is over, used again perhaps, is one
  /// refused.
  ///
  /// @throws Refusal 401 AUTH_003, 401 AUTH_006 as long as a factor is missing, 403 for a
  ///   deactivated or deleted account
  IssuedTokens refresh(String token) {
    return switch (sessions.refresh(token)) {
      case Refreshing.Refreshed(var tokens) -> tokens;
      case Refreshing.Over(var session, var account, var role) ->
          throw refused(
              Actor.of(account, role),
              session,
              accounts.standing(account) == Standing.ACTIVE
                  ? Refusal.unauthenticated(ErrorCode.AUTH_003, "Session has ended")
                  : Refusal.notAllowed("Account is deactivated"));
      case Refreshing.FactorMissing() -> throw secondFactorRequired(Map.of());
      case Refreshing.NotKnown() ->
          throw Refusal.unauthenticated(ErrorCode.AUTH_003, "Could not validate credentials");
    };
  }

  /// @throws Refusal 400 AUTH_001 if the old password is not right, 422 if the new one may not be
  ///   set, 429 AUTH_005 after too many wrong ones
  void changePassword(Caller caller, String old, String wanted, String address) {
    rules.require("new_password", wanted);
    var auditedAction = AuditedAction.update(LoginAdmission.PASSWORD, caller.user().value());
    var was = reauthentication.require(caller, old, address, auditedAction);
    var hash = passwords.hash(wanted, HashTurn.known(address));
    if (!admission.changePassword(caller, was.hash(), hash)) {
      throw reauthentication.wrong(caller, auditedAction);
    }
  }
}
