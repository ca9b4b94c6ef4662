package poca.platform.text;

import org.jspecify.annotations.Nullable;

/// What people see of a text: its characters are code points, and some of them cannot be seen.
public final class Texts {

  /// Signs that fill a place and show nothing, though Unicode has them among letters, marks or
  /// symbols.
  private static final String FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

  /// The control characters that are white space.
  private static final String WHITE_CONTROLS = "\t\n\u000b\f\r\u0085";

  private static final int MUSICAL_NULL_NOTEHEAD = 0x1d159;

  private Texts() {}

  /// Whether there is nothing to see: no text, or white space, controls, zero-width and filling
  /// characters only.
  public static boolean isBlank(@Nullable String text) {
    return text == null || text.codePoints().noneMatch(Texts::isVisible);
  }

  /// The number of characters, which are code points: a smiling face is one.
  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /// Whether it stays on its line and reads in the order in which it is written.
  public static boolean isOneLine(String text) {
    return text.codePoints().noneMatch(Texts::breaksTheLine);
  }

  /// Without white space and what takes no place at its ends. Other control characters stay where
  /// they are: that one stands at an end does not make a text good that may have none.
  public static String trimmed(String text) {
    var from = 0;
    while (from < text.length() && isMargin(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    var to = text.length();
    while (to > from && isMargin(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  /// A key that a client makes, to be recognised by when it asks again: a blank one is none. One
  /// that counted would make every request that leaves it empty the same.
  public static @Nullable String key(@Nullable String text) {
    return text == null || isBlank(text) ? null : trimmed(text);
  }

  private static boolean isMargin(int c) {
    return WHITE_CONTROLS.indexOf(c) >= 0 || isLineEnd(c) || !isVisible(c) && !breaksTheLine(c);
  }

  private static boolean isLineEnd(int c) {
    var type = Character.getType(c);
    return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isFiller(c) && !isSelector(c);
    };
  }

  private static boolean isFiller(int c) {
    return c == MUSICAL_NULL_NOTEHEAD || FILLERS.indexOf(c) >= 0;
  }

  /// Variation selectors, and the places that Unicode keeps for more characters to be ignored.
  private static boolean isSelector(int c) {
    return (c >= 0x180b && c <= 0x180f)
        || c == 0x2065
        || (c >= 0xfe00 && c <= 0xfe0f)
        || (c >= 0xfff0 && c <= 0xfff8)
        || (c >= 0xe0000 && c <= 0xe0fff);
  }

  private static boolean breaksTheLine(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    };
  }
}
