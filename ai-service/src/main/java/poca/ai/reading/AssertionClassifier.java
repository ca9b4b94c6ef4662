package poca.ai.reading;

import java.util.List;
import java.util.Set;
import poca.ai.reading.AssertionCues.Cue;

/// Decides for each finding of a message whether the patient has it, denies it, had it long ago, or
/// only speaks of it.
final class AssertionClassifier {

  private static final Set<String> NONE = Set.of("no", "none", "nil", "absent", "negative");

  /// Somebody in person: with one of them a general question has become the patient's own matter.
  private static final Set<String> IN_PERSON =
      Set.of(
          "my", "his", "her", "our", "he", "she", "hes", "shes", "im", "ive", "husband", "wife",
          "dad", "mum", "mom", "now");

  private static final Set<String> FEARED =
      Set.of("thought", "worried", "feared", "afraid", "panicked");

  /// Sentences after which it may be told that it was not so.
  private static final int MISTAKEN_WITHIN = 3;

  private static final Set<String> NOW_IS = Set.of("is", "are", "has", "cant", "wont", "isnt");

  private static final Set<String> FELT =
      Set.of("scream", "screams", "cry", "cries", "crying", "yell", "yells", "hurts");

  private static final Set<String> NOT_YET = Set.of("if", "when", "that", "because", "while", "in");

  private static final Set<String> ASKING = Set.of("how", "why", "what", "which");

  private static final Set<String> QUESTION_WORDS =
      Set.of("how", "why", "what", "which", "when", "does", "do", "can", "is", "are", "could");

  private final List<Word> words;
  private final Clauses clauses;
  private final AssertionCues cues;
  private final Negation negation;
  private final Temporality temporality;
  private final Experiencer experiencer;
  private final Hearsay hearsay;

  AssertionClassifier(
      List<Word> words, boolean[] consumed, boolean[] within, Experiencer experiencer) {
    this.words = words;
    this.clauses = new Clauses(words);
    this.cues = new AssertionCues(words);
    this.negation = new Negation(words, consumed, within);
    this.temporality = new Temporality(words, clauses, cues, negation);
    this.experiencer = experiencer;
    this.hearsay = new Hearsay(words, clauses, cues);
  }

  /// How a word is meant, whatever it says.
  AssertionStatus of(int at) {
    var hit = new Phrases.Hit<>(Finding.FEVER, at, at + 1, false);
    if (experiencer.isSomebodyElse(words, at, Finding.FEVER)) return AssertionStatus.OTHER_PERSON;
    if (negation.covers(at)) return AssertionStatus.ABSENT;
    if (hypothetical(hit)) return AssertionStatus.HYPOTHETICAL;
    return temporality.isLongAgo(hit) ? AssertionStatus.PAST : AssertionStatus.PRESENT;
  }

  /// @param within whether the hit starts inside another hit's words, behind that one's "no"
  AssertionStatus of(Phrases.Hit<Finding> hit, List<Phrases.Hit<Finding>> all) {
    var finding = hit.key();
    if (finding.kind() == Finding.Kind.PURPOSE)
      return hit.negatedInside() || deniedBefore(hit)
          ? AssertionStatus.ABSENT
          : AssertionStatus.PRESENT;
    if (experiencer.isSomebodyElse(words, hit.first(), finding)
        || (!finding.isCondition() && isAround(hit))) return AssertionStatus.OTHER_PERSON;
    // "No swelling of the lips, breathing fine": a list that is denied ends where something is
    // well.
    if (finding.kind() == Finding.Kind.WELL)
      return hit.negatedInside() || deniedBefore(hit) ? AssertionStatus.ABSENT : otherwise(hit);
    if (hit.negatedInside()
        || negation.covers(hit.first())
        || deniedByNeighbour(hit, all)
        || deniedAfter(hit.end())
        || isAskedAndDenied(hit)
        || mistaken(hit)) {
      return AssertionStatus.ABSENT;
    }
    return otherwise(hit);
  }

  /// How what is not denied is meant.
  private AssertionStatus otherwise(Phrases.Hit<Finding> hit) {
    if (hypothetical(hit)) return AssertionStatus.HYPOTHETICAL;
    var kind = hit.key().kind();
    if (kind == Finding.Kind.CONDITION) return AssertionStatus.PRESENT;
    if (temporality.isLongAgo(hit)) return AssertionStatus.PAST;
    if (kind == Finding.Kind.SYMPTOM && temporality.isOver(hit)) return AssertionStatus.PAST;
    return AssertionStatus.PRESENT;
  }

  /// Where it is said that something is past, a story, a general question or nobody's.
  List<Span> said(TokenisedText text) {
    return cues.all()
        .filter(cue -> !Set.of(Cue.OVER_BEFORE, Cue.UNCHANGED).contains(cue.key()))
        .filter(cue -> cue.key() != Cue.LONG_AGO || temporality.isTimeLongAgo(cue))
        .map(cue -> text.span(cue.first(), cue.end()))
        .toList();
  }

  private boolean deniedBefore(Phrases.Hit<Finding> hit) {
    int from = hit.first();
    while (from > 0 && hit.first() - from < 2 && !words.get(from).startsClause()) from--;
    return negation.triggerWithin(from, hit.first());
  }

  /// "No thinners", "without any swelling": a thing that is denied by name.
  boolean isDeniedByName(int at) {
    if (!negation.covers(at)) return false;
    for (int before = at; before > Math.max(0, at - 4) && !words.get(before).startsClause(); )
      if (Set.of("no", "without", "never").contains(words.get(--before).text())) return true;
    return false;
  }

  /// In "no blood in the stool" the "no" may belong to a longer finding that starts with it.
  private boolean deniedByNeighbour(Phrases.Hit<Finding> hit, List<Phrases.Hit<Finding>> all) {
    for (var other : all) {
      if (other.first() >= hit.first()) break;
      if (other.end() > hit.first() && negation.triggerWithin(other.first(), hit.first()))
        return true;
    }
    return false;
  }

  /// "Fever: no", "cough none", "rash is not there".
  private boolean deniedAfter(int end) {
    if (end >= words.size() || words.get(end).startsSentence()) return false;
    if (NONE.contains(words.get(end).text()))
      return end + 1 == words.size() || words.get(end + 1).startsClause();
    int at = Set.of("is", "are", "was", "were").contains(words.get(end).text()) ? end + 1 : end;
    if (at >= words.size() || words.get(at).startsClause()) return false;
    if (at > end && NONE.contains(words.get(at).text())) return true;
    boolean not = Set.of("not", "isnt", "arent", "wasnt").contains(words.get(at).text());
    return not
        && at + 1 < words.size()
        && Set.of("there", "present", "seen").contains(words.get(at + 1).text());
  }

  /// "You asked about fits, fainting, a bitten tongue. None of it, never".
  private boolean isAskedAndDenied(Phrases.Hit<Finding> hit) {
    boolean asked = false;
    for (var cue : cues.near(hit.first())) {
      if (cue.key() == Cue.ASKED)
        asked |=
            cue.end() <= hit.first()
                && clauses.areInOneSentence(cue.first(), hit.first())
                && !isAffirmed(cue.end(), hit.first());
      if (cue.key() == Cue.NONE_OF_IT && asked && cue.first() >= hit.end() && endsThere(cue.end()))
        return sentencesBetween(hit.end(), cue.first()) <= 1;
    }
    return false;
  }

  /// "Asked about chest pain and yes, I have it".
  private boolean isAffirmed(int from, int to) {
    for (int at = from; at < to; at++)
      if (Set.of("yes", "but", "now", "today", "still").contains(words.get(at).text())) return true;
    return false;
  }

  /// "None of it, never", not "none of it helps".
  private boolean endsThere(int end) {
    return end == words.size()
        || words.get(end).startsClause()
        || Set.of("at", "here", "never", "applies", "apply", "is", "are", "thank", "thanks", "so")
            .contains(words.get(end).text());
  }

  private int sentencesBetween(int from, int to) {
    int sentences = 0;
    for (int at = from; at <= to; at++) if (words.get(at).startsSentence()) sentences++;
    return sentences;
  }

  private boolean hypothetical(Phrases.Hit<Finding> hit) {
    if (framed(hit)) return true;
    for (var cue : cues.near(hit.first())) {
      if (cue.key() == Cue.PRETENDED && cue.first() <= hit.first() && hit.first() < cue.end() + 1)
        return true;
      if (cue.key() == Cue.HYPOTHETICAL
          && cue.end() <= hit.first()
          && hit.first() - cue.end() <= 3
          && !clauses.isBrokenBetween(cue.end(), hit.first())) {
        return true;
      }
    }
    return false;
  }

  /// "For my exam: if someone bleeds heavily"; and anywhere in a message that says that nobody has
  /// it, or that it is a story.
  private boolean framed(Phrases.Hit<Finding> hit) {
    if (cues.says(Cue.STORY)) return true;
    boolean nobody = cues.says(Cue.NOBODY);
    boolean told = cues.says(Cue.FRAME) || cues.says(Cue.GENERAL) || cues.says(Cue.NEWS);
    if ((nobody && told) || hearsay.tells(hit)) return true;
    for (var cue : cues.near(hit.first())) {
      if (cue.key() == Cue.FRAME
          && !isLikeness(cue)
          && !isTouch(cue)
          && !isNowSaid(cue.end(), hit.first())
          && clauses.areInOneSentence(cue.first(), hit.first())) return true;
      if (cue.key() == Cue.GENERAL && isGeneral(cue, hit)) return true;
    }
    return cues.all().anyMatch(cue -> cue.key() == Cue.FRAME && !isLikeness(cue) && !isTouch(cue))
        && isAskedOfNobody(hit.first());
  }

  /// "How long after the last drink do the shakes start? I'm writing a novel": a question without a
  /// person, beside what it is asked for.
  private boolean isAskedOfNobody(int at) {
    int start = clauses.sentenceStart(at);
    int end = start + 1;
    while (end < words.size() && !words.get(end).startsSentence()) end++;
    if (!QUESTION_WORDS.contains(words.get(start).text())
        && !QUESTION_WORDS.contains(words.get(Math.min(start + 1, end - 1)).text())) return false;
    for (int i = start; i < end; i++) {
      var text = words.get(i).text();
      if (IN_PERSON.contains(text) || text.equals("me")) return false;
    }
    return true;
  }

  /// "I teach first aid, now I have chest pain", "student here, my flatmate is confused".
  private boolean isNowSaid(int from, int to) {
    for (int at = from; at < to; at++)
      if (words.get(at).text().equals("now") || isOfOnesOwn(at, from)) return true;
    return false;
  }

  /// "My baby is", not "if my baby is".
  private boolean isOfOnesOwn(int at, int from) {
    return Set.of("my", "our").contains(words.get(at).text())
        && at + 2 < words.size()
        && NOW_IS.contains(words.get(at + 2).text())
        && (at == from || !NOT_YET.contains(words.get(at - 1).text()));
  }

  /// "He screams if anyone moves his leg", "numb, worse if someone moves them" is of now; "what do
  /// I do if someone faints" is not.
  private boolean isTouch(Phrases.Hit<Cue> cue) {
    if (!words.get(cue.first()).text().equals("if")) return false;
    int start = clauses.sentenceStart(cue.first());
    for (int at = start; at < cue.first(); at++)
      if (ASKING.contains(words.get(at).text())
          || (words.get(at).startsClause() && QUESTION_WORDS.contains(words.get(at).text()))
          || Set.of("should", "would").contains(words.get(at).text())
          || (words.get(at).text().equals("for") && cue.first() - at <= 3)) return false;
    return cue.first() > start || isFelt(cue.end());
  }

  /// "If anyone bends my toe I scream".
  private boolean isFelt(int from) {
    for (int at = from; at < words.size() && !words.get(at).startsSentence(); at++)
      if (FELT.contains(words.get(at).text())
          && Set.of("i", "he", "she", "it").contains(words.get(at - 1).text())) return true;
    return false;
  }

  /// "As if somebody hit me with a stone".
  private boolean isLikeness(Phrases.Hit<Cue> cue) {
    return words.get(cue.first()).text().equals("if")
        && cue.first() > 0
        && Set.of("as", "like").contains(words.get(cue.first() - 1).text());
  }

  private boolean isGeneral(Phrases.Hit<Cue> cue, Phrases.Hit<Finding> hit) {
    if (hit.first() < cue.first() || !clauses.areInOneSentence(cue.first(), hit.first()))
      return false;
    for (int at = cue.end(); at < hit.first(); at++)
      if (IN_PERSON.contains(words.get(at).text())) return false;
    return true;
  }

  /// "There is scarlet fever going round", "contact with chickenpox".
  private boolean isAround(Phrases.Hit<Finding> hit) {
    for (var cue : cues.near(hit.first())) {
      boolean before =
          cue.key() == Cue.AROUND
              && cue.end() <= hit.first()
              && hit.first() - cue.end() <= 3
              && !clauses.isBrokenBetween(cue.end(), hit.first());
      boolean after =
          cue.key() == Cue.AROUND_AFTER
              && cue.first() >= hit.end()
              && cue.first() - hit.end() <= 2
              && !clauses.isBrokenBetween(hit.end(), cue.first());
      if (before || after) return true;
    }
    return false;
  }

  /// "Blue round her lips turned out to be blueberry puree".
  private boolean explained(Phrases.Hit<Finding> hit) {
    return cues.near(hit.first()).stream()
        .anyMatch(cue ->
            cue.key() == Cue.EXPLAINED
                && cue.first() >= hit.end()
                && clauses.areInOneSentence(hit.first(), cue.first()));
  }

  /// "Thought he'd eaten the battery but we found it under the sofa".
  private boolean mistaken(Phrases.Hit<Finding> hit) {
    if (explained(hit)) return true;
    boolean feared = false;
    for (int at = Math.max(0, hit.first() - 6); at < hit.first(); at++)
      feared |= FEARED.contains(words.get(at).text());
    return feared
        && cues.all()
            .anyMatch(cue ->
                cue.key() == Cue.MISTAKEN
                    && cue.first() >= hit.end()
                    && sentencesBetween(hit.end(), cue.first()) <= MISTAKEN_WITHIN);
  }
}
