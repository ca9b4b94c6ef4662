package poca.records.document;

import org.jspecify.annotations.Nullable;
import poca.platform.text.Texts;

/// Names of files as clients send them.
final class FileName {

  private static final int LONGEST = 255;

  private FileName() {}

  /// The name without its path, and without characters that are not seen or change how the rest is
  /// seen: controls, and the marks that turn the direction of writing. Never empty.
  static String clean(@Nullable String sent) {
    var name = sent == null ? "" : sent;
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var clean = new StringBuilder();
    name.codePoints().filter(c -> !isUnseen(c)).limit(LONGEST).forEach(clean::appendCodePoint);
    var kept = Texts.trimmed(clean.toString());
    return kept.isEmpty() || kept.equals(".") || kept.equals("..") ? "file" : kept;
  }

  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          c != 0x200d; // joins emoji
      default -> false;
    };
  }
}
