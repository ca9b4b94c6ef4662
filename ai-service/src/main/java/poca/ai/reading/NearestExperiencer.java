package poca.ai.reading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who has what is told at a place of a message: the nearest person in whom it can be. A person who
/// only told the writer to write, whose birthday it was or with whom the writer lives is none.
///
/// @param who the writer, a child or another person; unsaid when nobody is named
/// @param kin the word for the other person: "mother", or "she" where nothing names her; null for
///   the writer and a child
record NearestExperiencer(Story.About who, @Nullable String kin) {

  private static final NearestExperiencer WRITER = new NearestExperiencer(Story.About.WRITER, null);
  private static final NearestExperiencer CHILD = new NearestExperiencer(Story.About.CHILD, null);

  private static final int FAR = 40;
  private static final int NEAR_BEHIND = 20;
  private static final int SENTENCES_BACK = 3;

  /// What people do who are not ill themselves.
  private static final Set<String> ACTS =
      StatedClauses.words(
          """
          told tells says said thinks thought reckons wonders asked asks noticed insisted insists
          insist suggested suggests recommended advised made makes wants wanted wishes sent sends
          drove brought helped helps rang found wrote writes typed typing reads read worries
          worried visited visiting nagged nags swears believes suspects sees saw
          knows knew lent bought agrees pointed mentioned jokes laughed
          """);

  private static final Set<String> FINDS = Set.of("found", "find", "saw");

  private static final Set<String> MEDICINES =
      StatedClauses.words(
          "pill pills tablet tablets medicine injection inhaler insulin drops dose");

  /// Between a person and what they do: "has also told", "is always saying".
  private static final Set<String> BETWEEN =
      StatedClauses.words("has had have is was just also always keeps kept even then who already");

  /// With them, after them, because of them: not in them.
  private static final Set<String> BESIDE =
      StatedClauses.words(
          """
          with to at from after since because like by before than when while if as behind near
          visit visiting visited without until during unlike between met meet meeting and
          """);

  /// What a mother does with a baby that is not who is ill.
  private static final Set<String> BORN =
      StatedClauses.words(
          "had expecting delivered carrying breastfeed breastfeeding feeding nursing carry");

  private static final Set<String> IN = Set.of("in", "of", "for", "on", "about");

  private static final Set<String> DETERMINERS =
      StatedClauses.words(
          """
          my our his her their the a an this old older little late young younger big eldest oldest
          youngest th st nd rd elderly poor dear year years month months week weeks day days one two three first second new newborn own
          """);

  private static final Set<String> SELF_VERBS =
      StatedClauses.words(
          """
          have had feel felt am got has cant cannot get keep kept was started suffer woke dont didnt
          hurt fell took lost vomit vomited fainted noticed also still just wake cough coughed
          sneeze itch ache bleed bled twisted rolled cut burned burnt banged hit tripped slipped
          sprained pulled broke swallowed ate drank sleep slept cry cried see hear pee peed poo
          throw threw never always sometimes often now suddenly really
          """);

  private static final Set<String> SELF = Set.of("im", "ive", "myself", "id");

  private static final Set<String> PRONOUNS =
      Set.of("he", "she", "his", "him", "hes", "shes", "her", "himself", "herself");

  private static final Set<String> HERS = Set.of("her", "herself");

  /// Parts and states of a person: "my daughter's ear", while "my daughter's birthday" is none.
  private static final Set<String> EVENTS =
      StatedClauses.words(
          """
          birthday wedding house place home flat party funeral school nursery class classroom friend
          friends teacher car visit graduation christening anniversary garden dog cat job work
          office holiday advice suggestion request idea phone account email doctor gp boyfriend
          girlfriend husband wife engagement hen stag leaving communion barbecue bbq kitchen room
          bike allotment shop letter turn moving move divorce death
          """);

  /// @param at the first word of what is told
  /// @param behind the word behind it
  static NearestExperiencer of(List<Word> words, int at, int behind) {
    if (FINDS.contains(words.get(at).text()))
      for (int i = at + 1; i < behind; i++) if (isPerson(words, i)) return person(words, i);
    return of(words, at);
  }

  private static NearestExperiencer of(List<Word> words, int at) {
    String pronoun = null;
    int start = at;
    for (int sentence = 0; sentence <= SENTENCES_BACK; sentence++) {
      int end = sentence == 0 ? at : start - 1;
      start = sentenceStart(words, end);
      for (int i = end; i >= start; i--) {
        if (PRONOUNS.contains(words.get(i).text()) && !isOfAPerson(words, i))
          pronoun =
              words.get(i).text().startsWith("h") && !HERS.contains(words.get(i).text())
                  ? "he"
                  : "she";
        var found = at(words, i, pronoun != null);
        if (found != null) return found;
      }
      if (sentence == 0) {
        var behind = behind(words, at);
        if (behind != null) return behind;
      }
      if (start == 0) break;
    }
    return new NearestExperiencer(Story.About.UNSAID, pronoun);
  }

  private static int sentenceStart(List<Word> words, int at) {
    int start = at;
    while (start > 0 && at - start < FAR && !words.get(start).startsSentence()) start--;
    return start;
  }

  /// The person whom the word names, if it can be in them; null when it names none.
  private static @Nullable NearestExperiencer at(List<Word> words, int i, boolean pronoun) {
    var text = words.get(i).text();
    if (isPerson(words, i)) return isAside(words, i, pronoun) ? null : person(words, i);
    if (pronoun) return null;
    if (SELF.contains(text)) return WRITER;
    if (text.equals("i"))
      return i + 1 < words.size() && SELF_VERBS.contains(words.get(i + 1).text()) ? WRITER : null;
    return text.equals("my") && !isOfAPerson(words, i) ? WRITER : null;
  }

  /// "Fever in my baby", "a rash on my son's leg", "headache since I woke".
  private static @Nullable NearestExperiencer behind(List<Word> words, int at) {
    for (int i = at + 1; i < words.size() && i - at < NEAR_BEHIND; i++) {
      if (words.get(i).startsSentence()) break;
      if (isPerson(words, i) && IN.contains(before(words, i)) && !isEvents(words, i))
        return person(words, i);
      if (PRONOUNS.contains(words.get(i).text())) return null;
      var self = isPerson(words, i) ? null : at(words, i, false);
      if (self != null) return self;
    }
    return null;
  }

  static NearestExperiencer person(List<Word> words, int i) {
    var text = words.get(i).text();
    if (People.isChild(words, i)) return CHILD;
    return new NearestExperiencer(Story.About.RELATIVE, People.kin(text));
  }

  private static boolean isPerson(List<Word> words, int i) {
    return People.isChild(words, i) || People.kin(words.get(i).text()) != null;
  }

  /// Whether a "my" or "her" belongs to a person's name: "my older brother".
  private static boolean isOfAPerson(List<Word> words, int i) {
    for (int j = i + 1; j < Math.min(words.size(), i + 6); j++) {
      if (words.get(j).startsClause()) return false;
      if (isPerson(words, j)) return true;
      if (!DETERMINERS.contains(words.get(j).text()) && !words.get(j).isNumber()) return false;
    }
    return false;
  }

  /// Whether the person stands beside what is told rather than being who has it.
  private static boolean isAside(List<Word> words, int person, boolean pronoun) {
    if (acts(words, person) || BORN.contains(before(words, person))) return true;
    if (isEvents(words, person)) return true;
    return !pronoun && BESIDE.contains(before(words, person)) && !isSubject(words, person);
  }

  /// Does something to or for the writer.
  private static boolean acts(List<Word> words, int person) {
    int verb = person + 1;
    while (verb < words.size()
        && !words.get(verb).startsClause()
        && BETWEEN.contains(words.get(verb).text())) verb++;
    if (verb < words.size()
        && !words.get(verb).startsClause()
        && ACTS.contains(words.get(verb).text())) return true;
    for (int i = person + 1; i < Math.min(words.size(), person + 6); i++) {
      var text = words.get(i).text();
      if (words.get(i).startsClause() || text.equals("and")) return false;
      if (text.equals("me") || (i <= person + 2 && SELF.contains(text))) return true;
    }
    return false;
  }

  /// "Grandma's heart pills", "my brother's injection dose": the thing is spoken of, not the
  /// person.
  static boolean isOwner(List<Word> words, int person) {
    if (!words.get(person).text().endsWith("s")) return false;
    for (int i = person + 1; i < Math.min(words.size(), person + 4); i++) {
      if (words.get(i).startsClause()) return false;
      if (MEDICINES.contains(words.get(i).text())) return true;
    }
    return false;
  }

  /// "My sister's birthday".
  private static boolean isEvents(List<Word> words, int person) {
    int thing = person + 1;
    while (thing < words.size()
        && (DETERMINERS.contains(words.get(thing).text()) || words.get(thing).isNumber())) thing++;
    return thing < words.size()
        && !words.get(thing).startsClause()
        && EVENTS.contains(words.get(thing).text());
  }

  /// "When my son coughs", "because my husband is confused".
  private static boolean isSubject(List<Word> words, int person) {
    return person + 1 < words.size()
        && !words.get(person + 1).startsClause()
        && Set.of("has", "is", "cant", "keeps", "hasnt", "isnt", "wont", "feels", "looks")
            .contains(words.get(person + 1).text());
  }

  /// The word before the person and what belongs to the name: "with" of "with my older brother".
  private static String before(List<Word> words, int person) {
    int i = person - 1;
    while (i >= 0
        && person - i < 6
        && !words.get(i + 1).startsClause()
        && (DETERMINERS.contains(words.get(i).text()) || words.get(i).isNumber())) i--;
    return i < 0 || words.get(i + 1).startsClause() ? "" : words.get(i).text();
  }
}
