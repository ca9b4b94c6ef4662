package poca.ai.reading;

import java.util.List;
import java.util.Set;
import poca.ai.reading.NegationTriggers.Scope;

/// Which words of a message stand under a "no" or "not".
///
/// Follows the idea of the published NegEx and ConText algorithms (Chapman 2001, Harkema 2009): a
/// trigger opens a scope, a terminator or a new clause closes it, some combinations only look like
/// a negation. A list goes on over commas ("no fever, cough or vomiting") only while its items are
/// bare; an item that asserts something ("no fever, severe chest pain", "no fever, he has a cough")
/// ends it, because missing a symptom is worse than asking about it twice.
final class Negation {

  private static final Set<String> TERMINATORS =
      Set.of(
          "but",
          "however",
          "although",
          "though",
          "except",
          "yet",
          "only",
          "just",
          "because",
          "since",
          "due",
          "when",
          "while",
          "until",
          "till",
          "apart",
          "besides",
          "instead",
          "still",
          "then",
          "so",
          "now",
          "started",
          "began",
          "than",
          "after",
          "from",
          "if",
          "which",
          "who",
          "sudden",
          "unless",
          "today",
          "also",
          "going",
          "coming",
          "comes",
          "turning",
          "turned",
          "turns");
  static final Set<String> CLAUSE_STARTERS =
      Set.of(
          "i", "im", "ive", "id", "he", "hes", "she", "shes", "it", "its", "we", "they", "theyre",
          "my", "his", "there", "theres", "this", "that", "the", "you", "our");
  private static final Set<String> ASSERTIONS =
      Set.of(
          "is",
          "am",
          "are",
          "was",
          "were",
          "has",
          "have",
          "had",
          "got",
          "gets",
          "getting",
          "feel",
          "feels",
          "feeling",
          "felt",
          "came",
          "cant",
          "wont",
          "severe",
          "bad",
          "badly",
          "very",
          "terrible",
          "horrible",
          "unbearable",
          "worst",
          "worse",
          "strong",
          "high",
          "mild",
          "slight",
          "some",
          "lot",
          "lots",
          "constant",
          "for",
          "yesterday",
          "again",
          "always",
          "really",
          "extreme",
          "intense",
          "crushing",
          "keeps",
          "keep",
          "twice",
          "times",
          "plus",
          "began",
          "started",
          "since",
          "now",
          "today",
          "still",
          "just",
          "only",
          "sudden",
          "but",
          "positive",
          "yes",
          "does",
          "do",
          "did");

  private static final Set<String> JOINS = Set.of("or", "nor", "and");

  /// Words that say nothing by themselves, so that a line end after them ends nothing.
  private static final Set<String> WITHOUT_SUBSTANCE =
      Set.of(
          "a", "an", "any", "the", "my", "his", "her", "of", "in", "on", "at", "to", "with", "have",
          "has", "had", "having", "feel", "felt", "feeling", "been", "being", "got", "get",
          "getting", "really", "or", "nor", "and", "i", "he", "she", "it", "we", "they", "more",
          "other", "sign", "signs", "history", "notice", "noticed", "from", "for");

  private final List<Word> words;
  private final NegationTriggers triggers;
  private final boolean[] negated;
  private final boolean[] trigger;
  private final boolean[] within;

  Negation(List<Word> words) {
    this(words, new boolean[words.size()], new boolean[words.size()]);
  }

  /// @param consumed words that belong to a finding: the "not" of "not feeding" denies nothing else
  /// @param within words that belong to a finding which begins before them
  Negation(List<Word> words, boolean[] consumed, boolean[] within) {
    this.words = words;
    this.triggers = new NegationTriggers(words);
    this.within = within;
    this.negated = new boolean[words.size()];
    this.trigger = new boolean[words.size()];
    int start = 0;
    for (int at = 1; at <= words.size(); at++) {
      if (at == words.size() || words.get(at).startsSentence()) {
        readSentence(start, at, consumed);
        start = at;
      }
    }
  }

  boolean covers(int word) {
    return negated[word];
  }

  /// Whether one of the words from `first` to `end` (exclusive) is a real "no" or "not".
  boolean triggerWithin(int first, int end) {
    for (int at = first; at < end; at++) if (trigger[at]) return true;
    return false;
  }

  private void readSentence(int start, int end, boolean[] consumed) {
    var scope = Scope.NONE;
    boolean substance = false;
    int lastOr = lastOr(start, end);
    for (int at = start; at < end; at++) {
      if (scope != Scope.NONE
          && (closes(scope, at, end, lastOr) || (substance && isNextLine(at)))) {
        scope = Scope.NONE;
      }
      negated[at] = scope != Scope.NONE;
      substance |= !WITHOUT_SUBSTANCE.contains(words.get(at).text());
      var opened = triggers.opens(at, end);
      if (opened == Scope.NONE) continue;
      trigger[at] = true;
      if (!consumed[at]) {
        scope = opened;
        substance = false;
      }
    }
  }

  /// A list without commas is written one item a line: what is denied in one line is not denied in
  /// the next, unless a word joins them or one finding reaches over both.
  private boolean isNextLine(int at) {
    return words.get(at).before() == Word.Break.LINE
        && !within[at]
        && !JOINS.contains(words.get(at).text())
        && !JOINS.contains(words.get(at - 1).text());
  }

  private boolean closes(Scope scope, int at, int end, int lastOr) {
    var word = words.get(at);
    // "No sudden pain" denies it.
    boolean degree = word.text().equals("sudden") && at > 0 && trigger[at - 1];
    boolean intention = at > 0 && trigger[at - 1] && triggers.isGoingTo(at);
    if (TERMINATORS.contains(word.text()) && !degree && !intention) return true;
    if (word.startsClause() && isAnyMore(at - 1)) return true;
    boolean or = word.text().equals("or") || word.text().equals("nor");
    boolean and = word.text().equals("and");
    if (!word.startsClause() && !or && !and) return false;
    int item = at;
    while (item < end && Set.of("or", "nor", "and").contains(words.get(item).text())) {
      or |= !words.get(item).text().equals("and");
      item++;
    }
    if (item >= end) return true;
    if (or) return startsClauseOfItsOwn(item);
    return !bare(item, end) || (scope == Scope.VERB && lastOr < at);
  }

  /// "Not sweating any more, hot dry skin": what follows has taken its place.
  private boolean isAnyMore(int last) {
    var text = words.get(last).text();
    return text.equals("anymore")
        || (text.equals("more") && last > 0 && words.get(last - 1).text().equals("any"));
  }

  private boolean startsClauseOfItsOwn(int at) {
    return CLAUSE_STARTERS.contains(words.get(at).text()) || words.get(at).text().equals("cant");
  }

  private boolean bare(int from, int end) {
    for (int at = from; at < end; at++) {
      var word = words.get(at);
      if (at > from && (word.startsClause() || Set.of("or", "nor", "and").contains(word.text())))
        return true;
      if (at - from >= 5) return false;
      if (CLAUSE_STARTERS.contains(word.text())
          || ASSERTIONS.contains(word.text())
          || word.isNumber()) return false;
    }
    return true;
  }

  private int lastOr(int start, int end) {
    int last = -1;
    for (int at = start; at < end; at++) {
      var text = words.get(at).text();
      if (text.equals("or") || text.equals("nor")) last = at;
    }
    return last;
  }
}
