package poca.ai.reading;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Whether a number is what is measured now, what it should be, what it was long ago, or what it
/// might be.
final class Framing {

  private static final Set<String> SHOULD =
      StatedClauses.words(
          """
          should shouldnt must target targets goal goals aim aiming aimed ideal ideally supposed
          recommended recommends ought usually usual normally baseline limit normal typically
          """);
  private static final Set<String> NAMES_TARGET =
      Set.of("target", "goal", "usual", "baseline", "normal", "limit", "norm", "aim");
  private static final Set<String> OWN = Set.of("my", "his", "her", "the", "their", "your", "our");
  private static final Set<String> WALLS =
      StatedClauses.words(
          """
          but now today currently however yet although though tonight instead because since and
          """);
  private static final Set<String> NOW =
      Set.of("now", "today", "currently", "still", "tonight", "this");
  private static final Set<String> LONG =
      StatedClauses.words(
          """
          months years visit appointment checkup check time spring summer winter autumn pregnancy
          admission
          """);
  private static final Set<String> MOVES =
      StatedClauses.words(
          """
          below under above over than reaches drops drop goes go falls fall hits hit gets get rises rise
          exceeds stays dips becomes reach
          """);

  private static final int FAR = 10;

  private final List<Word> words;
  private final Function<Phrases.Hit<Finding>, AssertionStatus> senses;

  Framing(List<Word> words, Function<Phrases.Hit<Finding>, AssertionStatus> senses) {
    this.words = words;
    this.senses = senses;
  }

  AssertionStatus of(int first, int end) {
    var status = senses.apply(new Phrases.Hit<>(Finding.FEVER, first, end, false));
    if (status == AssertionStatus.OTHER_PERSON || status == AssertionStatus.ABSENT) return status;
    if (isHypothetical(first)) return AssertionStatus.HYPOTHETICAL;
    if (isTarget(first, end)) return AssertionStatus.TARGET;
    if (isPast(first, end)) return AssertionStatus.PAST;
    // "Can it be 190/110?" asks about what was measured; what Senses takes for long ago is.
    return status == AssertionStatus.PAST ? AssertionStatus.PAST : AssertionStatus.PRESENT;
  }

  /// The first number of "60 to 100", "4 and 7", "88-92".
  private int startOfRange(int first) {
    int from = first;
    for (int steps = 0; steps < 3; steps++) {
      if (from > 0
          && words.get(from).before() == Word.Break.HYPHEN
          && words.get(from - 1).isNumber()) from--;
      else if (Quantity.is(words, from - 1, Set.of("to", "and", "or"))
          && from > 1
          && words.get(from - 2).isNumber()
          && !words.get(from).startsClause()) from -= 2;
    }
    return from;
  }

  private boolean isTarget(int second, int end) {
    int first = startOfRange(second);
    for (int at = first - 1; at >= Math.max(0, first - FAR); at--) {
      var text = words.get(at).text();
      if (WALLS.contains(text)) break;
      if (SHOULD.contains(text) && !isNormalNow(at, first) && !isJudged(at)) return true;
      if (text.equals("keep")
          && Quantity.is(words, at + 1, Set.of("it", "them", "my", "his", "her"))) return true;
      if (words.get(at + 1).startsClause() && at + 1 != first) break;
      if (words.get(at).startsSentence()) break;
    }
    boolean names = end + 1 < words.size() && words.get(end + 1).isNumber();
    if (!names
        && Quantity.is(words, end, Set.of("normally", "usually"))
        && !words.get(end).startsClause()) return true;
    for (int at = end; at < Math.min(words.size() - 2, end + 2); at++) {
      if (words.get(at).startsClause()) break;
      if (Set.of("is", "was", "being").contains(words.get(at).text())
          && OWN.contains(words.get(at + 1).text())
          && NAMES_TARGET.contains(words.get(at + 2).text())) return true;
    }
    return false;
  }

  /// "Should I worry that it is 190/120?", "is it normal to have 190/120", "higher than usual".
  private boolean isJudged(int at) {
    return switch (words.get(at).text()) {
      case "should", "must", "ought" ->
          Quantity.is(words, at + 1, Set.of("i", "we", "he", "she", "they", "you"));
      case "normal" ->
          Quantity.is(words, at - 1, Set.of("it", "this", "that", "not", "isnt", "still"))
              || Quantity.is(words, at + 1, Set.of("to", "that", "for", "if"));
      default ->
          Quantity.is(words, at - 1, Set.of("than", "above", "over", "below", "off", "beyond"))
              || (Quantity.is(words, at - 2, Set.of("than", "above", "over", "below", "beyond"))
                  && Quantity.is(words, at - 1, OWN));
    };
  }

  /// "My pressure is normal, 120/80" states it.
  private boolean isNormalNow(int at, int first) {
    return words.get(at).text().equals("normal")
        && at > 0
        && at + 1 == first
        && Set.of("is", "was", "are", "were").contains(words.get(at - 1).text());
  }

  private boolean isHypothetical(int second) {
    int first = startOfRange(second);
    boolean moves = false;
    for (int at = first - 1; at >= Math.max(0, first - FAR); at--) {
      var text = words.get(at).text();
      if (Set.of("but", "however").contains(text)) return false;
      moves |= MOVES.contains(text);
      if (moves && (text.equals("if") || text.equals("unless"))) return true;
      if (moves
          && text.equals("when")
          && Quantity.is(words, at + 1, Set.of("should", "do", "must"))) return true;
      if (text.equals("case") && Quantity.is(words, at - 1, Set.of("in"))) return true;
      if (text.equals("what") && Quantity.is(words, at + 1, Set.of("if"))) return true;
      if (words.get(at).startsSentence()) return false;
    }
    return false;
  }

  private boolean isPast(int first, int end) {
    int from = first;
    while (from > 0 && first - from < FAR && !words.get(from).startsClause() && !isWall(from))
      from--;
    int to = end;
    while (to < words.size() && to - end < FAR && !words.get(to).startsClause() && !isWall(to))
      to++;
    for (int at = from; at < to; at++) if (NOW.contains(words.get(at).text())) return false;
    for (int at = from; at < to; at++) {
      var text = words.get(at).text();
      if (text.equals("ago") && Quantity.is(words, at - 1, Set.of("weeks", "months", "years")))
        return true;
      if (text.equals("last") && Quantity.is(words, at + 1, LONG)) return true;
      if (Set.of("previously", "formerly").contains(text)) return true;
      if (text.equals("used") && Quantity.is(words, at + 1, Set.of("to"))) return true;
      if (text.equals("in") && at + 1 < words.size() && isYear(words.get(at + 1).text()))
        return true;
    }
    return isFromTo(first, end);
  }

  private boolean isWall(int at) {
    return Set.of("but", "however").contains(words.get(at).text());
  }

  private static boolean isYear(String text) {
    return text.length() == 4 && (text.startsWith("19") || text.startsWith("20"));
  }

  /// "From 96 to 88" leaves 88.
  private boolean isFromTo(int first, int end) {
    return Quantity.is(words, first - 1, Set.of("from"))
        && Quantity.is(words, end, Set.of("to"))
        && end + 1 < words.size()
        && Numbers.isNumber(words.get(end + 1));
  }
}
