package poca.ai.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Decides for each finding of a message whether the patient has it, denies it, had it long ago, or
/// only speaks of it.
final class Senses {

  private enum Cue {
    LONG_AGO,
    /// Over for weeks: past only when the message says that all has been well since.
    WEEKS_AGO,
    WELL_SINCE,
    /// What is left of something old and does not change.
    UNCHANGED,
    HYPOTHETICAL,
    /// Teaching, a story, an advice for a case that is none yet: it frames its whole sentence.
    FRAME,
    /// A question about people in general, or what one has read: it frames its sentence up to the
    /// first word of somebody in person.
    GENERAL,
    /// A story, whatever stands in the message.
    STORY,
    NOBODY,
    /// Others have it: at school, in the neighbourhood.
    AROUND,
    AROUND_AFTER,
    OVER_BEFORE,
    /// What has helped and is over: "gone with paracetamol and sleep".
    OVER_WITH,
    /// What was feared and was not so: "but we found it under the sofa".
    MISTAKEN
  }

  static final Phrases<Cue> CUES =
      Phrases.read(
          """
          LONG_AGO: # years|months ago ; last years|months ; years ago ; history of ; as ~1 child|kid|teenager|baby|boy|girl|lad|student|teen ; used to ; previously ; in ~1 past ; previous ; childhood ; back in #|the|my|college|school|uni|university|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december ; long ago ; last pregnancy ; in # ; earlier pregnancy
            # ~1 years|months|decades back ; years|decades back ; decades ago ; last spring|summer|autumn|winter|fall|christmas|easter|january|february|march|april|june|july|august|september|october|november|december ; at ~2 age # ; at aged # ; at thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen ; at # months|years ; in my|his|her ~1 teens|twenties|thirties|forties|youth ; when i|he|she was|were ; when my|our ~2 was ; with my|her ~1 eldest|firstborn|first|last one|pregnancy|baby|child ; with my eldest|firstborn ; was|were #
          WEEKS_AGO: # weeks ago|back ; few|several|couple|some ~1 weeks ago|back ; weeks ago|back
          WELL_SINCE: fine|well|ok|okay|normal|great|right|good|perfect|nothing|none ~1 since ; since ~1 then ~2 fine|well|ok|okay|normal|nothing|none ; never again ; not ~2 since
          UNCHANGED: no change|changes|worse ; unchanged ; not ~1 changed|worse ; no different ; nothing new|changed ; same as always|ever|usual|before
          HYPOTHETICAL: what if ; in case ; risk of ; prevent* ; chance|chances of ; vaccin* ~1 for|against ; if he|she|it|they|baby|i|we|you gets|get|develops|develop|starts|start|becomes|had|happens|ever|should
            could|can|might|may ~1 this|it|that ~1 be ; tested|test for ; screen* for ; could be ; might be ; is it|this|that a? ; afraid ~2 might|will|could|may ; worried ~2 might|will|could|may ; to avoid
            does|do|doesnt|dont|wont|can|could|will|would ~3 make|makes|give|cause you|people|one ; if ~5 ever ; if my|his|her waters
          FRAME: writing ~3 novel|story|script|book|play ; in|from ~1 soap|film|movie|novel|series|sitcom ; film|movie|soap|novel|programme|documentary ~3 where|guy|character ; watched ~3 film|movie|programme|documentary ; watched|watching ~3 telly|tv|youtube|video|casualty|born|netflix ; in which a|the ; awareness|aid course|class|training|exam|badge ; for ~5 exam|homework|essay|badge ; studies essay ; poster about ; training as ; volunteer ; if someone|somebody|anyone|someones|somebodys|anyones ; what do you do if|when ; what should|would you|i|we do if|when a|someone|somebody ; would happen if
            making|designing|doing|writing|printing ~4 poster|leaflet|display|quiz ; exam q|question|paper|revision ; student ~3 exam|essay ; for ~4 page|newsletter|website|leaflet|assembly|lesson|presentation|quiz ; first aid course|exam|class|badge
          GENERAL: how would|do|does|should|can|could you|i|we|one|people ~4 on|in|for|to|a|an|if baby|child|person|adult|someone|somebody|people|a|an ; how do|would|can|could i|you|we|people|one ~1 tell|recognise|recognize|spot|distinguish ; what ~1 signs|symptoms should|does|do|would|could a|an|people|one|person|you ; is it true ; does|do|can|could|will ~4 raise|increase|cause|lead ; i|ive ~1 read|heard that|about|in|on ; reading|read about ; leaflet|article|website|google|internet says|said
          STORY: film|media|drama studies ; nobody real ; not real
          NOBODY: nobody|noone ~1 is|has|real|here|ill|hurt|been ; no one ~1 is|has|real|here|ill|hurt|been ; no ones been ; nobodys ~1 been|ill|hurt|choking|stung|bitten ; everyone|everybody ~2 is|are well|fine|ok|okay ; asking for interest ; just curious|curiosity ; out of interest|curiosity ; not real
          AROUND: outbreak of ; case|cases of ; contact with ; exposed to ; someone|somebody|child|kid|boy|girl|lad ~2 at|in ~2 class|school|nursery|work|office|department|uni ~2 has|had|got|with|have
          AROUND_AFTER: going round|around|about ; is|are|was|been going round|around|about
          OVER_BEFORE: stopped ; no longer ; no more ; recovered from ; got rid of
          OVER_WITH: perfectly|completely|totally|absolutely|all ~1 fine|right|well|normal|ok|okay now|since ; gone|went|cleared|settled|lifted with|after ~1 paracetamol|ibuprofen|calpol|sleep|rest|nap|drink|tea|food|water|bath|breakfast|antihistamine|antacid|antacids|gaviscon ; gone now|today
          MISTAKEN: accounted for ; false alarm ; found it|them ~2 under|behind|in|on|down ; was|were wrong
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

  /// Somebody in person: with one of them a general question has become the patient's own matter.
  private static final Set<String> IN_PERSON =
      Set.of(
          "my", "his", "her", "our", "he", "she", "hes", "shes", "im", "ive", "husband", "wife",
          "dad", "mum", "mom", "now");

  /// These do not stay over because a tablet has helped or they have passed once.
  private static final Set<String> NEVER_JUST_OVER =
      Set.of("fever", "chest-pain", "chest-pressure", "radiating", "breathless", "tearing-pain");

  private static final Set<String> RETURNS =
      Set.of("back", "again", "returned", "returns", "restarted", "still");

  private static final Set<String> FEARED =
      Set.of("thought", "worried", "feared", "afraid", "panicked");

  private static final Set<String> PRESENT_TENSE =
      Set.of(
          "has", "have", "is", "are", "keeps", "wont", "cant", "isnt", "hasnt", "im", "hes",
          "shes");

  private static final Set<String> WALLS = Set.of("but", "however", "although", "though", "except");

  /// Nobody writes longer clauses; the limit keeps reading linear.
  private static final int LONGEST_CLAUSE = 40;

  private static final int FAR = LONGEST_CLAUSE + 20;

  private final List<Word> words;
  private final List<Phrases.Hit<Cue>> cues;
  private final Negation negation;
  private final Subject subject;
  private final Set<Cue> said;

  Senses(List<Word> words, boolean[] consumed, boolean[] within, Subject subject) {
    this.words = words;
    this.cues = CUES.find(words);
    this.negation = new Negation(words, consumed, within);
    this.subject = subject;
    this.said = EnumSet.noneOf(Cue.class);
    cues.forEach(cue -> said.add(cue.key()));
  }

  /// The cues that can stand in the same sentence as a word: hits are in order of their first word.
  private List<Phrases.Hit<Cue>> near(int at) {
    return cues.subList(firstFrom(at - FAR), firstFrom(at + FAR));
  }

  private int firstFrom(int at) {
    int low = 0;
    int high = cues.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cues.get(middle).first() < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /// How a word is meant, whatever it says.
  Sense of(int at) {
    var hit = new Phrases.Hit<>(Finding.FEVER, at, at + 1, false);
    if (subject.isSomebodyElse(words, at, Finding.FEVER)) return Sense.OTHER_PERSON;
    if (negation.covers(at)) return Sense.ABSENT;
    if (hypothetical(hit)) return Sense.HYPOTHETICAL;
    return longAgo(hit) ? Sense.PAST : Sense.PRESENT;
  }

  /// @param within whether the hit starts inside another hit's words, behind that one's "no"
  Sense of(Phrases.Hit<Finding> hit, List<Phrases.Hit<Finding>> all) {
    var finding = hit.key();
    if (finding.kind() == Finding.Kind.PURPOSE)
      return hit.negatedInside() || deniedBefore(hit) ? Sense.ABSENT : Sense.PRESENT;
    if (subject.isSomebodyElse(words, hit.first(), finding)
        || (!finding.isCondition() && isAround(hit))) return Sense.OTHER_PERSON;
    if (hit.negatedInside()
        || negation.covers(hit.first())
        || deniedByNeighbour(hit, all)
        || deniedAfter(hit.end())
        || mistaken(hit)) {
      return Sense.ABSENT;
    }
    if (finding.kind() == Finding.Kind.CONDITION)
      return hypothetical(hit) ? Sense.HYPOTHETICAL : Sense.PRESENT;
    if (hypothetical(hit)) return Sense.HYPOTHETICAL;
    if (longAgo(hit)) return Sense.PAST;
    if (finding.kind() == Finding.Kind.SYMPTOM && over(hit)) return Sense.PAST;
    return Sense.PRESENT;
  }

  /// Where it is said that something is past, a story, a general question or nobody's.
  List<Span> said(Text text) {
    return cues.stream()
        .filter(cue -> !Set.of(Cue.OVER_BEFORE, Cue.UNCHANGED).contains(cue.key()))
        .filter(cue ->
            cue.key() != Cue.LONG_AGO
                || isTimeLongAgo(cue, clauseStart(cue.first()), clauseEnd(cue.end() - 1)))
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

  private boolean hypothetical(Phrases.Hit<Finding> hit) {
    if (framed(hit)) return true;
    for (var cue : near(hit.first())) {
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
  /// it, or that it is a story.
  private boolean framed(Phrases.Hit<Finding> hit) {
    if (said.contains(Cue.STORY)) return true;
    boolean nobody = said.contains(Cue.NOBODY);
    if (nobody && (said.contains(Cue.FRAME) || said.contains(Cue.GENERAL))) return true;
    for (var cue : near(hit.first())) {
      if (cue.key() == Cue.FRAME && !isLikeness(cue) && sameSentence(cue.first(), hit.first()))
        return true;
      if (cue.key() == Cue.GENERAL && isGeneral(cue, hit)) return true;
    }
    return false;
  }

  /// "As if somebody hit me with a stone".
  private boolean isLikeness(Phrases.Hit<Cue> cue) {
    return words.get(cue.first()).text().equals("if")
        && cue.first() > 0
        && Set.of("as", "like").contains(words.get(cue.first() - 1).text());
  }

  private boolean isGeneral(Phrases.Hit<Cue> cue, Phrases.Hit<Finding> hit) {
    if (hit.first() < cue.first() || !sameSentence(cue.first(), hit.first())) return false;
    for (int at = cue.end(); at < hit.first(); at++)
      if (IN_PERSON.contains(words.get(at).text())) return false;
    return true;
  }

  /// "There is scarlet fever going round", "contact with chickenpox".
  private boolean isAround(Phrases.Hit<Finding> hit) {
    for (var cue : near(hit.first())) {
      boolean before =
          cue.key() == Cue.AROUND
              && cue.end() <= hit.first()
              && hit.first() - cue.end() <= 3
              && !brokenBetween(cue.end(), hit.first());
      boolean after =
          cue.key() == Cue.AROUND_AFTER
              && cue.first() >= hit.end()
              && cue.first() - hit.end() <= 2
              && !brokenBetween(hit.end(), cue.first());
      if (before || after) return true;
    }
    return false;
  }

  /// "Thought he'd eaten the battery but we found it under the sofa".
  private boolean mistaken(Phrases.Hit<Finding> hit) {
    boolean feared = false;
    for (int at = Math.max(0, hit.first() - 6); at < hit.first(); at++)
      feared |= FEARED.contains(words.get(at).text());
    return feared
        && cues.stream()
            .anyMatch(cue ->
                cue.key() == Cue.MISTAKEN
                    && cue.first() >= hit.end()
                    && sameSentence(hit.first(), cue.first()));
  }

  private boolean sameSentence(int one, int other) {
    int to = Math.max(one, other);
    if (to - Math.min(one, other) > LONGEST_CLAUSE) return false;
    for (int at = Math.min(one, other) + 1; at <= to; at++)
      if (words.get(at).startsSentence()) return false;
    return true;
  }

  private boolean longAgo(Phrases.Hit<Finding> hit) {
    if (weeksAgo(hit) || unchanged(hit)) return true;
    int start = clauseStart(hit.first());
    int end = clauseEnd(hit.end() - 1);
    for (int at = start; at < end; at++) if (isOngoing(at)) return false;
    for (var cue : near(hit.first())) {
      if (cue.key() == Cue.LONG_AGO
          && cue.first() >= start
          && cue.end() <= end
          // "Bleeding and my last period was years ago" is a finding of now.
          && !(cue.first() >= hit.first() && cue.end() <= hit.end())
          && isTimeLongAgo(cue, start, end)
          && !isComparison(cue)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTimeLongAgo(Phrases.Hit<Cue> cue, int start, int end) {
    if (isIn(cue)) return isCalendarYear(cue);
    return switch (words.get(cue.first()).text()) {
      case "was", "were" -> isCalendarYear(cue);
      case "when" -> isYouth(cue.end());
      case "at" -> isAge(cue) && !isPresentTense(start, end);
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

  /// "For ten minutes" tells how long it was, not that it goes on.
  private boolean isOngoing(int at) {
    var text = words.get(at).text();
    if (!ONGOING.contains(text)) return false;
    if (!text.equals("for")) return true;
    for (int next = at + 1; next < Math.min(words.size(), at + 4); next++)
      if (Set.of("minutes", "seconds").contains(words.get(next).text())) return false;
    return true;
  }

  /// "Six weeks ago my arm went dead, I've been fine since".
  private boolean weeksAgo(Phrases.Hit<Finding> hit) {
    return said.contains(Cue.WELL_SINCE)
        && near(hit.first()).stream()
            .anyMatch(cue -> cue.key() == Cue.WEEKS_AGO && sameSentence(cue.first(), hit.first()));
  }

  /// "I had a stroke in 2019, left hand still weak but no change".
  private boolean unchanged(Phrases.Hit<Finding> hit) {
    boolean unchanged = false;
    boolean old = false;
    for (var cue : near(hit.first())) {
      if (cue.key() != Cue.UNCHANGED && cue.key() != Cue.LONG_AGO) continue;
      if (!sameSentence(cue.first(), hit.first())) continue;
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

  private boolean over(Phrases.Hit<Finding> hit) {
    for (var cue : near(hit.first())) {
      if (cue.key() == Cue.OVER_BEFORE
          && cue.end() == hit.first()
          && !words.get(hit.first()).startsClause()) return true;
      if (cue.key() == Cue.OVER_WITH && isOverWith(cue, hit)) return true;
    }
    for (int at = hit.end(); at < Math.min(words.size(), hit.end() + 5); at++) {
      var word = words.get(at);
      if (word.startsClause() || WALLS.contains(word.text()) || OTHER_TIME.contains(word.text()))
        return false;
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
        || !sameSentence(hit.first(), cue.first())) return false;
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
