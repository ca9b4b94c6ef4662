package poca.ai.careteam;

import static poca.contracts.fact.RelationFact.RelationKind.OWNS_HOSPITAL;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;

import java.util.UUID;
import org.springframework.stereotype.Component;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.platform.relation.Relations;
import poca.platform.security.Caller;
import poca.platform.security.Entities;

/// Answers who belongs to whom, from our copy of the directory's relations; what is not in it is
/// asked of the directory once.
@Component
public class CareTeam implements Entities {

  private final Relations relations;

  CareTeam(Relations relations) {
    this.relations = relations;
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
