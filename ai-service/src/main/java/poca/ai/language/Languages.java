package poca.ai.language;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells which language a patient writes in.
///
/// The worst fault would be an English emergency that is not read: English with typing errors,
/// names, drug names, slang or a foreign word stays English. Another language needs evidence.
public final class Languages {

  /// From so many Latin letters on anything but an alarm can tell English from another language.
  static final int LETTERS_TO_JUDGE_BY = 20;

  /// A message of 16 KiB tells no more of its language than its first part.
  private static final int READ_AT_MOST = 4_000;

  /// Ends of English words that an apostrophe cuts off: can't, I'm, he'll.
  private static final Set<String> ENGLISH_ENDS = Set.of("t", "s", "m", "d", "ll", "re", "ve");

  private static final String APOSTROPHES = "'’`´ʼ";

  /// "heeeelp" is help, "sooooon" is soon.
  private static final Pattern LONG_RUN = Pattern.compile("(.)\\1{2,}");

  private Languages() {}

  /// The language of all the patient's words of a session so far.
  ///
  /// @param texts the patient's messages, first one first
  /// @param englishWord whether a word (lower case, without apostrophes) is in the general word
  ///   list or in the lexicon that the rules read by
  public static Detected of(List<String> texts, Predicate<String> englishWord) {
    var text = Normalizer.normalize(newest(texts), Normalizer.Form.NFKC);
    var letters = letters(text);
    if (letters.isEmpty()) return Detected.NOTHING;
    int latin = letters.getOrDefault(UnicodeScript.LATIN, 0);
    var other = mostOfOthers(letters);
    if (other != null && letters.getOrDefault(other, 0) > latin)
      return byScript(other, letters.getOrDefault(other, 0), text);
    if (latin < LETTERS_TO_JUDGE_BY) {
      var alarms = Alarms.in(text);
      return Detected.of(alarms.isEmpty() ? Detected.ENGLISH : alarms.getFirst().tag());
    }
    return Detected.of(latin(text, englishWord));
  }

  private static String newest(List<String> texts) {
    var all = String.join("\n\n", texts);
    return all.length() <= READ_AT_MOST ? all : all.substring(all.length() - READ_AT_MOST);
  }

  private static Map<UnicodeScript, Integer> letters(String text) {
    var letters = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> {
          var script = Script.of(letter);
          if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
            letters.merge(script, Script.weight(script), Integer::sum);
        });
    return letters;
  }

  private static @Nullable UnicodeScript mostOfOthers(Map<UnicodeScript, Integer> letters) {
    UnicodeScript most = null;
    for (var script : letters.keySet())
      if (script != UnicodeScript.LATIN
          && (most == null || letters.getOrDefault(script, 0) > letters.getOrDefault(most, 0)))
        most = script;
    return most;
  }

  private static Detected byScript(UnicodeScript script, int letters, String text) {
    var decided = Script.language(script, text);
    if (decided != null) return Detected.of(decided);
    var usual =
        switch (script) {
          case ARABIC -> "ar";
          case CYRILLIC -> "ru";
          case DEVANAGARI -> "hi";
          case BENGALI -> "bn";
          default -> Detected.UNKNOWN;
        };
    if (usual.equals(Detected.UNKNOWN)) return Detected.of(usual);
    var scores = new TreeMap<String, Double>();
    Vocabulary.counts(Token.in(text), script)
        .forEach((tag, count) -> scores.merge(tag, (double) count, Double::sum));
    if (letters >= LETTERS_TO_JUDGE_BY)
      LetterGuess.of(text)
          .forEach((tag, probability) -> scores.merge(tag, probability, Double::sum));
    // The usual language of a script wins a tie.
    scores.merge(usual, 0.5, Double::sum);
    return Detected.of(highest(scores));
  }

  private static String highest(Map<String, Double> scores) {
    return Collections.max(scores.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /// What the words of a Latin text say.
  ///
  /// @param all how many they are
  /// @param english those that are English and nothing else
  /// @param unknown those that are in no list
  /// @param unknownShort those of them that are no name of a drug or a disease: of up to five
  ///   letters
  /// @param scores how much speaks for each other language
  /// @param found how many words are frequent in the likeliest other language
  /// @param foreign how many of those are not English as well
  private record Words(
      int all,
      int english,
      int unknown,
      int unknownShort,
      Map<String, Double> scores,
      int found,
      int foreign) {}

  private static Words words(String text, Predicate<String> englishWord) {
    int all = 0;
    int english = 0;
    int unknown = 0;
    int unknownShort = 0;
    var foreign = new TreeMap<String, Integer>();
    var shared = new TreeMap<String, Integer>();
    Token before = null;
    for (var token : Token.in(text)) {
      var previous = before;
      before = token;
      if (Script.of(token.text().codePointAt(0)) != UnicodeScript.LATIN) continue;
      all++;
      var written = text.substring(token.start(), token.end()).toLowerCase(Locale.ROOT);
      var tags = Vocabulary.languagesOf(token.text());
      if (isOfEnglish(text, previous, token, written) || tags.contains(Detected.ENGLISH)) {
        // Frequent in English, it is no sign of anything else: me, no, so, am.
        english++;
      } else if (isEnglish(written, englishWord)) {
        english++;
        for (var tag : tags) shared.merge(tag, 1, Integer::sum);
      } else if (tags.isEmpty()) {
        unknown++;
        if (written.length() <= 5 || !written.equals(token.text())) unknownShort++;
      } else for (var tag : tags) foreign.merge(tag, 1, Integer::sum);
    }
    var scores = new TreeMap<String, Double>();
    foreign.forEach((tag, count) -> scores.merge(tag, (double) count, Double::sum));
    shared.forEach((tag, count) -> scores.merge(tag, 0.5 * count, Double::sum));
    if (scores.isEmpty()) return new Words(all, english, unknown, unknownShort, scores, 0, 0);
    var best = highest(scores);
    int foreignHere = foreign.getOrDefault(best, 0);
    int sharedHere = shared.getOrDefault(best, 0);
    return new Words(
        all,
        english - sharedHere,
        unknown,
        unknownShort,
        scores,
        foreignHere + sharedHere,
        foreignHere);
  }

  private static boolean isEnglish(String written, Predicate<String> englishWord) {
    if (written.chars().anyMatch(c -> c >= 128)) return false;
    if (englishWord.test(written)) return true;
    var single = LONG_RUN.matcher(written).replaceAll("$1");
    return !single.equals(written)
        && (englishWord.test(single)
            || englishWord.test(LONG_RUN.matcher(written).replaceAll("$1$1")));
  }

  /// What an apostrophe cuts off from an English word: can't, I'm, and the first part of doesn't.
  private static boolean isOfEnglish(
      String text, @Nullable Token before, Token token, String written) {
    if (before != null
        && ENGLISH_ENDS.contains(written)
        && token.start() == before.end() + 1
        && isApostrophe(text.charAt(before.end()))) return true;
    return written.endsWith("n")
        && token.end() + 1 < text.length()
        && isApostrophe(text.charAt(token.end()))
        && Character.toLowerCase(text.charAt(token.end() + 1)) == 't';
  }

  private static boolean isApostrophe(char c) {
    return APOSTROPHES.indexOf(c) >= 0;
  }

  /// The limits are measured (LanguagesTest prints what they give): in English text hardly a word
  /// is frequent elsewhere, in others at least two are and outnumber the English ones.
  private static String latin(String text, Predicate<String> englishWord) {
    var words = words(text, englishWord);
    if (words.english >= 0.6 * words.all) return Detected.ENGLISH;
    var guesses = LetterGuess.of(text.toLowerCase(Locale.ROOT));
    double english = guesses.getOrDefault(Detected.ENGLISH, 0.0);
    if (words.found >= 2 && words.found > words.english) {
      boolean isSure = words.foreign > 0 || english < 0.1;
      // Typing errors may look like words of another language, but not half of them.
      if (isSure && (english < 0.9 || words.found >= 0.5 * words.all)) {
        var scores = new TreeMap<>(words.scores);
        guesses.forEach(
            (tag, probability) -> scores.computeIfPresent(tag, (_, score) -> score + probability));
        return highest(scores);
      }
    }
    if (english >= 0.5 || words.english > 0.4 * words.all) return Detected.ENGLISH;
    // Lists of drugs and diagnoses are long words that nobody has; a language has short ones too.
    if (words.unknown < 3 || words.unknownShort < 2) return Detected.ENGLISH;
    if (!guesses.isEmpty()) {
      var likeliest = highest(guesses);
      if (guesses.getOrDefault(likeliest, 0.0) >= 0.9) return likeliest;
    }
    return words.unknown >= 0.7 * words.all ? Detected.UNKNOWN : Detected.ENGLISH;
  }
}
