package poca.directory.mapping;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.MappingId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.directory.account.Accounts;
import poca.directory.registry.ProfileRegistry;
import poca.directory.registry.ProfileRegistry.Kind;
import poca.platform.web.Refusal;

/// Keeps what accounts are to patients, under the rules of the contract's 4.9.
@Component
public class UserRelations {

  private final Pairs pairs;
  private final ProfileRegistry registry;
  private final Accounts accounts;
  private final CareTeam careTeam;
  private final Audit audit;

  UserRelations(
      Pairs pairs, ProfileRegistry registry, Accounts accounts, CareTeam careTeam, Audit audit) {
    this.pairs = pairs;
    this.registry = registry;
    this.accounts = accounts;
    this.careTeam = careTeam;
    this.audit = audit;
  }

  /// Relates an account to a patient as a caller wants it. auth-service may have to be asked about
  /// the account, so the transaction begins after that.
  Pair relate(Caller caller, UserId user, PatientId patient, RelationType relation) {
    audit.concerns(patient);
    if (!caller.isSelf(user.value()) && accounts.find(user).isEmpty()) {
      throw Refusal.notFound("User");
    }
    return audit.execute(_ -> {
      registry.holdUser(user.value());
      registry.hold(Kind.PATIENT, patient.value());
      var basis =
          AccessDecision.about(caller)
              .patient(AccessBasis.RELATED, account -> mayRelateItself(account, user, patient))
              .orRefuse();
      return relate(caller, basis, user, patient, relation);
    });
  }

  private boolean mayRelateItself(UserId account, UserId user, PatientId patient) {
    return account.equals(user)
        && (account.value().equals(patient.value()) || careTeam.owns(user, patient));
  }

  /// Relates an account to a patient, both known to exist, because a sign-up says so.
  ///
  /// @throws Refusal 400 if a rule forbids it or it is related already
  @Transactional(propagation = Propagation.MANDATORY)
  public Pair relate(UserId user, PatientId patient, RelationType relation, boolean byAdmin) {
    return relate(user, patient, relation, byAdmin, _ -> {});
  }

  /// Relates an account to a patient, both known to exist, because a caller may and wants it.
  ///
  /// @throws Refusal 400 if a rule forbids it or it is related already
  @Transactional(propagation = Propagation.MANDATORY)
  public Pair relate(
      Caller caller, AccessBasis basis, UserId user, PatientId patient, RelationType relation) {
    return relate(
        user,
        patient,
        relation,
        caller.is(Role.ADMIN),
        auditedAction -> audit.granted(caller, auditedAction, basis));
  }

  private Pair relate(
      UserId user,
      PatientId patient,
      RelationType relation,
      boolean byAdmin,
      Consumer<AuditedAction> granted) {
    if (relation == RelationType.SELF && !user.value().equals(patient.value())) {
      throw Refusal.breaksRule("Nobody is self to another patient");
    }
    if (relation != RelationType.SELF && user.value().equals(patient.value())) {
      throw exists();
    }
    refuseUnlessDoctor(user, relation, byAdmin);
    var pair =
        pairs
            .begin(Pairing.USER_PATIENT, user.value(), patient.value(), relation)
            .orElseThrow(UserRelations::exists);
    granted.accept(AuditedAction.grant("relation", pair.id().value()).of(patient));
    alsoMap(user, patient, relation, granted);
    return pair;
  }

  /// Calls a relation something else.
  @Transactional
  Pair change(Caller caller, MappingId id, RelationType relation) {
    var old = own(caller, id);
    refuseSelf(old);
    var basis = basis(caller, old);
    if (relation == RelationType.SELF) {
      throw Refusal.breaksRule("Nobody is self to another patient");
    }
    var user = new UserId(old.left());
    var patient = new PatientId(old.right());
    // profiles before pairs, as a deletion does
    registry.holdUser(user.value());
    registry.hold(Kind.PATIENT, patient.value());
    var pair = pairs.rename(id, relation).orElseThrow(() -> Refusal.notFound("Relation"));
    audit.granted(caller, AuditedAction.update("relation", id.value()).of(patient), basis);
    // a doctor who says again what it is must not undo an unmapping
    if (relation != old.relation()) {
      refuseUnlessDoctor(user, relation, caller.is(Role.ADMIN));
      alsoMap(
          user, patient, relation, auditedAction -> audit.granted(caller, auditedAction, basis));
    }
    return pair;
  }

  @Transactional
  void end(Caller caller, MappingId id) {
    var pair = own(caller, id);
    refuseSelf(pair);
    if (pairs.end(Pairing.USER_PATIENT, id).isEmpty()) {
      throw Refusal.notFound("Relation");
    }
    audit.granted(
        caller,
        AuditedAction.revoke("relation", id.value()).of(new PatientId(pair.right())),
        basis(caller, pair));
  }

  private Pair own(Caller caller, MappingId id) {
    var pair = pairs.find(Pairing.USER_PATIENT, id).orElseThrow(() -> Refusal.notFound("Relation"));
    audit.concerns(new PatientId(pair.right()));
    if (!caller.is(Role.ADMIN) && !caller.isSelf(pair.left())) {
      throw Refusal.notAllowed();
    }
    return pair;
  }

  private static AccessBasis basis(Caller caller, Pair pair) {
    return caller.isSelf(pair.left()) ? AccessBasis.SELF : AccessBasis.ADMIN;
  }

  private static Refusal exists() {
    return Refusal.alreadyExists("Relation already exists");
  }

  private static void refuseSelf(Pair pair) {
    if (pair.relation() == RelationType.SELF) {
      throw Refusal.breaksRule("The relation to oneself stays as it is");
    }
  }

  private void refuseUnlessDoctor(UserId user, RelationType relation, boolean byAdmin) {
    if (relation == RelationType.DOCTOR
        && !(byAdmin && registry.exists(Kind.DOCTOR, user.value()))) {
      throw Refusal.breaksRule("Only an admin makes a doctor user somebody's doctor");
    }
  }

  /// Whoever is a patient's doctor treats the patient.
  private void alsoMap(
      UserId user, PatientId patient, RelationType relation, Consumer<AuditedAction> granted) {
    if (relation == RelationType.DOCTOR) {
      pairs
          .begin(Pairing.DOCTOR_PATIENT, user.value(), patient.value(), null)
          .ifPresent(pair ->
              granted.accept(AuditedAction.grant("mapping", pair.id().value()).of(patient)));
    }
  }
}
