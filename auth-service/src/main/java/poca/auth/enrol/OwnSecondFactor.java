package poca.auth.enrol;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.Deed;
import poca.access.security.Caller;
import poca.auth.account.Accounts;
import poca.auth.account.Accounts.Candidate;
import poca.auth.factor.SecondFactors;
import poca.auth.login.OwnPassword;
import poca.auth.login.TooManyFailures;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// What somebody does with the own second factor: the password first, which is compared outside of
/// any transaction, then what it is for.
@Component
class OwnSecondFactor {

  private final OwnPassword password;
  private final Accounts accounts;
  private final SecondFactors factors;
  private final Enrolment enrolment;
  private final Upkeep upkeep;
  private final Audit audit;

  OwnSecondFactor(
      OwnPassword password,
      Accounts accounts,
      SecondFactors factors,
      Enrolment enrolment,
      Upkeep upkeep,
      Audit audit) {
    this.password = password;
    this.accounts = accounts;
    this.factors = factors;
    this.enrolment = enrolment;
    this.upkeep = upkeep;
    this.audit = audit;
  }

  /// @throws Refusal 400 AUTH_001 for a wrong password, 400 RES_002 if one is active, 429 AUTH_005
  SecondFactors.Offer begin(Caller caller, String sent, String address) {
    var deed = Deed.create(SecondFactors.RESOURCE, caller.user().value());
    var own = password.require(caller, sent, address, deed);
    return offered(enrolment.begin(own)).orElseThrow(() -> password.wrong(caller, deed));
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
              Actor.of(account, role), Deed.update(SecondFactors.RESOURCE, account.value()));
    };
  }

  /// @throws Refusal 400 AUTH_001 for a wrong password or code, 429 AUTH_005
  List<String> renewRecoveryCodes(Caller caller, String sent, String code, String address) {
    var deed = Deed.update(SecondFactors.RESOURCE, caller.user().value());
    var own = password.require(caller, sent, address, deed);
    return done(upkeep.renewRecoveryCodes(own, code, address), caller, deed);
  }

  /// @throws Refusal as [#renewRecoveryCodes], and 400 BIZ_001 if the role must have one
  void remove(Caller caller, String sent, String code, String address) {
    if (factors.isRequiredOf(caller.role())) {
      throw Refusal.breaksRule("A second factor is required");
    }
    var deed = Deed.delete(SecondFactors.RESOURCE, caller.user().value());
    var own = password.require(caller, sent, address, deed);
    var _ = done(upkeep.remove(own, code, address), caller, deed);
  }

  private <T> T done(Upkeep.Outcome<T> outcome, Caller caller, Deed deed) {
    return switch (outcome) {
      case Upkeep.Outcome.Done<T>(var result) -> result;
      case Upkeep.Outcome.WrongCode<T>() -> throw wrongCode(Actor.of(caller), deed);
      case Upkeep.Outcome.WrongPassword<T>() -> throw password.wrong(caller, deed);
      case Upkeep.Outcome.Barred<T>(var retryAfter) -> throw TooManyFailures.refusal(retryAfter);
    };
  }

  private Candidate account(Caller caller) {
    return accounts.candidate(caller.user()).orElseThrow(OwnSecondFactor::notLetIn);
  }

  private Refusal wrongCode(Actor actor, Deed deed) {
    audit.refused(actor, deed, ErrorCode.AUTH_001);
    return new Refusal(400, ErrorCode.AUTH_001, "Incorrect code");
  }

  private static Refusal notLetIn() {
    return Refusal.unauthenticated(ErrorCode.AUTH_003, "Could not validate credentials");
  }
}
