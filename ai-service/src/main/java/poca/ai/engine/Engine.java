package poca.ai.engine;

import poca.ai.interview.Intake;

/// Answers a patient's newest message: with one follow-up question or, once, with the summary for
/// the doctor. How urgent the message is was rated before by rules that are the same for all.
public interface Engine {

  /// As clients see it: `builtin`, `openai`, `gemini` or `vertexai`.
  String name();

  /// @param intake with the newest message last, still without a response
  Answer answer(Intake intake);

  record Answer(String message, boolean isSummary) {}
}
