package poca.ai.engine;

import poca.ai.interview.Assessment;
import poca.ai.interview.Interview;
import poca.ai.interview.Turn;

/// Answers by rule, without a model and without a network; always the last resort.
final class Builtin implements Engine {

  static final String NAME = "builtin";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Answer answer(Assessment assessment) {
    var next = Interview.next(assessment);
    return answer(next, next.text());
  }

  static Answer answer(Turn next, String message) {
    return new Answer(
        message,
        next.isSummary(),
        NAME,
        next.asked(),
        next instanceof Turn.Noted noted ? noted.addition() : null);
  }
}
