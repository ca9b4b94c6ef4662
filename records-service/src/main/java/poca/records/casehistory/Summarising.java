package poca.records.casehistory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import poca.contracts.CaseHistoryId;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.platform.web.Refusal;
import poca.records.attachment.AttachedTo;
import poca.records.attachment.Attachment;
import poca.records.attachment.Attachments;
import poca.records.document.Documents;
import poca.records.extraction.DocumentTexts;

/// What ai-service makes a case history's text from, and where it puts it (contract 6.4). It hears
/// of a change by [CaseHistoryWritten] and asks for the words here.
@Service
class Summarising {

  private static final int MOST_READ = 20;

  /// Of one case history, at once.
  private static final int READERS = 2;

  private final CaseHistoryStore store;
  private final Attachments attachments;
  private final Documents documents;
  private final DocumentTexts texts;

  Summarising(
      CaseHistoryStore store, Attachments attachments, Documents documents, DocumentTexts texts) {
    this.store = store;
    this.attachments = attachments;
    this.documents = documents;
    this.texts = texts;
  }

  /// @param text its beginning; null if it has none that can be read
  record Read(DocumentId id, String fileName, @Nullable String text) {}

  /// @param version which this is
  /// @param documents the first ones, as many as are read
  record Source(
      CaseHistoryId id,
      PatientId patientId,
      long version,
      @Nullable String summary,
      List<Read> documents) {}

  /// @param reads whether documents that nobody has read yet are read for it, which takes a while
  Optional<Source> source(CaseHistoryId id, boolean reads) {
    return store
        .find(id)
        .map(history ->
            new Source(
                id,
                history.patient(),
                history.version(),
                history.summary(),
                read(attached(id.value()).stream().limit(MOST_READ).toList(), reads)));
  }

  /// One after another they would take too long.
  private List<Read> read(List<Attachment> attachments, boolean reads) {
    try (var threads = Executors.newFixedThreadPool(READERS, Thread.ofVirtual().factory())) {
      var read =
          attachments.stream()
              .map(attachment ->
                  CompletableFuture.supplyAsync(() -> read(attachment, reads), threads))
              .toList();
      return read.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Refusal refusal) throw refusal;
      throw failed;
    }
  }

  private List<Attachment> attached(UUID history) {
    return attachments
        .of(AttachedTo.CASE_HISTORY, List.of(history))
        .getOrDefault(history, List.of());
  }

  private Read read(Attachment attachment, boolean reads) {
    var text =
        documents
            .find(attachment.document())
            .flatMap(document -> reads ? texts.of(document) : texts.ifRead(document))
            .orElse(null);
    return new Read(attachment.document(), attachment.fileName(), text);
  }

  /// @return false if the case history has changed since, or is gone
  boolean keep(CaseHistoryId id, long version, String text) {
    return store.keepAiSummary(id, version, text);
  }
}
