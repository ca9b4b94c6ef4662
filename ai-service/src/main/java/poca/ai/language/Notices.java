package poca.ai.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fixed texts for a patient who writes in a language that is not read.
public final class Notices {

  /// For everybody else: English, then the official languages of the United Nations in the order of
  /// their English names.
  private static final List<String> UNITED_NATIONS = List.of("ar", "zh", "en", "fr", "ru", "es");

  private Notices() {}

  /// That only English is read, what to do in an emergency, and that the words reach the doctor.
  public static String unread(String tag, String number) {
    return said(
        tag,
        languageProfile -> filled(languageProfile, languageProfile.notice(), "{number}", number));
  }

  /// The plain advice to seek emergency care now.
  ///
  /// @param contact how the doctor is reached, if it is known
  public static String emergency(String tag, String number, @Nullable String contact) {
    return said(
        tag,
        languageProfile -> {
          var advice = filled(languageProfile, languageProfile.emergency(), "{number}", number);
          if (contact == null || contact.isBlank()) return advice;
          return advice
              + (languageProfile.writesWithoutBlanks() ? "" : " ")
              + filled(languageProfile, languageProfile.contact(), "{contact}", contact);
        });
  }

  /// Between letters that run to the left, "+44 20 7946 0000" would be shown from its end; the
  /// isolates keep its order.
  private static String filled(
      LanguageProfile languageProfile, String text, String placeholder, String value) {
    return text.replace(
        placeholder, languageProfile.writesFromRightToLeft() ? "\u2066" + value + "\u2069" : value);
  }

  private static String said(String tag, Function<LanguageProfile, String> text) {
    var languageProfile = LanguageProfile.of(primary(tag));
    if (languageProfile != null) return text.apply(languageProfile);
    var all = new ArrayList<String>();
    all.add(text.apply(LanguageProfile.ENGLISH));
    for (var official : UNITED_NATIONS) {
      var one = LanguageProfile.of(official);
      if (one != null) all.add(text.apply(one));
    }
    return String.join("\n\n", all);
  }

  /// `zh-Hant` and `pt-BR` are answered as `zh` and `pt`; `hi-Latn` is not, for who types Latin
  /// letters may not read the others.
  private static String primary(String tag) {
    int subtag = tag.indexOf('-');
    return subtag < 0 || tag.endsWith("-Latn") ? tag : tag.substring(0, subtag);
  }
}
