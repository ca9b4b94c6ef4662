package poca.ai.interview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.QuestionReading;

/// The interviewer says one of three things next: a question, the summary, or that an addition was
/// noted.
public sealed interface AssistantTurn {

  String text();

  /// What it asks for.
  default QuestionReading asked() {
    return QuestionReading.NOTHING;
  }

  /// Answers for a tap, if it is a question that has a short set of them.
  default List<String> choices() {
    return Choices.of(asked());
  }

  /// True for the summary only.
  default boolean isSummary() {
    return this instanceof Summary;
  }

  /// One follow-up question to the patient.
  record Question(String text, QuestionReading asked) implements AssistantTurn {}

  /// The summary for the doctor, given once.
  record Summary(String text) implements AssistantTurn {}

  /// The summary has been given before; nothing more is asked.
  ///
  /// @param addition what the summary is to be extended by, null for a mere thanks
  record Noted(String text, @Nullable String addition) implements AssistantTurn {}
}
