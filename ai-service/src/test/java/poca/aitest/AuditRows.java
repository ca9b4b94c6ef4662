package poca.aitest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the audit says, on both sides of the seal.
public final class AuditRows {

  private final JdbcClient jdbc;

  public AuditRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param deed action and resource
  /// @param verdict outcome and reason
  public record Row(
      @Nullable UUID actor,
      @Nullable String role,
      @Nullable UUID actingAs,
      String deed,
      @Nullable UUID id,
      @Nullable UUID patient,
      String verdict,
      @Nullable String request) {

    @Override
    public String toString() {
      return deed + " " + id + " of " + patient + ": " + verdict;
    }
  }

  /// In the order of their making.
  public List<Row> by(Person actor) {
    return jdbc.sql(
            """
            select * from (
              select id, actor, actor_role, acting_as, action, resource, resource_id, patient,
                outcome, reason, request_id from audit_pending
              union all
              select id, actor, actor_role, acting_as, action, resource, resource_id, patient,
                outcome, reason, request_id from audit_entry) row
            where actor = :actor order by id
            """)
        .param("actor", actor.id())
        .query((row, _) ->
            new Row(
                row.getObject("actor", UUID.class),
                row.getString("actor_role"),
                row.getObject("acting_as", UUID.class),
                row.getString("action") + " " + row.getString("resource"),
                row.getObject("resource_id", UUID.class),
                row.getObject("patient", UUID.class),
                row.getString("outcome") + " " + row.getString("reason"),
                row.getString("request_id")))
        .list();
  }

  /// What the call added to the rows of this person.
  public List<Row> added(Person actor, Runnable call) {
    var before = by(actor).size();
    call.run();
    var after = by(actor);
    return after.subList(before, after.size());
  }
}
