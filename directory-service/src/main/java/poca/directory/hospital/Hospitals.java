package poca.directory.hospital;

import java.time.Clock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.HospitalId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.directory.mapping.CareTeam;
import poca.directory.mapping.Mappings;
import poca.directory.registry.ProfileRegistry;
import poca.directory.registry.ProfileRegistry.Kind;
import poca.platform.IdSource;
import poca.platform.web.Refusal;

/// Keeps hospitals' profiles, accounts' own and additional ones.
@Component
public class Hospitals {

  private final HospitalStore store;
  private final ProfileRegistry registry;
  private final Mappings mappings;
  private final CareTeam careTeam;
  private final Audit audit;
  private final IdSource ids;
  private final Clock clock;

  Hospitals(
      HospitalStore store,
      ProfileRegistry registry,
      Mappings mappings,
      CareTeam careTeam,
      Audit audit,
      IdSource ids,
      Clock clock) {
    this.store = store;
    this.registry = registry;
    this.mappings = mappings;
    this.careTeam = careTeam;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /// Makes the profile that a sign-up asks for; the same one again if it is there already.
  @Transactional
  Hospital register(HospitalId id, NewHospital profile) {
    return registry.enter(Kind.HOSPITAL, id.value(), true)
        ? store(new Hospital(id, new UserId(id.value()), profile, clock.instant()))
        : read(id);
  }

  /// Makes an additional hospital; a hospital account becomes its owner.
  @Transactional
  Hospital create(Caller caller, NewHospital profile) {
    var owner = caller.is(Role.HOSPITAL) ? caller.user() : null;
    if (owner != null) {
      registry.holdUser(owner.value());
    }
    var id = new HospitalId(ids.next());
    registry.enter(Kind.HOSPITAL, id.value(), false);
    var hospital = store(new Hospital(id, owner, profile, clock.instant()));
    if (owner != null) {
      mappings.own(owner, id);
    }
    audit.granted(
        caller,
        AuditedAction.create("hospital", id.value()),
        caller.is(Role.ADMIN) ? AccessBasis.ADMIN : AccessBasis.ROLE);
    return hospital;
  }

  private Hospital store(Hospital hospital) {
    try {
      return store.saveAndFlush(hospital);
    } catch (DataIntegrityViolationException taken) {
      if (isEmailTaken(taken)) {
        throw Refusal.alreadyExists("Email already registered");
      }
      throw taken;
    }
  }

  private static boolean isEmailTaken(DataIntegrityViolationException violation) {
    return String.valueOf(violation.getMostSpecificCause().getMessage())
        .contains("\"hospital_email\"");
  }

  @Transactional(readOnly = true)
  Hospital read(HospitalId id) {
    return store.findById(id).orElseThrow(Kind.HOSPITAL::notFound);
  }

  @Transactional
  Hospital change(Caller caller, HospitalId id, HospitalChange change) {
    var hospital = store.lock(id).orElseThrow(Kind.HOSPITAL::notFound);
    var basis = careTeam.running(caller, id).orRefuse();
    audit.granted(caller, AuditedAction.update("hospital", id.value()), basis);
    hospital.change(change, clock.instant());
    return hospital;
  }

  /// Takes the profile away; what joined it to others is ended elsewhere.
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(HospitalId id) {
    store.erase(id);
  }

  /// An account that is deleted owns nothing any more.
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(UserId owner) {
    store.release(owner.value(), clock.instant());
  }
}
