package poca.ai.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Intake;
import poca.ai.problem.Problem.Likelihood;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.source.Basis;
import poca.ai.triage.Background;
import poca.ai.triage.Triage;
import poca.ai.triage.Urgency.Firing;
import poca.ai.triage.UrgencyLevel;

/// Suggests problems: those of the table, to which the rules that fired and the record add, and the
/// dangers that no problem of the table explains. Nobody's name is a fact.
final class RuleBasedProblems {

  private static final int MOST = 6;
  private static final int MOST_DANGERS = 2;
  private static final int MOST_TO_EXCLUDE = 4;
  private static final double YEAR = 365.25;

  /// From so many pieces of evidence on it is likely, and possible.
  private static final double HIGH = 3;

  private static final double MEDIUM = 2;

  /// What a denied sign takes off.
  private static final double DENIED = 0.5;

  private static final Pattern OVER =
      Pattern.compile(
          "(?i)\\b(?:better|fine|over|gone|ok|okay|settled|normal|passed) (?:again )?now\\b|\\b(?:is|it's|its|has) (?:over|gone|passed) again\\b");

  private final Story story;
  private final Intake.PatientRecord patient;
  private final Basis basis;
  private final PatientEvidence told;
  private final Quoting quoting;
  private final @Nullable Double ageDays;
  private final Evidence evidence;

  RuleBasedProblems(Story story, Intake.PatientRecord patient, Basis basis) {
    this.story = story;
    this.patient = patient;
    this.basis = basis;
    this.told = new PatientEvidence(story, patient);
    this.quoting = new Quoting(story);
    var stated = story.ages().findFirst();
    this.ageDays =
        stated.isPresent()
            ? Double.valueOf(stated.get().days())
            : patient.ageDays() != null
                ? Double.valueOf(patient.ageDays())
                : patient.ageYears() != null ? patient.ageYears() * YEAR : null;
    this.evidence = new Evidence(told, quoting, basis, ageDays);
  }

  /// A problem with what speaks for it.
  ///
  /// @param isOnly whether there is nothing of it but what makes it one to be excluded
  private record Candidate(
      ProblemTable.Row row,
      double score,
      Likelihood likelihood,
      boolean isOnly,
      boolean isKnown,
      List<Clue.Place> places) {

    List<Span> spans() {
      return places.stream().map(Clue.Place::span).filter(Objects::nonNull).toList();
    }

    boolean isToExclude() {
      return (row.isGrave() || isOnly) && likelihood == Likelihood.LOW;
    }

    Candidate as(Likelihood other) {
      return new Candidate(row, score, other, isOnly, isKnown, places);
    }
  }

  /// The most likely first, of equals the grave ones, then the best supported.
  List<Problem> problems() {
    var firings = firings();
    var fits = shown(fits(firings));
    var problems = new ArrayList<Problem>();
    var dangers = dangers(firings, fits);
    fits.stream()
        .filter(candidate -> candidate.likelihood == Likelihood.HIGH)
        .map(this::problem)
        .forEach(problems::add);
    problems.addAll(dangers);
    fits.stream()
        .filter(candidate -> candidate.likelihood != Likelihood.HIGH)
        .map(this::problem)
        .forEach(problems::add);
    return problems.stream().limit(MOST).toList();
  }

  /// The red rules that rest on nothing doubtful, and not on one quotation for two of their signs.
  private List<Firing> firings() {
    var urgency =
        Triage.assess(
            story,
            new Background(
                ageDays,
                told.conditions(),
                told.classes(),
                patient.weightKg() == null ? null : patient.weightKg().doubleValue()));
    if (urgency == null) return List.of();
    return urgency.firings().stream()
        .filter(firing -> firing.level() == UrgencyLevel.RED && told.isSound(firing.evidence()))
        .filter(firing -> firing.evidence().size() == 1 || apart(firing.evidence()).size() > 1)
        .toList();
  }

  /// One of those that overlap.
  private static List<Span> apart(List<Span> spans) {
    var apart = new ArrayList<Span>();
    for (var span : spans) if (apart.stream().noneMatch(span::overlaps)) apart.add(span);
    return apart;
  }

  private static boolean overlap(List<Span> some, List<Span> others) {
    return some.stream().anyMatch(span -> others.stream().anyMatch(span::overlaps));
  }

  private List<Candidate> fits(List<Firing> firings) {
    var fits = new ArrayList<Candidate>();
    for (var row : ProblemTable.ALL) {
      var candidate = isOf(row) ? fit(row, firings) : null;
      if (candidate != null) fits.add(candidate);
    }
    fits.sort(
        Comparator.comparing((Candidate candidate) -> !candidate.row.isFirst())
            .thenComparing(Candidate::likelihood)
            .thenComparing(candidate -> !candidate.row.isGrave())
            .thenComparing(candidate -> -candidate.score));
    return fits;
  }

  private boolean isOf(ProblemTable.Row row) {
    boolean isWriter = story.about() != Story.About.RELATIVE;
    boolean other = isWriter && isOpposite(row.sex(), patient.gender());
    return !other
        && (ageDays == null || (ageDays >= row.from() * YEAR && ageDays < row.to() * YEAR))
        && (row.needs().isEmpty() || any(row.needs()))
        && !any(row.without());
  }

  private static boolean isOpposite(@Nullable String wanted, @Nullable String known) {
    return ("female".equals(wanted) && "male".equals(known))
        || ("male".equals(wanted) && "female".equals(known));
  }

  private boolean any(List<Clue> clues) {
    return clues.stream().anyMatch(clue -> !clue.in(told).isEmpty());
  }

  /// Nothing without its main sign, or a rule that names it and sees a part of that, and without
  /// words of the patient. What stands at one place counts once.
  private @Nullable Candidate fit(ProblemTable.Row row, List<Firing> firings) {
    var places = new ArrayList<Clue.Place>();
    for (var clue : row.main()) places.addAll(clue.in(told));
    boolean isThere = !places.isEmpty();
    boolean fired = false;
    for (var firing : firings) {
      if (!row.isNamedBy(firing.ruleId())) continue;
      if (!isThere && firing.evidence().stream().noneMatch(told::isMeasured)) continue;
      fired = true;
      for (var span : firing.evidence()) {
        var label = told.label(span, firing.reason());
        places.add(new Clue.Place(label == null ? firing.reason() : label, span));
      }
    }
    boolean only = places.isEmpty();
    if (only) for (var clue : row.exclude()) places.addAll(clue.in(told));
    if (places.isEmpty()) return null;
    var known = row.known().stream().flatMap(c -> c.in(told).stream()).toList();
    places.addAll(known);
    for (var clue : row.needs()) places.addAll(clue.in(told));
    for (var clue : row.signs()) places.addAll(clue.in(told));
    var apart = apart(places.stream().map(Clue.Place::span).filter(Objects::nonNull).toList());
    if (apart.isEmpty()) return null;
    long recorded = places.stream().filter(p -> p.span() == null).distinct().count();
    double score = apart.size() + recorded + (fired ? 1 : 0);
    score -= row.against().stream().filter(clue -> !clue.in(told).isEmpty()).count();
    score -= DENIED * evidence.denied(row).size();
    // What is grave is not out of the question because much of it was denied.
    if (score <= 0 && !row.isGrave() && !only) return null;
    var likelihood =
        only
            ? Likelihood.LOW
            : score >= HIGH || row.isCertain()
                ? Likelihood.HIGH
                : score >= MEDIUM ? Likelihood.MEDIUM : Likelihood.LOW;
    boolean onRecord = known.stream().anyMatch(place -> place.span() == null);
    return new Candidate(row, score, likelihood, only, onRecord, Evidence.single(places));
  }

  /// What is far less likely than something else that is there is left out, unless it is to be
  /// excluded. What fits alone and well is likely.
  private static List<Candidate> shown(List<Candidate> fits) {
    if (fits.isEmpty()) return fits;
    var shown = new ArrayList<Candidate>();
    var best = fits.getFirst();
    boolean alone =
        best.score >= MEDIUM
            && !best.isOnly
            && fits.stream().skip(1).allMatch(f -> f.score <= best.score - 1);
    int excluding = 0;
    for (var candidate : fits) {
      boolean low = candidate.likelihood == Likelihood.LOW;
      if (low && candidate.isToExclude() && excluding++ == MOST_TO_EXCLUDE) continue;
      if (low && !candidate.row.isGrave() && !candidate.isOnly && best.likelihood != Likelihood.LOW)
        continue;
      shown.add(candidate == best && alone ? candidate.as(Likelihood.HIGH) : candidate);
    }
    return knownLast(shown);
  }

  /// What is on record already comes after every new illness that is more than to be excluded.
  private static List<Candidate> knownLast(List<Candidate> fits) {
    var lowest =
        fits.stream()
            .filter(candidate -> !candidate.isKnown && candidate.likelihood != Likelihood.LOW)
            .map(Candidate::likelihood)
            .max(Comparator.naturalOrder());
    if (lowest.isEmpty()) return fits;
    var ordered = new ArrayList<Candidate>();
    for (var candidate : fits)
      ordered.add(
          candidate.isKnown && candidate.likelihood.compareTo(lowest.get()) < 0
              ? candidate.as(lowest.get())
              : candidate);
    ordered.sort(Comparator.comparing(Candidate::likelihood).thenComparing(Candidate::isKnown));
    return ordered;
  }

  /// What rules see and no problem explains; nothing that is over. A name holds only what was told.
  private List<Problem> dangers(List<Firing> firings, List<Candidate> fits) {
    var told = new ArrayList<Span>();
    fits.stream().filter(f -> f.likelihood != Likelihood.LOW).forEach(f -> told.addAll(f.spans()));
    var dangers = new ArrayList<Problem>();
    for (var firing : firings) {
      var named = ProblemTable.ALL.stream().filter(row -> row.isNamedBy(firing.ruleId())).toList();
      boolean explained =
          fits.stream().anyMatch(candidate -> named.contains(candidate.row))
              || (!named.isEmpty() && named.stream().noneMatch(this::isOf));
      boolean known = firing.evidence().stream().allMatch(span -> overlap(List.of(span), told));
      if (explained || known || isOver(firing.evidence()) || dangers.size() == MOST_DANGERS)
        continue;
      var cited = basis.at(name(firing), firing.evidence());
      if (cited.cited().isEmpty()) continue;
      dangers.add(new Problem(name(firing), Likelihood.HIGH, firing.ruleId(), List.of(cited)));
      told.addAll(firing.evidence());
    }
    return dangers;
  }

  private String name(Firing firing) {
    var labels = new LinkedHashSet<String>();
    for (var span : firing.evidence()) {
      var label = told.label(span, firing.reason());
      if (label == null) return firing.reason();
      labels.add(Labels.fitting(label, quoting.words(span), ageDays));
    }
    return String.join(", ", labels);
  }

  private boolean isOver(List<Span> evidence) {
    var messages = story.exchanges();
    for (int at = messages.size() - 1; at >= 0; at--) {
      var message = messages.get(at);
      var over = OVER.matcher(message.message());
      if (over.find())
        return evidence.stream()
            .allMatch(span ->
                span.messageId().equals(message.messageId())
                    ? span.end() <= over.start()
                    : isBefore(span, message));
    }
    return false;
  }

  private boolean isBefore(Span span, Story.Exchange message) {
    for (var exchange : story.exchanges()) {
      if (exchange == message) return false;
      if (exchange.messageId().equals(span.messageId())) return true;
    }
    return false;
  }

  private Problem problem(Candidate candidate) {
    return new Problem(
        candidate.row.name(),
        candidate.likelihood,
        candidate.row.id(),
        evidence.of(candidate.row, candidate.places));
  }
}
