package poca.ai.reading;

import java.util.Locale;
import java.util.Set;

/// Finds where a word ends that begins at a place of a plain text: a number, letters, or what is
/// written of both and of signs ("b.p.", "n/v", "2day").
final class WordEnds {

  /// Names that are typed together with their value.
  private static final Set<String> GAUGES =
      Set.of(
          "bp", "hr", "rr", "sats", "sat", "pulse", "sugar", "bm", "bg", "inr", "temp", "fever",
          "glucose", "ketones", "pef");

  private static final int LONGEST_GAUGE = 7;

  private final String text;

  WordEnds(String text) {
    this.text = text;
  }

  /// The index after the word that begins here, or -1 when none does.
  int endOfWord(int at) {
    int c = text.codePointAt(at);
    if (c == '&') return at + 1;
    boolean digit = c >= '0' && c <= '9';
    if (!digit && !Character.isLetter(c)) return -1;
    int slang = endOfSlang(at);
    if (slang > 0) return slang;
    if (digit) return endOfNumber(at);
    int dotted = endOfDotted(at);
    return dotted > 0 ? dotted : endOfLetters(at);
  }

  /// "w/", "n/v", "2day": abbreviations that are not made of letters alone.
  private int endOfSlang(int at) {
    int end = at;
    boolean mixed = false;
    while (end < text.length() && end - at <= Slang.LONGEST_FORM) {
      char c = text.charAt(end);
      if (!Character.isLetterOrDigit(c) && c != '/') break;
      mixed |= c == '/' || (c >= '0' && c <= '9');
      end++;
    }
    if (!mixed) return -1;
    for (int to = end; to > at + 1; to--) {
      char last = text.charAt(to - 1);
      boolean whole = to == end || last == '/';
      if (whole && Slang.knows(CharacterNormaliser.bare(text.substring(at, to)))) return to;
    }
    return -1;
  }

  private int endOfNumber(int start) {
    int end = start;
    boolean fraction = false;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c >= '0' && c <= '9') {
        end++;
      } else if (!fraction && (c == '.' || c == ',') && digitAt(text, end + 1)) {
        fraction = true;
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  /// "b.p.", "s.o.b": single letters with full stops between them, or -1.
  private int endOfDotted(int at) {
    int end = at;
    int letters = 0;
    while (isAsciiLetter(text, end) && !isAsciiLetter(text, end + 1)) {
      letters++;
      end++;
      if (end + 1 >= text.length() || text.charAt(end) != '.' || !isAsciiLetter(text, end + 1))
        break;
      if (isAsciiLetter(text, end + 2)) break;
      end++;
    }
    return letters > 1 ? end : -1;
  }

  private int endOfLetters(int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      int type = Character.getType(c);
      boolean inside =
          Character.isLetterOrDigit(c)
              || type == Character.NON_SPACING_MARK
              || type == Character.COMBINING_SPACING_MARK
              || (c == '\''
                  && end + 1 < text.length()
                  && Character.isLetter(text.codePointAt(end + 1)));
      if (!inside || (isDigit(c) && isGauge(start, end))) break;
      end += Character.charCount(c);
    }
    return end;
  }

  /// "BP180/110", "sats88": the name and its value are two words.
  private boolean isGauge(int start, int end) {
    return end - start <= LONGEST_GAUGE
        && GAUGES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  static boolean isDotted(String written) {
    return written.indexOf('.') > 0;
  }

  static boolean digitAt(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  static boolean isAsciiLetter(String text, int at) {
    return at < text.length() && (text.charAt(at) | 32) >= 'a' && (text.charAt(at) | 32) <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
