package poca.ai.engine;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Assessment;
import poca.ai.interview.Interview;
import poca.ai.interview.Turn;

/// Answers by rule what no model may decide: the advice on a message that makes a session red, and
/// whatever is neither a question nor the summary. Everything else is the engine's.
final class RulesFirst implements Engine {

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
    var next = Interview.next(assessment);
    if (assessment.newlyRed()) return advice(assessment, next, null);
    if (!(next instanceof Turn.Question || next instanceof Turn.Summary))
      return Builtin.answer(next, next.text(), null);
    var answer = engine.answer(assessment);
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
        uses);
  }

  private Answer advice(Assessment assessment, Turn next, @Nullable Assessment raised) {
    var contact = assessment.intake().doctor().contact();
    return Builtin.answer(next, Interview.redReply(next, emergencyNumber, contact), raised);
  }

  @Override
  public Draft draft(Drafting drafting) {
    return engine.draft(drafting);
  }
}
