package poca.ai.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Assessment;
import poca.ai.interview.AssistantTurn;
import poca.ai.interview.Helplines;
import poca.ai.interview.Interview;
import poca.ai.language.Notices;
import poca.ai.triage.UrgencyLevel;

/// Answers by rule what no model may decide: the advice on a message that makes a session red and
/// on each that follows the summary of a red one, what is written in a language that the rules
/// cannot read, the question that settles whether it is an emergency, and whatever is neither a
/// question nor the summary. Everything else is the engine's.
final class RulesFirst implements Engine {

  /// Of messages that cannot be read, this one gets the summary; so does the fourth of any session
  /// that cannot be read.
  private static final int UNREAD_BEFORE_SUMMARY = 2;

  private static final int MESSAGES_BEFORE_SUMMARY = 4;

  private final Engine engine;
  private final Helplines lines;

  RulesFirst(Engine engine, Helplines lines) {
    this.engine = engine;
    this.lines = lines;
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public Answer answer(Assessment assessment, Audience audience) {
    if (!assessment.isRead()) {
      return unread(assessment, String.valueOf(assessment.language()));
    }
    var next = Interview.next(assessment);
    if (assessment.newlyRed() || isRedAfterSummary(assessment))
      return advice(assessment, next, null);
    var isForModels =
        next instanceof AssistantTurn.Question || next instanceof AssistantTurn.Summary;
    if (!isForModels || assessment.confirm() != null)
      return Builtin.answer(next, next.text(), null);
    var answer = engine.answer(assessment, audience);
    var raised = answer.raised();
    if (raised == null || !raised.newlyRed()) return answer;
    var advised = advice(raised, Interview.next(raised), raised);
    var uses = new ArrayList<>(answer.uses());
    uses.addAll(advised.uses());
    return new Answer(
        advised.message(),
        advised.isSummary(),
        advised.engine(),
        advised.asked(),
        advised.addition(),
        raised,
        List.of(),
        uses);
  }

  /// Who still writes instead of going is told again.
  private static boolean isRedAfterSummary(Assessment assessment) {
    return assessment.hasSummary() && assessment.urgency().level() == UrgencyLevel.RED;
  }

  private Answer advice(Assessment assessment, AssistantTurn next, @Nullable Assessment raised) {
    return Builtin.answer(next, Interview.redReply(assessment, next, lines), raised);
  }

  @Override
  public Draft draft(Drafting drafting) {
    return engine.draft(drafting);
  }

  @Override
  public Draft summarise(Summarising summarising) {
    return engine.summarise(summarising);
  }

  @Override
  public Draft suggest(Suggesting suggesting) {
    return engine.suggest(suggesting);
  }

  /// No question follows: its answer could not be read either.
  private Answer unread(Assessment assessment, String language) {
    var fixed =
        assessment.newlyRed() || isRedAfterSummary(assessment)
            ? Notices.emergency(language, lines.emergency(), assessment.intake().doctor().contact())
            : Notices.unread(language, lines.emergency());
    if (assessment.hasSummary()) {
      var noted = Interview.next(assessment);
      return Builtin.answer(noted, fixed + "\n\n" + noted.text(), null);
    }
    if (assessment.newlyRed() || !isTimeForSummary(assessment)) {
      return Builtin.fixed(fixed);
    }
    var summary = Interview.summary(assessment);
    return Builtin.answer(summary, summary.text(), null);
  }

  private static boolean isTimeForSummary(Assessment assessment) {
    return assessment.unreadMessages() >= UNREAD_BEFORE_SUMMARY
        || assessment.story().exchanges().size() >= MESSAGES_BEFORE_SUMMARY;
  }
}
