package poca.ai.engine;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import poca.ai.engine.provider.Completion;
import poca.ai.engine.provider.Line;
import poca.ai.engine.provider.Prompt;
import poca.ai.engine.provider.ProviderFailure;
import poca.ai.engine.provider.ProviderFailure.Reason;
import poca.ai.interview.Assessment;
import poca.ai.interview.Bounds;
import poca.ai.interview.Intake;
import poca.ai.triage.Level;

/// Asks the configured engine, then the other configured ones, at last the built-in one, which
/// needs no network; all within one time. What each of them knows of the interview is in the
/// assessment, so that any may go on where another one stopped, and nothing of a failed one is kept
/// but its bill.
final class Failover implements Engine {

  private static final Logger log = LoggerFactory.getLogger(Failover.class);

  /// A draft for something serious has to send the patient somewhere.
  private static final Pattern COME_IN =
      Pattern.compile(
          "(?i)\\b(?:emergency|come in|come to|hospital|ambulance|clinic|call|urgent|at once|immediately)\\b");

  private static final Pattern WAITING =
      Pattern.compile(
          "(?i)\\b(?:no need|not urgent|nothing serious|don'?t worry|do not worry|harmless|can wait|safe to wait"
              + "|wait and see|will (?:pass|go away|settle|be fine))\\b");

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
  public Answer answer(Assessment assessment) {
    var uses = new ArrayList<Use>();
    var deadline = System.nanoTime() + total.toNanos();
    for (var line : lines) {
      if (isOver(deadline)) break;
      try {
        var speech = speech(line, assessment, deadline, uses);
        return judged(line, assessment, speech, uses);
      } catch (ProviderFailure failure) {
        note(line, failure);
      }
    }
    return byRule(assessment, assessment, uses);
  }

  private static boolean isOver(long deadline) {
    return deadline - System.nanoTime() <= 0 || Thread.currentThread().isInterrupted();
  }

  /// @throws ProviderFailure also for an answer that is wrong twice
  private Speech speech(Line line, Assessment assessment, long deadline, List<Use> uses) {
    var prompt = Prompts.interview(assessment);
    var first = ask(line, prompt, deadline, uses).text();
    var speech = Speech.of(first);
    var problem = Form.problem(assessment, speech);
    // Advice is withheld, not repaired: a second try would only hide it better.
    if (problem == null || breach(assessment, speech)) return speech;
    var second = ask(line, Prompts.again(prompt, first, problem), deadline, uses).text();
    var repaired = Speech.of(second);
    if (Form.problem(assessment, repaired) != null && !breach(assessment, repaired))
      throw ProviderFailure.of(Reason.INVALID, "wrong twice");
    return repaired;
  }

  private static boolean breach(Assessment assessment, Speech speech) {
    return Guard.in(speech.message(), sources(assessment)).isPresent();
  }

  private Completion ask(Line line, Prompt prompt, long deadline, List<Use> uses) {
    var start = System.nanoTime();
    try {
      var answer = line.ask(prompt, deadline);
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

  private Answer judged(Line line, Assessment before, Speech speech, List<Use> uses) {
    var level = speech.level();
    var assessment =
        level == null
            ? before
            : Bounds.raised(before, level, speech.evidence(), "model:" + line.engine())
                .orElse(before);
    var breach = Guard.in(speech.message(), sources(assessment));
    if (breach.isPresent()) return withheld(line, breach.get().wire(), before, assessment, uses);
    var raised = assessment == before ? null : assessment;
    if (speech.isSummary()) {
      if (!Bounds.maySumUp(assessment)) return withheld(line, "early", before, assessment, uses);
      var summary = Bounds.complete(assessment, speech.message());
      return new Answer(summary, true, line.engine(), null, null, raised, uses);
    }
    var asked = Bounds.open(assessment, speech.message());
    if (asked.isEmpty()) return withheld(line, "repeated", before, assessment, uses);
    return new Answer(speech.message(), false, line.engine(), asked.get(), null, raised, uses);
  }

  private Answer withheld(
      Line line, String why, Assessment before, Assessment assessment, List<Use> uses) {
    meters.counter("ai.answers.withheld", "engine", line.engine(), "reason", why).increment();
    log.info("an answer of {} is withheld: {}", line.engine(), why);
    return byRule(before, assessment, uses);
  }

  private Answer byRule(Assessment before, Assessment assessment, List<Use> uses) {
    var answer = builtin.answer(assessment);
    return new Answer(
        answer.message(),
        answer.isSummary(),
        answer.engine(),
        answer.asked(),
        answer.addition(),
        assessment == before ? null : assessment,
        joined(uses, answer.uses()));
  }

  private static List<Use> joined(List<Use> some, List<Use> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private void note(Line line, ProviderFailure failure) {
    var reason = failure.reason().name().toLowerCase(Locale.ROOT);
    meters.counter("ai.engine.failures", "engine", line.engine(), "reason", reason).increment();
    log.warn("{} {} gave no answer: {}", line.engine(), line.model(), failure.getMessage());
  }

  @Override
  public Draft draft(Drafting drafting) {
    var uses = new ArrayList<Use>();
    var deadline = System.nanoTime() + total.toNanos();
    for (var line : lines) {
      if (isOver(deadline)) break;
      try {
        var text = draft(line, drafting, deadline, uses);
        if (isSafe(drafting, text)) return new Draft(text, line.engine(), uses);
        meters
            .counter("ai.answers.withheld", "engine", line.engine(), "reason", "draft")
            .increment();
        break;
      } catch (ProviderFailure failure) {
        note(line, failure);
      }
    }
    var draft = builtin.draft(drafting);
    return new Draft(draft.text(), draft.engine(), joined(uses, draft.uses()));
  }

  private String draft(Line line, Drafting drafting, long deadline, List<Use> uses) {
    var prompt = Prompts.draft(drafting);
    var first = ask(line, prompt, deadline, uses).text().strip();
    var problem = Form.draftProblem(first);
    if (problem == null) return first;
    var second = ask(line, Prompts.again(prompt, first, problem), deadline, uses).text().strip();
    if (Form.draftProblem(second) != null) throw ProviderFailure.of(Reason.INVALID, "wrong twice");
    return second;
  }

  private static boolean isSafe(Drafting drafting, String text) {
    if (drafting.level() == Level.RED && !COME_IN.matcher(text).find()) return false;
    var careful = drafting.level() != Level.GREEN || !drafting.understood();
    return !careful || !WAITING.matcher(text).find();
  }

  /// Everything that is theirs to say: the patient's words and the record.
  private static String sources(Assessment assessment) {
    var patient = assessment.intake().patient();
    var record = record(patient);
    return assessment.story().exchanges().stream()
        .map(e -> e.message())
        .collect(Collectors.joining("\n", "", "\n" + record));
  }

  private static String record(Intake.PatientRecord patient) {
    return Stream.of(
            patient.allergies().stream(),
            patient.medications().stream(),
            patient.conditions().stream(),
            Stream.ofNullable(patient.caseHistory()))
        .flatMap(s -> s)
        .collect(Collectors.joining("\n"));
  }
}
