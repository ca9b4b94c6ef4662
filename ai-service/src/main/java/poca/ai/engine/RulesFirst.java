package poca.ai.engine;

import poca.ai.interview.Assessment;
import poca.ai.interview.Interview;

/// Answers by rule what no model may decide: the advice on a message that makes a session red, and
/// what comes after the summary. Everything else is the engine's.
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
}
