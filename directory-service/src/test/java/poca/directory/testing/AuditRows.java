package poca.directory.testing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The audit rows of this service, sealed or not yet.
public final class AuditRows {

  private final JdbcClient jdbc;

  AuditRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param deed `granted read patient treats`
  public record Row(
      String deed,
      @Nullable UUID actor,
      @Nullable String role,
      @Nullable UUID actingAs,
      @Nullable UUID id,
      @Nullable UUID patient,
      @Nullable String requestId) {}

  /// What this account did, in the order in which it did it.
  public List<Row> by(UUID actor) {
    return where("actor = :id", actor);
  }

  /// What was done to this thing.
  public List<Row> of(UUID thing) {
    return where("resource_id = :id", thing);
  }

  /// The same in words only.
  public List<String> deedsBy(UUID actor) {
    return by(actor).stream().map(Row::deed).toList();
  }

  private List<Row> where(String condition, UUID id) {
    return jdbc.sql(
            """
            select * from (
              select id as row_id, actor, actor_role, acting_as, action, resource, resource_id,
                patient, outcome, reason, request_id from audit_pending
              union all
              select id, actor, actor_role, acting_as, action, resource, resource_id, patient,
                outcome, reason, request_id from audit_entry) both_sides
            where %s order by row_id
            """
                .formatted(condition))
        .param("id", id)
        .query((row, _) ->
            new Row(
                "%s %s %s %s"
                    .formatted(
                        row.getString("outcome"),
                        row.getString("action"),
                        row.getString("resource"),
                        row.getString("reason")),
                row.getObject("actor", UUID.class),
                row.getString("actor_role"),
                row.getObject("acting_as", UUID.class),
                row.getObject("resource_id", UUID.class),
                row.getObject("patient", UUID.class),
                row.getString("request_id")))
        .list();
  }
}
