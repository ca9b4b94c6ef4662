package poca.ai.reading;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Brings the characters of a text to one form each: compatibility letters and digits (Unicode
/// NFKC), blanks, apostrophes, line ends, numbers of any script; what cannot be seen is dropped.
final class CharacterNormaliser {

  /// More marks on one letter than any script needs are ornament.
  private static final int MOST_MARKS = 8;

  private static final Map<Character, Character> LOOKALIKES = lookalikes();
  private static final String SMALL_CAPITALS = "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ\0ʏᴢ";

  private CharacterNormaliser() {}

  static NormalisedText.Draft plain(NormalisedText.Draft from) {
    var to = new NormalisedText.Draft(from.text.length() + 16);
    var text = from.text.toString();
    boolean raised = false;
    int at = 0;
    while (at < text.length()) {
      int end = endOfChunk(text, at);
      int c = text.codePointAt(at);
      int start = from.start(at);
      int last = from.end(end - 1);
      boolean power = isPower(c);
      if (c == '\r') {
        boolean pair = end < text.length() && text.charAt(end) == '\n';
        if (pair) last = from.end(end++);
        to.add('\n', start, last);
      } else if (c == '\\' && end < text.length() && isEscape(text, end)) {
        char escaped = text.charAt(end);
        last = from.end(end++);
        to.add(
            escaped == 'n' || escaped == 'r' ? '\n' : escaped == 't' ? ' ' : escaped, start, last);
      } else if (text.startsWith("â€™", at)) {
        // UTF-8 that was read as Windows-1252 on its way.
        end = at + 3;
        to.add('\'', start, from.end(end - 1));
      } else if (isFraction(c)) {
        fraction(to, c, start, last);
      } else {
        if (power && !raised && digitBefore(to)) to.add('^', start, last);
        to.add(form(text, at, end), start, last);
      }
      raised = power;
      at = end;
    }
    separators(to);
    lookalikes(to);
    return to;
  }

  /// A word in lower case, Latin letters without accents, no apostrophes: the form that is looked
  /// up.
  static String bare(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    boolean bare = true;
    for (int at = 0; at < lower.length(); at++) {
      char c = lower.charAt(at);
      bare &= c < 128 && c != '\'';
    }
    if (bare) return lower;
    var letters = new StringBuilder(lower.length());
    for (int at = 0; at < lower.length(); ) {
      int c = lower.codePointAt(at);
      at += Character.charCount(c);
      if (c == '\'') continue;
      if (c < 128) letters.append((char) c);
      else if (Character.UnicodeScript.of(c) == LATIN) letters.append(withoutAccent(c));
      // A mark that a lower-case letter has of its own: that of the Turkish dotted I.
      else if (c != 0x0307) letters.appendCodePoint(c);
    }
    return letters.toString();
  }

  private static String withoutAccent(int c) {
    return switch (c) {
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'đ', 'ð' -> "d";
      case 'ı' -> "i";
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'þ' -> "th";
      case 'ħ' -> "h";
      default -> {
        var letters = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        yield letters.substring(0, Character.charCount(letters.codePointAt(0)));
      }
    };
  }

  /// A character with the marks on it.
  private static int endOfChunk(String text, int at) {
    int end = at + Character.charCount(text.codePointAt(at));
    while (end < text.length()) {
      int c = text.codePointAt(end);
      boolean goesOn =
          isMark(c)
              || c == 0xFF9E
              || c == 0xFF9F
              || (c >= 0x1160
                  && c <= 0x11FF
                  && text.charAt(at) >= 0x1100
                  && text.charAt(at) <= 0x11FF);
      if (!goesOn || end - at > 64) break;
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isEscape(String text, int at) {
    return "nrt\"'".indexOf(text.charAt(at)) >= 0;
  }

  /// What a character and its marks become.
  private static String form(String text, int at, int end) {
    int c = text.codePointAt(at);
    if (c < 128 && end == at + 1) {
      if (c == '`') return "'";
      if (c >= ' ' && c < 127) return text.substring(at, end);
    }
    int type = Character.getType(c);
    switch (type) {
      case Character.FORMAT -> {
        return "";
      }
      case Character.CONTROL -> {
        return switch (c) {
          case '\n', 0x0B, 0x0C, 0x85 -> "\n";
          case '\t', 0x1C, 0x1D, 0x1E, 0x1F -> " ";
          case 0x91, 0x92 -> "'";
          default -> "";
        };
      }
      case Character.LINE_SEPARATOR -> {
        return "\n";
      }
      case Character.PARAGRAPH_SEPARATOR -> {
        return "\n\n";
      }
      case Character.SPACE_SEPARATOR, Character.SURROGATE, Character.UNASSIGNED -> {
        return " ";
      }
      case Character.PRIVATE_USE -> {
        return "• ";
      }
      case Character.DECIMAL_DIGIT_NUMBER -> {
        return Integer.toString(Character.digit(c, 10));
      }
      default -> {}
    }
    if (isMark(c)) return isKept(c) ? text.substring(at, end) : "";
    switch (c) {
      case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> {
        return " ";
      }
      case '’', '‘', '‛', '′', '´', '＇', '‵', 'ʼ', 'ʻ', 'ʹ', 'ʽ', 'ˈ', 'ꞌ' -> {
        return "'";
      }
      case '‐', '‑', '‒', '−', '﹣', '－' -> {
        return "-";
      }
      case 'º', '˚' -> {
        return "°";
      }
      case '№' -> {
        return "#";
      }
      case 'ª', '™', '®', '©', '℠', '℗', '℡', '℻' -> {
        return " ";
      }
      case '⁄', '∕' -> {
        return "/";
      }
      case '٪' -> {
        return "%";
      }
      case '℃' -> {
        return "°C";
      }
      case '℉' -> {
        return "°F";
      }
      case 'ɑ' -> {
        return "a";
      }
      case 'ɡ' -> {
        return "g";
      }
      default -> {}
    }
    int capital = c < 0x10000 ? SMALL_CAPITALS.indexOf(c) : -1;
    if (capital >= 0) return String.valueOf((char) ('a' + capital));
    if (type == Character.OTHER_SYMBOL) return symbol(c);
    return letter(text.substring(at, end), c);
  }

  private static String symbol(int c) {
    // Negative circled and squared letters have no compatibility form of their own.
    if (c >= 0x1F150 && c <= 0x1F169) return String.valueOf((char) ('a' + c - 0x1F150));
    if (c >= 0x1F170 && c <= 0x1F189) return String.valueOf((char) ('a' + c - 0x1F170));
    boolean enclosed =
        (c >= 0x2460 && c <= 0x24FF)
            || (c >= 0x3200 && c <= 0x33FF)
            || (c >= 0x1F100 && c <= 0x1F14F);
    var as = Character.toString(c);
    return enclosed ? Normalizer.normalize(as, Normalizer.Form.NFKC).replaceAll("[()]", "") : as;
  }

  /// Latin letters keep only the marks that make a letter of some language.
  private static String letter(String chunk, int c) {
    var form = Normalizer.normalize(chunk, Normalizer.Form.NFKC);
    if (form.length() == 1) return form;
    boolean latin = c < 0x250 || Character.UnicodeScript.of(form.codePointAt(0)) == LATIN;
    var kept = new StringBuilder();
    int marks = 0;
    for (int at = 0; at < form.length(); ) {
      int one = form.codePointAt(at);
      at += Character.charCount(one);
      if (isMark(one)) {
        if (latin || !isKept(one) || ++marks > MOST_MARKS) continue;
      }
      if (Character.getType(one) == Character.FORMAT) continue;
      if (Character.getType(one) == Character.DECIMAL_DIGIT_NUMBER)
        kept.append(Character.digit(one, 10));
      else if (Character.isSpaceChar(one)) kept.append(' ');
      else kept.appendCodePoint(one);
    }
    return kept.toString();
  }

  private static final Character.UnicodeScript LATIN = Character.UnicodeScript.LATIN;

  /// Variation selectors, the grapheme joiner, keycaps and overlays say nothing.
  private static boolean isKept(int c) {
    return !((c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF)
        || (c >= 0x180B && c <= 0x180F)
        || c == 0x034F
        || (c >= 0x20D0 && c <= 0x20FF)
        || (c >= 0x0334 && c <= 0x0338));
  }

  private static boolean isPower(int c) {
    return c == '²' || c == '³' || c == '¹' || (c >= 0x2070 && c <= 0x2089);
  }

  private static boolean digitBefore(NormalisedText.Draft to) {
    return !to.text.isEmpty() && isDigit(to.text.charAt(to.text.length() - 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isFraction(int c) {
    return c == '¼' || c == '½' || c == '¾' || (c >= 0x2150 && c <= 0x215E) || c == 0x2189;
  }

  /// "1½" is 1.5 and "½" is 0.5.
  private static void fraction(NormalisedText.Draft to, int c, int start, int end) {
    var parts =
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC).split("\u2044", -1);
    long hundredths = Math.round(100.0 * Integer.parseInt(parts[0]) / Integer.parseInt(parts[1]));
    int blanks = 0;
    while (blanks < to.text.length() && to.text.charAt(to.text.length() - 1 - blanks) == ' ')
      blanks++;
    int before = to.text.length() - 1 - blanks;
    boolean whole = before >= 0 && isDigit(to.text.charAt(before)) && blanks <= 1;
    if (whole) for (int i = 0; i < blanks; i++) to.dropLast();
    else to.add('0', start, end);
    to.add(
        hundredths % 10 == 0 ? "." + hundredths / 10 : ".%02d".formatted(hundredths), start, end);
  }

  /// Arabic separators, and the raised point of British decimals, between digits.
  private static void separators(NormalisedText.Draft to) {
    for (int at = 1; at + 1 < to.text.length(); at++) {
      char c = to.text.charAt(at);
      if (c != '٫' && c != '٬' && c != '·') continue;
      if (!isDigit(to.text.charAt(at - 1)) || !isDigit(to.text.charAt(at + 1))) continue;
      to.replace(at, c == '٬' ? ',' : '.');
    }
  }

  /// Cyrillic and Greek letters inside a word that is Latin otherwise.
  private static void lookalikes(NormalisedText.Draft to) {
    int at = 0;
    while (at < to.text.length()) {
      boolean latin = false;
      boolean other = false;
      int end = at;
      while (end < to.text.length() && isWordCharacter(to.text.charAt(end))) {
        char c = to.text.charAt(end);
        latin |= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        other |= LOOKALIKES.containsKey(c);
        end++;
      }
      if (latin && other) {
        for (int i = at; i < end; i++) {
          var like = LOOKALIKES.get(to.text.charAt(i));
          if (like != null) to.replace(i, like);
        }
      }
      at = Math.max(end, at + 1);
    }
  }

  private static boolean isWordCharacter(char c) {
    return Character.isLetter(c) || c == '\'';
  }

  private static Map<Character, Character> lookalikes() {
    var map = new HashMap<Character, Character>();
    var other = "аеоресухіјѕһԁԛԝӏкмтвнАВЕКМНОРСТУХІЈЅԀαοερυνικτμχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    var latin = "aeopecyxijshdqwlkmtbhABEKMHOPCTYXIJSDaoepuviktuxwABEZHIKMNOPTYX";
    for (int i = 0; i < other.length(); i++) map.put(other.charAt(i), latin.charAt(i));
    return Map.copyOf(map);
  }
}
