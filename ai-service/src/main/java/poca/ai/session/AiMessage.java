package poca.ai.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;

/// One exchange: what the patient side wrote and what the assistant answered.
///
/// @param seq its place in the session
/// @param response null while it is not answered
/// @param engine who answered; null without an answer of an engine
public record AiMessage(
    AiMessageId id,
    AiSessionId session,
    int seq,
    String message,
    @Nullable String response,
    boolean isSummary,
    @Nullable String engine,
    Instant at) {}
