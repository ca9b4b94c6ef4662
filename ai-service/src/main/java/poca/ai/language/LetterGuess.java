package poca.ai.language;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.i18n.LdLocale;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the letters alone suggest, by a library that knows the frequent letter sequences of each
/// language. It is often wrong about a short text; words outweigh it.
final class LetterGuess {

  /// Without Latin, Esperanto and regional neighbours that take over short texts of large ones.
  private static final List<String> LANGUAGES =
      List.of(
          "af", "ar", "be", "bg", "bn", "ca", "cs", "da", "de", "en", "es", "et", "fa", "fi", "fr",
          "hi", "hr", "ht", "hu", "id", "is", "it", "lt", "lv", "mk", "mr", "ne", "nl", "no", "pl",
          "pt", "ro", "ru", "sk", "sl", "so", "sq", "sr", "sv", "sw", "tl", "tr", "uk", "ur", "vi");

  /// Above this length the library would draw at random; all of it is read instead.
  private static final int ALWAYS_WHOLE = Integer.MAX_VALUE;

  private static final LanguageDetector DETECTOR = detector();

  private LetterGuess() {}

  /// The probability of each language that has any.
  static Map<String, Double> of(String text) {
    var guesses = new TreeMap<String, Double>();
    for (var guess : DETECTOR.getProbabilities(text))
      guesses.put(guess.getLocale().getLanguage(), guess.getProbability());
    return guesses;
  }

  private static LanguageDetector detector() {
    var locales = new ArrayList<LdLocale>();
    for (var language : LANGUAGES) locales.add(LdLocale.fromString(language));
    try {
      return LanguageDetectorBuilder.create(NgramExtractors.standard())
          .shortTextAlgorithm(ALWAYS_WHOLE)
          .seed(1)
          .minimalConfidence(0.01)
          .withProfiles(new LanguageProfileReader().readBuiltIn(locales))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
