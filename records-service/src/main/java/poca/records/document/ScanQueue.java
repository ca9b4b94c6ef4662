package poca.records.document;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.contracts.DocumentId;
import poca.platform.sql.Sql;
import poca.platform.web.Refusal;
import poca.records.scan.VirusScanner;
import poca.records.scan.VirusScanner.Verdict;

/// Has documents looked at that came while the scanner did not answer. Several instances may do it
/// at once: each takes what is due.
@Component
class ScanQueue {

  private static final Logger log = LoggerFactory.getLogger(ScanQueue.class);

  /// Until a document is tried again.
  static final Duration PAUSE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final DocumentStore store;
  private final DocumentContents contents;
  private final VirusScanner scanner;
  private final Clock clock;

  ScanQueue(
      JdbcClient jdbc,
      DocumentStore store,
      DocumentContents contents,
      VirusScanner scanner,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.contents = contents;
    this.scanner = scanner;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
  void scan() {
    var now = clock.instant();
    for (var due = next(now); due.isPresent() && settled(due.get()); due = next(now)) {}
  }

  /// @return whether the scanner answered
  private boolean settled(Document document) {
    try {
      switch (scanner.scan(() -> contents.read(document, 0, document.size()))) {
        case Verdict.Clean _ -> cleared(document.id());
        case Verdict.Found(var what) -> {
          log.info("document {} is rejected: {}", document.id(), what);
          if (rejected(document.id())) {
            contents.remove(document.id());
          }
        }
        case Verdict.Unknown _ -> {
          return false;
        }
      }
      return true;
    } catch (Refusal notNow) {
      log.debug("document {} is scanned later", document.id());
      return false;
    }
  }

  /// Takes a document that is due, so that no other instance does for a while.
  private Optional<Document> next(Instant due) {
    return jdbc.sql(
            """
            update document set next_scan_at = :until
            where id = (
              select id from document where next_scan_at <= :due
              order by next_scan_at limit 1 for update skip locked)
            returning id
            """)
        .param("due", Sql.time(due))
        .param("until", Sql.time(due.plus(PAUSE)))
        .query((row, _) -> Sql.id(row, "id", DocumentId::new))
        .optional()
        .flatMap(store::find);
  }

  private void cleared(DocumentId id) {
    jdbc.sql(
            """
            update document set status = 'available', next_scan_at = null
            where id = :id and status = 'pending' and next_scan_at is not null
            """)
        .param("id", id.value())
        .update();
  }

  /// Nobody can read its bytes from here on, wherever they lie.
  ///
  /// @return whether it still waited
  private boolean rejected(DocumentId id) {
    return jdbc.sql(
                """
                update document
                set status = 'rejected', next_scan_at = null, key_id = null, wrapped_key = null
                where id = :id and status = 'pending' and next_scan_at is not null
                """)
            .param("id", id.value())
            .update()
        == 1;
  }
}
