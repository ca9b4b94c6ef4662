package poca.auth.enrol;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Candidate;
import poca.auth.factor.SecondFactors;
import poca.auth.login.Reauthentication;
import poca.auth.login.TooManyFailures;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// What somebody does with the own second factor: the password first, which is compared outside of
/// any transaction, then what it is for.
@Component
class OwnSecondFactor {

  private final Reauthentication password;
  private final Accounts accounts;
  private final SecondFactors factors;
  private final Enrolment enrolment;
  private final SecondFactorChanges secondFactorChanges;
  private final Audit audit;

  OwnSecondFactor(
      Reauthentication password,
      Accounts accounts,
      SecondFactors factors,
      Enrolment enrolment,
      SecondFactorChanges secondFactorChanges,
      Audit audit) {
    this.password = password;
    this.accounts = accounts;
    this.factors = factors;
    this.enrolment = enrolment;
    this.secondFactorChanges = secondFactorChanges;
    this.audit = audit;
  }

  /// @throws Refusal 400 AUTH_001 for a wrong password, 400 RES_002 if one is active, 429 AUTH_005
  SecondFactors.Offer begin(Caller caller, String sent, String address) {
    var auditedAction = AuditedAction.create(SecondFactors.RESOURCE, caller.user().value());
    var own = password.require(caller, sent, address, auditedAction);
    return offered(enrolment.begin(own)).orElseThrow(() -> password.wrong(caller, auditedAction));
  }

  /// @throws Refusal 401 if the stand-in is worth nothing, 400 RES_002 if one is active
  SecondFactors.Offer begin(String mfaToken) {
    return offered(enrolment.begin(mfaToken)).orElseThrow(OwnSecondFactor::notLetIn);
  }

  private static Optional<SecondFactors.Offer> offered(Enrolment.Beginning beginning) {
    return switch (beginning) {
      case Enrolment.Beginning.Offered(var offer) -> Optional.of(offer);
      case Enrolment.Beginning.HasOne() ->
          throw Refusal.alreadyExists("A second factor is active already");
      case Enrolment.Beginning.NotLetIn() -> Optional.empty();
    };
  }

  /// @throws Refusal 400 AUTH_001 for a wrong code, 400 BIZ_002 if nothing waits for one, 429
  ///   AUTH_005
  Enrolment.Outcome.Confirmed confirm(Caller caller, String code, String address) {
    return confirmed(enrolment.confirm(account(caller), code, address));
  }

  /// @throws Refusal as the other one, and 401 if the stand-in is worth nothing
  Enrolment.Outcome.Confirmed confirm(String mfaToken, String code, String address) {
    return confirmed(enrolment.confirm(mfaToken, code, address));
  }

  private Enrolment.Outcome.Confirmed confirmed(Enrolment.Outcome outcome) {
    return switch (outcome) {
      case Enrolment.Outcome.Confirmed confirmed -> confirmed;
      case Enrolment.Outcome.NothingToConfirm() ->
          throw Refusal.wrongState(400, "There is no second factor to confirm");
      case Enrolment.Outcome.NotLetIn() -> throw notLetIn();
      case Enrolment.Outcome.Barred(var retryAfter) -> throw TooManyFailures.refusal(retryAfter);
      case Enrolment.Outcome.Wrong(var account, var role) ->
          throw wrongCode(
              Actor.of(account, role),
              AuditedAction.update(SecondFactors.RESOURCE, account.value()));
    };
  }

  /// @throws Refusal 400 AUTH_001 for a wrong password or code, 429 AUTH_005
  List<String> renewRecoveryCodes(Caller caller, String sent, String code, String address) {
    var auditedAction = AuditedAction.update(SecondFactors.RESOURCE, caller.user().value());
    var own = password.require(caller, sent, address, auditedAction);
    return done(secondFactorChanges.renewRecoveryCodes(own, code, address), caller, auditedAction);
  }

  /// @throws Refusal as [#renewRecoveryCodes], and 400 BIZ_001 if the role must have one
  void remove(Caller caller, String sent, String code, String address) {
    if (factors.isRequiredOf(caller.role())) {
      throw Refusal.breaksRule("A second factor is required");
    }
    var auditedAction = AuditedAction.delete(SecondFactors.RESOURCE, caller.user().value());
    var own = password.require(caller, sent, address, auditedAction);
    var _ = done(secondFactorChanges.remove(own, code, address), caller, auditedAction);
  }

  private <T> T done(
      SecondFactorChanges.Outcome<T> outcome, Caller caller, AuditedAction auditedAction) {
    return switch (outcome) {
      case SecondFactorChanges.Outcome.Done<T>(var result) -> result;
      case SecondFactorChanges.Outcome.WrongCode<T>() ->
          throw wrongCode(Actor.of(caller), auditedAction);
      case SecondFactorChanges.Outcome.WrongPassword<T>() ->
          throw password.wrong(caller, auditedAction);
      case SecondFactorChanges.Outcome.Barred<T>(var retryAfter) ->
          throw TooManyFailures.refusal(retryAfter);
    };
  }

  private Candidate account(Caller caller) {
    return accounts.candidate(caller.user()).orElseThrow(OwnSecondFactor::notLetIn);
  }

  private Refusal wrongCode(Actor actor, AuditedAction auditedAction) {
    audit.refused(actor, auditedAction, ErrorCode.AUTH_001);
    return new Refusal(400, ErrorCode.AUTH_001, "Incorrect code");
  }

  private static Refusal notLetIn() {
    return Refusal.unauthenticated(ErrorCode.AUTH_003, "Could not validate credentials");
  }
}
