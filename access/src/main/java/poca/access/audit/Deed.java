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
public record Deed(Action action, String resource, @Nullable UUID id, @Nullable PatientId patient) {

  public static Deed read(String resource, @Nullable UUID id) {
    return new Deed(Action.READ, resource, id, null);
  }

  /// Reads a list.
  public static Deed list(String resource) {
    return read(resource, null);
  }

  public static Deed create(String resource, UUID id) {
    return new Deed(Action.CREATE, resource, id, null);
  }

  public static Deed update(String resource, @Nullable UUID id) {
    return new Deed(Action.UPDATE, resource, id, null);
  }

  public static Deed delete(String resource, UUID id) {
    return new Deed(Action.DELETE, resource, id, null);
  }

  public static Deed grant(String resource, @Nullable UUID id) {
    return new Deed(Action.GRANT, resource, id, null);
  }

  public static Deed revoke(String resource, @Nullable UUID id) {
    return new Deed(Action.REVOKE, resource, id, null);
  }

  /// The same, done to this patient's data.
  public Deed of(@Nullable PatientId whose) {
    return new Deed(action, resource, id, whose);
  }
}
