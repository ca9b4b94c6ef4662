package poca.access.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.PatientId;
import poca.contracts.fact.AuditFact.Action;

/// Names an action, the thing it is done to, and the patient whose data that is.
///
/// @param resource the kind of thing, singular snake case: `case_history`
/// @param id null for a list
/// @param patient null if it is no one patient's
public record AuditedAction(
    Action action, String resource, @Nullable UUID id, @Nullable PatientId patient) {

  public static AuditedAction read(String resource, @Nullable UUID id) {
    return new AuditedAction(Action.READ, resource, id, null);
  }

  /// Reads a list.
  public static AuditedAction list(String resource) {
    return read(resource, null);
  }

  public static AuditedAction create(String resource, UUID id) {
    return new AuditedAction(Action.CREATE, resource, id, null);
  }

  public static AuditedAction update(String resource, @Nullable UUID id) {
    return new AuditedAction(Action.UPDATE, resource, id, null);
  }

  public static AuditedAction delete(String resource, UUID id) {
    return new AuditedAction(Action.DELETE, resource, id, null);
  }

  public static AuditedAction grant(String resource, @Nullable UUID id) {
    return new AuditedAction(Action.GRANT, resource, id, null);
  }

  public static AuditedAction revoke(String resource, @Nullable UUID id) {
    return new AuditedAction(Action.REVOKE, resource, id, null);
  }

  /// The same, done to this patient's data.
  public AuditedAction of(@Nullable PatientId whose) {
    return new AuditedAction(action, resource, id, whose);
  }
}
