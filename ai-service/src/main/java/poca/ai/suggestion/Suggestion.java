package poca.ai.suggestion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.contracts.DoctorId;
import poca.contracts.SuggestionId;

/// @param feedback the newest, with its time; each one overwrites the last
record Suggestion(
    SuggestionId id,
    DoctorId doctor,
    String problem,
    @Nullable String description,
    @Nullable String feedback,
    @Nullable Instant feedbackAt,
    Instant createdAt,
    @Nullable Instant updatedAt) {}
