package poca.ai.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Of whom a sentence speaks: the patient, or a relative ("my father had a heart attack").
///
/// A relative named in the present tense before any concern of the writer's own is taken for the
/// patient, since people write for each other in an emergency.
final class Experiencer {

  private static final Set<String> ANIMALS =
      Set.of(
          "dog", "dogs", "cat", "cats", "puppy", "kitten", "horse", "pony", "rabbit", "hamster",
          "pet", "cow");

  /// What an animal does to people.
  private static final Set<String> BY_ANIMALS =
      Set.of("bite", "injury", "allergic", "fracture", "head-injury", "itch", "rash", "hives");

  private static final Set<String> WRITER = Set.of("i", "im", "ive", "me", "myself", "am");
  private static final Set<String> PRONOUNS =
      Set.of("he", "she", "his", "him", "hes", "shes", "they", "her");
  private static final Set<String> HE = Set.of("he", "hes", "him", "himself");
  private static final Set<String> SHE = Set.of("she", "shes", "herself");
  private static final Set<String> HISTORY =
      Set.of(
          "had",
          "died",
          "suffered",
          "diagnosed",
          "history",
          "used",
          "ago",
          "last",
          "past",
          "passed",
          "once",
          "runs",
          "previously",
          "wonder",
          "wondering",
          "hereditary",
          "inherit",
          "inherited",
          "genes",
          "genetic");
  private static final Set<String> RECENT =
      Set.of(
          "now",
          "today",
          "just",
          "minutes",
          "hours",
          "tonight",
          "night",
          "afternoon",
          "evening",
          "lunch",
          "noon",
          "midnight",
          "earlier",
          "yesterday",
          "currently",
          "sudden",
          "morning",
          "still",
          "since",
          "moment");

  private static final Set<String> PRESENT_TENSE =
      Set.of(
          "is", "says", "cant", "keeps", "shes", "hes", "feels", "looks", "isnt", "wont", "seems",
          "sees", "thinks", "nods", "talks", "wants", "goes", "gets");

  /// What a relative says of the patient's illness is no illness of theirs.
  private static final Set<String> SAYS =
      Set.of(
          "thinks",
          "says",
          "reckons",
          "wonders",
          "told",
          "thought",
          "asked",
          "noticed",
          "counted",
          "measured",
          "checked",
          "found",
          "saw",
          "rang",
          "called");

  private static final Set<String> TELLS =
      Set.of(
          "think", "found", "called", "do", "know", "noticed", "rang", "cant", "see", "saw", "give",
          "gave", "live", "dont");

  private static final Set<String> NOT = Set.of("not", "isnt", "wasnt");
  private static final int CORRECTED_WITHIN = 8;

  private final Set<String> patient = new HashSet<>();
  private boolean concernKnown;
  private Story.About about = Story.About.UNSAID;

  /// @param patientKin words for the relative who is the patient on record ("husband")
  Experiencer(Set<String> patientKin) {
    patient.addAll(patientKin);
  }

  /// Whether the finding whose first word is `at` belongs to somebody other than the patient.
  boolean isSomebodyElse(List<Word> words, int at, Finding finding) {
    if (isAnimals(words, at) && !BY_ANIMALS.contains(finding.id())) return true;
    var kin = kinBefore(words, at);
    if (kin == null || patient.contains(kin)) return false;
    if (finding.isCondition() && finding != Finding.PREGNANT) return !isTheOnlyOne(words, at);
    if (isDoneToWriter(words, at)) return false;
    if (isFarAway(words, at, kin)) return true;
    if (kin.equals("family") || (historical(words, at) && !recent(words, at))) return true;
    return concernKnown && !recent(words, at);
  }

  /// "My uncle in Manila collapsed on Monday": whom the writer cannot be writing for.
  private static boolean isFarAway(List<Word> words, int at, String kin) {
    for (int i = at - 1; i >= Math.max(0, at - 12) && !words.get(i + 1).startsSentence(); i--) {
      if (!words.get(i).text().equals(kin) || i + 2 >= words.size()) continue;
      return isInPlace(words, i + 1) || isOfFarAway(words, i);
    }
    return false;
  }

  /// "A colleague in Australia has a niece", "my penpal in Manila's cousin".
  private static boolean isOfFarAway(List<Word> words, int kin) {
    if (kin >= 2 && isInPlace(words, kin - 2)) return words.get(kin - 1).text().endsWith("s");
    int has = kin - 1;
    while (has > 0
        && Set.of("a", "an", "one", "her", "his", "whose").contains(words.get(has).text())) has--;
    return has >= 3
        && Set.of("has", "had", "whose", "says", "said").contains(words.get(has).text())
        && People.KIN.contains(words.get(has - 3).text())
        && isInPlace(words, has - 2);
  }

  private static boolean isInPlace(List<Word> words, int in) {
    var place = words.get(in + 1).text();
    return words.get(in).text().equals("in")
        && (Lexicon.isName(place) || !Lexicon.isEnglish(place));
  }

  /// "My boyfriend strangled me".
  private static boolean isDoneToWriter(List<Word> words, int at) {
    for (int i = at; i < Math.min(words.size(), at + 4); i++) {
      if (i > at && words.get(i).startsClause()) return false;
      if (Set.of("me", "us").contains(words.get(i).text())) return true;
    }
    return false;
  }

  /// "Dad, diabetic, his foot has gone black": of nobody else is spoken.
  private boolean isTheOnlyOne(List<Word> words, int at) {
    if (concernKnown || historical(words, at)) return false;
    for (int i = Math.max(0, at - 60); i < Math.min(words.size(), at + 60); i++) {
      var text = words.get(i).text();
      if (text.equals("family") || People.CHILD.contains(text)) return false;
      if (WRITER.contains(text) && !onlyTells(words, i)) return false;
    }
    return true;
  }

  /// "I think", "I found her", "what should I do": the writer is not who is ill.
  private static boolean onlyTells(List<Word> words, int at) {
    return words.get(at).text().equals("i")
        && at + 1 < words.size()
        && TELLS.contains(words.get(at + 1).text());
  }

  /// Remembers of whom the first concern was: who is named in its own words, as in "found my
  /// neighbour on the floor", or who stands beside them.
  void concern(TokenisedText text, Span concern) {
    if (concernKnown) return;
    concernKnown = true;
    told(
        NearestExperiencer.of(
            text.words(), text.wordAt(concern.start()), text.behind(concern.end())));
  }

  /// "It's not me, it's my wife" says of whom all of it was.
  void correct(List<Word> words) {
    if (!concernKnown) return;
    for (int at = 0; at + 1 < words.size(); at++) {
      if (!NOT.contains(words.get(at).text()) || !isAboutMe(words, at + 1)) continue;
      for (int i = Math.max(0, at - CORRECTED_WITHIN);
          i < Math.min(words.size(), at + CORRECTED_WITHIN);
          i++) {
        if (!People.isChild(words, i) && People.kin(words.get(i).text()) == null) continue;
        told(NearestExperiencer.person(words, i));
        return;
      }
    }
  }

  /// "Me", "for me", "about myself".
  private static boolean isAboutMe(List<Word> words, int at) {
    int me = Set.of("for", "about").contains(words.get(at).text()) ? at + 1 : at;
    if (me >= words.size() || !Set.of("me", "myself", "mine").contains(words.get(me).text()))
      return false;
    return me + 1 == words.size()
        || words.get(me + 1).startsClause()
        || Set.of("but", "its", "it", "who", "thats").contains(words.get(me + 1).text());
  }

  private void told(NearestExperiencer nearestExperiencer) {
    about = nearestExperiencer.who();
    if (nearestExperiencer.kin() != null) patient.add(nearestExperiencer.kin());
  }

  Story.About about() {
    return about;
  }

  Reading.Whom whom() {
    return new Reading.Whom(Set.copyOf(patient), concernKnown, about);
  }

  /// Goes on from where an earlier reading stopped.
  void resume(Reading.Whom known) {
    patient.addAll(known.patient());
    concernKnown = known.concernKnown();
    about = known.about();
  }

  private static @Nullable String kinBefore(List<Word> words, int at) {
    boolean pronoun = false;
    boolean he = false;
    boolean she = false;
    int sentences = 0;
    for (int i = at; i >= 0 && at - i < 40; i--) {
      var word = words.get(i);
      var text = word.text();
      var kin = People.kin(text);
      if (kin != null
          && (NearestExperiencer.isOwner(words, i) || People.isOfOtherSex(kin, he, she))) continue;
      if (kin != null) {
        text = kin;
        boolean says = i + 1 < at && SAYS.contains(words.get(i + 1).text());
        return says || withWriter(words, i) ? null : text;
      }
      if (People.CHILD.contains(text) || WRITER.contains(text)) return null;
      if (text.equals("my")
          && i + 1 < words.size()
          && !People.KIN.contains(People.singular(words.get(i + 1).text()))) {
        if (!between(words, i, at)) return null;
      }
      if (PRONOUNS.contains(text)) pronoun = true;
      he |= HE.contains(text);
      she |= SHE.contains(text);
      if (word.startsSentence()) {
        sentences++;
        if (!pronoun || sentences > 1) return null;
      }
    }
    return null;
  }

  /// "Our dog had a seizure".
  private static boolean isAnimals(List<Word> words, int at) {
    for (int i = at - 1; i >= Math.max(0, at - 9); i--) {
      if (ANIMALS.contains(words.get(i).text())
          && Set.of("had", "has", "is", "was", "got", "having", "keeps", "just")
              .contains(words.get(i + 1).text())) return true;
      var text = words.get(i).text();
      if (words.get(i + 1).startsSentence()
          || WRITER.contains(text)
          || PRONOUNS.contains(text)
          || text.equals("my")) return false;
    }
    return false;
  }

  /// "Me and my partner", "my wife and I".
  private static boolean withWriter(List<Word> words, int kin) {
    boolean before =
        kin >= 3
            && words.get(kin - 2).text().equals("and")
            && WRITER.contains(words.get(kin - 3).text());
    boolean after =
        kin + 2 < words.size()
            && words.get(kin + 1).text().equals("and")
            && WRITER.contains(words.get(kin + 2).text());
    return before || after;
  }

  /// "my older brother", "my 60 year old father": the relative may stand a few words after "my".
  private static boolean between(List<Word> words, int my, int at) {
    for (int i = my + 1; i <= Math.min(at, my + 4); i++)
      if (People.KIN.contains(People.singular(words.get(i).text()))
          || People.KIN.contains(words.get(i).text())) return true;
    return false;
  }

  /// Of the words before, only those that no present tense follows: "wife gave birth nine days ago,
  /// she is up all night"; of those behind, only those of the same clause.
  private static boolean historical(List<Word> words, int at) {
    for (int i = at; i < Math.min(words.size(), at + 30); i++) {
      if (i > at && words.get(i).startsClause()) break;
      if (isHistory(words, i)) return true;
    }
    for (int i = at - 1; i >= Math.max(0, at - 30) && !words.get(i + 1).startsSentence(); i--) {
      if (PRESENT_TENSE.contains(words.get(i).text())) return false;
      if (isHistory(words, i)) return true;
    }
    return false;
  }

  private static boolean isHistory(List<Word> words, int at) {
    var text = words.get(at).text();
    if (!HISTORY.contains(text)) return false;
    var before = at > 0 ? words.get(at - 1).text() : "";
    var after = at + 1 < words.size() ? words.get(at + 1).text() : "";
    return switch (text) {
      // "He's had three fits" is of now.
      case "had" -> !Set.of("has", "hes", "shes", "have", "just").contains(before);
      case "last" -> !Set.of("night", "hours", "minutes", "few").contains(after);
      // "My wife passed out" is no death of long ago.
      case "passed" -> after.equals("away");
      // "Tea runs out of her mouth" is in no family.
      case "runs" -> after.equals("in");
      case "past" -> !Set.of("half", "quarter").contains(before) && !isNumber(before);
      case "ago" -> !Set.of("minutes", "hours", "days").contains(before);
      default -> true;
    };
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }

  private static boolean recent(List<Word> words, int at) {
    return anyInSentence(words, at, RECENT);
  }

  private static boolean anyInSentence(List<Word> words, int at, Set<String> wanted) {
    int start = at;
    while (start > 0 && at - start < 30 && !words.get(start).startsSentence()) start--;
    for (int i = start; i < words.size() && i - at < 30; i++) {
      if (i > start && words.get(i).startsSentence()) break;
      if (wanted.contains(words.get(i).text())) return true;
    }
    return false;
  }
}
