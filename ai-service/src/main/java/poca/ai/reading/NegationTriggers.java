package poca.ai.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Tells which words open the scope of a negation, and which only look as if they did: "no relief
/// from the pain", "not only fever". NegEx calls these pseudo-negations.
final class NegationTriggers {

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

  enum Scope {
    NONE,
    NOUN,
    VERB
  }

  private final List<Word> words;

  NegationTriggers(List<Word> words) {
    this.words = words;
  }

  /// The words that deny.
  static List<String> words() {
    return Stream.concat(NOUN_TRIGGERS.stream(), VERB_TRIGGERS.stream()).toList();
  }

  /// The scope that the word at `at` opens in the sentence that ends before `end`.
  Scope opens(int at, int end) {
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
    if (text.equals("no") && Negation.CLAUSE_STARTERS.contains(following)) return Scope.NONE;
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
  boolean isGoingTo(int at) {
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
}
