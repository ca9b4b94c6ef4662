package poca.directory.removal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Actor;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.directory.doctor.Doctors;
import poca.directory.hospital.Hospitals;
import poca.directory.mapping.Mappings;
import poca.directory.patient.Patients;
import poca.directory.registry.ProfileRegistry;
import poca.platform.event.Outbox;

/// Deletes profiles with everything that joins them to others, in one transaction (contract 4.3).
@Component
class Removals {

  private final ProfileRegistry registry;
  private final Doctors doctors;
  private final Patients patients;
  private final Hospitals hospitals;
  private final Mappings mappings;
  private final Outbox outbox;
  private final Audit audit;

  Removals(
      ProfileRegistry registry,
      Doctors doctors,
      Patients patients,
      Hospitals hospitals,
      Mappings mappings,
      Outbox outbox,
      Audit audit) {
    this.registry = registry;
    this.doctors = doctors;
    this.patients = patients;
    this.hospitals = hospitals;
    this.mappings = mappings;
    this.outbox = outbox;
    this.audit = audit;
  }

  /// Removes a profile as an admin commands it. The fact of the account's deletion may have come
  /// first; the command is in the audit all the same.
  @Transactional
  void remove(Caller admin, ProfileRegistry.Kind kind, UUID id) {
    strike(id, admin.user());
    audit.granted(admin, deletion(kind, id), AccessBasis.ADMIN);
  }

  /// Removes what this id names here: a profile, relations of an account, or nothing any more.
  ///
  /// @param by the admin, null if the account went without one
  @Transactional
  void remove(UUID id, @Nullable UserId by) {
    var struck = strike(id, by);
    if (by != null && struck.isPresent()) {
      audit.granted(Actor.of(by, Role.ADMIN), deletion(struck.get().kind(), id), AccessBasis.ADMIN);
    }
  }

  private Optional<ProfileRegistry.Entry> strike(UUID id, @Nullable UserId by) {
    // the register first: who joins something to this profile holds it there
    return strike(registry.strike(id), id, by);
  }

  private Optional<ProfileRegistry.Entry> strike(
      Optional<ProfileRegistry.Entry> struck, UUID id, @Nullable UserId by) {
    struck.ifPresent(entry -> erase(entry.kind(), id));
    patients.release(new UserId(id));
    hospitals.release(new UserId(id));
    mappings.endAllOf(id);
    struck.ifPresent(
        entry -> outbox.append(RelationFact.TOPIC, new RelationChanged(entry.relation(id), by)));
    return struck;
  }

  private static AuditedAction deletion(ProfileRegistry.Kind kind, UUID id) {
    return AuditedAction.delete(kind.wire(), id)
        .of(kind == ProfileRegistry.Kind.PATIENT ? new PatientId(id) : null);
  }

  /// Takes back what a sign-up made that was not completed; it comes no more if it is late.
  @Transactional
  void takeBack(UUID id) {
    // the register first: a sign-up that is being stored right now has its dependants behind it
    var struck = registry.strike(id);
    var dependants = patients.dependantsOf(new UserId(id));
    strike(struck, id, null);
    dependants.forEach(dependant -> remove(dependant.value(), null));
  }

  private void erase(ProfileRegistry.Kind kind, UUID id) {
    switch (kind) {
      case DOCTOR -> doctors.erase(new DoctorId(id));
      case PATIENT -> patients.erase(new PatientId(id));
      case HOSPITAL -> hospitals.erase(new HospitalId(id));
    }
  }
}
