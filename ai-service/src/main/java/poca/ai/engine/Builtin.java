package poca.ai.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Assessment;
import poca.ai.interview.AssistantTurn;
import poca.ai.interview.Interview;
import poca.ai.reading.QuestionReading;
import poca.ai.triage.Triage;

/// Answers by rule, without a model and without a network; always the last resort.
final class Builtin implements Engine {

  static final String NAME = BUILTIN;

  /// Its model is the rules.
  static final Use USE = new Use(NAME, Triage.RULE_SET, 0, 0);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Answer answer(Assessment assessment, Audience audience) {
    var next = Interview.next(assessment);
    return answer(next, next.text(), null);
  }

  @Override
  public Draft draft(Drafting drafting) {
    return new Draft(drafting.byRule(), NAME, List.of(USE));
  }

  @Override
  public Draft summarise(Summarising summarising) {
    return new Draft(summarising.byRule(), NAME, List.of(USE));
  }

  /// The rules' own suggestions are made where they are shown.
  @Override
  public Draft suggest(Suggesting suggesting) {
    return new Draft("", NAME, List.of(USE));
  }

  /// A text that asks for nothing.
  static Answer fixed(String message) {
    return new Answer(
        message, false, NAME, QuestionReading.NOTHING, null, null, List.of(), List.of(USE));
  }

  static Answer answer(AssistantTurn next, String message, @Nullable Assessment raised) {
    return new Answer(
        message,
        next.isSummary(),
        NAME,
        next.asked(),
        next instanceof AssistantTurn.Noted noted ? noted.addition() : null,
        raised,
        List.of(),
        List.of(USE));
  }
}
