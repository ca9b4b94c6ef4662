package poca.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact.Action;
import poca.contracts.fact.AuditFact.AuditEntry;
import poca.contracts.fact.AuditFact.Outcome;
import poca.contracts.fact.AuditFact.SealedEntry;

/// The audit's tables. [SealedEntry] rows are read alike from both sides of the seal.
final class AuditStore {

  private static final String COLUMNS =
      "id, at, actor, actor_role, acting_as, action, resource, resource_id, patient, outcome,"
          + " reason, request_id, seal";
  private static final String VALUES =
      ":id, :at, :actor, :role, :acting_as, :action, :resource, :resource_id, :patient, :outcome,"
          + " :reason, :request_id, :seal";

  /// One sealer at a time works on a database.
  private static final long LOCK = 0x706f6361_02L;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  AuditStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  record Linked(long position, SealedEntry row, String link) {}

  /// The end of a chain, or of a piece of it.
  record Tip(long position, String link) {
    static final Tip BEGINNING = new Tip(0, Seals.BEGINNING);
  }

  record Checkpoint(Tip tip, String signature) {}

  void add(AuditEntry entry, String seal) {
    jdbc.sql("insert into audit_pending (%s) values (%s)".formatted(COLUMNS, VALUES))
        .params(columns(new SealedEntry(entry, seal)))
        .update();
  }

  /// @return false if another instance is at it
  boolean lock() {
    return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
        .param("lock", LOCK)
        .query(Boolean.class)
        .single();
  }

  List<SealedEntry> pending(int most) {
    return jdbc.sql(
            "select %s from audit_pending where not forged order by id limit :most"
                .formatted(COLUMNS))
        .param("most", most)
        .query((row, _) -> sealed(row))
        .list();
  }

  void leaveForged(Collection<UUID> ids) {
    jdbc.sql("update audit_pending set forged = true where id in (:ids)")
        .param("ids", ids)
        .update();
  }

  Stream<SealedEntry> waiting() {
    return jdbc
        .sql("select %s from audit_pending order by id".formatted(COLUMNS))
        .withFetchSize(500)
        .query((row, _) -> sealed(row))
        .stream();
  }

  Tip tip() {
    return jdbc.sql("select position, link from audit_entry order by position desc limit 1")
        .query(AuditStore::tipOf)
        .optional()
        .orElse(Tip.BEGINNING);
  }

  Optional<String> link(long position) {
    return jdbc.sql("select link from audit_entry where position = :position")
        .param("position", position)
        .query(String.class)
        .optional();
  }

  void append(List<Linked> chained, Checkpoint checkpoint, Instant at) {
    batches.batchUpdate(
        "insert into audit_entry (position, %s, link) values (:position, %s, :link)"
            .formatted(COLUMNS, VALUES),
        chained.stream()
            .map(linked -> {
              var columns = columns(linked.row());
              columns.put("position", linked.position());
              columns.put("link", linked.link());
              return columns;
            })
            .<Map<String, ?>>toArray(Map[]::new));
    jdbc.sql("insert into audit_checkpoint values (:position, :link, :at, :signature)")
        .param("position", checkpoint.tip().position())
        .param("link", checkpoint.tip().link())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("signature", checkpoint.signature())
        .update();
    jdbc.sql("delete from audit_pending where id in (:ids)")
        .param("ids", chained.stream().map(linked -> linked.row().entry().id()).toList())
        .update();
  }

  Stream<Linked> chain() {
    return jdbc
        .sql("select position, link, %s from audit_entry order by position".formatted(COLUMNS))
        .withFetchSize(500)
        .query((row, _) -> new Linked(row.getLong("position"), sealed(row), row.getString("link")))
        .stream();
  }

  Stream<Checkpoint> checkpoints() {
    return jdbc
        .sql("select position, link, signature from audit_checkpoint order by position")
        .withFetchSize(500)
        .query((row, n) -> new Checkpoint(tipOf(row, n), row.getString("signature")))
        .stream();
  }

  /// Keeps how far another service's chain had come; never goes back.
  void witness(String service, Tip tip) {
    jdbc.sql(
            """
            insert into audit_witness (service, position, link) values (:service, :position, :link)
            on conflict (service) do update set position = excluded.position, link = excluded.link
            where audit_witness.position < excluded.position
            """)
        .param("service", service)
        .param("position", tip.position())
        .param("link", tip.link())
        .update();
  }

  Optional<Tip> witnessed(String service) {
    return jdbc.sql("select position, link from audit_witness where service = :service")
        .param("service", service)
        .query(AuditStore::tipOf)
        .optional();
  }

  private static Tip tipOf(ResultSet row, int n) throws SQLException {
    return new Tip(row.getLong("position"), row.getString("link"));
  }

  private static Map<String, @Nullable Object> columns(SealedEntry row) {
    var entry = row.entry();
    var columns = new HashMap<String, @Nullable Object>();
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

  private static SealedEntry sealed(ResultSet row) throws SQLException {
    var actor = row.getObject("actor", UUID.class);
    var role = row.getString("actor_role");
    var patient = row.getObject("patient", UUID.class);
    return new SealedEntry(
        new AuditEntry(
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
            row.getString("request_id")),
        row.getString("seal"));
  }
}
