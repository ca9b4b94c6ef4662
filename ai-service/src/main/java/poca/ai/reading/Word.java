package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One word of a message: lower case, without apostrophes, common misspellings corrected.
///
/// @param start UTF-16 offset of its first code unit in the message
/// @param end UTF-16 offset after its last code unit
/// @param before the strongest separator since the previous word
record Word(String text, int start, int end, Break before) {

  /// How strongly two neighbouring words are kept apart.
  enum Break {
    SPACE,
    HYPHEN,
    SLASH,
    COMMA,
    STOP
  }

  private static final Set<String> BEFORE_NOT =
      Set.of(
          "can", "could", "do", "does", "did", "is", "are", "was", "were", "has", "have", "had",
          "will", "would");

  boolean startsClause() {
    return before.compareTo(Break.COMMA) >= 0;
  }

  boolean startsSentence() {
    return before == Break.STOP;
  }

  boolean isNumber() {
    return text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }

  static List<Word> of(String message) {
    var words = new ArrayList<Word>();
    var before = Break.STOP;
    int at = 0;
    while (at < message.length()) {
      int c = message.codePointAt(at);
      int end;
      String text;
      if (c >= '0' && c <= '9') {
        end = endOfNumber(message, at);
        text = number(message.substring(at, end));
      } else if (isLetter(c)) {
        end = endOfLetters(message, at);
        text =
            Spelling.correct(
                withoutApostrophes(message.substring(at, end)).toLowerCase(Locale.ROOT));
      } else if (c == '&') {
        end = at + 1;
        text = "and";
      } else {
        before = stronger(before, separator(message, at, c));
        at += Character.charCount(c);
        continue;
      }
      add(words, new Word(text, at, end, before));
      before = Break.SPACE;
      at = end;
    }
    return words;
  }

  /// "can not", "does not" and the like become one word, as if they had been contracted.
  private static void add(List<Word> words, Word next) {
    var last = words.isEmpty() ? null : words.getLast();
    if (last != null
        && next.text.equals("not")
        && next.before == Break.SPACE
        && BEFORE_NOT.contains(last.text)) {
      var text =
          last.text.equals("can") ? "cant" : last.text.equals("will") ? "wont" : last.text + "nt";
      words.set(words.size() - 1, new Word(text, last.start, next.end, last.before));
    } else {
      words.add(next);
    }
  }

  private static int endOfNumber(String message, int start) {
    int end = start;
    boolean fraction = false;
    while (end < message.length()) {
      char c = message.charAt(end);
      if (c >= '0' && c <= '9') {
        end++;
      } else if (!fraction && (c == '.' || c == ',') && digitAt(message, end + 1)) {
        fraction = true;
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean digitAt(String message, int at) {
    return at < message.length() && message.charAt(at) >= '0' && message.charAt(at) <= '9';
  }

  /// A comma before three digits groups thousands, before one or two it is a decimal comma.
  private static String number(String said) {
    int comma = said.indexOf(',');
    if (comma < 0) return said;
    return said.length() - comma == 4 ? said.replace(",", "") : said.replace(',', '.');
  }

  private static int endOfLetters(String message, int start) {
    int end = start;
    while (end < message.length()) {
      int c = message.codePointAt(end);
      boolean inside =
          isLetter(c)
              || (c >= '0' && c <= '9')
              || Character.getType(c) == Character.NON_SPACING_MARK
              || (isApostrophe(c)
                  && end + 1 < message.length()
                  && isLetter(message.codePointAt(end + 1)));
      if (!inside) break;
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c) && c != 'º' && c != 'ª';
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '’' || c == '‘' || c == '`' || c == '´' || c == 'ʼ';
  }

  private static String withoutApostrophes(String word) {
    @Nullable StringBuilder kept = null;
    for (int i = 0; i < word.length(); i++) {
      if (isApostrophe(word.charAt(i))) {
        if (kept == null) kept = new StringBuilder(word.substring(0, i));
      } else if (kept != null) {
        kept.append(word.charAt(i));
      }
    }
    return kept == null ? word : kept.toString();
  }

  private static Break separator(String message, int at, int c) {
    return switch (c) {
      case '.', '!', '?', ';', '\n', '\r', '…', '。', '！', '？', '।', '؟', '•' -> Break.STOP;
      case ',', ':', '(', ')', '[', ']', '–', '—', '、', '،' -> Break.COMMA;
      case '-' -> blankAt(message, at - 1) && blankAt(message, at + 1) ? Break.COMMA : Break.HYPHEN;
      case '/' -> Break.SLASH;
      default -> Break.SPACE;
    };
  }

  private static boolean blankAt(String message, int at) {
    return at < 0 || at >= message.length() || Character.isWhitespace(message.charAt(at));
  }

  private static Break stronger(Break a, Break b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
