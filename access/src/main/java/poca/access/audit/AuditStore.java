package poca.access.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import poca.contracts.fact.AuditFact.SealedEntry;
import poca.platform.sql.Sql;

/// The audit's tables. [SealedEntry] rows are read alike from both sides of the seal.
final class AuditStore {

  private static final String ADD =
      "insert into audit_pending (%s) values (%s)"
          .formatted(EntryColumns.NAMES, EntryColumns.VALUES);

  /// One sealer at a time works on a database.
  private static final long LOCK = 0x706f6361_02L;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final AtomicBoolean grown = new AtomicBoolean(true);

  AuditStore(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  record Linked(long position, SealedEntry row, String link) {}

  /// The end of a chain, or of a piece of it.
  record Tip(long position, String link) {
    static final Tip BEGINNING = new Tip(0, AuditHashes.BEGINNING);
  }

  record Checkpoint(Tip tip, String signature) {}

  /// Adds rows in the transaction of the caller; one row needs none.
  void add(List<SealedEntry> rows) {
    if (rows.size() == 1) {
      jdbc.sql(ADD).params(EntryColumns.of(rows.getFirst())).update();
    } else {
      batches.batchUpdate(
          ADD, rows.stream().map(EntryColumns::of).<Map<String, ?>>toArray(Map[]::new));
    }
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              grown.set(true);
            }
          });
    } else {
      grown.set(true);
    }
  }

  /// What there is could not be sealed now.
  void lookAgain() {
    grown.set(true);
  }

  /// @return whether this instance has committed rows since it was asked last
  boolean hasGrown() {
    return grown.getAndSet(false);
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
                .formatted(EntryColumns.NAMES))
        .param("most", most)
        .query((row, _) -> EntryColumns.read(row))
        .list();
  }

  void leaveForged(Collection<UUID> ids) {
    jdbc.sql("update audit_pending set forged = true where id in (:ids)")
        .param("ids", ids)
        .update();
  }

  Stream<SealedEntry> waiting() {
    return jdbc
        .sql("select %s from audit_pending order by id".formatted(EntryColumns.NAMES))
        .withFetchSize(500)
        .query((row, _) -> EntryColumns.read(row))
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
            .formatted(EntryColumns.NAMES, EntryColumns.VALUES),
        chained.stream()
            .map(linked -> {
              var columns = EntryColumns.of(linked.row());
              columns.put("position", linked.position());
              columns.put("link", linked.link());
              return columns;
            })
            .<Map<String, ?>>toArray(Map[]::new));
    jdbc.sql("insert into audit_checkpoint values (:position, :link, :at, :signature)")
        .param("position", checkpoint.tip().position())
        .param("link", checkpoint.tip().link())
        .param("at", Sql.time(at))
        .param("signature", checkpoint.signature())
        .update();
    jdbc.sql("delete from audit_pending where id in (:ids)")
        .param("ids", chained.stream().map(linked -> linked.row().entry().id()).toList())
        .update();
  }

  Stream<Linked> chain() {
    return jdbc
        .sql(
            "select position, link, %s from audit_entry order by position"
                .formatted(EntryColumns.NAMES))
        .withFetchSize(500)
        .query((row, _) ->
            new Linked(row.getLong("position"), EntryColumns.read(row), row.getString("link")))
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
}
