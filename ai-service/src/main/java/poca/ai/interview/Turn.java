package poca.ai.interview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Asked;

/// The interviewer says one of three things next: a question, the summary, or that an addition was
/// noted.
public sealed interface Turn {

  String text();

  /// What it asks for.
  default Asked asked() {
    return Asked.NOTHING;
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
  record Question(String text, Asked asked) implements Turn {}

  /// The summary for the doctor, given once.
  record Summary(String text) implements Turn {}

  /// The summary has been given before; nothing more is asked.
  ///
  /// @param addition what the summary is to be extended by, null for a mere thanks
  record Noted(String text, @Nullable String addition) implements Turn {}
}
