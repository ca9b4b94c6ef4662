package poca.ai.interview;

import poca.ai.triage.Level;
import poca.ai.triage.Urgency;

/// What the interviewer says next.
public sealed interface Turn {

  String text();

  Urgency urgency();

  /// Whether the new message is the one that made the session red.
  boolean newlyRed();

  /// True for the summary only.
  default boolean isSummary() {
    return this instanceof Summary;
  }

  default boolean isRed() {
    return urgency().level() == Level.RED;
  }

  /// One follow-up question to the patient.
  record Question(String text, Urgency urgency, boolean newlyRed) implements Turn {}

  /// The summary for the doctor, given once.
  record Summary(String text, Urgency urgency, boolean newlyRed) implements Turn {}

  /// The summary has been given before; the message is kept and rated, and nothing more is asked.
  record Noted(String text, Urgency urgency, boolean newlyRed) implements Turn {}
}
