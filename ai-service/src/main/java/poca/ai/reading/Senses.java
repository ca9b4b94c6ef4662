package poca.ai.reading;

import java.util.List;
import java.util.Set;

/// Decides for each finding of a message whether the patient has it, denies it, had it long ago, or
/// only speaks of it.
final class Senses {

  private enum Cue {
    LONG_AGO,
    HYPOTHETICAL,
    /// Teaching, a story, an advice for a case that is none yet: it frames its whole sentence.
    FRAME,
    NOBODY,
    OVER_BEFORE
  }

  static final Phrases<Cue> CUES =
      Phrases.read(
          """
          LONG_AGO: # years|months ago ; last years|months ; years ago ; history of ; as ~1 child|kid|teenager|baby ; when i|he|she was ; used to ; previously ; in ~1 past ; previous ; childhood ; back in #|the|my ; long ago ; last pregnancy ; in # ; earlier pregnancy
          HYPOTHETICAL: what if ; in case ; risk of ; prevent* ; chance|chances of ; vaccin* ~1 for|against ; if he|she|it|they|baby|i|we|you gets|get|develops|develop|starts|start|becomes|had|happens|ever|should
            could|can|might|may ~1 this|it|that ~1 be ; tested|test for ; screen* for ; could be ; might be ; is it|this|that a? ; afraid ~2 might|will|could|may ; worried ~2 might|will|could|may ; to avoid
          FRAME: writing ~3 novel|story|script|book|play ; in|from ~1 soap|film|movie|novel|series|sitcom ; film|movie|soap|novel|programme|documentary ~3 where|guy|character ; watched ~3 film|movie|programme|documentary ; in which a|the ; awareness|aid course|class|training|exam|badge ; for ~5 exam|homework|essay|badge ; studies essay ; poster about ; training as ; volunteer ; if someone|somebody|anyone ; what do you do if|when ; what should|would you|i|we do if|when a|someone|somebody ; would happen if
          NOBODY: nobody|noone ~1 is|has|real|here|ill|hurt ; no one ~1 is|has|real|here|ill|hurt ; asking for interest ; just curious|curiosity ; out of interest|curiosity ; not real
          OVER_BEFORE: stopped ; no longer ; no more ; recovered from ; got rid of
          """,
          Cue::valueOf);

  private static final Set<String> ONGOING =
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
  private static final Set<String> NONE = Set.of("no", "none", "nil", "absent", "negative");

  /// What follows these is over, not what stands before them: "irregular since I stopped the pill".
  private static final Set<String> OTHER_TIME = Set.of("and", "since", "when", "after", "because");

  private static final Set<String> WALLS = Set.of("but", "however", "although", "though", "except");

  /// Nobody writes longer clauses; the limit keeps reading linear.
  private static final int LONGEST_CLAUSE = 40;

  private final List<Word> words;
  private final List<Phrases.Hit<Cue>> cues;
  private final Negation negation;
  private final Subject subject;

  Senses(List<Word> words, boolean[] consumed, boolean[] within, Subject subject) {
    this.words = words;
    this.cues = CUES.find(words);
    this.negation = new Negation(words, consumed, within);
    this.subject = subject;
  }

  /// @param within whether the hit starts inside another hit's words, behind that one's "no"
  Sense of(Phrases.Hit<Finding> hit, List<Phrases.Hit<Finding>> all) {
    var finding = hit.key();
    if (subject.isSomebodyElse(words, hit.first(), finding)) return Sense.OTHER_PERSON;
    if (hit.negatedInside()
        || negation.covers(hit.first())
        || deniedByNeighbour(hit, all)
        || deniedAfter(hit.end())) {
      return Sense.ABSENT;
    }
    if (finding.kind() == Finding.Kind.CONDITION)
      return hypothetical(hit) ? Sense.HYPOTHETICAL : Sense.PRESENT;
    if (hypothetical(hit)) return Sense.HYPOTHETICAL;
    if (longAgo(hit)) return Sense.PAST;
    if (finding.kind() == Finding.Kind.SYMPTOM && over(hit)) return Sense.PAST;
    return Sense.PRESENT;
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

  private boolean hypothetical(Phrases.Hit<Finding> hit) {
    if (framed(hit)) return true;
    for (var cue : cues) {
      if (cue.key() == Cue.HYPOTHETICAL
          && cue.end() <= hit.first()
          && hit.first() - cue.end() <= 3
          && !brokenBetween(cue.end(), hit.first())) {
        return true;
      }
    }
    return false;
  }

  /// "For my exam: if someone bleeds heavily"; and anywhere in a message that says that nobody has
  /// it.
  private boolean framed(Phrases.Hit<Finding> hit) {
    boolean nobody = cues.stream().anyMatch(cue -> cue.key() == Cue.NOBODY);
    for (var cue : cues) {
      if (cue.key() != Cue.FRAME) continue;
      if (nobody || sameSentence(cue.first(), hit.first())) return true;
    }
    return false;
  }

  private boolean sameSentence(int one, int other) {
    int to = Math.max(one, other);
    if (to - Math.min(one, other) > LONGEST_CLAUSE) return false;
    for (int at = Math.min(one, other) + 1; at <= to; at++)
      if (words.get(at).startsSentence()) return false;
    return true;
  }

  private boolean longAgo(Phrases.Hit<Finding> hit) {
    int start = clauseStart(hit.first());
    int end = clauseEnd(hit.end() - 1);
    for (int at = start; at < end; at++) if (ONGOING.contains(words.get(at).text())) return false;
    for (var cue : cues) {
      if (cue.key() == Cue.LONG_AGO
          && cue.first() >= start
          && cue.end() <= end
          && !(isIn(cue) && !isCalendarYear(cue))
          && !isComparison(cue)) {
        return true;
      }
    }
    return false;
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

  private boolean over(Phrases.Hit<Finding> hit) {
    for (var cue : cues) {
      if (cue.key() == Cue.OVER_BEFORE
          && cue.end() == hit.first()
          && !words.get(hit.first()).startsClause()) return true;
    }
    for (int at = hit.end(); at < Math.min(words.size(), hit.end() + 5); at++) {
      var word = words.get(at);
      if (word.startsClause() || WALLS.contains(word.text()) || OTHER_TIME.contains(word.text()))
        return false;
      if (negation.triggerWithin(at, at + 1)
          || word.text().equals("not")
          || word.text().endsWith("nt")) return false;
      if (OVER.contains(word.text())) return true;
      if (word.text().equals("went")
          && at + 1 < words.size()
          && words.get(at + 1).text().equals("away")) return true;
    }
    return false;
  }

  private boolean brokenBetween(int from, int to) {
    for (int at = from; at <= to; at++) {
      if (words.get(at).startsClause() || WALLS.contains(words.get(at).text())) return true;
    }
    return false;
  }

  private int clauseStart(int at) {
    int start = at;
    while (start > 0
        && at - start < LONGEST_CLAUSE
        && !words.get(start).startsClause()
        && !opensClause(start)) start--;
    return start;
  }

  private int clauseEnd(int at) {
    int end = at + 1;
    while (end < words.size()
        && end - at < LONGEST_CLAUSE
        && !words.get(end).startsClause()
        && !opensClause(end)) end++;
    return end;
  }

  private boolean opensClause(int at) {
    var text = words.get(at).text();
    if (WALLS.contains(text)) return true;
    return text.equals("and")
        && at + 1 < words.size()
        && (Negation.CLAUSE_STARTERS.contains(words.get(at + 1).text())
            || ONGOING.contains(words.get(at + 1).text()));
  }
}
