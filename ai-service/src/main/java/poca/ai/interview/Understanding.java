package poca.ai.interview;

import java.util.List;
import poca.ai.reading.Reading;
import poca.ai.reading.Statement;
import poca.ai.reading.Story;
import poca.ai.triage.Urgency;

/// Whether the patient was understood (contract 6.2.6): the concern is in a table, and at least
/// half of what was stated holds something that is recognised.
final class Understanding {

  private Understanding() {}

  static boolean of(Story story, Urgency urgency, boolean baby) {
    if (story.readings().stream().allMatch(Reading::isSmallTalk)) return true;
    var concern = Concern.of(story, urgency, baby);
    return concern.complaint() != Complaints.GENERAL && isMostlyRecognised(story.readings());
  }

  private static boolean isMostlyRecognised(List<Reading> readings) {
    var stated =
        readings.stream().flatMap(r -> r.statements().stream()).filter(s -> !s.question()).toList();
    return 2 * stated.stream().filter(Statement::recognised).count() >= stated.size();
  }
}
