package poca.ai.triage;

import java.util.List;
import poca.ai.reading.Span;

/// The urgency of a session after its newest message, with the rule that decides and the words it
/// rests on.
///
/// @param level never lower than after an earlier message of the same session
/// @param ruleId the rule that first raised the session to this level; [Triage#GREEN_RULE] when
///   none did
/// @param ruleSet version of the rules
/// @param reason what the rule saw, for the doctor
/// @param since id of the message that first reached this level
/// @param evidence the patient's words behind `ruleId`, in order; empty for green
/// @param firings every rule that has fired so far, the most urgent first
public record Urgency(
    UrgencyLevel level,
    String ruleId,
    String ruleSet,
    String reason,
    String since,
    List<Span> evidence,
    List<Firing> firings) {

  /// The same rating under another rule, for what no rule over the words has set.
  public Urgency under(StoredUrgency rating, String reason, String since) {
    return new Urgency(
        rating.level(), rating.ruleId(), ruleSet, reason, since, rating.evidence(), firings);
  }

  public StoredUrgency rating() {
    return new StoredUrgency(level, ruleId, evidence);
  }

  /// One rule that fired.
  ///
  /// @param since id of the message that made it fire
  public record Firing(
      String ruleId, UrgencyLevel level, String reason, String since, List<Span> evidence) {}
}
