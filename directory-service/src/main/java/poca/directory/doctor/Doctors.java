package poca.directory.doctor;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.contracts.DocumentId;
import poca.contracts.UserId;
import poca.directory.photo.Photos;
import poca.directory.registry.ProfileRegistry;
import poca.directory.registry.ProfileRegistry.Kind;

/// Keeps doctors' profiles.
@Component
public class Doctors {

  private final DoctorStore store;
  private final ProfileRegistry registry;
  private final Photos photos;
  private final Audit audit;
  private final Clock clock;

  Doctors(DoctorStore store, ProfileRegistry registry, Photos photos, Audit audit, Clock clock) {
    this.store = store;
    this.registry = registry;
    this.photos = photos;
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
  ///
  /// @param shown the photo, if everybody is to see it
  @Transactional
  Doctor made(Caller admin, DoctorId id, @Nullable DocumentId shown) {
    audit.granted(admin, AuditedAction.create("doctor", id.value()), AccessBasis.ADMIN);
    var doctor = read(id);
    photos.changed(id.value(), null, shown, doctor.version);
    return doctor;
  }

  @Transactional(readOnly = true)
  Doctor read(DoctorId id) {
    return store.findById(id).orElseThrow(Kind.DOCTOR::notFound);
  }

  Doctor change(Caller caller, DoctorId id, DoctorChange change) {
    registry.require(Kind.DOCTOR, id.value());
    var basis = AccessDecision.about(caller).doctor(AccessBasis.SELF, id::equals).orRefuse();
    var photo = change.photo().newValue().orElse(null);
    var shown = photos.admit(photo, caller, new UserId(id.value()));
    return audit.execute(use -> {
      var doctor = store.lock(id).orElseThrow(Kind.DOCTOR::notFound);
      use.granted(caller, AuditedAction.update("doctor", id.value()), basis);
      var before = doctor.photo;
      doctor.change(change, use.now());
      store.flush();
      if (change.photo().sent()) {
        photos.changed(id.value(), before, shown, doctor.version);
      }
      return doctor;
    });
  }

  /// Takes the profile away; what joined it to others is ended elsewhere.
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(DoctorId id) {
    store.lock(id).ifPresent(doctor -> photos.ended(id.value(), doctor.photo, doctor.version));
    store.erase(id);
  }
}
