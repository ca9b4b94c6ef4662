package poca.directory.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact;
import poca.contracts.fact.AuditFact.Action;
import poca.contracts.fact.AuditFact.AuditEntry;
import poca.contracts.fact.AuditFact.EntriesSealed;
import poca.contracts.fact.AuditFact.Outcome;
import poca.contracts.fact.AuditFact.SealedEntry;

/// Keeps a copy of every service's sealed entries. A position is written once: a fact that comes
/// again changes nothing, whatever it says then.
@Component
class AuditCopies {

  static final String COLUMNS =
      "service, position, id, at, actor, actor_role, acting_as, action, resource, resource_id,"
          + " patient, outcome, reason, request_id, seal";

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  AuditCopies(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  record Kept(long position, SealedEntry row) {}

  void apply(AuditFact fact) {
    switch (fact) {
      case EntriesSealed piece -> keep(piece);
    }
  }

  private void keep(EntriesSealed piece) {
    batches.batchUpdate(
        """
        insert into audit_copy (%s)
        values (:service, :position, :id, :at, :actor, :role, :acting_as, :action, :resource,
          :resource_id, :patient, :outcome, :reason, :request_id, :seal)
        on conflict (service, position) do nothing
        """
            .formatted(COLUMNS),
        IntStream.range(0, piece.entries().size())
            .mapToObj(i -> columns(piece.service(), piece.first() + i, piece.entries().get(i)))
            .<Map<String, ?>>toArray(Map[]::new));
  }

  private static Map<String, @Nullable Object> columns(
      String service, long position, SealedEntry row) {
    var entry = row.entry();
    var columns = new HashMap<String, @Nullable Object>();
    columns.put("service", service);
    columns.put("position", position);
    columns.put("id", entry.id());
    columns.put("at", entry.at().atOffset(ZoneOffset.UTC));
    columns.put("actor", entry.actor() == null ? null : entry.actor().value());
    columns.put("role", entry.actorRole() == null ? null : entry.actorRole().wire());
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

  /// Whose entries are here.
  List<String> services() {
    return jdbc.sql("select distinct service from audit_copy order by service")
        .query(String.class)
        .list();
  }

  /// A service's entries in the order of its chain, up to a position; to be closed.
  @Transactional(propagation = Propagation.MANDATORY)
  Stream<Kept> of(String service, long upTo) {
    return jdbc
        .sql(
            """
            select %s from audit_copy where service = :service and position <= :up_to
            order by position
            """
                .formatted(COLUMNS))
        .param("service", service)
        .param("up_to", upTo)
        .withFetchSize(500)
        .query((row, _) ->
            new Kept(row.getLong("position"), new SealedEntry(entry(row), row.getString("seal"))))
        .stream();
  }

  static AuditEntry entry(ResultSet row) throws SQLException {
    var actor = row.getObject("actor", UUID.class);
    var role = row.getString("actor_role");
    var patient = row.getObject("patient", UUID.class);
    return new AuditEntry(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        actor == null ? null : new UserId(actor),
        role == null ? null : Role.ofWire(role),
        row.getObject("acting_as", UUID.class),
        Action.ofWire(row.getString("action")),
        row.getString("resource"),
        row.getObject("resource_id", UUID.class),
        patient == null ? null : new PatientId(patient),
        Outcome.ofWire(row.getString("outcome")),
        row.getString("reason"),
        row.getString("request_id"));
  }
}
