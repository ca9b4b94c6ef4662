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
import poca.ai.engine.provider.ModelClient;
import poca.ai.engine.provider.Prompt;
import poca.ai.engine.provider.ProviderFailure;
import poca.ai.engine.provider.ProviderFailure.Reason;
import poca.ai.interview.Assessment;
import poca.ai.interview.Bounds;
import poca.ai.reading.QuestionReading;

/// Asks the configured engine, then the other configured ones, at last the built-in one, which
/// needs no network; all within one time. What each of them knows of the interview is in the
/// assessment, so that any may go on where another one stopped, and nothing of a failed one is kept
/// but its bill.
final class Failover implements Engine {

  private static final Logger log = LoggerFactory.getLogger(Failover.class);

  private final List<ModelClient> lines;
  private final Builtin builtin;
  private final Duration total;
  private final MeterRegistry meters;

  /// @param lines the configured one first
  /// @param total for all of them together
  Failover(List<ModelClient> lines, Builtin builtin, Duration total, MeterRegistry meters) {
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
      var client = lines.get(i);
      try {
        return turn.by(client);
      } catch (ProviderFailure failure) {
        if (!turn.mayGoOn()) break;
        note(client, failure);
        var next =
            i + 1 < lines.size() && turn.hasTime() ? lines.get(i + 1).engine() : builtin.name();
        audience.startsAgain(new EngineChange(client.engine(), next, reason(failure.reason())));
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
    Answer by(ModelClient client) {
      var prompt = Prompts.interview(assessment);
      var first = new Release(client.engine(), assessment, Judgement.sources(assessment), audience);
      var text = ask(client, prompt, first);
      if (text == null) return withheld(client, first);
      var interviewerOutput = InterviewerOutput.of(text);
      var problem = AnswerForm.problem(assessment, interviewerOutput);
      // Advice is withheld, not repaired: a second try would only hide it better.
      if (problem == null || Judgement.breach(assessment, interviewerOutput).isPresent())
        return judged(client, interviewerOutput);
      if (first.hasLetOut()) throw ProviderFailure.of(Reason.INVALID, "wrong in the end");
      var again = new Release(client.engine(), assessment, Judgement.sources(assessment), audience);
      var repaired = ask(client, Prompts.again(prompt, text, problem), again);
      if (repaired == null) return withheld(client, again);
      var second = InterviewerOutput.of(repaired);
      if (AnswerForm.problem(assessment, second) != null
          && Judgement.breach(assessment, second).isEmpty())
        throw ProviderFailure.of(Reason.INVALID, "wrong twice");
      return judged(client, second);
    }

    /// @return null if the guard hung up
    private @Nullable String ask(ModelClient client, Prompt prompt, Release release) {
      try {
        return Failover.this.ask(client, prompt, deadline, uses, release, audience.leaves()).text();
      } catch (ProviderFailure failure) {
        if (release.breach().isPresent()) return null;
        throw failure;
      } finally {
        assessment = release.assessment();
      }
    }

    private Answer judged(ModelClient client, InterviewerOutput interviewerOutput) {
      assessment = Judgement.raised(assessment, interviewerOutput, client.engine());
      var breach = Judgement.breach(assessment, interviewerOutput);
      if (breach.isPresent()) return withheld(client, breach.get().wire());
      if (interviewerOutput.isSummary()) {
        if (!Bounds.maySumUp(assessment)) return withheld(client, "early");
        return answer(
            client,
            interviewerOutput,
            Bounds.complete(assessment, interviewerOutput.message()),
            null);
      }
      var asked = Bounds.open(assessment, interviewerOutput.message());
      if (asked.isEmpty()) return withheld(client, "repeated");
      return answer(client, interviewerOutput, interviewerOutput.message(), asked.get());
    }

    private Answer answer(
        ModelClient client,
        InterviewerOutput interviewerOutput,
        String message,
        @Nullable QuestionReading asked) {
      return new Answer(
          message,
          interviewerOutput.isSummary(),
          client.engine(),
          asked,
          null,
          raised(),
          interviewerOutput.offered(),
          uses);
    }

    private @Nullable Assessment raised() {
      return assessment == before ? null : assessment;
    }

    private Answer withheld(ModelClient client, Release release) {
      return withheld(client, release.breach().orElseThrow().wire());
    }

    private Answer withheld(ModelClient client, String why) {
      meters.counter("ai.answers.withheld", "engine", client.engine(), "reason", why).increment();
      log.info("an answer of {} is withheld: {}", client.engine(), why);
      if (mayGoOn())
        audience.startsAgain(
            new EngineChange(client.engine(), builtin.name(), EngineChange.Reason.INVALID_ANSWER));
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
      ModelClient client,
      Prompt prompt,
      long deadline,
      List<Use> uses,
      Consumer<String> ear,
      CompletionStage<?> stop) {
    var start = System.nanoTime();
    try {
      var answer = client.ask(prompt, deadline, ear, stop);
      uses.add(
          new Use(
              client.engine(), client.model(), answer.promptTokens(), answer.completionTokens()));
      return answer;
    } catch (ProviderFailure failure) {
      if (failure.promptTokens() > 0)
        uses.add(
            new Use(
                client.engine(),
                client.model(),
                failure.promptTokens(),
                failure.completionTokens()));
      throw failure;
    } finally {
      meters
          .timer("ai.engine.calls", "engine", client.engine())
          .record(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void note(ModelClient client, ProviderFailure failure) {
    var reason = failure.reason().name().toLowerCase(Locale.ROOT);
    meters.counter("ai.engine.failures", "engine", client.engine(), "reason", reason).increment();
    log.warn("{} {} gave no answer: {}", client.engine(), client.model(), failure.getMessage());
  }

  @Override
  public Draft draft(Drafting drafting) {
    var request =
        new Request(
            "draft",
            Prompts.draft(drafting),
            AnswerForm::draftProblem,
            text -> DraftCheck.problem(drafting, text));
    return written(request, () -> builtin.draft(drafting));
  }

  @Override
  public Draft summarise(Summarising summarising) {
    var request =
        new Request(
            "case_history",
            Prompts.summarise(summarising),
            text -> AnswerForm.caseHistoryProblem(summarising, text),
            _ -> null);
    return written(request, () -> builtin.summarise(summarising));
  }

  @Override
  public Draft suggest(Suggesting suggesting) {
    var request =
        new Request(
            "problems", Prompts.suggest(suggesting), AnswerForm::problemsProblem, _ -> null);
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
    for (var client : lines) {
      if (isOver(deadline)) break;
      try {
        var text = written(client, request, deadline, uses);
        if (text != null) return new Draft(text, client.engine(), uses);
        meters
            .counter("ai.answers.withheld", "engine", client.engine(), "reason", request.what())
            .increment();
        break;
      } catch (ProviderFailure failure) {
        note(client, failure);
      }
    }
    var draft = byRule.get();
    return new Draft(draft.text(), draft.engine(), joined(uses, draft.uses()));
  }

  /// @return null if it says twice what it must not
  /// @throws ProviderFailure if it is twice no such text at all
  private @Nullable String written(
      ModelClient client, Request request, long deadline, List<Use> uses) {
    var first = ask(client, request.prompt(), deadline, uses);
    var problem = request.problem(first);
    if (problem == null) return first;
    var second = ask(client, Prompts.again(request.prompt(), first, problem), deadline, uses);
    if (request.form().apply(second) != null)
      throw ProviderFailure.of(Reason.INVALID, "wrong twice");
    return request.content().apply(second) == null ? second : null;
  }

  private String ask(ModelClient client, Prompt prompt, long deadline, List<Use> uses) {
    return ask(client, prompt, deadline, uses, _ -> {}, new CompletableFuture<Void>())
        .text()
        .strip();
  }
}
