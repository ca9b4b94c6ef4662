package poca.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact.Action;
import poca.contracts.fact.AuditFact.AuditEntry;
import poca.contracts.fact.AuditFact.Outcome;
import poca.contracts.fact.AuditFact.SealedEntry;
import poca.platform.sql.Sql;

/// How a [SealedEntry] lies in a table: before the chain, in it, and in a copy of it.
public final class EntryColumns {

  public static final String NAMES =
      "id, at, actor, actor_role, acting_as, action, resource, resource_id, patient, outcome,"
          + " reason, request_id, seal";

  /// Named parameters in the order of [#NAMES], to be filled from [#of].
  public static final String VALUES =
      ":id, :at, :actor, :actor_role, :acting_as, :action, :resource, :resource_id, :patient,"
          + " :outcome, :reason, :request_id, :seal";

  private EntryColumns() {}

  /// @return a map that may be added to
  public static Map<String, @Nullable Object> of(SealedEntry row) {
    var entry = row.entry();
    var columns = new HashMap<String, @Nullable Object>();
    columns.put("id", entry.id());
    columns.put("at", Sql.time(entry.at()));
    columns.put("actor", entry.actor() == null ? null : entry.actor().value());
    columns.put("actor_role", entry.actorRole() == null ? null : entry.actorRole().wire());
    columns.put("acting_as", entry.actingAs());
    columns.put("action", entry.action().wire());
    columns.put("resource", entry.resource());
    columns.put("resource_id", entry.resourceId());
    columns.put("patient", entry.patient() == null ? null : entry.patient().value());
    columns.put("outcome", entry.outcome().wire());
    columns.put("reason", entry.reason());
    columns.put("request_id", entry.requestId());
    columns.put("seal", row.seal());
    return columns;
  }

  public static SealedEntry read(ResultSet row) throws SQLException {
    var role = row.getString("actor_role");
    return new SealedEntry(
        new AuditEntry(
            row.getObject("id", UUID.class),
            Sql.time(row, "at"),
            Sql.idOrNull(row, "actor", UserId::new),
            role == null ? null : Role.ofWire(role),
            row.getObject("acting_as", UUID.class),
            Action.ofWire(row.getString("action")),
            row.getString("resource"),
            row.getObject("resource_id", UUID.class),
            Sql.idOrNull(row, "patient", PatientId::new),
            Outcome.ofWire(row.getString("outcome")),
            row.getString("reason"),
            row.getString("request_id")),
        row.getString("seal"));
  }
}
