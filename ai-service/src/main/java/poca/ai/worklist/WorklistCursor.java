package poca.ai.worklist;

import java.time.Instant;
import poca.contracts.AiSessionId;

/// A place in the order of the work.
///
/// @param rank the lower, the more urgent
record WorklistCursor(int rank, Instant since, AiSessionId id) {}
