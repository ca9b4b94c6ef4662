package poca.ai.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.AssertionCues.Cue;

/// Whether a finding stands beside a time that is long past, other than in its own words: a year
/// behind it, an age that the patient had, the birth of a child that is grown.
final class LongPast {

  /// Words that may stand beside the time in a clause of its own: "that was in 1961".
  private static final Set<String> FILLER =
      Set.of("thats", "that", "this", "was", "it", "about", "some", "a", "back", "over", "long");

  private static final Set<String> BEHIND_YEAR = Set.of("and", "when", "after", "with", "while");

  private static final Set<String> AGE_NOW = Set.of("im", "hes", "shes", "now", "am", "aged");

  private static final Set<String> OWN_CHILD =
      Set.of("daughter", "son", "boy", "girl", "lad", "twins", "eldest", "firstborn");

  private static final Set<String> BIRTH =
      Set.of(
          "weeks", "waters", "cord", "born", "birth", "labour", "midwife", "theatre", "pregnant");

  private static final Set<String> OF_NOW = Set.of("im", "am", "now", "today", "tonight", "still");

  private static final int YOUNGEST = 13;

  private final List<Word> words;
  private final Clauses clauses;
  private final AssertionCues cues;

  LongPast(List<Word> words, Clauses clauses, AssertionCues cues) {
    this.words = words;
    this.clauses = clauses;
    this.cues = cues;
  }

  boolean isBeside(Phrases.Hit<Finding> hit) {
    int start = clauses.start(hit.first());
    int end = clauses.end(hit.end() - 1);
    return saysYear(start, end)
        || isFollowedByTime(end)
        || endsInThen(start, end)
        || (hit.key().kind() == Finding.Kind.EVENT && isAtAgeLongPassed(start, end))
        || isOfGrownChild(hit);
  }

  /// "I overdosed on heroin 2016 and a stranger revived me", not the date "12/10/2025".
  private boolean saysYear(int start, int end) {
    for (int at = start + 1; at < end; at++)
      if (isYear(at)
          && !Numbers.isNumber(words.get(at - 1))
          && (at + 1 == end || Quantity.is(words, at + 1, BEHIND_YEAR))) return true;
    return false;
  }

  /// "Got cement in the eye, 1998, a graft later it sees enough", "..., that was 12 years ago".
  private boolean isFollowedByTime(int next) {
    if (next >= words.size() || words.get(next).startsSentence() || !words.get(next).startsClause())
      return false;
    int end = next + 1;
    while (end < words.size() && end - next < 8 && !words.get(end).startsClause()) end++;
    int from = next;
    while (from < end && FILLER.contains(words.get(from).text())) from++;
    if (from + 1 == end && isYear(from)) return true;
    for (var cue : cues.near(next))
      if (cue.key() == Cue.LONG_AGO && isTime(cue) && cue.first() <= from && cue.end() == end)
        return cue.first() >= next;
    return false;
  }

  /// "Years ago", "in 1961", not "as a child" or "last pregnancy".
  private boolean isTime(Phrases.Hit<Cue> cue) {
    return words.get(cue.end() - 1).text().equals("ago") || isYear(cue.end() - 1);
  }

  /// "In lockdown I lost one, lots of blood then".
  private boolean endsInThen(int start, int end) {
    if (!words.get(end - 1).text().equals("then")) return false;
    return cues.near(start).stream()
        .anyMatch(cue ->
            cue.key() == Cue.LONG_AGO
                && cue.end() <= start
                && clauses.areInOneSentence(cue.first(), start));
  }

  /// "I took an overdose at 20. I'm 38, married".
  private boolean isAtAgeLongPassed(int start, int end) {
    for (int at = start; at + 1 < end; at++) {
      if (!words.get(at).text().equals("at")) continue;
      var then = age(at + 1);
      if (then != null && then.end() == end && then.value() >= YOUNGEST && isOlderNow(then.value()))
        return true;
    }
    return false;
  }

  private boolean isOlderNow(double then) {
    for (int at = 0; at + 1 < words.size(); at++) {
      if (!AGE_NOW.contains(words.get(at).text())) continue;
      var now = age(at + 1);
      if (now != null && now.value() >= then + 2 && now.value() < 110) return true;
    }
    return false;
  }

  private Numbers.@Nullable Number age(int at) {
    var number = Numbers.at(words, at);
    if (number == null || number.value() != Math.rint(number.value())) return null;
    // "At 14:00" is no age.
    boolean ends =
        number.end() == words.size()
            || (words.get(number.end()).startsClause() && !words.get(number.end()).isNumber())
            || Quantity.is(words, number.end(), Set.of("now", "and", "years"));
    return ends ? number : null;
  }

  /// "My waters broke at 30 weeks with Jack, he's in year four".
  private boolean isOfGrownChild(Phrases.Hit<Finding> hit) {
    if (!cues.says(Cue.GROWN)) return false;
    boolean birth = false;
    boolean child = false;
    int start = clauses.sentenceStart(hit.first());
    for (int at = start; at < words.size(); at++) {
      if (at > start && words.get(at).startsSentence()) break;
      var text = words.get(at).text();
      if (OF_NOW.contains(text) && !child) return false;
      birth |= BIRTH.contains(text);
      child |= text.equals("with") && isOwnChild(at + 1);
    }
    return birth && child;
  }

  private boolean isOwnChild(int at) {
    if (Quantity.is(words, at, Set.of("my", "our"))) return Quantity.is(words, at + 1, OWN_CHILD);
    return at + 1 < words.size()
        && words.get(at + 1).startsClause()
        && Quantity.is(words, at + 1, Set.of("he", "she", "hes", "shes"));
  }

  private boolean isYear(int at) {
    var text = words.get(at).text();
    return text.length() == 4
        && words.get(at).isNumber()
        && (text.startsWith("19") || text.startsWith("20"))
        && !text.endsWith("00");
  }
}
