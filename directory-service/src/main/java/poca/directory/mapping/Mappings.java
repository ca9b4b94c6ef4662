package poca.directory.mapping;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.HospitalId;
import poca.contracts.MappingId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.directory.registry.ProfileRegistry;
import poca.directory.registry.ProfileRegistry.Kind;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;

/// Keeps who treats whom, who works where and who is a patient where, and who owns which dependant
/// or additional hospital.
@Component
public class Mappings {

  private final Pairs pairs;
  private final ProfileRegistry registry;
  private final Audit audit;

  Mappings(Pairs pairs, ProfileRegistry registry, Audit audit) {
    this.pairs = pairs;
    this.registry = registry;
    this.audit = audit;
  }

  record Page(List<Pair> pairs, long total) {}

  @Transactional
  Pair map(Caller admin, Pairing pairing, UUID left, UUID right) {
    var patient = pairing.patient(right);
    if (patient != null) {
      audit.concerns(patient);
    }
    registry.hold(leftKind(pairing), left);
    registry.hold(rightKind(pairing), right);
    var pair =
        pairs
            .begin(pairing, left, right, null)
            .orElseThrow(() -> Refusal.alreadyExists("Mapping already exists"));
    audit.granted(
        admin, AuditedAction.grant("mapping", pair.id().value()).of(patient), AccessBasis.ADMIN);
    return pair;
  }

  @Transactional
  void unmap(Caller admin, Pairing pairing, MappingId id) {
    unmapped(admin, pairing, pairs.end(pairing, id));
  }

  @Transactional
  void unmap(Caller admin, Pairing pairing, UUID left, UUID right) {
    unmapped(admin, pairing, pairs.end(pairing, left, right));
  }

  private void unmapped(Caller admin, Pairing pairing, Optional<Pair> ended) {
    var pair = ended.orElseThrow(() -> Refusal.notFound("Mapping"));
    audit.granted(
        admin,
        AuditedAction.revoke("mapping", pair.id().value()).of(pairing.patient(pair.right())),
        AccessBasis.ADMIN);
  }

  /// The mappings that the caller may see (contract 2.3): all, its own, those of related patients,
  /// those of its own hospitals.
  @Transactional
  Page visible(Pairing pairing, Caller caller, Paging paging) {
    audit.granted(
        caller,
        AuditedAction.list("mapping"),
        caller.is(Role.ADMIN) ? AccessBasis.ADMIN : AccessBasis.ROLE);
    var condition = visible(pairing, caller);
    var of = caller.user().value();
    return new Page(
        pairs.page(pairing, condition, of, paging.skip(), paging.limit()),
        pairs.count(pairing, condition, of));
  }

  private static String visible(Pairing pairing, Caller caller) {
    return switch (caller.role()) {
      case ADMIN -> "true";
      case DOCTOR -> pairing == Pairing.HOSPITAL_PATIENT ? "false" : "t.doctor_id = :of";
      case PATIENT ->
          pairing == Pairing.HOSPITAL_DOCTOR
              ? "false"
              : "t.patient_id in (" + CareTeam.RELATED_PATIENTS.replace(":user", ":of") + ")";
      case HOSPITAL ->
          pairing == Pairing.DOCTOR_PATIENT
              ? "false"
              : """
              (t.hospital_id = :of or t.hospital_id in
                (select hospital_id from hospital_owner where user_id = :of and active))
              """;
    };
  }

  /// Gives a dependant to an account. Its row says so too, and is the caller's to change.
  ///
  /// @return what ties them from now on
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<MappingId> own(UserId owner, PatientId patient) {
    return pairs.begin(Pairing.PATIENT_OWNER, owner.value(), patient.value(), null).map(Pair::id);
  }

  /// @return what tied them until now
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<MappingId> disown(UserId owner, PatientId patient) {
    return pairs.end(Pairing.PATIENT_OWNER, owner.value(), patient.value()).map(Pair::id);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void own(UserId owner, HospitalId hospital) {
    pairs.begin(Pairing.HOSPITAL_OWNER, owner.value(), hospital.value(), null);
  }

  /// Ends everything that joins this party to others: what a deletion takes along.
  @Transactional(propagation = Propagation.MANDATORY)
  public void endAllOf(UUID party) {
    pairs.endAllOf(party);
  }

  private static Kind leftKind(Pairing pairing) {
    return switch (pairing) {
      case HOSPITAL_DOCTOR, HOSPITAL_PATIENT -> Kind.HOSPITAL;
      case DOCTOR_PATIENT -> Kind.DOCTOR;
      case USER_PATIENT, PATIENT_OWNER, HOSPITAL_OWNER ->
          throw new IllegalArgumentException("no mapping of two profiles");
    };
  }

  private static Kind rightKind(Pairing pairing) {
    return switch (pairing) {
      case HOSPITAL_DOCTOR -> Kind.DOCTOR;
      case HOSPITAL_PATIENT, DOCTOR_PATIENT, USER_PATIENT, PATIENT_OWNER -> Kind.PATIENT;
      case HOSPITAL_OWNER -> Kind.HOSPITAL;
    };
  }
}
