package poca.directory.patient;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.DocumentId;
import poca.contracts.MappingId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.directory.account.Accounts;
import poca.directory.mapping.CareTeam;
import poca.directory.mapping.Mappings;
import poca.directory.mapping.RelationType;
import poca.directory.mapping.UserRelations;
import poca.directory.photo.Photos;
import poca.directory.registry.ProfileRegistry;
import poca.directory.registry.ProfileRegistry.Kind;
import poca.platform.web.Refusal;

/// Keeps patients' profiles, accounts' own and dependants.
@Component
public class Patients {

  private static final String PATIENT = "patient";

  private final PatientStore store;
  private final ProfileRegistry registry;
  private final Mappings mappings;
  private final UserRelations relations;
  private final CareTeam careTeam;
  private final Accounts accounts;
  private final Photos photos;
  private final Audit audit;
  private final Clock clock;

  Patients(
      PatientStore store,
      ProfileRegistry registry,
      Mappings mappings,
      UserRelations relations,
      CareTeam careTeam,
      Accounts accounts,
      Photos photos,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.registry = registry;
    this.mappings = mappings;
    this.relations = relations;
    this.careTeam = careTeam;
    this.accounts = accounts;
    this.photos = photos;
    this.audit = audit;
    this.clock = clock;
  }

  /// A patient as a caller may see it.
  sealed interface Seen {
    record Full(Patient patient) implements Seen {}

    /// To a doctor who does not treat the patient.
    record Reduced(Patient patient) implements Seen {}
  }

  /// Makes the profile that a sign-up asks for, with the relation to oneself; the same one again if
  /// it is there already.
  @Transactional
  Patient register(PatientId id, SignUp signUp) {
    if (!registry.enter(Kind.PATIENT, id.value(), true)) {
      return find(id);
    }
    var account = new UserId(id.value());
    var patient = store.save(new Patient(id, account, signUp.profile(), clock.instant()));
    relations.relate(account, id, RelationType.SELF, false);
    var dependant = signUp.dependant();
    if (dependant != null) {
      store(dependant.id(), account, dependant.profile());
      relations.relate(account, dependant.id(), dependant.relation(), true);
    }
    return patient;
  }

  /// Makes a dependant: a patient account's own, an admin's for whom it says. A relation that is
  /// given is made too.
  Patient create(Caller caller, NewPatient profile) {
    var byAdmin = caller.is(Role.ADMIN);
    var owner = byAdmin ? profile.userId() : caller.user();
    if (byAdmin && owner != null) {
      requirePatientAccount(owner);
    }
    var shown = photos.admit(profile.photo(), caller, owner == null ? caller.user() : owner);
    return audit.execute(use -> {
      if (owner != null) {
        registry.holdUser(owner.value());
      }
      var patient = store(new PatientId(use.newId()), owner, profile);
      photos.changed(patient.id.value(), null, shown, patient.version);
      var basis = byAdmin ? AccessBasis.ADMIN : AccessBasis.ROLE;
      use.granted(caller, AuditedAction.create(PATIENT, patient.id.value()).of(patient.id), basis);
      if (profile.relation() != null) {
        relations.relate(
            caller, basis, owner != null ? owner : caller.user(), patient.id, profile.relation());
      }
      return patient;
    });
  }

  private Patient store(PatientId id, @Nullable UserId owner, NewPatient profile) {
    registry.enter(Kind.PATIENT, id.value(), false);
    var patient = store.save(new Patient(id, owner, profile, clock.instant()));
    if (owner != null) {
      mappings.own(owner, id);
    }
    return patient;
  }

  /// The patient that auth-service has just had made for an admin.
  ///
  /// @param shown the photo, if everybody is to see it
  @Transactional
  Patient made(Caller admin, PatientId id, @Nullable DocumentId shown) {
    audit.granted(admin, AuditedAction.create(PATIENT, id.value()).of(id), AccessBasis.ADMIN);
    var patient = find(id);
    photos.changed(id.value(), null, shown, patient.version);
    return patient;
  }

  /// The account behind a profile: its own, or its owner's.
  private UserId accountOf(PatientId id) {
    var owner = find(id).userId;
    return owner == null ? new UserId(id.value()) : owner;
  }

  @Transactional(readOnly = true)
  Patient find(PatientId id) {
    return store.findById(id).orElseThrow(Kind.PATIENT::notFound);
  }

  /// @throws Refusal 403 for a patient or hospital account that has nothing to do with the patient
  @Transactional
  Seen read(Caller caller, PatientId id) {
    var patient = find(id);
    var full = careTeam.reading(caller, id);
    var basis = full.doctor(AccessBasis.ROLE, _ -> true).orRefuse();
    audit.granted(caller, AuditedAction.read(PATIENT, id.value()).of(id), basis);
    return full.isLet() ? new Seen.Full(patient) : new Seen.Reduced(patient);
  }

  Patient change(Caller caller, PatientId id, PatientChange change) {
    var byAdmin = caller.is(Role.ADMIN);
    var shown = admitted(caller, id, change);
    var newOwner = byAdmin ? change.userId().newValue().orElse(null) : null;
    if (newOwner != null && !newOwner.value().equals(id.value())) {
      registry.require(Kind.PATIENT, id.value());
      requirePatientAccount(newOwner);
    }
    return audit.execute(use -> {
      // profiles before patients, as a deletion does
      if (newOwner != null) {
        registry.holdUser(newOwner.value());
      }
      var patient = store.lock(id).orElseThrow(Kind.PATIENT::notFound);
      var basis = careTeam.responsible(caller, id).orRefuse();
      use.granted(caller, AuditedAction.update(PATIENT, id.value()).of(id), basis);
      if (change.userId().sent()) {
        var wanted = change.userId().newValue().orElse(null);
        if (!Objects.equals(wanted, patient.userId)) {
          makeOver(use, caller, patient, wanted);
        }
      }
      var before = patient.photo;
      patient.change(change, use.now());
      var changed = store.saveAndFlush(patient);
      if (change.photo().sent()) {
        photos.changed(id.value(), before, shown, changed.version);
      }
      return changed;
    });
  }

  /// The new photo, judged only for who may set it.
  private @Nullable DocumentId admitted(Caller caller, PatientId id, PatientChange change) {
    var photo = change.photo().newValue().orElse(null);
    if (!photos.isOurs(photo)) {
      return null;
    }
    registry.require(Kind.PATIENT, id.value());
    careTeam.responsible(caller, id).orRefuse();
    return photos.admit(photo, caller, accountOf(id));
  }

  private void makeOver(Audit.Use use, Caller caller, Patient patient, @Nullable UserId to) {
    if (!caller.is(Role.ADMIN)) {
      throw Refusal.notAllowed();
    }
    if (patient.isOwnProfile()) {
      throw Refusal.breaksRule("An account's own profile has no other owner");
    }
    var from = patient.userId;
    patient.userId = to;
    store.flush();
    if (from != null) {
      mappings
          .disown(from, patient.id)
          .ifPresent(tie -> use.granted(caller, owning(patient, tie, false), AccessBasis.ADMIN));
    }
    if (to != null) {
      mappings
          .own(to, patient.id)
          .ifPresent(tie -> use.granted(caller, owning(patient, tie, true), AccessBasis.ADMIN));
    }
  }

  /// To own a patient is to be related to it.
  private static AuditedAction owning(Patient patient, MappingId tie, boolean begins) {
    return (begins
            ? AuditedAction.grant("relation", tie.value())
            : AuditedAction.revoke("relation", tie.value()))
        .of(patient.id);
  }

  private void requirePatientAccount(UserId owner) {
    var account = accounts.find(owner).orElseThrow(() -> Refusal.notFound("User"));
    if (account.role() != Role.PATIENT) {
      throw Refusal.breaksRule("The owner of a patient is a patient user");
    }
  }

  /// Takes the profile away; what joined it to others is ended elsewhere.
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(PatientId id) {
    store.lock(id).ifPresent(patient -> photos.ended(id.value(), patient.photo, patient.version));
    store.erase(id);
  }

  /// An account that is deleted owns nothing any more.
  @Transactional(propagation = Propagation.MANDATORY)
  public void release(UserId owner) {
    store.release(owner.value(), clock.instant());
  }

  /// The dependants of an account, in the order of their ids.
  @Transactional(propagation = Propagation.MANDATORY)
  public List<PatientId> dependantsOf(UserId owner) {
    return store.dependantsOf(owner.value());
  }
}
