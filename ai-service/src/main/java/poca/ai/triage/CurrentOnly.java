package poca.ai.triage;

import java.util.List;
import java.util.stream.Stream;
import poca.ai.reading.Finding;
import poca.ai.reading.Span;

/// What every red rule asks besides its own criteria, unless it says `however long: yes`: that it
/// is about something of now. What has lasted for two months or more without having become worse,
/// what is over and was found harmless by a clinician, and what is told of years ago by somebody
/// who is well now, is no emergency.
///
/// Follows the time windows of acute red flags (NICE NG253, NG128 and CG95 speak of new, recent or
/// worsening signs); two months is our own cautious choice.
final class CurrentOnly {

  private static final double LONG_HOURS = 60 * 24;
  private static final double RECENT_HOURS = 14 * 24;

  private static final Criterion NEW = some("just-now", "sudden", "worse", "again-now");
  private static final Criterion EXAMINED = some("examined", "told-normal");
  private static final Criterion OVER = some("over-now", "well-again", "well-since", "all-well");
  private static final Criterion YEARS_AGO = some("years-ago");
  private static final Criterion WELL_AGAIN = some("well-again", "well-since");
  private static final Criterion NOT_OVER = some("worse", "again-now", "ongoing");

  private CurrentOnly() {}

  private static Criterion some(String... ids) {
    return new Criterion.AtLeast(1, Stream.of(ids).map(Finding::of).toList());
  }

  /// @param evidence what makes a rule fire
  static boolean holds(CaseSoFar patient, List<Span> evidence) {
    return !isLongStanding(patient, evidence) && !isOver(patient, evidence);
  }

  private static boolean isOver(CaseSoFar patient, List<Span> evidence) {
    boolean foundHarmless = cover(EXAMINED, patient, evidence) && OVER.in(patient) != null;
    boolean longPast = cover(YEARS_AGO, patient, evidence) && WELL_AGAIN.in(patient) != null;
    return (foundHarmless || longPast) && NOT_OVER.in(patient) == null;
  }

  /// What is told in a later message is new: the clear scan of last month says nothing of it.
  private static boolean cover(Criterion criterion, CaseSoFar patient, List<Span> evidence) {
    var said = criterion.in(patient);
    return said != null && evidence.stream().noneMatch(e -> patient.isAfter(e, said.getFirst()));
  }

  private static boolean isLongStanding(CaseSoFar patient, List<Span> evidence) {
    return NEW.in(patient) == null
        && !patient.tellsOfTheLast(RECENT_HOURS)
        && evidence.stream()
            .map(patient::complaintsAt)
            .anyMatch(complaints -> patient.haveLasted(complaints, LONG_HOURS));
  }
}
