package poca.records.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import poca.access.audit.Audit;
import poca.contracts.DocumentId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.IdSource;
import poca.platform.ScratchFolder;
import poca.platform.web.Refusal;
import poca.records.document.DocumentStore.Label;
import poca.records.scan.VirusScanner;
import poca.records.scan.VirusScanner.Verdict;
import poca.records.storage.IncomingFile;
import poca.records.storage.IncomingFile.Arrived;
import poca.records.storage.WrappedKey;
import poca.records.storage.WrappingKeys;

/// Takes files in so that row and bytes appear together or not at all: a pending row, then the
/// object, then the transaction that makes it available. Whatever ends in between leaves a pending
/// row, which nobody else sees and the [UploadJanitor] removes.
@Component
class FileIntake {

  private static final Logger log = LoggerFactory.getLogger(FileIntake.class);

  private final DocumentStore store;
  private final StorageQuota quota;
  private final WrappingKeys keys;
  private final VirusScanner scanner;
  private final DocumentContents contents;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final TransactionTemplate apart;
  private final ScratchFolder scratch;
  private final IdSource ids;
  private final Clock clock;
  private final long largest;

  FileIntake(
      DocumentStore store,
      StorageQuota quota,
      WrappingKeys keys,
      VirusScanner scanner,
      DocumentContents contents,
      Audit audit,
      PlatformTransactionManager transactions,
      ScratchFolder scratch,
      IdSource ids,
      Clock clock,
      @Value("${poca.max-upload-bytes}") long largest) {
    this.store = store;
    this.quota = quota;
    this.keys = keys;
    this.scanner = scanner;
    this.contents = contents;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.scratch = scratch;
    this.ids = ids;
    this.clock = clock;
    this.largest = largest;
  }

  /// What became of a file that stands for itself.
  ///
  /// @param verdict of the scanner: what is not clean is not available
  private record Arrival(Document document, Verdict verdict) {}

  /// Stores a file; it is available if it is clean, pending if nobody could look, and a rejected
  /// row without bytes if something was found. `work` is done in the transaction that settles it.
  ///
  /// @throws Refusal as [#take]
  Document keep(
      UserId by, Role role, Upload upload, Label label, BiConsumer<Audit.Use, Document> work) {
    var arrival = receive(by, role, upload, label, true);
    var document = arrival.document();
    if (arrival.verdict() instanceof Verdict.Clean) {
      return published(
          document,
          (use, available) -> {
            work.accept(use, available);
            return available;
          });
    }
    try {
      audit.executeWithoutResult(use -> work.accept(use, document));
      return document;
    } catch (RuntimeException e) {
      discard(document.id());
      throw e;
    }
  }

  /// Stores a file and makes it available in one transaction with `work`.
  ///
  /// @throws Refusal 413 also over the quota, 415, 422 for an empty file or one with a virus, 503
  ///   without the object store or the scanner
  <T> T take(
      UserId by, Role role, Upload upload, Label label, BiFunction<Audit.Use, Document, T> work) {
    return published(receive(by, role, upload, label), work);
  }

  private <T> T published(Document pending, BiFunction<Audit.Use, Document, T> work) {
    try {
      return audit.execute(use -> {
        if (!store.publish(pending.id())) {
          throw Refusal.unavailable(); // it took so long that the janitor came
        }
        return work.apply(use, pending.available());
      });
    } catch (RuntimeException e) {
      discard(pending.id());
      throw e;
    }
  }

  /// Stores a file, which stays pending.
  ///
  /// @throws Refusal as [#take]
  Document receive(UserId by, Role role, Upload upload, Label label) {
    return receive(by, role, upload, label, false).document();
  }

  /// The file is judged and encrypted on its way to disk, and scanned there: what is refused never
  /// reaches the object store.
  ///
  /// @param alone whether what is not clean is kept as what it is, instead of refused
  private Arrival receive(UserId by, Role role, Upload upload, Label label, boolean alone) {
    var name = FileName.clean(upload.fileName());
    var id = new DocumentId(ids.next());
    var made = keys.make(id.toString());
    try {
      var copy = Files.createTempFile(scratch.path(), "upload", null);
      try (var source = upload.open();
          var out = made.key().encrypting(Files.newOutputStream(copy))) {
        var arrived = new IncomingFile(source, name, largest).into(out);
        out.close();
        var size = arrived.size();
        var verdict =
            scanner.scan(() -> made.key().decrypting(Files.newInputStream(copy), 0, size, size));
        switch (verdict) {
          case Verdict.Clean _ -> {}
          case Verdict.Found(var what) -> {
            log.info("a file of account {} has a virus: {}", by, what);
            if (!alone) {
              throw Refusal.invalid("body", "file", "value_error", "has a virus");
            }
            return new Arrival(reject(id, name, by, role, label, arrived), verdict);
          }
          case Verdict.Unknown _ -> {
            if (!alone) {
              throw Refusal.unavailable();
            }
          }
        }
        return new Arrival(
            store(id, name, by, role, label, copy, arrived, made.wrapped(), verdict), verdict);
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document reject(
      DocumentId id, String name, UserId by, Role role, Label label, Arrived arrived) {
    return Objects.requireNonNull(
        transaction.execute(_ -> {
          store.announce(id, name, arrived.size(), by, role, label, clock.instant());
          store.reject(id, arrived);
          return store.find(id).orElseThrow();
        }));
  }

  private Document store(
      DocumentId id,
      String name,
      UserId by,
      Role role,
      Label label,
      Path copy,
      Arrived arrived,
      WrappedKey key,
      Verdict verdict) {
    transaction.executeWithoutResult(_ -> {
      quota.admit(by, arrived.size());
      store.announce(id, name, arrived.size(), by, role, label, clock.instant());
    });
    try {
      contents.put(id, copy);
      var scanAt =
          verdict instanceof Verdict.Unknown ? clock.instant().plus(ScanQueue.PAUSE) : null;
      if (!store.arrived(id, arrived, key, scanAt)) {
        contents.remove(id); // it took so long that the janitor came
        throw Refusal.unavailable();
      }
      return store.find(id).orElseThrow(Refusal::unavailable);
    } catch (RuntimeException e) {
      discard(id);
      throw e;
    }
  }

  /// Removes a document that did not become available.
  ///
  /// @return whether it was pending and is gone
  boolean remove(DocumentId id) {
    var givenUp = Boolean.TRUE.equals(apart.execute(_ -> store.giveUp(id)));
    if (givenUp) {
      finishRemoving(id);
    }
    return givenUp;
  }

  /// The same at once if it can be, else the janitor goes on.
  void finishRemovingSoon(DocumentId id) {
    try {
      finishRemoving(id);
    } catch (RuntimeException e) {
      log.warn("document {} is left to the janitor: {}", id, e.toString());
    }
  }

  /// Removes the bytes of a document that was given up, then its row: as long as there may be bytes
  /// there is a row that tells of them, and after a crash the next one goes on here.
  void finishRemoving(DocumentId id) {
    contents.remove(id);
    apart.executeWithoutResult(_ -> store.removeGivenUp(id));
  }

  private void discard(DocumentId id) {
    try {
      remove(id);
    } catch (RuntimeException e) {
      log.warn("document {} is left to the janitor: {}", id, e.toString());
    }
  }
}
