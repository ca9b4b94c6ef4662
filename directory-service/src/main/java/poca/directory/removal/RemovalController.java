package poca.directory.removal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.Audited;
import poca.access.security.Caller;
import poca.access.security.OnlyFor;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.directory.account.Accounts;
import poca.directory.registry.ProfileRegistry;
import poca.directory.registry.ProfileRegistry.Kind;

/// Deletion by an admin, and by auth-service when an account goes.
///
/// The account is deleted first and the profile second. If the second step fails the profile is
/// still there, so the admin can repeat the command; and auth-service's fact of the deletion
/// removes it anyway. The other order would leave an account that nobody can find any more.
@RestController
class RemovalController {

  private final Removals removals;
  private final ProfileRegistry registry;
  private final Accounts accounts;

  RemovalController(Removals removals, ProfileRegistry registry, Accounts accounts) {
    this.removals = removals;
    this.registry = registry;
    this.accounts = accounts;
  }

  @DeleteMapping("/api/v1/doctors/{doctorId}")
  @Audited("doctor")
  @OnlyFor(Role.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void doctor(@PathVariable DoctorId doctorId, Caller caller) {
    delete(caller, Kind.DOCTOR, doctorId.value());
  }

  @DeleteMapping("/api/v1/patients/{patientId}")
  @Audited("patient")
  @OnlyFor(Role.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void patient(@PathVariable PatientId patientId, Caller caller) {
    delete(caller, Kind.PATIENT, patientId.value());
  }

  @DeleteMapping("/api/v1/hospitals/{hospitalId}")
  @Audited("hospital")
  @OnlyFor(Role.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void hospital(@PathVariable HospitalId hospitalId, Caller caller) {
    delete(caller, Kind.HOSPITAL, hospitalId.value());
  }

  /// @param deleted false when a sign-up is taken back that was not completed
  /// @param by the admin who deletes the account
  @DeleteMapping("/internal/profiles/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void ofAccount(
      @PathVariable UserId id,
      @RequestParam(defaultValue = "false") boolean deleted,
      @RequestParam(required = false) @Nullable UserId by) {
    if (deleted) {
      removals.remove(id.value(), by);
    } else {
      removals.takeBack(id.value());
    }
  }

  private void delete(Caller admin, Kind kind, UUID id) {
    var entry =
        registry
            .find(id)
            .filter(found -> found.active() && found.kind() == kind)
            .orElseThrow(kind::notFound);
    if (entry.ownAccount()) {
      accounts.delete(new UserId(id), admin.user());
    }
    removals.remove(admin, kind, id);
  }
}
