package poca.records.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.contracts.DocumentId;
import poca.contracts.Role;
import poca.contracts.UserId;

/// The contract's shape of a document (3).
public record FileDoc(
    DocumentId id,
    Document.Status status,
    String fileName,
    long size,
    String contentType,
    String sha256,
    boolean isPublic,
    String link,
    DocumentType documentType,
    UserId uploadedBy,
    Role uploadedByRole,
    @Nullable String remark,
    @Nullable String entityId,
    Instant uploadTimestamp,
    Instant createdAt,
    String downloadLink) {

  public static FileDoc of(Document d, DownloadLinks links) {
    var link = links.download(d.id());
    return new FileDoc(
        d.id(),
        d.status(),
        d.fileName(),
        d.size(),
        d.contentType(),
        d.sha256(),
        d.isPublic(),
        link,
        d.type(),
        d.uploadedBy(),
        d.uploadedByRole(),
        d.remark(),
        d.entityId(),
        d.createdAt(),
        d.createdAt(),
        link);
  }
}
