package poca.ai.engine;

import poca.ai.interview.Intake;
import poca.ai.interview.Interview;

/// Answers by rule, without a model and without a network; always the last resort.
final class Builtin implements Engine {

  static final String NAME = "builtin";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Answer answer(Intake intake) {
    var next = Interview.next(intake);
    return new Answer(next.text(), next.isSummary());
  }
}
