package poca.directory.doctor;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.directory.registry.ProfileRegistry;
import poca.directory.registry.ProfileRegistry.Kind;

/// Keeps doctors' profiles.
@Component
public class Doctors {

  private final DoctorStore store;
  private final ProfileRegistry registry;
  private final Audit audit;
  private final Clock clock;

  Doctors(DoctorStore store, ProfileRegistry registry, Audit audit, Clock clock) {
    this.store = store;
    this.registry = registry;
    this.audit = audit;
    this.clock = clock;
  }

  /// Makes the profile that a sign-up asks for; the same one again if it is there already.
  @Transactional
  Doctor register(DoctorId id, NewDoctor profile) {
    return registry.enter(Kind.DOCTOR, id.value(), true)
        ? store.save(new Doctor(id, profile, clock.instant()))
        : read(id);
  }

  /// The doctor that auth-service has just had made for an admin.
  @Transactional
  Doctor made(Caller admin, DoctorId id) {
    audit.granted(admin, AuditedAction.create("doctor", id.value()), AccessBasis.ADMIN);
    return read(id);
  }

  @Transactional(readOnly = true)
  Doctor read(DoctorId id) {
    return store.findById(id).orElseThrow(Kind.DOCTOR::notFound);
  }

  @Transactional
  Doctor change(Caller caller, DoctorId id, DoctorChange change) {
    var doctor = store.lock(id).orElseThrow(Kind.DOCTOR::notFound);
    var basis = AccessDecision.about(caller).doctor(AccessBasis.SELF, id::equals).orRefuse();
    audit.granted(caller, AuditedAction.update("doctor", id.value()), basis);
    doctor.change(change, clock.instant());
    return doctor;
  }

  /// Takes the profile away; what joined it to others is ended elsewhere.
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(DoctorId id) {
    store.erase(id);
  }
}
