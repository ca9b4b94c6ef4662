package poca.ai.reading;

import java.util.List;
import java.util.Set;

/// Classifies the beginning of an answer: yes, no, unknown, or none of these.
public enum AnswerOpening {
  YES,
  NO,
  UNKNOWN,
  NONE;

  private static final Set<String> NO_WORDS =
      Set.of(
          "no",
          "nope",
          "nah",
          "none",
          "nothing",
          "never",
          "nil",
          "na",
          "negative",
          "neither",
          "not");

  /// Those that never stand before what they deny: "nah peeing fine".
  private static final Set<String> ONLY_NO = Set.of("nope", "nah");

  private static final Set<String> YES_WORDS =
      Set.of(
          "yes",
          "correct",
          "definitely",
          "sure",
          "affirmative",
          "right",
          "exactly",
          "sometimes",
          "indeed");
  private static final Set<String> FILLERS =
      Set.of(
          "um",
          "uh",
          "hmm",
          "well",
          "oh",
          "ok",
          "okay",
          "so",
          "sorry",
          "doctor",
          "dr",
          "sir",
          "madam",
          "maam",
          "no",
          "actually");

  /// Before a "no" that is meant the more: "good heavens no", "certainly not".
  private static final Set<String> STRESS =
      Set.of(
          "good",
          "heavens",
          "heaven",
          "god",
          "goodness",
          "gosh",
          "gracious",
          "lord",
          "oh",
          "my",
          "hell",
          "dear",
          "certainly",
          "absolutely",
          "definitely",
          "obviously",
          "of",
          "course",
          "thankfully",
          "luckily",
          "fortunately",
          "thank",
          "jesus",
          "christ");

  private static final int LONGEST_STRESS = 3;

  private static final Set<String> AFTER_NO =
      Set.of(
          "i", "im", "ive", "he", "hes", "she", "shes", "it", "its", "we", "they", "my", "his",
          "her", "the", "but", "there", "not", "none", "of", "like", "that", "yet", "so", "at",
          "really", "thanks", "thank", "both", "only", "just", "nothing", "sir", "doctor", "a",
          "and", "as", "far", "all");

  private static final Set<String> REMINDING =
      Set.of(
          "i", "ive", "we", "weve", "as", "like", "already", "just", "have", "told", "said", "you",
          "before", "that");
  private static final int LONGEST_REMINDER = 6;

  private static final int LONGEST_LAST_NO = 8;
  private static final Set<String> LEADS_TO_NO =
      Set.of("and", "otherwise", "but", "so", "mean", "then");
  private static final Set<String> AFTER_LAST_NO =
      Set.of(
          "nothing",
          "not",
          "none",
          "to",
          "what",
          "you",
          "asked",
          "like",
          "that",
          "of",
          "the",
          "kind",
          "those",
          "these",
          "sort",
          "really",
          "at",
          "all",
          "thanks",
          "i",
          "dont",
          "think",
          "so",
          "your",
          "question",
          "dear");

  static final Phrases<AnswerOpening> UNKNOWNS =
      Phrases.read(
          """
          UNKNOWN: dont|didnt ~1 know|remember|recall ; not sure|certain ; no idea ; no clue ; unsure ; dunno ; cant say|tell|remember ; idk ; havent|hasnt|didnt|not ~1 checked|measured|check|measure|taken ~1 temperature? ; no thermometer ; dont have ~1 thermometer ; unknown ; hard to say ; maybe ; perhaps ; not measured
          """,
          AnswerOpening::valueOf);

  /// @param answering whether a question was asked at all
  static AnswerOpening of(TokenisedText text, boolean answering) {
    var words = text.words();
    if (!answering || words.isEmpty()) return NONE;
    var begins = of(words);
    if (begins != NONE) return begins;
    int after = afterQuestion(text);
    if (after > 0) {
      var then = of(words.subList(after, words.size()));
      if (then != NONE) return then;
    }
    return endsInNo(words) ? NO : NONE;
  }

  /// "Why do you ask? No!"
  private static int afterQuestion(TokenisedText text) {
    var words = text.words();
    int after = -1;
    for (int at = 1; at < words.size(); at++)
      if (words.get(at).startsSentence() && text.isQuestion(at)) after = at;
    return after;
  }

  /// "... and no, nothing like that", "... otherwise no".
  private static boolean endsInNo(List<Word> words) {
    for (int at = words.size() - 1; at > 0 && words.size() - at <= LONGEST_LAST_NO; at--) {
      if (!words.get(at).text().equals("no")) continue;
      boolean leads =
          LEADS_TO_NO.contains(words.get(at - 1).text()) || words.get(at).startsClause();
      return leads
          && (at + 1 == words.size()
              || words.get(at + 1).startsClause()
              || words.subList(at + 1, words.size()).stream()
                  .allMatch(w -> AFTER_LAST_NO.contains(w.text())));
    }
    return false;
  }

  private static AnswerOpening of(List<Word> words) {
    for (var hit : UNKNOWNS.find(words))
      if (hit.first() <= 2 && (hit.end() - hit.first() > 1 || isAlone(words, hit))) return UNKNOWN;
    int at = afterReminder(words);
    while (at < words.size() - 1
        && FILLERS.contains(words.get(at).text())
        && !words.get(at).text().equals("no")) at++;
    at = afterStress(words, at);
    var first = words.get(at).text();
    boolean alone = at + 1 == words.size() || words.get(at + 1).startsClause();
    if (first.equals("yes") || (YES_WORDS.contains(first) && alone)) return YES;
    if (affirmsAll(words.subList(at, words.size()))) return YES;
    if (!NO_WORDS.contains(first)) return NONE;
    if (first.equals("not") && at > 0 && alone && STRESS.contains(words.get(at - 1).text()))
      return NO;
    if (first.equals("not"))
      return at + 1 < words.size()
              && Set.of("really", "at", "that", "yet").contains(words.get(at + 1).text())
          ? NO
          : NONE;
    if (ONLY_NO.contains(first)) return NO;
    if (alone || first.equals("none") || first.equals("nothing") || first.equals("neither"))
      return NO;
    return AFTER_NO.contains(words.get(at + 1).text()) ? NO : NONE;
  }

  private static int afterStress(List<Word> words, int from) {
    for (int at = from; at < words.size() && at - from <= LONGEST_STRESS; at++) {
      if (at > from && Set.of("no", "not", "never").contains(words.get(at).text())) return at;
      if (!STRESS.contains(words.get(at).text())) return from;
    }
    return from;
  }

  /// "Both", "all of them", and nothing else in the clause.
  private static boolean affirmsAll(List<Word> words) {
    int next = 1;
    if (next < words.size() && words.get(next).text().equals("of")) next++;
    boolean ofThem =
        next < words.size() && Set.of("them", "these", "those").contains(words.get(next).text());
    int end = ofThem ? next + 1 : next;
    if (end < words.size() && !words.get(end).startsClause()) return false;
    var first = words.getFirst().text();
    return first.equals("both") ? next == 1 || ofThem : first.equals("all") && ofThem;
  }

  /// "Maybe", not the "maybe" of "taking maybe half his bottles".
  private static boolean isAlone(List<Word> words, Phrases.Hit<AnswerOpening> hit) {
    boolean opens = hit.first() == 0 || words.get(hit.first()).startsClause();
    boolean closes = hit.end() == words.size() || words.get(hit.end()).startsClause();
    return opens && closes && (hit.first() == 0 || hit.end() == words.size());
  }

  /// Where the answer begins behind "I told you", "like I said": 0 if nothing of the kind leads.
  private static int afterReminder(List<Word> words) {
    boolean reminds = false;
    for (int at = 0; at < words.size() && at <= LONGEST_REMINDER; at++) {
      var word = words.get(at);
      if (reminds && word.startsClause()) return at;
      if (!REMINDING.contains(word.text())) return 0;
      reminds |= word.text().equals("told") || word.text().equals("said");
    }
    return 0;
  }

  /// The word that answers.
  static int word(List<Word> words) {
    int at = afterReminder(words);
    while (at < words.size() - 1
        && FILLERS.contains(words.get(at).text())
        && !words.get(at).text().equals("no")) at++;
    return at;
  }
}
