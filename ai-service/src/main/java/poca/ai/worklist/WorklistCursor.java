package poca.ai.worklist;

import java.time.Instant;
import java.util.List;
import poca.contracts.AiSessionId;
import poca.platform.web.Paging;

/// A place in the order of the work.
///
/// @param rank the lower, the more urgent
record WorklistCursor(int rank, Instant since, AiSessionId id) {

  List<?> keys() {
    return List.of(rank, since, id);
  }

  /// @throws poca.platform.web.Refusal 422 for what are no such keys
  static WorklistCursor of(List<String> keys) {
    try {
      return new WorklistCursor(
          Integer.parseInt(keys.get(0)), Paging.timeOf(keys.get(1)), AiSessionId.of(keys.get(2)));
    } catch (IllegalArgumentException notOurs) {
      throw Paging.badCursor();
    }
  }
}
