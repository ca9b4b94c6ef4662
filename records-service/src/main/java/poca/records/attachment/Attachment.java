package poca.records.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.DocumentId;
import poca.contracts.Role;
import poca.contracts.UserId;

/// A document in a case history or a report.
///
/// @param entry the case history's or the report's id
public record Attachment(
    UUID id,
    DocumentId document,
    UUID entry,
    String fileName,
    long size,
    UserId attachedBy,
    Role attachedByRole,
    @Nullable String remark,
    Instant uploadedAt,
    Instant createdAt) {}
