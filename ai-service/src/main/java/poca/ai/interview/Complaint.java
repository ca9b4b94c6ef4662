package poca.ai.interview;

import java.util.List;
import java.util.Set;
import poca.ai.reading.Finding;

/// A kind of concern: how it is recognised, what matters for it, what the doctor has to decide.
///
/// @param it how a question names it: "the fever"
/// @param triggers the findings that make it the concern
/// @param babiesOnly whether it is a concern of the first year of life only
/// @param topics what to ask, the most important first
/// @param decisions questions for the doctor that this concern raises
record Complaint(
    String name,
    String it,
    Set<Finding> triggers,
    boolean babiesOnly,
    List<Topic> topics,
    List<String> decisions) {

  static Complaint baby(
      String name, String it, Set<Finding> on, List<Topic> topics, String... decisions) {
    return new Complaint(name, it, on, true, topics, List.of(decisions));
  }

  static Complaint any(
      String name, String it, Set<Finding> on, List<Topic> topics, String... decisions) {
    return new Complaint(name, it, on, false, topics, List.of(decisions));
  }

  static Set<Finding> on(Finding... triggers) {
    return Set.of(triggers);
  }

  static List<Topic> asking(Topic... topics) {
    return List.of(topics);
  }
}
