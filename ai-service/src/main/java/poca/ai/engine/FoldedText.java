package poca.ai.engine;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text as nobody can hide a word in it: one kind of apostrophe and of blank, no invisible
/// characters, lower case.
final class FoldedText {

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\x0B\\f\\p{Zs}]+");

  /// Behind what ends a sentence, a part of one that stands by itself, or a line.
  private static final Pattern END = Pattern.compile("(?<=[.!?;])(?=[ \\n])|\\n");

  private FoldedText() {}

  static String text(String text) {
    var whole = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var visible = INVISIBLE.matcher(whole).replaceAll("").replace('’', '\'');
    return BLANKS.matcher(visible).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /// @param plain such a text
  static List<String> sentences(String plain) {
    return END.splitAsStream(plain).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
