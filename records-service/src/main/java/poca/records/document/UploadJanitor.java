package poca.records.document;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import poca.contracts.DocumentId;
import poca.platform.web.Refusal;
import poca.records.document.DocumentStore.Unfinished;

/// Removes what was begun and never finished: uploads that broke off, files of messages that were
/// not sent, objects without a row. One instance at a time.
@Component
class UploadJanitor {

  private static final Logger log = LoggerFactory.getLogger(UploadJanitor.class);

  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration PATIENCE_WITH_OBJECTS = Duration.ofHours(1);
  private static final int AT_ONCE = 100;
  private static final long LOCK = 0x706f_6361_6a61_6e69L;

  private final DocumentStore store;
  private final FileIntake intake;
  private final ChatCopies chats;
  private final DocumentContents contents;
  private final JdbcClient jdbc;
  private final TransactionTemplate whileLocked;
  private final TransactionTemplate each;
  private final Clock clock;

  UploadJanitor(
      DocumentStore store,
      FileIntake intake,
      ChatCopies chats,
      DocumentContents contents,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.intake = intake;
    this.chats = chats;
    this.contents = contents;
    this.jdbc = jdbc;
    this.whileLocked = new TransactionTemplate(transactions);
    this.each = new TransactionTemplate(transactions);
    this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void removeUnfinished() {
    removeUnfinished(PATIENCE);
  }

  void removeUnfinished(Duration patience) {
    alone(() ->
        store.unfinishedSince(clock.instant().minus(patience), AT_ONCE).forEach(this::settle));
  }

  /// A message may have been sent of which we have not heard: that is asked before its file goes.
  private void settle(Unfinished document) {
    var id = document.id();
    try {
      if (document.givenUp()) {
        intake.finishRemoving(id);
        return;
      }
      var sentIn = document.arrived() ? chats.ask(id) : List.<ChatCopies.Sent>of();
      if (!sentIn.isEmpty()) {
        each.executeWithoutResult(_ -> chats.learn(id, sentIn));
      } else if (intake.remove(id)) {
        log.info("document {} was never finished: removed", id);
      }
    } catch (Refusal notNow) {
      log.debug("document {} stays for now", id);
      throw notNow;
    }
  }

  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
  void removeObjectsWithoutRow() {
    removeObjectsWithoutRow(PATIENCE_WITH_OBJECTS);
  }

  void removeObjectsWithoutRow(Duration patience) {
    alone(() -> contents.list(clock.instant().minus(patience), this::removeUnknown));
  }

  private void removeUnknown(List<DocumentId> ids) {
    var known = store.known(ids);
    for (var id : ids) {
      if (!known.contains(id)) {
        contents.remove(id);
        log.info("object {} had no row: removed", id);
      }
    }
  }

  private void alone(Runnable work) {
    try {
      whileLocked.executeWithoutResult(_ -> {
        var mine =
            jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
        if (mine) {
          work.run();
        }
      });
    } catch (Refusal notNow) {
      log.warn("the janitor goes home: somebody it needs is away");
    }
  }
}
