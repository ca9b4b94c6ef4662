package poca.ai.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Which words of a message stand under a "no" or "not".
///
/// Follows the idea of the published NegEx and ConText algorithms (Chapman 2001, Harkema 2009): a
/// trigger opens a scope, a terminator or a new clause closes it, some combinations only look like
/// a negation. A list goes on over commas ("no fever, cough or vomiting") only while its items are
/// bare; an item that asserts something ("no fever, severe chest pain", "no fever, he has a cough")
/// ends it, because missing a symptom is worse than asking about it twice.
final class Negation {

  private static final Set<String> NOUN_TRIGGERS =
      Set.of("no", "without", "denies", "denied", "deny", "nor", "neither", "never");
  private static final Set<String> VERB_TRIGGERS =
      Set.of(
          "not", "dont", "doesnt", "didnt", "hasnt", "havent", "hadnt", "isnt", "arent", "wasnt",
          "werent", "wont", "aint");
  private static final Set<String> HAVING =
      Set.of(
          "have",
          "has",
          "had",
          "having",
          "any",
          "got",
          "feel",
          "experience",
          "experiencing",
          "experienced",
          "notice",
          "noticed",
          "seen",
          "see",
          "complain",
          "complaining",
          "run",
          "running");

  /// After "no" or "not" these leave the finding standing: "no relief from the pain", "not only
  /// fever", "not sure".
  private static final Set<String> LOOKS_NEGATIVE =
      Set.of(
          "doubt",
          "relief",
          "improvement",
          "improvements",
          "change",
          "better",
          "only",
          "just",
          "sure",
          "certain",
          "improving",
          "improved",
          "improve",
          "gone",
          "stopping",
          "stopped",
          "stop",
          "going",
          "go",
          "helping",
          "helped",
          "help",
          "working",
          "work",
          "worked",
          "relieved",
          "settling",
          "settle",
          "subsiding",
          "well",
          "good",
          "great",
          "right",
          "ok",
          "okay",
          "fine",
          "enough",
          "know",
          "sleep",
          "sleeping",
          "slept",
          "idea",
          "energy",
          "strength",
          "able",
          "wanting",
          "want",
          "let",
          "very",
          "too",
          "so",
          "that",
          "as",
          "always",
          "completely",
          "entirely",
          "totally",
          "fully",
          "much",
          "medicine",
          "understand",
          "like",
          "eat",
          "eating",
          "resolved",
          "vaccinated",
          "responding",
          "normal",
          "feeling",
          "once",
          "ignore",
          "matter",
          "worry",
          "worried",
          "joking",
          "kidding",
          "because",
          "due",
          "where",
          "how",
          "what",
          "why",
          "which",
          "whether",
          "if",
          "appetite",
          "interest",
          "impossible",
          "unlikely",
          "uncommon",
          "unusual");

  private static final Set<String> AFTER_NOTHING =
      StatedClauses.words(
          """
          helps help helped helping works worked working stays stayed stops stopped like else more much
          but since to of for that i we he she it they is was has had happened happens changed changes
          takes gets makes seems pass passes passing passed will would can could does did for in at only just short and or so
          relieves eases ease touches touched comes came goes went if when because left i've ive im
          """);

  private static final Set<String> LOOK_PAST =
      Set.of("getting", "been", "being", "really", "seem", "seems", "any");
  private static final Set<String> NEVER_BEFORE =
      Set.of("like", "such", "before", "bad", "this", "so", "as");
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

  private enum Scope {
    NONE,
    NOUN,
    VERB
  }

  /// Words that say nothing by themselves, so that a line end after them ends nothing.
  private static final Set<String> WITHOUT_SUBSTANCE =
      Set.of(
          "a", "an", "any", "the", "my", "his", "her", "of", "in", "on", "at", "to", "with", "have",
          "has", "had", "having", "feel", "felt", "feeling", "been", "being", "got", "get",
          "getting", "really", "or", "nor", "and", "i", "he", "she", "it", "we", "they", "more",
          "other", "sign", "signs", "history", "notice", "noticed", "from", "for");

  private final List<Word> words;
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

  /// The words that deny.
  static List<String> words() {
    return Stream.concat(NOUN_TRIGGERS.stream(), VERB_TRIGGERS.stream()).toList();
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
      var opened = opens(at, end);
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

  private Scope opens(int at, int end) {
    var text = words.get(at).text();
    if (isDoubled(at)) return Scope.NONE;
    boolean noun =
        NOUN_TRIGGERS.contains(text)
            || isNothing(at, end)
            || noneOf(at, end)
            || freeOf(at, end)
            || nothingSuch(at, end)
            || cannotFind(at, end)
            || cannotBe(at, end);
    if (!noun && !VERB_TRIGGERS.contains(text)) return Scope.NONE;
    int next = at + 1;
    if (next >= end || words.get(next).startsClause()) return Scope.NONE;
    var following = words.get(next).text();
    if (text.equals("no") && CLAUSE_STARTERS.contains(following)) return Scope.NONE;
    if (text.equals("without") && cannotBut(at)) return Scope.NONE;
    if (text.equals("never") && unlikeBefore(next, end)) return Scope.NONE;
    if (isGoingTo(next)) return Scope.VERB;
    if (LOOKS_NEGATIVE.contains(following)) return Scope.NONE;
    if (LOOK_PAST.contains(following)
        && next + 1 < end
        && LOOKS_NEGATIVE.contains(words.get(next + 1).text())) {
      return Scope.NONE;
    }
    if (noun) return Scope.NOUN;
    boolean having =
        HAVING.contains(following)
            || (next + 1 < end && HAVING.contains(words.get(next + 1).text()));
    return having ? Scope.NOUN : Scope.VERB;
  }

  /// "Not going to hurt myself" denies it; "not going away" does not.
  private boolean isGoingTo(int at) {
    return words.get(at).text().equals("going")
        && at + 1 < words.size()
        && words.get(at + 1).text().equals("to");
  }

  /// "Nothing swollen or red", while "nothing helps" and "nothing like it" deny nothing.
  private boolean isNothing(int at, int end) {
    return words.get(at).text().equals("nothing")
        && at + 1 < end
        && !AFTER_NOTHING.contains(words.get(at + 1).text());
  }

  /// "I can't say I'm not dizzy", "I wouldn't say I have no pressure": denied, and that denied.
  private boolean isDoubled(int at) {
    for (int i = at - 1; i >= Math.max(1, at - 5) && !words.get(i + 1).startsSentence(); i--)
      if (Set.of("say", "claim", "pretend", "deny").contains(words.get(i).text())
          && Set.of("cant", "couldnt", "wouldnt", "wont", "dont").contains(words.get(i - 1).text()))
        return true;
    return false;
  }

  /// "None of us is pregnant".
  private boolean noneOf(int at, int end) {
    return words.get(at).text().equals("none")
        && at + 2 < end
        && words.get(at + 1).text().equals("of")
        && Set.of("us", "them", "my", "our").contains(words.get(at + 2).text());
  }

  private boolean freeOf(int at, int end) {
    var text = words.get(at).text();
    if (at + 1 >= end) return false;
    var next = words.get(at + 1).text();
    return (text.equals("free") && (next.equals("of") || next.equals("from")))
        || (text.equals("negative") && next.equals("for"));
  }

  /// "Nothing swollen behind the ear"; "nothing helps" denies no finding.
  private boolean nothingSuch(int at, int end) {
    return words.get(at).text().equals("nothing")
        && at + 1 < end
        && Set.of("swollen", "red", "broken", "blue", "numb", "stiff", "infected")
            .contains(words.get(at + 1).text());
  }

  /// "I can't be pregnant".
  private boolean cannotBe(int at, int end) {
    return Set.of("cant", "couldnt").contains(words.get(at).text())
        && at + 1 < end
        && words.get(at + 1).text().equals("be");
  }

  private boolean cannotFind(int at, int end) {
    if (!words.get(at).text().equals("cant") || at + 2 >= end) return false;
    var verb = words.get(at + 1).text();
    return (verb.equals("see") || verb.equals("find") || verb.equals("notice"))
        && Set.of("any", "a").contains(words.get(at + 2).text());
  }

  /// "Cannot stand without falling" says that one falls.
  private boolean cannotBut(int at) {
    for (int before = at; before > Math.max(0, at - 9) && !words.get(before).startsClause(); )
      if (Set.of("cant", "unable", "cannot").contains(words.get(--before).text())) return true;
    return false;
  }

  /// "Never had a headache like this" says that there is one.
  private boolean unlikeBefore(int from, int end) {
    for (int at = from; at < Math.min(end, from + 10); at++) {
      if (at > from && words.get(at).startsClause()) return false;
      if (NEVER_BEFORE.contains(words.get(at).text())) return true;
    }
    return false;
  }

  private boolean closes(Scope scope, int at, int end, int lastOr) {
    var word = words.get(at);
    // "No sudden pain" denies it.
    boolean degree = word.text().equals("sudden") && at > 0 && trigger[at - 1];
    boolean intention = at > 0 && trigger[at - 1] && isGoingTo(at);
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
