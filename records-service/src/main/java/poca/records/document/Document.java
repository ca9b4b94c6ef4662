package poca.records.document;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;

/// A file whose bytes are stored.
///
/// @param labelPatient whose readers may read it because of `entityId`; null if that is a label
///   without effect
public record Document(
    DocumentId id,
    Status status,
    String fileName,
    long size,
    String contentType,
    String sha256,
    boolean isPublic,
    DocumentType type,
    UserId uploadedBy,
    Role uploadedByRole,
    @Nullable String remark,
    @Nullable String entityId,
    @Nullable PatientId labelPatient,
    Instant createdAt) {

  /// What becomes of an upload.
  public enum Status {
    /// Its message is not stored yet, or nobody has looked for viruses yet. Only its uploader and
    /// admins know of it.
    PENDING,
    AVAILABLE,
    /// A virus was found: there are no bytes. Only its uploader and admins know of it.
    REJECTED;

    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isAvailable() {
    return status == Status.AVAILABLE;
  }

  Document available() {
    return new Document(
        id,
        Status.AVAILABLE,
        fileName,
        size,
        contentType,
        sha256,
        isPublic,
        type,
        uploadedBy,
        uploadedByRole,
        remark,
        entityId,
        labelPatient,
        createdAt);
  }
}
