package poca.ai.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.AssertionStatus;
import poca.ai.reading.Finding;
import poca.ai.reading.Measurement;
import poca.ai.reading.Mention;
import poca.ai.reading.Temperature;
import poca.ai.source.Terms.Term;

/// Looks for one clause in the passages: all of it has to stand in one of them and those beside it,
/// so that nothing is put together from what was said of different things.
final class Search {

  private static final Pattern SIDED = Pattern.compile("\\b(?:left|right)\\b");

  /// In degrees: what rounding and another scale may change.
  private static final double SAME_TEMPERATURE = 0.06;

  private static final double SAME_SHARE = 0.006;

  /// Of glucose, in 1 mmol/l.
  private static final double MG_DL = 18.016;

  /// In kilograms.
  private static final double POUND = 0.45359237;

  private final Facts clause;
  private final List<Passage> all;
  private List<Passage> near = List.of();
  private Set<Passage> chosen = new LinkedHashSet<>();

  /// Places whose words are told by something larger: a finding, a figure.
  private final List<int[]> covered = new ArrayList<>();

  private final boolean isFar;

  /// @param isFar whether its parts may stand far from each other
  Search(Facts clause, List<Passage> all, boolean isFar) {
    this.clause = clause;
    this.all = all;
    this.isFar = isFar;
  }

  /// @return where it stands; null if it stands nowhere
  @Nullable Set<Passage> found() {
    if (isFar) {
      near = all.stream().sorted(Comparator.comparing((Passage p) -> -shared(p))).toList();
      return isAllThere() ? chosen : null;
    }
    var inOrder =
        all.stream()
            .filter(p -> shared(p) > 0)
            .sorted(Comparator.comparing((Passage p) -> -shared(p)))
            .toList();
    for (var passage : inOrder) {
      near = new ArrayList<>();
      near.add(passage);
      all.stream().filter(p -> p != passage && (isFar || p.isBeside(passage))).forEach(near::add);
      chosen = new LinkedHashSet<>();
      covered.clear();
      if (isAllThere()) return chosen;
    }
    return null;
  }

  private long shared(Passage passage) {
    var told = passage.facts();
    return clause.mentions().stream().filter(m -> told.says(m.finding(), m.sense())).count() * 2
        + clause.terms().stream().filter(passage::hasTerm).count()
        + clause.figures().stream().filter(f -> told.figures().stream().anyMatch(f::isTold)).count()
        + clause.temperatures().stream()
            .filter(t -> told.temperatures().stream().anyMatch(o -> isSame(o, t)))
            .count()
        + clause.measurements().stream()
            .filter(m -> told.measurements().stream().anyMatch(o -> isSame(o, m)))
            .count();
  }

  private boolean isAllThere() {
    return clause.mentions().stream().allMatch(this::mention)
        && clause.temperatures().stream().allMatch(this::temperature)
        && clause.measurements().stream().allMatch(this::measurement)
        && clause.medicines().stream().allMatch(this::medicine)
        && clause.doses().stream().allMatch(this::dose)
        && clause.figures().stream().allMatch(this::figure)
        && clause.terms().stream().allMatch(this::term);
  }

  private boolean isNear(Predicate<Passage> holds) {
    if (chosen.stream().anyMatch(holds)) return true;
    var first = near.stream().filter(holds).findFirst();
    first.ifPresent(chosen::add);
    return first.isPresent();
  }

  private void cover(int start, int end) {
    covered.add(new int[] {start, end});
  }

  private boolean isCovered(int start, int end) {
    return covered.stream().anyMatch(c -> c[0] <= start && end <= c[1]);
  }

  /// There in its sense. One that the sources do not know as such has its words looked for, unless
  /// they say the opposite.
  private boolean mention(Mention mention) {
    var finding = mention.finding();
    if (isNear(p -> p.facts().says(finding, mention.sense()))) {
      cover(mention.span().start(), mention.span().end());
      return true;
    }
    var opposite =
        switch (mention.sense()) {
          case PRESENT -> AssertionStatus.ABSENT;
          case ABSENT -> AssertionStatus.PRESENT;
          default -> null;
        };
    // The rules name a finding as they read it, in whatever words it was told.
    boolean isNamed = isFar && isLabel(mention);
    if (isNamed) cover(mention.span().start(), mention.span().end());
    return opposite == null || all.stream().noneMatch(p -> p.facts().says(finding, opposite));
  }

  private boolean isLabel(Mention mention) {
    var label = Terms.in(mention.finding().label()).stream().map(Term::stem).toList();
    var said =
        clause.terms().stream()
            .filter(t -> t.start() >= mention.span().start() && t.end() <= mention.span().end())
            .map(Term::stem)
            .toList();
    return said.equals(label);
  }

  private boolean temperature(Temperature temperature) {
    var span = temperature.span();
    boolean found =
        isNear(p -> p.facts().temperatures().stream().anyMatch(t -> isSame(t, temperature)));
    if (found) cover(span.start(), span.end());
    return found;
  }

  private static boolean isSame(Temperature told, Temperature said) {
    return Math.abs(told.celsius() - said.celsius()) < SAME_TEMPERATURE;
  }

  /// Else its number and unit are looked for as they stand.
  private boolean measurement(Measurement measurement) {
    var span = measurement.span();
    boolean found =
        isNear(p -> p.facts().measurements().stream().anyMatch(m -> isSame(m, measurement)));
    if (found) {
      cover(span.start(), span.end());
      named(measurement);
    }
    return found
        || clause.figures().stream()
            .anyMatch(f -> f.start() < span.end() && span.start() < f.end());
  }

  /// It may be called by its name, and told in the other unit that is in use.
  private void named(Measurement measurement) {
    var name = Terms.in(measurement.kind().label()).stream().map(Term::stem).toList();
    clause.terms().stream()
        .filter(t -> name.contains(t.stem()))
        .forEach(t -> cover(t.start(), t.end()));
    clause.figures().stream()
        .filter(f -> isConverted(f, measurement))
        .forEach(f -> cover(f.start(), f.end()));
  }

  private static boolean isConverted(StatedQuantity quantity, Measurement measurement) {
    double number = quantity.number().doubleValue();
    double value = measurement.value();
    return switch (String.valueOf(quantity.unit())) {
      case "mg/dl" -> Math.abs(number - value * MG_DL) < 0.6;
      case "mmol/l" -> Math.abs(number - value) < 0.06;
      case "lb" -> Math.abs(number - value / POUND) < 0.06;
      case "kg" -> Math.abs(number - value) < 0.06;
      default -> false;
    };
  }

  private static boolean isSame(Measurement told, Measurement said) {
    return told.kind() == said.kind()
        && told.bound() == said.bound()
        && Math.abs(told.value() - said.value()) <= SAME_SHARE * Math.abs(told.value()) + 1e-9;
  }

  /// What somebody is allergic to is named with the allergy.
  private boolean medicine(String medicine) {
    boolean allergy = clause.findings().contains(Finding.ALLERGIC);
    return isNear(p ->
        p.facts().medicines().contains(medicine)
            && (!allergy || p.facts().findings().contains(Finding.ALLERGIC)));
  }

  private boolean dose(Facts.Dose dose) {
    return isNear(p ->
        p.facts().doses().stream()
            .anyMatch(told ->
                told.medicine().equals(dose.medicine()) && dose.figure().isTold(told.figure())));
  }

  private boolean figure(StatedQuantity quantity) {
    if (isCovered(quantity.start(), quantity.end())) return true;
    boolean found = isNear(p -> p.facts().figures().stream().anyMatch(quantity::isTold));
    if (found) cover(quantity.start(), quantity.end());
    return found;
  }

  private boolean term(Term term) {
    if (term.side() != null && !isOfSidedFinding(term) && !side(term)) return false;
    return isCovered(term.start(), term.end()) || isNear(p -> p.hasTerm(term));
  }

  /// A finding that is named with its side, and is there, is there on that side: "lower right
  /// abdominal pain".
  private boolean isOfSidedFinding(Term term) {
    return clause.mentions().stream()
        .filter(m -> m.span().start() <= term.start() && term.end() <= m.span().end())
        .filter(m -> SIDED.matcher(m.finding().label()).find())
        .anyMatch(m -> isNear(p -> p.facts().says(m.finding(), m.sense())));
  }

  /// What is on a side is there on that side. The side may belong to a neighbour: "right lower back
  /// pain" is "pain in the lower right".
  private boolean side(Term term) {
    return isNear(p -> p.hasOnSide(term))
        || clause.terms().stream()
            .filter(t -> t.side() == term.side() && t != term)
            .anyMatch(t -> isNear(p -> p.hasOnSide(t)));
  }
}
