package poca.ai.source;

/// Where sentences end.
final class Sentences {

  private Sentences() {}

  /// The offset after the sentence that begins at `from`, with what ends it: a line end, or a mark
  /// before a blank.
  static int end(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n') return at + 1;
      boolean mark = c == '.' || c == '!' || c == '?' || c == ';';
      if (mark && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1))))
        return at + 1;
    }
    return text.length();
  }
}
