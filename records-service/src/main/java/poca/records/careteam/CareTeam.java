package poca.records.careteam;

import static poca.contracts.fact.RelationFact.RelationKind.ADMITS;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_HOSPITAL;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import poca.access.relation.Relations;
import poca.access.security.Caller;
import poca.access.security.Entities;
import poca.contracts.DoctorId;
import poca.contracts.Ground;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.platform.web.Refusal;

/// Answers whose record a caller may use, from our copy of the directory's relations; what is not
/// in it is asked of the directory once.
@Component
public class CareTeam implements Entities {

  private final Relations relations;

  CareTeam(Relations relations) {
    this.relations = relations;
  }

  public boolean exists(PatientId patient) {
    return relations.active(PATIENT, patient.value(), patient.value());
  }

  /// Whether the caller may read and write the patient's case histories, reports and their
  /// documents. Hospitals never may.
  public boolean mayUseRecord(Caller caller, PatientId patient) {
    return groundFor(caller, patient).isPresent();
  }

  private Optional<Ground> groundFor(Caller caller, PatientId patient) {
    return switch (caller.role()) {
      case ADMIN -> Optional.of(Ground.ADMIN);
      case DOCTOR -> Optional.of(Ground.TREATS).filter(_ -> treats(caller.asDoctor(), patient));
      case PATIENT -> Optional.of(Ground.RELATED).filter(_ -> related(caller.user(), patient));
      case HOSPITAL -> Optional.empty();
    };
  }

  /// @return why the caller may use the patient's record
  /// @throws Refusal 404 for an unknown patient, then 403
  public Ground requireRecord(Caller caller, PatientId patient) {
    requireExists(patient);
    return groundFor(caller, patient).orElseThrow(Refusal::notAllowed);
  }

  /// For the routes that judge permission before existence.
  ///
  /// @throws Refusal 403, then 404 for an unknown patient
  public Ground requireRecordFirst(Caller caller, PatientId patient) {
    var ground = groundFor(caller, patient).orElseThrow(Refusal::notAllowed);
    requireExists(patient);
    return ground;
  }

  private void requireExists(PatientId patient) {
    if (!exists(patient)) {
      throw Refusal.notFound("Patient");
    }
  }

  public boolean treats(DoctorId doctor, PatientId patient) {
    return relations.active(TREATS, doctor.value(), patient.value());
  }

  /// Whether this patient account speaks for that patient. The own profile has the account's id and
  /// is always its own.
  public boolean related(UserId account, PatientId patient) {
    return account.value().equals(patient.value())
        || relations.knownActive(RELATED, account.value(), patient.value())
        || relations.knownActive(OWNS_PATIENT, account.value(), patient.value())
        || relations.active(RELATED, account.value(), patient.value())
        || relations.active(OWNS_PATIENT, account.value(), patient.value());
  }

  /// Whether a hospital of this hospital account has the patient, and so may read its profile.
  public boolean linked(UserId account, PatientId patient) {
    return relations.active(ADMITS, account.value(), patient.value())
        || relations.rights(OWNS_HOSPITAL, account.value()).stream()
            .anyMatch(hospital -> relations.active(ADMITS, hospital, patient.value()));
  }

  @Override
  public boolean mayActAs(Caller caller, UUID entity) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case DOCTOR -> caller.isSelf(entity);
      case PATIENT -> related(caller.user(), new PatientId(entity));
      case HOSPITAL ->
          caller.isSelf(entity) || relations.active(OWNS_HOSPITAL, caller.user().value(), entity);
    };
  }
}
