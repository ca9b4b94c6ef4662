package poca.ai.reading;

import java.util.List;
import java.util.Set;

/// Where the clauses and sentences of a message begin and end.
final class Clauses {

  static final Set<String> WALLS = Set.of("but", "however", "although", "though", "except");

  /// Nobody writes longer clauses; the limit keeps reading linear.
  static final int LONGEST_CLAUSE = 40;

  private final List<Word> words;

  Clauses(List<Word> words) {
    this.words = words;
  }

  boolean areInOneSentence(int one, int other) {
    int to = Math.max(one, other);
    if (to - Math.min(one, other) > LONGEST_CLAUSE) return false;
    for (int at = Math.min(one, other) + 1; at <= to; at++)
      if (words.get(at).startsSentence()) return false;
    return true;
  }

  int sentenceStart(int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST_CLAUSE && !words.get(start).startsSentence()) start--;
    return start;
  }

  int start(int at) {
    int start = at;
    while (start > 0
        && at - start < LONGEST_CLAUSE
        && !words.get(start).startsClause()
        && !opensClause(start)) start--;
    return start;
  }

  int end(int at) {
    int end = at + 1;
    while (end < words.size()
        && end - at < LONGEST_CLAUSE
        && !words.get(end).startsClause()
        && !opensClause(end)) end++;
    return end;
  }

  boolean opensClause(int at) {
    var text = words.get(at).text();
    if (WALLS.contains(text)) return true;
    return text.equals("and")
        && at + 1 < words.size()
        && (Negation.CLAUSE_STARTERS.contains(words.get(at + 1).text())
            || Temporality.ONGOING.contains(words.get(at + 1).text()));
  }

  boolean isBrokenBetween(int from, int to) {
    for (int at = from; at <= to; at++) {
      if (words.get(at).startsClause() || WALLS.contains(words.get(at).text())) return true;
    }
    return false;
  }
}
