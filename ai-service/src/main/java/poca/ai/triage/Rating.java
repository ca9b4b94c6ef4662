package poca.ai.triage;

import java.util.List;
import poca.ai.reading.Span;

/// How urgent a session has been rated, as it is kept.
///
/// @param ruleId what set it
/// @param evidence the patient's words it rests on; empty for a floor and for green
public record Rating(Level level, String ruleId, List<Span> evidence) {

  public Rating {
    evidence = List.copyOf(evidence);
  }

  /// Set because words were not understood, not because of a warning sign: later words that are
  /// understood may lift it (contract 6.2.6).
  public boolean isFloor() {
    return Triage.isFloor(ruleId);
  }
}
