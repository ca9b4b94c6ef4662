package poca.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the audit has, sealed or not, oldest first.
final class AuditRows {

  private final JdbcClient jdbc;

  AuditRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @param deed action, resource, outcome and reason
  record Row(
      String deed,
      @Nullable UUID id,
      @Nullable UUID actor,
      @Nullable String role,
      @Nullable UUID patient,
      @Nullable String requestId) {}

  List<Row> of(String actor) {
    return rows("actor = cast(:value as uuid)", actor);
  }

  List<Row> about(String id) {
    return rows("resource_id = cast(:value as uuid)", id);
  }

  List<Row> ofRequest(Api.Answer refused) {
    var request = refused.data().path("request_id").asString("");
    assertThat(request).isNotEmpty();
    return rows("request_id = :value", request);
  }

  private List<Row> rows(String which, String value) {
    return jdbc.sql(
            """
            select * from (
              select id, action, resource, resource_id, actor, actor_role, patient, outcome, reason,
                request_id from audit_pending where %1$s
              union all
              select id, action, resource, resource_id, actor, actor_role, patient, outcome, reason,
                request_id from audit_entry where %1$s
            ) rows order by id
            """
                .formatted(which))
        .param("value", value)
        .query((row, _) ->
            new Row(
                String.join(
                    " ",
                    row.getString("action"),
                    row.getString("resource"),
                    row.getString("outcome"),
                    row.getString("reason")),
                row.getObject("resource_id", UUID.class),
                row.getObject("actor", UUID.class),
                row.getString("actor_role"),
                row.getObject("patient", UUID.class),
                row.getString("request_id")))
        .list();
  }
}
