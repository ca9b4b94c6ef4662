package poca.ai.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.ai.triage.Level;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;

/// One interview.
///
/// @param engine who answers
/// @param urgency null before the first message, then never lowered
public record AiSession(
    AiSessionId id,
    ChatId chat,
    Instant startedAt,
    @Nullable Instant endedAt,
    String engine,
    @Nullable Level urgency) {}
