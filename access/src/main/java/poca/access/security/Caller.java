package poca.access.security;

import java.util.UUID;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.UserId;

/// Names who is calling, as the verified token says, and for whom. As a handler's parameter it is
/// never absent.
///
/// @param actingAs the entity of the contract's 1.7: the own id, unless the `user-entity-id` header
///   named another that the caller may act as
/// @param token the caller's own token, to ask other services in the caller's name; never logged
public record Caller(UserId user, Role role, SessionId session, UUID actingAs, String token) {

  public boolean is(Role wanted) {
    return role == wanted;
  }

  /// Whether this is the caller's own id, whatever it names.
  public boolean isSelf(UUID id) {
    return user.value().equals(id);
  }

  /// The caller's own profile, if it is a doctor.
  public DoctorId asDoctor() {
    return new DoctorId(profile(Role.DOCTOR));
  }

  public PatientId asPatient() {
    return new PatientId(profile(Role.PATIENT));
  }

  public HospitalId asHospital() {
    return new HospitalId(profile(Role.HOSPITAL));
  }

  private UUID profile(Role wanted) {
    if (role != wanted) {
      throw new IllegalStateException("the caller is no " + wanted.wire());
    }
    return user.value();
  }

  Caller actingAs(UUID entity) {
    return new Caller(user, role, session, entity, token);
  }

  @Override
  public String toString() {
    return role.wire() + " " + user;
  }
}
