package poca.ai.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import poca.ai.engine.provider.Completion;
import poca.ai.engine.provider.Line;
import poca.ai.engine.provider.Prompt;
import poca.ai.engine.provider.ProviderFailure;
import poca.ai.engine.provider.ProviderFailure.Reason;
import poca.ai.interview.Assessment;
import poca.ai.interview.Bounds;
import poca.ai.reading.Asked;

/// Asks the configured engine, then the other configured ones, at last the built-in one, which
/// needs no network; all within one time. What each of them knows of the interview is in the
/// assessment, so that any may go on where another one stopped, and nothing of a failed one is kept
/// but its bill.
final class Failover implements Engine {

  private static final Logger log = LoggerFactory.getLogger(Failover.class);

  private final List<Line> lines;
  private final Builtin builtin;
  private final Duration total;
  private final MeterRegistry meters;

  /// @param lines the configured one first
  /// @param total for all of them together
  Failover(List<Line> lines, Builtin builtin, Duration total, MeterRegistry meters) {
    this.lines = List.copyOf(lines);
    this.builtin = builtin;
    this.total = total;
    this.meters = meters;
  }

  @Override
  public String name() {
    return lines.isEmpty() ? builtin.name() : lines.getFirst().engine();
  }

  @Override
  public Answer answer(Assessment assessment, Audience audience) {
    var turn = new Interviewing(assessment, audience, System.nanoTime() + total.toNanos());
    for (int i = 0; i < lines.size() && turn.mayGoOn(); i++) {
      var line = lines.get(i);
      try {
        return turn.by(line);
      } catch (ProviderFailure failure) {
        if (!turn.mayGoOn()) break;
        note(line, failure);
        var next =
            i + 1 < lines.size() && turn.hasTime() ? lines.get(i + 1).engine() : builtin.name();
        audience.startsAgain(new EngineChange(line.engine(), next, reason(failure.reason())));
      }
    }
    return turn.byRule();
  }

  private static EngineChange.Reason reason(Reason reason) {
    return switch (reason) {
      case TIMEOUT -> EngineChange.Reason.TIMEOUT;
      case RATE_LIMITED -> EngineChange.Reason.RATE_LIMITED;
      case AUTH, UNAVAILABLE, BAD_REQUEST, CANCELLED -> EngineChange.Reason.UNAVAILABLE;
      case BLOCKED, INVALID -> EngineChange.Reason.INVALID_ANSWER;
    };
  }

  private static boolean isOver(long deadline) {
    return deadline - System.nanoTime() <= 0 || Thread.currentThread().isInterrupted();
  }

  /// One turn, by whichever engine answers in the end.
  private final class Interviewing {

    private final Assessment before;
    private final Audience audience;
    private final long deadline;
    private final List<Use> uses = new ArrayList<>();

    /// A model that has raised the urgency may fail after that: its evidence has been verified.
    private Assessment assessment;

    Interviewing(Assessment before, Audience audience, long deadline) {
      this.before = before;
      this.audience = audience;
      this.deadline = deadline;
      this.assessment = before;
    }

    boolean hasTime() {
      return !isOver(deadline);
    }

    /// What a model has made red, the rules answer.
    boolean mayGoOn() {
      return hasTime() && !audience.hasLeft() && !assessment.newlyRed();
    }

    /// @throws ProviderFailure also for an answer that is wrong twice
    Answer by(Line line) {
      var prompt = Prompts.interview(assessment);
      var first = new Release(line.engine(), assessment, Judgement.sources(assessment), audience);
      var text = ask(line, prompt, first);
      if (text == null) return withheld(line, first);
      var speech = Speech.of(text);
      var problem = Form.problem(assessment, speech);
      // Advice is withheld, not repaired: a second try would only hide it better.
      if (problem == null || Judgement.breach(assessment, speech).isPresent())
        return judged(line, speech);
      if (first.hasLetOut()) throw ProviderFailure.of(Reason.INVALID, "wrong in the end");
      var again = new Release(line.engine(), assessment, Judgement.sources(assessment), audience);
      var repaired = ask(line, Prompts.again(prompt, text, problem), again);
      if (repaired == null) return withheld(line, again);
      var second = Speech.of(repaired);
      if (Form.problem(assessment, second) != null
          && Judgement.breach(assessment, second).isEmpty())
        throw ProviderFailure.of(Reason.INVALID, "wrong twice");
      return judged(line, second);
    }

    /// @return null if the guard hung up
    private @Nullable String ask(Line line, Prompt prompt, Release release) {
      try {
        return Failover.this.ask(line, prompt, deadline, uses, release, audience.leaves()).text();
      } catch (ProviderFailure failure) {
        if (release.breach().isPresent()) return null;
        throw failure;
      } finally {
        assessment = release.assessment();
      }
    }

    private Answer judged(Line line, Speech speech) {
      assessment = Judgement.raised(assessment, speech, line.engine());
      var breach = Judgement.breach(assessment, speech);
      if (breach.isPresent()) return withheld(line, breach.get().wire());
      if (speech.isSummary()) {
        if (!Bounds.maySumUp(assessment)) return withheld(line, "early");
        return answer(line, speech, Bounds.complete(assessment, speech.message()), null);
      }
      var asked = Bounds.open(assessment, speech.message());
      if (asked.isEmpty()) return withheld(line, "repeated");
      return answer(line, speech, speech.message(), asked.get());
    }

    private Answer answer(Line line, Speech speech, String message, @Nullable Asked asked) {
      return new Answer(
          message,
          speech.isSummary(),
          line.engine(),
          asked,
          null,
          raised(),
          speech.offered(),
          uses);
    }

    private @Nullable Assessment raised() {
      return assessment == before ? null : assessment;
    }

    private Answer withheld(Line line, Release release) {
      return withheld(line, release.breach().orElseThrow().wire());
    }

    private Answer withheld(Line line, String why) {
      meters.counter("ai.answers.withheld", "engine", line.engine(), "reason", why).increment();
      log.info("an answer of {} is withheld: {}", line.engine(), why);
      if (mayGoOn())
        audience.startsAgain(
            new EngineChange(line.engine(), builtin.name(), EngineChange.Reason.INVALID_ANSWER));
      return byRule();
    }

    Answer byRule() {
      var answer = builtin.answer(assessment, audience);
      return new Answer(
          answer.message(),
          answer.isSummary(),
          answer.engine(),
          answer.asked(),
          answer.addition(),
          raised(),
          List.of(),
          audience.hasLeft() ? uses : joined(uses, answer.uses()));
    }
  }

  private static List<Use> joined(List<Use> some, List<Use> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private Completion ask(
      Line line,
      Prompt prompt,
      long deadline,
      List<Use> uses,
      Consumer<String> ear,
      CompletionStage<?> stop) {
    var start = System.nanoTime();
    try {
      var answer = line.ask(prompt, deadline, ear, stop);
      uses.add(
          new Use(line.engine(), line.model(), answer.promptTokens(), answer.completionTokens()));
      return answer;
    } catch (ProviderFailure failure) {
      if (failure.promptTokens() > 0)
        uses.add(
            new Use(
                line.engine(), line.model(), failure.promptTokens(), failure.completionTokens()));
      throw failure;
    } finally {
      meters
          .timer("ai.engine.calls", "engine", line.engine())
          .record(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void note(Line line, ProviderFailure failure) {
    var reason = failure.reason().name().toLowerCase(Locale.ROOT);
    meters.counter("ai.engine.failures", "engine", line.engine(), "reason", reason).increment();
    log.warn("{} {} gave no answer: {}", line.engine(), line.model(), failure.getMessage());
  }

  @Override
  public Draft draft(Drafting drafting) {
    var request =
        new Request(
            "draft",
            Prompts.draft(drafting),
            Form::draftProblem,
            text -> DraftCheck.problem(drafting, text));
    return written(request, () -> builtin.draft(drafting));
  }

  @Override
  public Draft summarise(Summarising summarising) {
    var request =
        new Request(
            "case_history",
            Prompts.summarise(summarising),
            text -> Form.caseHistoryProblem(summarising, text),
            _ -> null);
    return written(request, () -> builtin.summarise(summarising));
  }

  @Override
  public Draft suggest(Suggesting suggesting) {
    var request =
        new Request("problems", Prompts.suggest(suggesting), Form::problemsProblem, _ -> null);
    return written(request, () -> builtin.suggest(suggesting));
  }

  /// A text that is asked for.
  ///
  /// @param form what is wrong about an answer that is no such text; null if nothing is
  /// @param content what it says that it must not; null if nothing
  private record Request(
      String what,
      Prompt prompt,
      Function<String, @Nullable String> form,
      Function<String, @Nullable String> content) {

    @Nullable String problem(String text) {
      var problem = form.apply(text);
      return problem != null ? problem : content.apply(text);
    }
  }

  private Draft written(Request request, Supplier<Draft> byRule) {
    var uses = new ArrayList<Use>();
    var deadline = System.nanoTime() + total.toNanos();
    for (var line : lines) {
      if (isOver(deadline)) break;
      try {
        var text = written(line, request, deadline, uses);
        if (text != null) return new Draft(text, line.engine(), uses);
        meters
            .counter("ai.answers.withheld", "engine", line.engine(), "reason", request.what())
            .increment();
        break;
      } catch (ProviderFailure failure) {
        note(line, failure);
      }
    }
    var draft = byRule.get();
    return new Draft(draft.text(), draft.engine(), joined(uses, draft.uses()));
  }

  /// @return null if it says twice what it must not
  /// @throws ProviderFailure if it is twice no such text at all
  private @Nullable String written(Line line, Request request, long deadline, List<Use> uses) {
    var first = ask(line, request.prompt(), deadline, uses);
    var problem = request.problem(first);
    if (problem == null) return first;
    var second = ask(line, Prompts.again(request.prompt(), first, problem), deadline, uses);
    if (request.form().apply(second) != null)
      throw ProviderFailure.of(Reason.INVALID, "wrong twice");
    return request.content().apply(second) == null ? second : null;
  }

  private String ask(Line line, Prompt prompt, long deadline, List<Use> uses) {
    return ask(line, prompt, deadline, uses, _ -> {}, new CompletableFuture<Void>()).text().strip();
  }
}
