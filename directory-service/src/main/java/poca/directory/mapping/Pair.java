package poca.directory.mapping;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.MappingId;

/// Says of two parties whether they belong together.
///
/// @param left the party that the pairing names first
/// @param relation only of an account and a patient
/// @param version grows with every beginning, change and end of this pair, and is never reset
public record Pair(
    MappingId id,
    UUID left,
    UUID right,
    @Nullable RelationType relation,
    boolean active,
    long version,
    Instant createdAt,
    @Nullable Instant updatedAt) {}
