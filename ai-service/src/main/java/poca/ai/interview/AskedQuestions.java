package poca.ai.interview;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.reading.QuestionReading;
import poca.ai.reading.Reading;
import poca.ai.reading.Story;

/// What was asked so far, and what of it the patient has not answered.
final class AskedQuestions {

  /// Contract 6.2.7: one question of an interview is put once more.
  private static final int MOST_REPEATS = 1;

  private final Set<DetailKind> asks = EnumSet.noneOf(DetailKind.class);
  private final Set<Finding> findings = new TreeSet<>();
  private final Set<DetailKind> openAsks = EnumSet.noneOf(DetailKind.class);
  private final Set<Finding> openFindings = new TreeSet<>();
  private final Set<DetailKind> declinedAsks = EnumSet.noneOf(DetailKind.class);
  private final Set<Finding> declinedFindings = new TreeSet<>();
  private int repeats;

  AskedQuestions(Story story) {
    for (var exchange : story.exchanges()) {
      var question = exchange.askedFor();
      if (isRepeat(question)) repeats++;
      asks.addAll(question.asks());
      findings.addAll(question.findings());
    }
    story.readings().forEach(this::answered);
  }

  private boolean isRepeat(QuestionReading question) {
    return question.asksAnything()
        && !question.clarifying()
        && asks.containsAll(question.asks())
        && findings.containsAll(question.findings());
  }

  private void answered(Reading reading) {
    var question = reading.asked();
    if (AnswerFit.answers(reading)) {
      openAsks.removeAll(question.asks());
      openFindings.removeAll(question.findings());
      return;
    }
    openAsks.addAll(question.asks());
    openFindings.addAll(question.findings());
    if (!AnswerFit.isDeclined(reading)) return;
    declinedAsks.addAll(question.asks());
    declinedFindings.addAll(question.findings());
  }

  boolean was(DetailKind detailKind) {
    return asks.contains(detailKind);
  }

  boolean was(Finding finding) {
    return findings.contains(finding);
  }

  /// Whether all of it was asked.
  boolean was(QuestionReading question) {
    return asks.containsAll(question.asks()) && findings.containsAll(question.findings());
  }

  /// Asked, and no answer came.
  Set<DetailKind> unansweredAsks() {
    return openAsks;
  }

  Set<Finding> unansweredFindings() {
    return openFindings;
  }

  /// Whether it may not be asked: it was, and either answered or not to be repeated.
  boolean isDone(DetailKind detailKind) {
    return asks.contains(detailKind)
        && !(mayRepeat() && openAsks.contains(detailKind) && !declinedAsks.contains(detailKind));
  }

  boolean isDone(Finding finding) {
    return findings.contains(finding)
        && !(mayRepeat() && openFindings.contains(finding) && !declinedFindings.contains(finding));
  }

  private boolean mayRepeat() {
    return repeats < MOST_REPEATS;
  }
}
