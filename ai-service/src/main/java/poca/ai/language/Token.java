package poca.ai.language;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A word as it is compared: without case, accents, vowel marks and the variants of one letter.
/// Scripts that set no blanks give a token for each character.
///
/// @param text the folded form
/// @param start UTF-16 offset in the text that was read
/// @param before what stands between this token and the one before it
record Token(String text, int start, int end, Break before) {

  enum Break {
    NONE,
    /// A line end or an ellipsis: someone out of breath writes "no... puedo... respirar".
    PAUSE,
    CLAUSE,
    SENTENCE
  }

  /// Letters that no decomposition brings together but people type for one another. Arabic, Persian
  /// and Urdu keyboards differ in yeh, kaf and heh.
  private static final Map<Character, String> SAME =
      Map.ofEntries(
          Map.entry('ß', "ss"),
          Map.entry('æ', "ae"),
          Map.entry('œ', "oe"),
          Map.entry('ø', "o"),
          Map.entry('đ', "d"),
          Map.entry('ł', "l"),
          Map.entry('ı', "i"),
          Map.entry('ى', "ي"),
          Map.entry('ی', "ي"),
          Map.entry('ے', "ي"),
          Map.entry('ک', "ك"),
          Map.entry('ة', "ه"),
          Map.entry('ہ', "ه"),
          Map.entry('ۃ', "ه"),
          Map.entry('ھ', "ه"),
          Map.entry('ں', "ن"),
          Map.entry('ٱ', "ا"),
          Map.entry('ء', ""));

  private static final String MARKS_THAT_COME_AND_GO =
      // Nukta, candrabindu and anusvara of Devanagari, nukta and candrabindu of Bengali: साँस, सांस
      // and सास are typed for one another.
      "\u093C\u0901\u0902\u09BC\u0981";

  static List<Token> in(String text) {
    var tokens = new ArrayList<Token>();
    var word = new StringBuilder();
    int start = -1;
    int end = -1;
    var before = Break.NONE;
    int dots = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      int next = at + Character.charCount(c);
      boolean alone = isAlone(c);
      if (isOfAWord(c)) {
        if (alone && start >= 0) {
          add(tokens, word, start, end, before);
          before = Break.NONE;
          start = -1;
        }
        if (start < 0) start = at;
        end = next;
        fold(c, word);
        dots = 0;
        if (alone) {
          add(tokens, word, start, end, before);
          before = Break.NONE;
          start = -1;
        }
      } else if (!isInvisible(c)) {
        if (start >= 0) {
          add(tokens, word, start, end, before);
          before = Break.NONE;
          start = -1;
          dots = 0;
        }
        dots = c == '.' ? dots + 1 : 0;
        var here = dots > 1 ? Break.PAUSE : breakAt(text, at, c);
        if (dots > 1 && before == Break.SENTENCE) before = Break.PAUSE;
        if (here.compareTo(before) > 0) before = here;
      }
      at = next;
    }
    if (start >= 0) add(tokens, word, start, end, before);
    return tokens;
  }

  private static void add(
      List<Token> tokens, StringBuilder word, int start, int end, Break before) {
    if (!word.isEmpty()) tokens.add(new Token(word.toString(), start, end, before));
    word.setLength(0);
  }

  private static boolean isOfAWord(int c) {
    if (c < 128) return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    if (c == 'ª' || c == 'º' || isInvisible(c)) return false;
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
      default -> Character.isLetterOrDigit(c);
    };
  }

  private static boolean isInvisible(int c) {
    return c == 0x640
        || c == 0x30FC
        || c >= 0xFE00 && c <= 0xFE0F
        || Character.getType(c) == Character.FORMAT;
  }

  /// Characters of scripts without blanks.
  private static boolean isAlone(int c) {
    if (c < 0x2E80) return false;
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }

  private static Break breakAt(String text, int at, int c) {
    return switch (c) {
      case '.', '!', '?', '。', '！', '？', '؟', '۔', '।', '¿', '¡', '．' -> {
        // 38.5 and the like end nothing.
        boolean inNumber =
            c == '.'
                && at > 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
        yield inNumber ? Break.NONE : Break.SENTENCE;
      }
      case '\n', '\r', '\u2028', '…' -> {
        boolean empty = c == '\n' && at > 0 && text.charAt(at - 1) == '\n';
        yield empty || c == '\u2029' ? Break.SENTENCE : Break.PAUSE;
      }
      case ',', ';', ':', '(', ')', '[', ']', '，', '、', '；', '：', '،', '؛', '–', '—', '（', '）' ->
          Break.CLAUSE;
      case '-' -> {
        boolean inWord =
            at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
        yield inWord ? Break.NONE : Break.CLAUSE;
      }
      default -> Break.NONE;
    };
  }

  static String folded(String word) {
    var folded = new StringBuilder();
    word.codePoints().filter(Token::isOfAWord).forEach(c -> fold(c, folded));
    return folded.toString();
  }

  private static void fold(int c, StringBuilder into) {
    if (c < 128) {
      into.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
      return;
    }
    if (isAlone(c) || c >= 0xAC00 && c <= 0xD7A3) {
      // Not taken apart: the voicing marks of kana tell words from each other.
      Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
          .codePoints()
          .forEach(
              k -> into.appendCodePoint(k >= 0x30A1 && k <= 0x30F6 ? k - 0x60 : Han.simplified(k)));
      return;
    }
    var parts =
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    for (int at = 0; at < parts.length(); at++) {
      char part = parts.charAt(at);
      if (isAccent(part)) continue;
      var same = SAME.get(part);
      if (same != null) into.append(same);
      else if (part >= 0x660 && part <= 0x669) into.append((char) (part - 0x660 + '0'));
      else into.append(part);
    }
  }

  private static boolean isAccent(char c) {
    return c >= 0x300 && c <= 0x36F
        || c >= 0x64B && c <= 0x65F
        || c == 0x670
        || c >= 0x591 && c <= 0x5C7
        || MARKS_THAT_COME_AND_GO.indexOf(c) >= 0;
  }
}
