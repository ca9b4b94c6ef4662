package poca.ai.problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Span;
import poca.ai.source.Basis;
import poca.ai.source.Statement;

/// What stands with a problem, in the patient's words: what speaks for it; what speaks against it,
/// said to; what fits it by being denied; and what was asked and left open.
final class Evidence {

  private static final int MOST_EVIDENCE = 8;
  private static final int MOST_AGAINST = 3;
  private static final int MOST_FITTING = 2;
  private static final String AGAINST = "against: ";
  private static final String FITS = "fits: ";
  private static final String OPEN = "left open: ";

  private final PatientEvidence told;
  private final Quoting quoting;
  private final Basis basis;
  private final @Nullable Double ageDays;

  Evidence(PatientEvidence told, Quoting quoting, Basis basis, @Nullable Double ageDays) {
    this.told = told;
    this.quoting = quoting;
    this.basis = basis;
    this.ageDays = ageDays;
  }

  /// @param found what speaks for it
  List<Statement> of(ProblemTable.Row row, List<Clue.Place> found) {
    var places = new ArrayList<>(found.stream().limit(MOST_EVIDENCE).toList());
    against(row).stream()
        .filter(place -> isApart(place, places))
        .limit(MOST_AGAINST)
        .forEach(places::add);
    fitting(row).stream()
        .filter(place -> isApart(place, places))
        .limit(MOST_FITTING)
        .forEach(places::add);
    unanswered(row).stream().filter(place -> isApart(place, places)).limit(1).forEach(places::add);
    var clauses =
        quoting.clauses(places.stream().map(Clue.Place::span).filter(Objects::nonNull).toList());
    var evidence = new ArrayList<Statement>();
    for (var place : places) {
      var span = place.span();
      evidence.add(
          span == null
              ? new Statement(place.label(), true, true, List.of())
              : statement(place.label(), clauses.getOrDefault(span, span)));
    }
    return evidence;
  }

  private static boolean isApart(Clue.Place place, List<Clue.Place> others) {
    var span = place.span();
    return span != null
        && others.stream().map(Clue.Place::span).noneMatch(o -> o != null && o.overlaps(span));
  }

  /// What is denied, and what is there that speaks against it.
  private List<Clue.Place> against(ProblemTable.Row row) {
    var against = new ArrayList<Clue.Place>();
    for (var clue : row.against())
      for (var place : clue.in(told))
        against.add(new Clue.Place(AGAINST + place.label(), place.span()));
    against.addAll(denied(row));
    return single(against);
  }

  /// With what was said instead.
  private List<Clue.Place> unanswered(ProblemTable.Row row) {
    var unanswered = new ArrayList<Clue.Place>();
    for (var clues : List.of(row.main(), row.signs()))
      for (var clue : clues)
        if (clue instanceof Clue.Has(var finding)) {
          var message = told.unanswered(finding);
          if (message != null)
            unanswered.add(new Clue.Place(OPEN + finding.label(), quoting.opening(message)));
        }
    return unanswered;
  }

  private Statement statement(String label, Span clause) {
    var fitting = Labels.fitting(label, quoting.words(clause), ageDays);
    return basis.at(fitting, List.of(clause));
  }

  List<Clue.Place> denied(ProblemTable.Row row) {
    return denied(AGAINST, List.of(row.main(), row.signs()));
  }

  /// What would speak against it and is denied; that counts for nothing.
  private List<Clue.Place> fitting(ProblemTable.Row row) {
    return denied(FITS, List.of(row.against()));
  }

  private List<Clue.Place> denied(String what, List<List<Clue>> lists) {
    var denied = new LinkedHashSet<Clue.Place>();
    for (var clues : lists)
      for (var clue : clues)
        if (clue instanceof Clue.Has(var finding)) {
          var span = told.denied(finding);
          var denial = span == null ? null : quoting.denial(span);
          if (denial != null) denied.add(new Clue.Place(what + "no " + finding.label(), denial));
        }
    return List.copyOf(denied);
  }

  /// Each place once.
  static List<Clue.Place> single(List<Clue.Place> places) {
    var single = new ArrayList<Clue.Place>();
    for (var place : places) {
      var span = place.span();
      boolean there =
          span == null
              ? single.contains(place)
              : single.stream().anyMatch(p -> p.span() != null && span.overlaps(p.span()));
      if (!there) single.add(place);
    }
    return single;
  }
}
