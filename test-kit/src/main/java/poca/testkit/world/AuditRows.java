package poca.testkit.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the audit of a service says, on both sides of the seal.
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

    /// The deed and the verdict.
    public String inWords() {
      return deed + " " + verdict;
    }

    @Override
    public String toString() {
      return deed + " " + id + " of " + patient + ": " + verdict;
    }
  }

  public List<Row> by(Person actor) {
    return by(actor.id());
  }

  /// In the order of their making.
  public List<Row> by(UUID actor) {
    return rows("actor = :value", actor);
  }

  /// What was done to this thing.
  public List<Row> of(UUID resource) {
    return rows("resource_id = :value", resource);
  }

  /// Of nobody who is known.
  public List<Row> ofNobody(UUID resource) {
    return rows("resource_id = :value and actor is null", resource);
  }

  /// What the request left that was answered so; it is a refusal, which says its request.
  public List<Row> of(Response refused) {
    var request = refused.field("request_id");
    assertFalse(request.isEmpty(), refused.toString());
    return rows("request_id = :value", request);
  }

  /// What the call added to the rows of this person.
  public List<Row> added(Person actor, Runnable call) {
    var before = by(actor).size();
    call.run();
    var after = by(actor);
    return after.subList(before, after.size());
  }

  /// That the call added one row, and this one.
  public void used(
      Person by,
      Runnable call,
      String deed,
      @Nullable UUID id,
      @Nullable Person patient,
      String verdict) {
    one(added(by, call), deed, id, patient == null ? null : patient.id(), verdict);
  }

  /// That there is one row, and this one.
  public static void one(
      List<Row> rows, String deed, @Nullable UUID id, @Nullable UUID patient, String verdict) {
    var wanted = new Row(null, null, null, deed, id, patient, verdict, null);
    assertEquals("[" + wanted + "]", rows.toString());
  }

  private List<Row> rows(String condition, Object value) {
    return jdbc.sql(
            """
            select * from (
              select id, actor, actor_role, acting_as, action, resource, resource_id, patient,
                outcome, reason, request_id from audit_pending
              union all
              select id, actor, actor_role, acting_as, action, resource, resource_id, patient,
                outcome, reason, request_id from audit_entry) row
            where %s order by id
            """
                .formatted(condition))
        .param("value", value)
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
}
