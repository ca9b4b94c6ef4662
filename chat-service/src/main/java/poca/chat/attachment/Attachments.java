package poca.chat.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import poca.access.security.Caller;
import poca.contracts.DocumentId;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;

/// Asks records-service for documents that a message names, and hands it files that come with one.
@Component
public class Attachments {

  private static final Duration UPLOAD = Duration.ofSeconds(60);

  private final Peers peers;

  Attachments(Peers peers) {
    this.peers = peers;
  }

  /// A file as a client sends it. Its type is for records-service to find out.
  public record Upload(String fileName, InputStreamSource content) {}

  /// What is stored, as records-service describes it.
  public record Document(
      DocumentId id,
      String fileName,
      long size,
      @Nullable UUID uploadedBy,
      @Nullable String uploadTimestamp) {}

  /// Asked in the caller's name, so the documents' own rules decide who sees it.
  ///
  /// @throws Refusal 404 if there is none that the caller may see and send
  public Document visible(Caller caller, DocumentId id) {
    return peers
        .of("records-service")
        .getAs(caller.token(), "/api/v1/documents/{id}", FileDoc.class, id)
        .filter(doc -> "available".equals(doc.status()))
        .map(FileDoc::document)
        .orElseThrow(() -> Refusal.notFound("Document"));
  }

  /// Stores a file; it stays pending there until the message that names it is told.
  ///
  /// @throws Refusal 413, 415 or 422 as records-service judges it
  public Document store(Caller caller, Upload upload) {
    try (InputStream content = upload.content().getInputStream()) {
      return peers
          .of("records-service", UPLOAD)
          .upload(
              "/internal/documents?file_name={name}&uploaded_by={account}&uploaded_by_role={role}",
              content,
              FileDoc.class,
              upload.fileName(),
              caller.user(),
              caller.role().wire())
          .map(FileDoc::document)
          .orElseThrow(Refusal::unavailable);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record FileDoc(
      String id,
      @Nullable String status,
      @Nullable String fileName,
      long size,
      @Nullable String uploadedBy,
      @Nullable String uploadTimestamp) {

    private Document document() {
      return new Document(
          DocumentId.of(id),
          fileName == null ? "" : fileName,
          size,
          uploadedBy == null ? null : UUID.fromString(uploadedBy),
          uploadTimestamp);
    }
  }
}
