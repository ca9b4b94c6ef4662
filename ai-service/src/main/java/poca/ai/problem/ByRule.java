package poca.ai.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Intake;
import poca.ai.problem.Problem.Likelihood;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.reading.Takings;
import poca.ai.source.Basis;
import poca.ai.source.Statement;
import poca.ai.triage.Background;
import poca.ai.triage.Level;
import poca.ai.triage.Triage;

/// Suggests problems from the rules that fired and from the facts of the interview. Nobody's name
/// is a fact.
final class ByRule {

  private static final int MOST_OF_TABLE = 6;
  private static final int MOST_DANGERS = 3;
  private static final int MOST_EVIDENCE = 6;
  private static final double YEAR = 365.25;

  /// What a denied sign takes off.
  private static final double DENIED = 0.5;

  private final Story story;
  private final Intake.PatientRecord patient;
  private final Basis basis;
  private final @Nullable Double ageDays;
  private final TreeSet<Finding> onRecord = new TreeSet<>();

  ByRule(Story story, Intake.PatientRecord patient, Basis basis) {
    this.story = story;
    this.patient = patient;
    this.basis = basis;
    var stated = story.ages().findFirst();
    this.ageDays =
        stated.isPresent()
            ? Double.valueOf(stated.get().days())
            : patient.ageDays() != null
                ? Double.valueOf(patient.ageDays())
                : patient.ageYears() != null ? patient.ageYears() * YEAR : null;
    patient.conditions().forEach(c -> onRecord.addAll(Story.named(c)));
    onRecord.removeIf(f -> !f.isCondition() || f.isWho());
  }

  /// The most urgent rule first, then the table's, the best supported first.
  List<Problem> problems() {
    var problems = new ArrayList<Problem>(fired());
    ProblemTable.ALL.stream()
        .filter(this::isOfAge)
        .map(row -> Map.entry(score(row), row))
        .filter(scored -> scored.getKey() > 0)
        .sorted(Comparator.comparing((Map.Entry<Double, ProblemTable.Row> s) -> -s.getKey()))
        .limit(MOST_OF_TABLE)
        .map(scored -> problem(scored.getValue(), scored.getKey()))
        .filter(problem -> !problem.evidence().isEmpty())
        .forEach(problems::add);
    return problems;
  }

  /// The dangers that rules see. What only makes it yellow says how soon, not what it is.
  private List<Problem> fired() {
    var urgency =
        Triage.assess(
            story,
            new Background(
                ageDays,
                onRecord,
                Takings.classes(patient.medications(), patient.conditions()),
                patient.weightKg() == null ? null : patient.weightKg().doubleValue()));
    if (urgency == null) return List.of();
    var problems = new LinkedHashMap<String, Problem>();
    for (var firing : urgency.firings()) {
      if (firing.level() != Level.RED || problems.size() == MOST_DANGERS) continue;
      var evidence = basis.at(firing.reason(), firing.evidence());
      if (evidence.cited().isEmpty()) continue;
      problems.putIfAbsent(
          firing.reason(),
          new Problem(firing.reason(), Likelihood.HIGH, firing.ruleId(), List.of(evidence)));
    }
    return List.copyOf(problems.values());
  }

  private boolean isOfAge(ProblemTable.Row row) {
    return ageDays == null || (ageDays >= row.from() * YEAR && ageDays < row.to() * YEAR);
  }

  /// Nothing without its main sign.
  private double score(ProblemTable.Row row) {
    long main = row.main().stream().filter(story::has).count();
    if (main == 0) return 0;
    return main
        + row.signs().stream().filter(f -> story.has(f) || onRecord.contains(f)).count()
        - row.against().stream().filter(f -> story.has(f) || onRecord.contains(f)).count()
        - DENIED * row.signs().stream().filter(story::denies).count();
  }

  private Problem problem(ProblemTable.Row row, double score) {
    var evidence = new ArrayList<Statement>();
    for (var findings : List.of(row.main(), row.signs())) {
      for (var finding : new TreeSet<>(findings)) {
        if (evidence.size() >= MOST_EVIDENCE) break;
        story
            .present(finding)
            .map(Mention::span)
            .map(span -> basis.at(finding.label(), List.<Span>of(span)))
            .or(() -> onRecord(finding))
            .ifPresent(evidence::add);
      }
    }
    var likelihood = score >= 3 ? Likelihood.HIGH : score >= 2 ? Likelihood.MEDIUM : Likelihood.LOW;
    return new Problem(row.name(), likelihood, row.id(), evidence);
  }

  private Optional<Statement> onRecord(Finding finding) {
    return onRecord.contains(finding)
        ? Optional.of(new Statement(finding.label(), true, true, List.of()))
        : Optional.empty();
  }
}
