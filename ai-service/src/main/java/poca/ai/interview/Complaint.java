package poca.ai.interview;

import java.util.List;
import java.util.Set;
import poca.ai.reading.Finding;

/// A kind of concern: how it is recognised, what matters for it, what the doctor has to decide.
///
/// @param it how a question names it: "the fever"
/// @param triggers the findings that make it the concern
/// @param named those of them whose name says no more than a patient does who tells of them
/// @param babiesOnly whether it is a concern of the first year of life only
/// @param topics what to ask, the most important first
/// @param decisions questions for the doctor that this concern raises
record Complaint(
    String name,
    String it,
    Set<Finding> triggers,
    Set<Finding> named,
    boolean babiesOnly,
    List<QuestionTopic> topics,
    List<String> decisions) {

  /// Whether somebody is ill: a request and a question are none.
  boolean asksAfterIllness() {
    return triggers.stream().noneMatch(Finding::isCourse);
  }
}
