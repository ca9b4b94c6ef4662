package poca.ai.triage;

import java.util.List;
import poca.ai.reading.Span;

/// Keeps how urgent a session has been rated.
///
/// @param ruleId what set it
/// @param evidence the patient's words it rests on; empty for what is not understood and for green
public record StoredUrgency(UrgencyLevel level, String ruleId, List<Span> evidence) {

  /// How the rule ids of what is told like an emergency begin; its family follows.
  public static final String LIKENESS = "model:likeness.";

  public StoredUrgency {
    evidence = List.copyOf(evidence);
  }

  /// Set because words were not understood, or until it is answered whether they mean an emergency,
  /// not because of a warning sign: later words may lift it (contract 6.2.6 and 7).
  public boolean isFloor() {
    return Triage.isFloor(ruleId) || (level == UrgencyLevel.YELLOW && ruleId.startsWith(LIKENESS));
  }
}
