package poca.ai.engine;

import poca.ai.interview.Assessment;
import poca.ai.interview.Interview;
import poca.ai.language.Notices;
import poca.ai.reading.Asked;

/// Answers by rule what no model may decide: the advice on a message that makes a session red, what
/// is written in a language that the rules cannot read, and what comes after the summary.
/// Everything else is the engine's.
final class RulesFirst implements Engine {

  /// Of messages that cannot be read, this one gets the summary; so does the fourth of any session
  /// that cannot be read.
  private static final int UNREAD_BEFORE_SUMMARY = 2;

  private static final int MESSAGES_BEFORE_SUMMARY = 4;

  private final Engine engine;
  private final String emergencyNumber;

  RulesFirst(Engine engine, String emergencyNumber) {
    this.engine = engine;
    this.emergencyNumber = emergencyNumber;
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public Answer answer(Assessment assessment) {
    if (!assessment.isRead()) {
      return unread(assessment, String.valueOf(assessment.language()));
    }
    if (assessment.newlyRed()) {
      var next = Interview.next(assessment);
      var contact = assessment.intake().doctor().contact();
      return Builtin.answer(next, Interview.redReply(next, emergencyNumber, contact));
    }
    if (assessment.hasSummary()) {
      var noted = Interview.next(assessment);
      return Builtin.answer(noted, noted.text());
    }
    return engine.answer(assessment);
  }

  /// No question follows: its answer could not be read either.
  private Answer unread(Assessment assessment, String language) {
    var fixed =
        assessment.newlyRed()
            ? Notices.emergency(language, emergencyNumber, assessment.intake().doctor().contact())
            : Notices.unread(language, emergencyNumber);
    if (assessment.hasSummary()) {
      var noted = Interview.next(assessment);
      return Builtin.answer(noted, fixed + "\n\n" + noted.text());
    }
    if (assessment.newlyRed() || !isTimeForSummary(assessment)) {
      return new Answer(fixed, false, Builtin.NAME, Asked.NOTHING, null);
    }
    var summary = Interview.summary(assessment);
    return Builtin.answer(summary, summary.text());
  }

  private static boolean isTimeForSummary(Assessment assessment) {
    return assessment.unreadMessages() >= UNREAD_BEFORE_SUMMARY
        || assessment.story().exchanges().size() >= MESSAGES_BEFORE_SUMMARY;
  }
}
