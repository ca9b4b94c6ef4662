package poca.chat.assistant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.contracts.AiSessionId;

/// The interview that a chat shows (contract 3): of those that wait for the doctor the most urgent,
/// then the newest; if none waits, the newest.
///
/// @param urgency null before the first message
/// @param attendedAt null while it waits for the doctor
public record Assistant(
    AiSessionId sessionId,
    @Nullable String urgency,
    boolean understood,
    boolean summaryReady,
    boolean ended,
    @Nullable Instant attendedAt,
    Instant updatedAt) {}
