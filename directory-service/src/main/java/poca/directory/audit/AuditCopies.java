package poca.directory.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.EntryColumns;
import poca.contracts.fact.AuditFact;
import poca.contracts.fact.AuditFact.EntriesSealed;
import poca.contracts.fact.AuditFact.SealedEntry;

/// Keeps a copy of every service's sealed entries. A position is written once: a fact that comes
/// again changes nothing, whatever it says then.
@Component
class AuditCopies {

  private static final String KEEP =
      """
      insert into audit_copy (service, position, %s) values (:service, :position, %s)
      on conflict (service, position) do nothing
      """
          .formatted(EntryColumns.NAMES, EntryColumns.VALUES);

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
        KEEP,
        IntStream.range(0, piece.entries().size())
            .mapToObj(i -> {
              var columns = EntryColumns.of(piece.entries().get(i));
              columns.put("service", piece.service());
              columns.put("position", piece.first() + i);
              return columns;
            })
            .<Map<String, ?>>toArray(Map[]::new));
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
            select position, %s from audit_copy where service = :service and position <= :up_to
            order by position
            """
                .formatted(EntryColumns.NAMES))
        .param("service", service)
        .param("up_to", upTo)
        .withFetchSize(500)
        .query((row, _) -> new Kept(row.getLong("position"), EntryColumns.read(row)))
        .stream();
  }
}
