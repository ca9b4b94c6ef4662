package poca.ai.reading;

import java.util.List;
import java.util.Set;
import poca.ai.reading.AssertionCues.Cue;

/// Whether what is told was long ago, or is over.
final class Temporality {

  static final Set<String> ONGOING =
      Set.of(
          "started",
          "start",
          "began",
          "since",
          "still",
          "now",
          "again",
          "ongoing",
          "for",
          "over",
          "continues",
          "today");

  private static final Set<String> OVER =
      Set.of("gone", "stopped", "resolved", "settled", "disappeared", "subsided", "cleared");

  /// What follows these is over, not what stands before them: "irregular since I stopped the pill".
  private static final Set<String> OTHER_TIME = Set.of("and", "since", "when", "after", "because");

  /// These do not stay over because a tablet has helped or they have passed once.
  private static final Set<String> NEVER_JUST_OVER =
      Set.of("fever", "chest-pain", "chest-pressure", "radiating", "breathless", "tearing-pain");

  private static final Set<String> RETURNS =
      Set.of("back", "again", "returned", "returns", "restarted", "still");

  private static final Set<String> LASTING =
      StatedClauses.words(
          """
          hour hours day days week weeks month months year years while age ages long time night
          nights past last
          """);

  /// With one of these a sentence has come to what is now.
  private static final Set<String> OF_NOW =
      Set.of(
          "now",
          "today",
          "still",
          "again",
          "is",
          "are",
          "has",
          "have",
          "im",
          "ive",
          "hes",
          "shes",
          "cant",
          "keeps",
          "getting",
          "yesterday",
          "tonight",
          "morning");

  private static final Set<String> PRESENT_TENSE =
      Set.of(
          "has", "have", "is", "are", "keeps", "wont", "cant", "isnt", "hasnt", "im", "hes",
          "shes");

  private final List<Word> words;
  private final Clauses clauses;
  private final AssertionCues cues;
  private final Negation negation;
  private final LongPast longPast;

  Temporality(List<Word> words, Clauses clauses, AssertionCues cues, Negation negation) {
    this.words = words;
    this.clauses = clauses;
    this.cues = cues;
    this.negation = negation;
    this.longPast = new LongPast(words, clauses, cues);
  }

  boolean isLongAgo(Phrases.Hit<Finding> hit) {
    if (weeksAgo(hit) || unchanged(hit)) return true;
    int start = clauses.start(hit.first());
    int end = clauses.end(hit.end() - 1);
    for (int at = start; at < end; at++) if (isOngoing(at)) return false;
    if (longPast.isBeside(hit)) return true;
    for (var cue : cues.near(hit.first())) {
      if (cue.key() == Cue.LONG_AGO
          && cue.first() >= start
          && cue.end() <= end
          // "Bleeding and my last period was years ago" is a finding of now.
          && !(cue.first() >= hit.first() && cue.end() <= hit.end())
          && isTimeLongAgo(cue)
          && !isComparison(cue)) {
        return true;
      }
      if (cue.key() == Cue.LONG_AGO && framesSentence(cue, hit)) return true;
    }
    return false;
  }

  /// "About six years ago a veil dropped over my eye, they operated, all healed since": where it is
  /// said that all is well, a time long ago is that of its whole sentence.
  private boolean framesSentence(Phrases.Hit<Cue> cue, Phrases.Hit<Finding> hit) {
    if (!clauses.areInOneSentence(cue.first(), hit.first())
        || (!isWellSince() && !isWellAfter(hit.end()))) return false;
    int start = Math.min(clauses.start(cue.first()), clauses.start(hit.first()));
    int end = Math.max(clauses.end(cue.end() - 1), clauses.end(hit.end() - 1));
    for (int at = start; at < end; at++) if (OF_NOW.contains(words.get(at).text())) return false;
    return isTimeLongAgo(cue);
  }

  private boolean isWellSince() {
    return cues.says(Cue.WELL_SINCE) && !cues.says(Cue.BACK_AGAIN);
  }

  private boolean isWellAfter(int from) {
    return cues.all().anyMatch(cue -> cue.key() == Cue.WELL_NOW && cue.first() >= from);
  }

  boolean isTimeLongAgo(Phrases.Hit<Cue> cue) {
    if (isIn(cue)) return isCalendarYear(cue);
    return switch (words.get(cue.first()).text()) {
      // "Was 2017", and "was a floppy baby".
      case "was", "were" -> !Numbers.isNumber(words.get(cue.end() - 1)) || isCalendarYear(cue);
      case "when" -> isYouth(cue.end());
      case "at" ->
          isAge(cue) && !isPresentTense(clauses.start(cue.first()), clauses.end(cue.end() - 1));
      default -> true;
    };
  }

  /// "When I was nine", "when he was a boy", not "when I was walking".
  private boolean isYouth(int at) {
    if (at >= words.size()) return false;
    return Numbers.isNumber(words.get(at))
        || Set.of("a", "an", "little", "young", "younger", "small", "about", "only", "in")
            .contains(words.get(at).text());
  }

  /// "At 18 months", not "at 3 months old".
  private boolean isAge(Phrases.Hit<Cue> cue) {
    return cue.end() >= words.size() || !words.get(cue.end()).text().equals("old");
  }

  private boolean isPresentTense(int start, int end) {
    for (int at = start; at < end; at++)
      if (PRESENT_TENSE.contains(words.get(at).text())) return true;
    return false;
  }

  /// "For two weeks", not "for ten minutes", which tells how long it was, or "for the form".
  private boolean isOngoing(int at) {
    var text = words.get(at).text();
    if (!ONGOING.contains(text)) return false;
    // "Dropped over my eye" is a place, "over a lost love" a reason.
    if (text.equals("over")
        && !(at + 1 < words.size()
            && (Numbers.isNumber(words.get(at + 1))
                || Set.of("the", "a", "last", "past").contains(words.get(at + 1).text()))))
      return false;
    if (!text.equals("for") && !text.equals("over")) return true;
    for (int next = at + 1; next < Math.min(words.size(), at + 5); next++)
      if (next > at + 2 && Set.of("last", "past").contains(words.get(next).text())) return false;
      else if (LASTING.contains(words.get(next).text())) return true;
    return false;
  }

  /// "Six weeks ago my arm went dead, I've been fine since".
  private boolean weeksAgo(Phrases.Hit<Finding> hit) {
    return isWellSince()
        && cues.near(hit.first()).stream()
            .anyMatch(cue ->
                cue.key() == Cue.WEEKS_AGO && clauses.areInOneSentence(cue.first(), hit.first()));
  }

  /// "I had a stroke in 2019, left hand still weak but no change".
  private boolean unchanged(Phrases.Hit<Finding> hit) {
    boolean unchanged = false;
    boolean old = false;
    for (var cue : cues.near(hit.first())) {
      if (cue.key() != Cue.UNCHANGED && cue.key() != Cue.LONG_AGO) continue;
      if (!clauses.areInOneSentence(cue.first(), hit.first())) continue;
      unchanged |= cue.key() == Cue.UNCHANGED;
      old |=
          cue.key() == Cue.LONG_AGO
              && (isIn(cue) ? isCalendarYear(cue) : words.get(cue.end() - 1).text().equals("ago"));
    }
    return unchanged && old;
  }

  private boolean isIn(Phrases.Hit<Cue> cue) {
    return words.get(cue.first()).text().equals("in")
        && cue.end() == cue.first() + 2
        && Numbers.isNumber(words.get(cue.end() - 1));
  }

  /// "More than I used to" says that it is so now.
  private boolean isComparison(Phrases.Hit<Cue> cue) {
    for (int at = Math.max(0, cue.first() - 3); at < cue.first(); at++)
      if (words.get(at).text().equals("than")) return true;
    return false;
  }

  private boolean isCalendarYear(Phrases.Hit<Cue> cue) {
    var text = words.get(cue.end() - 1).text();
    return text.length() == 4 && (text.startsWith("19") || text.startsWith("20"));
  }

  boolean isOver(Phrases.Hit<Finding> hit) {
    for (var cue : cues.near(hit.first())) {
      if (cue.key() == Cue.OVER_BEFORE
          && cue.end() == hit.first()
          && !words.get(hit.first()).startsClause()) return true;
      if (cue.key() == Cue.OVER_WITH && isOverWith(cue, hit)) return true;
    }
    for (int at = hit.end(); at < Math.min(words.size(), hit.end() + 5); at++) {
      var word = words.get(at);
      if (word.startsClause()
          || Clauses.WALLS.contains(word.text())
          || OTHER_TIME.contains(word.text())) return false;
      if (negation.triggerWithin(at, at + 1)
          || word.text().equals("not")
          || word.text().endsWith("nt")) return false;
      if (OVER.contains(word.text())) return !comesBack(at);
      if (word.text().equals("went")
          && at + 1 < words.size()
          && words.get(at + 1).text().equals("away")) return !comesBack(at);
    }
    return false;
  }

  /// "Headache after work, gone with paracetamol and sleep".
  private boolean isOverWith(Phrases.Hit<Cue> cue, Phrases.Hit<Finding> hit) {
    if (cue.first() < hit.end()
        || cue.first() - hit.end() > 14
        || NEVER_JUST_OVER.contains(hit.key().id())
        || !clauses.areInOneSentence(hit.first(), cue.first())) return false;
    for (int at = hit.end(); at < cue.end(); at++)
      if (Set.of("back", "again", "still", "but", "worse").contains(words.get(at).text()))
        return false;
    return !comesBack(cue.first());
  }

  /// "Gone with paracetamol but it came back", "stopped and started again".
  private boolean comesBack(int from) {
    for (int at = from + 1; at < Math.min(words.size(), from + 10); at++) {
      if (words.get(at).startsSentence()) return false;
      if (RETURNS.contains(words.get(at).text())) return true;
    }
    return false;
  }
}
