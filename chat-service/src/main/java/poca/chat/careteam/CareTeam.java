package poca.chat.careteam;

import static poca.contracts.fact.RelationFact.RelationKind.DOCTOR;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_HOSPITAL;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.util.UUID;
import org.springframework.stereotype.Component;
import poca.access.relation.Relations;
import poca.access.security.Caller;
import poca.access.security.Entities;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.UserId;

/// Answers who belongs to whom, from our copy of the directory's relations; what is not in it is
/// asked of the directory once.
@Component
public class CareTeam implements Entities {

  /// For the SQL of lists: the ids of everybody for whom the account `:account` speaks, as far as
  /// we have heard.
  public static final String PATIENTS_OF_ACCOUNT =
      """
      select cast(:account as uuid) union all
      select right_id from relation
      where kind in ('related', 'owns-patient') and left_id = :account and active
      """;

  private final Relations relations;

  CareTeam(Relations relations) {
    this.relations = relations;
  }

  public boolean exists(DoctorId doctor) {
    return relations.active(DOCTOR, doctor.value(), doctor.value());
  }

  public boolean exists(PatientId patient) {
    return relations.active(PATIENT, patient.value(), patient.value());
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

  @Override
  public boolean mayActAs(Caller caller, UUID entity) {
    return switch (caller.role()) {
      case PATIENT -> related(caller.user(), new PatientId(entity));
      case HOSPITAL ->
          caller.isSelf(entity) || relations.active(OWNS_HOSPITAL, caller.user().value(), entity);
      case DOCTOR -> caller.isSelf(entity);
      case ADMIN -> true;
    };
  }
}
