package poca.ai.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Says how long something has been going on.
///
/// @param hours about how many hours, NaN when the words do not tell
/// @param said as written, with its "for" or "since"
/// @param of the findings it was said of, empty when none was near
/// @param introduced whether a "for", "since", "started" or the like marks it as a duration
public record Duration(double hours, String said, Span span, Set<Finding> of, boolean introduced) {

  private static final Map<String, Double> HOURS =
      Map.ofEntries(
          Map.entry("minutes", 1 / 60.0),
          Map.entry("hours", 1.0),
          Map.entry("h", 1.0),
          Map.entry("days", 24.0),
          Map.entry("d", 24.0),
          Map.entry("nights", 24.0),
          Map.entry("evenings", 24.0),
          Map.entry("weeks", 168.0),
          Map.entry("w", 168.0),
          Map.entry("months", 730.0),
          Map.entry("years", 8760.0));

  /// Keys are hours; 0 stands for unknown.
  static final Phrases<Double> NAMED =
      Phrases.read(
          """
          24: yesterday ; overnight
          48: days before yesterday
          12: last night ; yesterday evening|night
          8: this|todays morning ; since|from morning ; today ; all night
          10: all|whole days ; full days
          4: this afternoon|evening ; tonight
          0.5: just now ; right now
          168: last weeks ; past weeks ; over ~1 weeks
          730: last months ; past months
          0: since birth ; from birth ; since ~2 monday|tuesday|wednesday|thursday|friday|saturday|sunday|delivery|childhood|surgery|weekend ; on monday|tuesday|wednesday|thursday|friday|saturday|sunday ; long time ; a while ; last monday|tuesday|wednesday|thursday|friday|saturday|sunday
            for|been|its|lasted ~1 days|weeks|months|years|ages ; days|weeks|months|years|ages now ; days and days ; weeks and weeks ; months and months ; couple ~1 days|weeks|months|years
          """,
          Double::valueOf);

  private static final Set<String> DAY_PARTS =
      Set.of("morning", "evening", "night", "afternoon", "teatime", "lunchtime", "breakfast");

  private static final Set<String> LEADS =
      Set.of(
          "for",
          "since",
          "from",
          "past",
          "last",
          "over",
          "about",
          "around",
          "almost",
          "nearly",
          "the",
          "than",
          "more",
          "approximately",
          "started",
          "began",
          "only",
          "roughly");
  private static final Set<String> INTRODUCING =
      Set.of("for", "since", "from", "past", "last", "over", "started", "began", "start", "than");

  /// Time that somebody has smoked, worked or been pregnant is not how long an illness has lasted.
  private static final Set<String> SOMETHING_ELSE =
      Set.of(
          "smoke",
          "smoked",
          "smoker",
          "smoking",
          "vaped",
          "sleep",
          "slept",
          "sleeping",
          "chew",
          "chewed",
          "married",
          "worked",
          "working",
          "lived",
          "retired",
          "divorced",
          "took",
          "taken",
          "gave",
          "given",
          "diabetic",
          "vegan",
          "vegetarian",
          "sober",
          "trimester",
          "gestation",
          "pregnant",
          "pregnancy");

  private static final Set<String> DONE =
      Set.of("changed", "fitted", "inserted", "replaced", "removed", "checked", "tested");

  /// Where these are said, bare weeks up to a pregnancy's length are those of the pregnancy.
  private static final Set<String> OF_PREGNANCY =
      Set.of(
          "waters",
          "bump",
          "midwife",
          "pregnant",
          "pregnancy",
          "contractions",
          "trimester",
          "gestation",
          "antenatal",
          "womb");

  private static final int LONGEST_PREGNANCY_WEEKS = 42;

  /// After "since" more words than these are no point in time any more.
  private static final int LONGEST_SINCE = 10;

  private static final Set<String> SUBJECTS =
      Set.of("i", "im", "ive", "he", "hes", "she", "shes", "we", "they", "its");

  /// No point in time ends with these.
  private static final Set<String> NO_END =
      Set.of("in", "on", "at", "of", "the", "a", "my", "his", "her", "and", "to", "with", "it");

  private static final Set<String> NO_DURATION_BEFORE =
      Set.of(
          "every", "each", "per", "next", "in", "aged", "age", "within", "after", "times", "twice",
          "once", "thrice", "until", "im");
  private static final Set<String> NO_DURATION_AFTER =
      Set.of(
          "old",
          "left",
          "pregnant",
          "pregnancy",
          "baby",
          "infant",
          "newborn",
          "son",
          "daughter",
          "boy",
          "girl",
          "apart",
          "later",
          "post",
          "postpartum",
          "premature",
          "early",
          "gestation");

  /// @param present the findings that the patient has
  /// @param taken places that are ages and therefore no durations
  static List<Duration> in(
      TokenisedText text, List<Phrases.Hit<Finding>> present, List<Span> taken) {
    var found = new ArrayList<Place>();
    var words = text.words();
    for (int at = 0; at < words.size(); at++) {
      boolean one =
          Set.of("a", "an").contains(words.get(at).text())
              && (at == 0 || !Numbers.isNumber(words.get(at - 1)));
      var number = Numbers.at(words, at);
      int end = number != null ? number.end() : at + 1;
      if ((number == null && !one) || end >= words.size()) continue;
      // "Half a day", while "ten a day" counts something.
      if (number != null
          && number.value() < 1
          && Set.of("a", "an").contains(words.get(end).text())
          && end + 1 < words.size()) end++;
      var hours = words.get(end).startsClause() ? null : HOURS.get(words.get(end).text());
      if (hours == null) continue;
      boolean ago = end + 1 < words.size() && words.get(end + 1).text().equals("ago");
      int last = ago ? end + 2 : end + 1;
      if (number == null && !(ago || introduced(words, at) || words.size() <= 3)) continue;
      if (isSomethingElse(text, at, last, taken, present)
          || isPregnancy(text, at, last, hours, number)
          || (ago && hours >= 730 && !startedBefore(text, at))) continue;
      found.add(place(text, (number == null ? 1 : number.value()) * hours, at, last));
      at = end;
    }
    for (var hit : NAMED.find(words)) {
      var span = text.span(hit.first(), hit.end());
      if (found.stream().anyMatch(p -> text.span(p.first, p.end).overlaps(span))
          || taken.stream().anyMatch(span::overlaps)
          || isOfSomethingElse(text, hit.first(), present)) continue;
      int end = hit.end();
      if (end < words.size()
          && !words.get(end).startsClause()
          && DAY_PARTS.contains(words.get(end).text())) end++;
      found.add(place(text, hit.key() == 0 ? Double.NaN : hit.key(), hit.first(), end));
    }
    sinceWhatever(text, found, taken);
    found.sort(Comparator.comparing(Place::first));
    var durations = new ArrayList<Duration>();
    for (int i = 0; i < found.size(); i++) {
      int after = i == 0 ? 0 : found.get(i - 1).end;
      int before = i + 1 == found.size() ? words.size() : found.get(i + 1).start;
      durations.add(said(text, found.get(i), after, before, present));
    }
    return durations;
  }

  /// "Since new year", "since about lunch", "since the coach to Glasgow".
  private static void sinceWhatever(TokenisedText text, List<Place> found, List<Span> taken) {
    var words = text.words();
    for (int at = 0; at + 1 < words.size(); at++) {
      if (!words.get(at).text().equals("since") || words.get(at + 1).startsClause()) continue;
      int end = sinceEnd(text, at);
      var span = text.span(at, end);
      if (found.stream().anyMatch(p -> text.span(p.start, p.end).overlaps(span))
          || taken.stream().anyMatch(span::overlaps)) continue;
      found.add(new Place(Double.NaN, at, at, end));
    }
  }

  /// Up to where somebody does something else: "since I started the tablets | I feel worse".
  private static int sinceEnd(TokenisedText text, int since) {
    int clause = text.clauseEnd(since);
    int end = since + 2;
    while (end < clause
        && end < since + LONGEST_SINCE
        && !SUBJECTS.contains(text.words().get(end).text())) end++;
    while (end < clause && end > since + 2 && NO_END.contains(text.words().get(end - 1).text()))
      end--;
    return end;
  }

  private record Place(double hours, int start, int first, int end) {}

  private static Place place(TokenisedText text, double hours, int first, int end) {
    int start = first;
    var words = text.words();
    while (start > 0
        && first - start < 4
        && !words.get(start).startsClause()
        && LEADS.contains(words.get(start - 1).text())
        // "all over since this morning"
        && !(words.get(start - 1).text().equals("over") && words.get(start).text().equals("since")))
      start--;
    // "4 or 5 nights"
    if (start >= 2
        && !words.get(start).startsClause()
        && Set.of("or", "to").contains(words.get(start - 1).text())
        && Numbers.isNumber(words.get(start - 2))) start -= 2;
    return new Place(hours, start, first, end);
  }

  private static Duration said(
      TokenisedText text, Place place, int after, int before, List<Phrases.Hit<Finding>> present) {
    // A message that is little more than a duration is one.
    boolean introduced =
        text.words().get(place.end - 1).text().equals("ago")
            || text.words().size() <= place.end - place.start + 2;
    for (int at = place.start; at < place.end; at++)
      introduced |= INTRODUCING.contains(text.words().get(at).text());
    return new Duration(
        place.hours,
        text.said(place.start, place.end),
        text.span(place.start, place.end),
        of(text, place, after, before, present),
        introduced);
  }

  /// The findings between the duration before and this one, else those up to the next one, all of
  /// the same sentence.
  private static Set<Finding> of(
      TokenisedText text, Place place, int after, int before, List<Phrases.Hit<Finding>> present) {
    int start = Math.max(after, text.sentenceStart(place.first));
    int end = Math.min(before, text.sentenceEnd(place.first));
    var preceding = new TreeSet<Finding>();
    var following = new TreeSet<Finding>();
    for (var hit : present) {
      if (hit.key().isCourse() || hit.key().isWho()) continue;
      if (hit.first() >= start && hit.first() < place.first) preceding.add(hit.key());
      else if (hit.first() >= place.first && hit.first() < end) following.add(hit.key());
    }
    return preceding.isEmpty() ? following : preceding;
  }

  /// "Smoked forty years", but not "a diabetic with a cough for ten days".
  private static boolean isOfSomethingElse(
      TokenisedText text, int at, List<Phrases.Hit<Finding>> present) {
    if (text.words().get(at).startsClause()) return false;
    for (int i = at - 1; i >= 0 && at - i <= 6; i--) {
      int before = i;
      if (SOMETHING_ELSE.contains(text.words().get(i).text()) || wasDone(text.words(), i))
        return present.stream().noneMatch(h -> h.first() >= before && h.first() < at);
      if (text.words().get(i).startsClause()) return false;
    }
    return false;
  }

  /// "It was changed five weeks ago."
  private static boolean wasDone(List<Word> words, int at) {
    return at > 0
        && DONE.contains(words.get(at).text())
        && Set.of("was", "been", "got", "had").contains(words.get(at - 1).text());
  }

  private static boolean isPregnancy(
      TokenisedText text, int first, int end, double hours, Numbers.@Nullable Number number) {
    if (number == null || hours != 168 || number.value() > LONGEST_PREGNANCY_WEEKS) return false;
    var words = text.words();
    if (words.get(end - 1).text().equals("ago") || introduced(words, first)) return false;
    return words.stream().anyMatch(word -> OF_PREGNANCY.contains(word.text()));
  }

  private static boolean introduced(List<Word> words, int at) {
    return at > 0
        && !words.get(at).startsClause()
        && (INTRODUCING.contains(words.get(at - 1).text())
            || LEADS.contains(words.get(at - 1).text()));
  }

  private static boolean startedBefore(TokenisedText text, int at) {
    for (int i = text.sentenceStart(at); i < at; i++) {
      if (Set.of("started", "began", "start", "since", "begun")
          .contains(text.words().get(i).text())) return true;
    }
    return false;
  }

  private static boolean isSomethingElse(
      TokenisedText text,
      int first,
      int end,
      List<Span> taken,
      List<Phrases.Hit<Finding>> present) {
    var words = text.words();
    var span = text.span(first, end);
    if (taken.stream().anyMatch(span::overlaps)) return true;
    if (first > 0
        && !words.get(first).startsClause()
        && NO_DURATION_BEFORE.contains(words.get(first - 1).text())) return true;
    if (isOfSomethingElse(text, first, present)) return true;
    if (end >= words.size() || words.get(end).startsClause()) return false;
    var next = words.get(end).text();
    return NO_DURATION_AFTER.contains(next);
  }
}
