package poca.access.security;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.web.Refusal;

/// Decides on what basis a caller is let. Each role that may ever be let has a line of its own,
/// with the basis and what must hold; only the lines of the caller's role are asked, up to the
/// first that holds. An admin is let as one. A role without a line is refused.
///
/// ```java
/// AccessDecision.about(caller)
///     .doctor(TREATS, doctor -> careTeam.treats(doctor, patient))
///     .patient(RELATED, account -> careTeam.related(account, patient))
///     .orRefuse();
/// ```
public final class AccessDecision {

  private final Caller caller;
  private final @Nullable AccessBasis basis;

  private AccessDecision(Caller caller, @Nullable AccessBasis basis) {
    this.caller = caller;
    this.basis = basis;
  }

  public static AccessDecision about(Caller caller) {
    return new AccessDecision(caller, caller.is(Role.ADMIN) ? AccessBasis.ADMIN : null);
  }

  /// A doctor for whom this holds is let.
  public AccessDecision doctor(AccessBasis basis, Predicate<DoctorId> holds) {
    return asks(Role.DOCTOR) && holds.test(caller.asDoctor()) ? letOn(basis) : this;
  }

  /// A patient account for which this holds is let.
  public AccessDecision patient(AccessBasis basis, Predicate<UserId> holds) {
    return asks(Role.PATIENT) && holds.test(caller.user()) ? letOn(basis) : this;
  }

  /// A hospital account for which this holds is let.
  public AccessDecision hospital(AccessBasis basis, Predicate<UserId> holds) {
    return asks(Role.HOSPITAL) && holds.test(caller.user()) ? letOn(basis) : this;
  }

  private boolean asks(Role role) {
    return basis == null && caller.is(role);
  }

  private AccessDecision letOn(AccessBasis basis) {
    return new AccessDecision(caller, basis);
  }

  public boolean isLet() {
    return basis != null;
  }

  /// Why the caller is let; empty if it is not.
  public Optional<AccessBasis> basis() {
    return Optional.ofNullable(basis);
  }

  /// Why the caller is let.
  ///
  /// @throws Refusal 403 if it is not
  public AccessBasis orRefuse() {
    if (basis == null) {
      throw Refusal.notAllowed();
    }
    return basis;
  }
}
