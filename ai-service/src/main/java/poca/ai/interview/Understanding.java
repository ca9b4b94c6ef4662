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
    var readings = story.readings();
    if (!readings.getLast().language().isRead()) return false;
    if (readings.stream().allMatch(Reading::isSmallTalk)) return true;
    var concern = Concern.of(story, urgency, baby);
    return concern.complaint() != Complaints.GENERAL && isMostlyRecognised(readings);
  }

  /// Grave words that nothing read weigh more than a clause: one for every four that were
  /// recognised beside the first is too many.
  private static boolean isMostlyRecognised(List<Reading> readings) {
    var stated =
        readings.stream().flatMap(r -> r.statements().stream()).filter(s -> !s.question()).toList();
    long recognised = stated.stream().filter(Statement::recognised).count();
    int grave = readings.stream().mapToInt(Reading::unreadGraveWords).sum();
    return 2 * recognised >= stated.size() && grave <= 1 + recognised / 4;
  }
}
