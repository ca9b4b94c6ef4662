package poca.ai.interview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Story;
import poca.ai.triage.Urgency;
import poca.ai.triage.UrgencyLevel;

/// The dangers that were told without having been asked for, by name and in the patient's words,
/// wherever they stand.
final class ReportedDangers {

  private static final int MOST = 6;
  private static final int LONGEST = 80;

  private ReportedDangers() {}

  /// Each as `name ("words")`, of what the rules that say red rest on.
  static List<String> of(Story story, Urgency urgency, Passages passages) {
    var evidence =
        urgency.firings().stream()
            .filter(f -> f.level() == UrgencyLevel.RED)
            .flatMap(f -> f.evidence().stream())
            .distinct()
            .toList();
    Map<Finding, String> told = new LinkedHashMap<>();
    story
        .mentions()
        .filter(m -> evidence.contains(m.span()) && isNamed(m, passages.words(m.span())))
        .filter(m -> !passages.isQuestion(m.span()))
        .filter(m -> !Naming.isGuess(passages.reading(m.span()).message(), m.span().start()))
        .forEach(m -> told.putIfAbsent(m.finding(), Quote.of(passages.words(m.span()), LONGEST)));
    return KnownFacts.withoutBroader(List.copyOf(told.keySet())).stream()
        .limit(MOST)
        .map(finding -> finding.label() + " (" + told.get(finding) + ")")
        .toList();
  }

  /// Whether it is a sign that a patient would come with, or that is called by its very name: other
  /// concepts only help the rules to tell one thing from another.
  static boolean isNamed(Mention mention, String words) {
    return isSign(mention)
        && (Complaints.isConcern(mention.finding())
            || Passages.isLiteral(mention.finding().label(), words));
  }

  private static boolean isSign(Mention mention) {
    var finding = mention.finding();
    return mention.present()
        && !mention.answer()
        && !finding.isCondition()
        && !finding.isCourse()
        && !finding.isWho();
  }
}
