package poca.ai.reading;

import java.util.List;
import java.util.Set;

/// How a message begins when it answers the question before it.
public enum Reply {
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
  private static final Set<String> AFTER_NO =
      Set.of(
          "i", "im", "ive", "he", "hes", "she", "shes", "it", "its", "we", "they", "my", "his",
          "her", "the", "but", "there", "not", "none", "of", "like", "that", "yet", "so", "at",
          "really", "thanks", "thank", "both", "only", "just", "nothing", "sir", "doctor", "a",
          "and", "as", "far", "all");

  static final Phrases<Reply> UNKNOWNS =
      Phrases.read(
          """
          UNKNOWN: dont|didnt ~1 know|remember|recall ; not sure|certain ; no idea ; no clue ; unsure ; dunno ; cant say|tell|remember ; idk ; havent|hasnt|didnt|not ~1 checked|measured|check|measure|taken ~1 temperature? ; no thermometer ; dont have ~1 thermometer ; unknown ; hard to say ; maybe ; perhaps ; not measured
          """,
          Reply::valueOf);

  /// @param answering whether a question was asked at all
  static Reply of(List<Word> words, boolean answering) {
    if (!answering || words.isEmpty()) return NONE;
    for (var hit : UNKNOWNS.find(words))
      if (hit.first() <= 2 && (hit.end() - hit.first() > 1 || isAlone(words, hit))) return UNKNOWN;
    int at = 0;
    while (at < words.size() - 1
        && FILLERS.contains(words.get(at).text())
        && !words.get(at).text().equals("no")) at++;
    var first = words.get(at).text();
    boolean alone = at + 1 == words.size() || words.get(at + 1).startsClause();
    if (first.equals("yes") || (YES_WORDS.contains(first) && alone)) return YES;
    if (!NO_WORDS.contains(first)) return NONE;
    if (first.equals("not"))
      return at + 1 < words.size()
              && Set.of("really", "at", "that", "yet").contains(words.get(at + 1).text())
          ? NO
          : NONE;
    if (alone || first.equals("none") || first.equals("nothing") || first.equals("neither"))
      return NO;
    return AFTER_NO.contains(words.get(at + 1).text()) ? NO : NONE;
  }

  /// "Maybe", not the "maybe" of "taking maybe half his bottles".
  private static boolean isAlone(List<Word> words, Phrases.Hit<Reply> hit) {
    boolean opens = hit.first() == 0 || words.get(hit.first()).startsClause();
    boolean closes = hit.end() == words.size() || words.get(hit.end()).startsClause();
    return opens && closes && (hit.first() == 0 || hit.end() == words.size());
  }

  /// The word that answers.
  static int word(List<Word> words) {
    int at = 0;
    while (at < words.size() - 1
        && FILLERS.contains(words.get(at).text())
        && !words.get(at).text().equals("no")) at++;
    return at;
  }
}
