package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An age that was stated.
///
/// @param days about how many days
public record Age(double days, String said, Span span) {

  private static final Map<String, Double> DAYS =
      Map.of("days", 1.0, "weeks", 7.0, "months", 30.4, "years", 365.25, "hours", 1 / 24.0);

  private static final double NEWBORN_DAYS = 14;

  private enum Form {
    NUMBERED,
    NEWBORN,
    BORN_NOW
  }

  static final Phrases<Form> FORMS =
      Phrases.read(
          """
          NUMBERED: # hours|days|weeks|months|years old ; a|one hours|days|weeks|months|years old ; # days|weeks|months|years baby|infant|newborn|son|daughter|boy|girl|child|toddler|kid|male|female|man|woman
            aged|age # days|weeks|months|years? ; he|she|hes|shes|baby|son|daughter|child is? just|only|now|about? # hours|days|weeks|months|years ; he|she|baby|son|daughter|boy|girl|grandson|granddaughter|nephew|niece|lo is|are # days|weeks|months|years
            i am # years? ; im # years? ; # yo ; # y o ; born # hours|days|weeks|months ago ; aged|age ~1 # days|weeks|months|years
          NEWBORN: newborn ; new born ; neonate
          BORN_NOW: born yesterday|today ; born this morning ; born last night
          """,
          Form::valueOf);

  private static final Set<String> THINGS =
      Set.of(
          "rash", "wound", "cut", "burn", "injury", "bruise", "cough", "scar", "bite", "fever",
          "problem");

  /// "Trying for a baby 14 months."
  private static final Set<String> WISHED_FOR =
      Set.of("trying", "try", "tried", "conceive", "conceiving", "wanting", "want");

  /// In days; "I am half asleep" tells no age.
  private static final double WRITES_FROM = 6 * 365.25;

  private static final Set<String> NOT_AN_AGE_BEFORE =
      Set.of(
          "pregnant",
          "pregnancy",
          "along",
          "gestation",
          "late",
          "into",
          "after",
          "post",
          "postpartum",
          "since",
          "overdue",
          "early",
          "premature",
          "sick",
          "ill",
          "kg",
          "kgs",
          "cm",
          "feet",
          "c",
          "f");

  /// @param asked whether the assistant asked for the age, so that "6 weeks" is one
  static List<Age> in(TokenisedText text, boolean asked) {
    var ages = new ArrayList<Age>();
    var words = text.words();
    for (var hit : FORMS.find(words)) {
      if (isSomethingElse(words, hit)) continue;
      double days =
          switch (hit.key()) {
            case NUMBERED -> days(text, hit.first(), hit.end());
            case NEWBORN -> NEWBORN_DAYS;
            case BORN_NOW -> 1;
          };
      var age = new Age(days, text.said(hit.first(), hit.end()), text.span(hit.first(), hit.end()));
      if (isOfWriter(words, hit) && days < WRITES_FROM) continue;
      if (!Double.isNaN(days)
          && days < 130 * 365.25
          && ages.stream().noneMatch(a -> a.span.overlaps(age.span))) ages.add(age);
    }
    // A number says more than "newborn" does.
    if (ages.size() > 1) ages.removeIf(a -> a.days == NEWBORN_DAYS && a.said.startsWith("n"));
    if (asked && ages.isEmpty() && !words.isEmpty()) {
      double days = days(text, 0, words.size());
      if (!Double.isNaN(days) && days < 130 * 365.25)
        ages.add(new Age(days, text.said(0, words.size()), text.span(0, words.size())));
    }
    return ages;
  }

  /// "3 days old rash", "I am 20 weeks pregnant", "she is 2 weeks late".
  private static boolean isSomethingElse(List<Word> words, Phrases.Hit<Form> hit) {
    int next = hit.end();
    boolean unitNext =
        next < words.size()
            && !words.get(next).startsClause()
            && DAYS.containsKey(words.get(next).text());
    for (int at = Math.max(0, hit.first() - 4); at < hit.first(); at++)
      if (WISHED_FOR.contains(words.get(at).text())) return true;
    if (isOfWriter(words, hit) && unitNext && !words.get(next).text().equals("years")) return true;
    if (unitNext) next++;
    return next < words.size()
        && !words.get(next).startsClause()
        && (THINGS.contains(words.get(next).text())
            || NOT_AN_AGE_BEFORE.contains(words.get(next).text()));
  }

  private static boolean isOfWriter(List<Word> words, Phrases.Hit<Form> hit) {
    return Set.of("i", "im").contains(words.get(hit.first()).text());
  }

  private static double days(TokenisedText text, int first, int end) {
    var words = text.words();
    for (int at = first; at < end; at++) {
      var number = Numbers.at(words, at);
      boolean one = number == null && Set.of("a", "an").contains(words.get(at).text());
      if (number == null && !one) continue;
      int unitAt = number == null ? at + 1 : number.end();
      var unit = unitAt < words.size() ? DAYS.get(words.get(unitAt).text()) : null;
      if (unit == null && one) continue;
      return (number == null ? 1 : number.value()) * (unit == null ? 365.25 : unit);
    }
    return Double.NaN;
  }
}
