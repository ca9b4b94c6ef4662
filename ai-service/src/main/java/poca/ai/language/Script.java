package poca.ai.language;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the script alone says about a language.
final class Script {

  /// Scripts of one language, or of one that nearly everybody who writes it means.
  private static final Map<UnicodeScript, String> LANGUAGE =
      Map.ofEntries(
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"),
          Map.entry(UnicodeScript.ORIYA, "or"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.ETHIOPIC, "am"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.TIBETAN, "bo"),
          Map.entry(UnicodeScript.THAANA, "dv"));

  private Script() {}

  /// Kana count as Han: who writes them writes both.
  static UnicodeScript of(int letter) {
    var script = UnicodeScript.of(letter);
    return switch (script) {
      case HIRAGANA, KATAKANA -> UnicodeScript.HAN;
      default -> script;
    };
  }

  /// How many Latin letters say as much as one of these.
  static int weight(UnicodeScript script) {
    return switch (script) {
      case HAN -> 3;
      case HANGUL -> 2;
      default -> 1;
    };
  }

  /// The language that the letters decide; null when the words must.
  static @Nullable String language(UnicodeScript script, String text) {
    return switch (script) {
      case HAN -> hasAny(text, 'ぁ', 'ヿ') ? "ja" : "zh";
      case ARABIC -> arabic(text);
      case CYRILLIC -> cyrillic(text);
      case BENGALI -> has(text, "ৰৱ") ? "as" : null;
      default -> LANGUAGE.get(script);
    };
  }

  private static @Nullable String arabic(String text) {
    if (has(text, "ښځډړڼېۍ")) return "ps";
    if (has(text, "ێۆڕڵ")) return "ckb";
    if (has(text, "ڀٿڄڃڇڌڍڳڱڻ")) return "sd";
    if (has(text, "ٹڈڑںے")) return "ur";
    return null;
  }

  private static @Nullable String cyrillic(String text) {
    if (has(text, "ҳҷӣӯ")) return "tg";
    if (has(text, "әұһ")) return "kk";
    if (has(text, "өү")) return "mn";
    if (has(text, "ђћ")) return "sr";
    if (has(text, "ѓќѕ")) return "mk";
    if (has(text, "ў")) return "be";
    if (has(text, "їєґ")) return "uk";
    boolean hasI = has(text, "і");
    if (has(text, "ыэ")) return hasI ? "be" : "ru";
    return hasI ? "uk" : null;
  }

  private static boolean has(String text, String letters) {
    var low = text.toLowerCase(Locale.ROOT);
    return letters.chars().anyMatch(letter -> low.indexOf(letter) >= 0);
  }

  private static boolean hasAny(String text, char from, char to) {
    return text.chars().anyMatch(c -> c >= from && c <= to && c != '・' && c != 'ー');
  }
}
