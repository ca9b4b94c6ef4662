package poca.ai.engine;

import org.jspecify.annotations.Nullable;
import poca.ai.interview.Assessment;
import poca.ai.reading.Asked;

/// Answers a patient's newest message: with one follow-up question or, once, with the summary for
/// the doctor. How urgent the message is was rated before by rules that are the same for all.
public interface Engine {

  /// As clients see it: `builtin`, `openai`, `gemini` or `vertexai`.
  String name();

  Answer answer(Assessment assessment);

  /// @param engine who answered
  /// @param asked what it asks for, null if that has to be read from the message
  /// @param addition what the summary that has been given is to be extended by
  record Answer(
      String message,
      boolean isSummary,
      String engine,
      @Nullable Asked asked,
      @Nullable String addition) {}
}
