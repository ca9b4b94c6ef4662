package poca.ai.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words that are known: those of the language, and those that the phrase tables look for.
public final class Lexicon {

  private static final WordList ENGLISH = WordList.read("words/english.txt");
  private static final WordList NAMES = WordList.read("words/names.txt");

  /// Drugs, terms, abbreviations and words of the nursery that the general list lacks.
  private static final Set<String> FIELD =
      field("words/drugs.txt", "words/medical.txt", "words/everyday.txt");

  private static final Set<String> DRUGS = field("words/drugs.txt");

  private static final Map<String, String> VARIANTS = Variants.FORMS;

  /// Endings of short stems: `red*` means "redness", not "redeem".
  private static final Set<String> ENDINGS =
      Set.of(
          "", "e", "s", "es", "ed", "d", "ing", "er", "ers", "y", "ies", "ness", "ly", "n", "en",
          "ish", "ful", "ning", "ting", "ped", "ping", "ned", "ted", "al", "ling", "led");

  private static final int SHORT_STEM = 4;
  private static final int LONGEST_ENDING = 7;

  private static final List<Phrases<?>> TABLES =
      List.of(
          Finding.CONCEPTS.phrases(),
          Duration.NAMED,
          Details.SAID,
          Remedies.NAMES,
          AnswerOpening.UNKNOWNS,
          Age.FORMS,
          AssertionCues.CUES,
          AnswerMentions.LOOKS);

  private static final Set<String> NAMED = named();
  private static final Set<String> OWN = own();

  private Lexicon() {}

  /// Whether this is a word of English, a drug, a medical term or a usual abbreviation. Names of
  /// people and places are none.
  public static boolean isWord(String word) {
    var plain = plain(word);
    return isEnglish(plain) || FIELD.contains(plain) || VARIANTS.containsKey(plain);
  }

  /// Whether the phrase tables look for exactly this word, or a usual variant of it.
  public static boolean isOwn(String word) {
    return OWN.contains(plain(word));
  }

  /// Whether a word is one that is written with a capital only, and no medicine: the name of a
  /// person, a place or a brand.
  public static boolean isProper(String word) {
    var plain = plain(word);
    return isName(plain) && !isWord(plain) && !isOwn(plain);
  }

  /// A word in lower case, without accents and apostrophes.
  static String plain(String word) {
    return CharacterNormaliser.bare(word);
  }

  static boolean isEnglish(String plain) {
    return ENGLISH.contains(plain);
  }

  static boolean isOfTheField(String plain) {
    return FIELD.contains(plain);
  }

  static boolean isDrug(String plain) {
    return DRUGS.contains(plain);
  }

  /// Whether the language writes it with a capital only: names of people, places and brands.
  static boolean isName(String plain) {
    return NAMES.contains(plain)
        || (plain.endsWith("s") && NAMES.contains(plain.substring(0, plain.length() - 1)));
  }

  /// The form that the phrase tables use.
  static String canonical(String plain) {
    return VARIANTS.getOrDefault(plain, plain);
  }

  static boolean isVariant(String plain) {
    return VARIANTS.containsKey(plain);
  }

  /// Whether a phrase names this very word, not only its stem.
  static boolean isNamed(String plain) {
    return NAMED.contains(plain);
  }

  /// All own words; what is misspelled is brought towards one of these.
  static Set<String> words() {
    return OWN;
  }

  private static Set<String> named() {
    var named = new HashSet<String>(VARIANTS.keySet());
    named.addAll(VARIANTS.values());
    TABLES.forEach(table -> named.addAll(table.words()));
    named.addAll(Slang.words());
    named.addAll(NegationTriggers.words());
    named.addAll(Numbers.words());
    named.addAll(People.words());
    named.addAll(Temperature.words());
    named.addAll(GaugeNames.words());
    named.addAll(List.of("cannot", "couldnt", "shouldnt", "wouldnt", "myself", "because", "which"));
    named.removeIf(word -> !word.chars().allMatch(c -> c >= 'a' && c <= 'z'));
    return Set.copyOf(named);
  }

  private static Set<String> own() {
    var own = new HashSet<String>(NAMED);
    for (var table : TABLES) {
      for (var stem : table.stems()) {
        ENGLISH.startingWith(stem).stream().filter(w -> isFormOf(stem, w)).forEach(own::add);
        FIELD.stream().filter(w -> w.startsWith(stem) && isFormOf(stem, w)).forEach(own::add);
      }
    }
    return Set.copyOf(own);
  }

  private static boolean isFormOf(String stem, String word) {
    var ending = word.substring(stem.length());
    return stem.length() > SHORT_STEM
        ? ending.length() <= LONGEST_ENDING
        : ENDINGS.contains(ending);
  }

  private static Set<String> field(String... files) {
    var words = new HashSet<String>();
    for (var file : files) {
      for (var line : WordList.lines(file)) {
        for (var word : line.text().split(" ", -1)) {
          if (!word.equals(plain(word))) throw line.wrong("is not in lower case: " + word);
          words.add(word);
        }
      }
    }
    return Set.copyOf(words);
  }
}
