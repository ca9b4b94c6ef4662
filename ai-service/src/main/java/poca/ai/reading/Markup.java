package poca.ai.reading;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes HTML for what a reader of the page would see.
///
/// A `<` opens a tag only before the name of an element of HTML, and only when what follows can be
/// its attributes: "< 3 days", "spo2 <90" and "<chest pain>" are the patient's words.
final class Markup {

  private static final int LONGEST_TAG = 4096;
  private static final int LONGEST_ENTITY = 12;

  private static final Set<String> PARAGRAPHS =
      Set.of(
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "dl",
          "table",
          "hr",
          "blockquote",
          "section",
          "article",
          "header",
          "footer",
          "pre",
          "body",
          "html",
          "form",
          "fieldset",
          "aside",
          "main",
          "nav");
  private static final Set<String> LINES =
      Set.of("br", "div", "tr", "dt", "dd", "option", "title", "caption", "center");
  private static final Set<String> INLINE =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "big",
          "cite",
          "code",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "img",
          "ins",
          "kbd",
          "label",
          "mark",
          "q",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "button",
          "input",
          "select",
          "textarea",
          "tbody",
          "thead",
          "tfoot",
          "col",
          "colgroup",
          "head",
          "meta",
          "link",
          "base",
          "style",
          "script",
          "noscript",
          "iframe",
          "object",
          "picture",
          "source",
          "svg",
          "path",
          "video",
          "audio",
          "figure",
          "figcaption",
          "summary",
          "details",
          "bdi",
          "bdo",
          "ruby",
          "rt",
          "rp",
          "xml",
          "wbr");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "table");
  private static final Set<String> CODE = Set.of("style", "script");

  private static final Map<String, String> NAMED = named();

  private final NormalisedText.Draft from;
  private final NormalisedText.Draft to;
  private final String text;

  /// How much of `to` stays as it is.
  private int kept;

  private boolean endedByClosing;

  private Markup(NormalisedText.Draft from) {
    this.from = from;
    this.to = new NormalisedText.Draft(from.text.length());
    this.text = from.text.toString();
  }

  static boolean mayBeIn(CharSequence text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '<' || c == '&') return true;
    }
    return false;
  }

  static NormalisedText.Draft without(NormalisedText.Draft from) {
    return new Markup(from).read();
  }

  private NormalisedText.Draft read() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '<' ? endOfTag(text, at) : c == '&' ? endOfEntity(text, at) : -1;
      if (end < 0) {
        to.add(c, from.start(at), from.end(at));
        at++;
      } else if (c == '&') {
        to.add(entity(text.substring(at, end)), from.start(at), from.end(end - 1));
        at = end;
      } else if (text.startsWith("<![CDATA[", at)) {
        for (int i = at + 9; i < end - 3; i++) to.add(text.charAt(i), from.start(i), from.end(i));
        at = end;
      } else {
        at = tag(at, end);
      }
    }
    return to;
  }

  /// Puts a line end where a tag makes one; returns where to go on.
  private int tag(int at, int end) {
    var name = name(text, at);
    boolean closes = text.charAt(at + 1) == '/';
    int start = from.start(at);
    int last = from.end(end - 1);
    if (CODE.contains(name)) return endOfCode(text, end, name);
    boolean block = LINES.contains(name) || PARAGRAPHS.contains(name) || name.equals("li");
    if (name.equals("td") || name.equals("th")) to.add(closes ? ", " : "", start, last);
    if (!block) return end;
    // Blanks and line ends beside such a tag are the layout of the source.
    while (to.text.length() > kept && isBlank(to.text.charAt(to.text.length() - 1))) to.dropLast();
    // Editors close a paragraph at each line end, and open the next: together that is one.
    boolean opensAfterEnd = !closes && to.text.length() == kept && endedByClosing;
    if (name.equals("br") || !opensAfterEnd) to.add('\n', start, last);
    if (closes && HEADINGS.contains(name)) to.add('\n', start, last);
    if (name.equals("li") && !closes) to.add("• ", start, last);
    kept = to.text.length();
    endedByClosing = closes;
    int next = end;
    while (next < text.length() && isBlank(text.charAt(next))) next++;
    return next;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /// The index after a tag, comment or declaration that opens here, or -1.
  private static int endOfTag(String text, int at) {
    if (text.startsWith("<!--", at)) return after(text, "-->", at + 4);
    if (text.startsWith("<![CDATA[", at)) return after(text, "]]>", at + 9);
    if (text.startsWith("<![", at)) return after(text, "]>", at + 3);
    if (text.startsWith("<?xml", at)) return after(text, "?>", at + 5);
    if (text.regionMatches(true, at, "<!doctype", 0, 9)) return after(text, ">", at + 9);
    var name = name(text, at);
    if (name.isEmpty()) return -1;
    int from = at + 1 + (text.charAt(at + 1) == '/' ? 1 : 0) + name.length();
    boolean known =
        INLINE.contains(name)
            || LINES.contains(name)
            || PARAGRAPHS.contains(name)
            || name.equals("li")
            || name.equals("td")
            || name.equals("th")
            || name.indexOf(':') > 0;
    return known ? endOfAttributes(text, from) : -1;
  }

  private static int after(String text, String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 || found - from > LONGEST_TAG ? -1 : found + end.length();
  }

  private static String name(String text, int at) {
    int from = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
    int end = from;
    while (end < text.length() && end - from < 16 && isNameCharacter(text.charAt(end), end > from))
      end++;
    return lower(text.substring(from, end));
  }

  private static boolean isNameCharacter(char c, boolean later) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (later && ((c >= '0' && c <= '9') || c == ':'));
  }

  /// Words between the name and the `>` are attributes only if one of them has a value.
  private static int endOfAttributes(String text, int from) {
    char quote = 0;
    boolean value = false;
    boolean words = false;
    int limit = Math.min(text.length(), from + LONGEST_TAG);
    for (int at = from; at < limit; at++) {
      char c = text.charAt(at);
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '>') {
        return !words || value ? at + 1 : -1;
      } else if (c == '<' || (at == from && !Character.isWhitespace(c) && c != '/')) {
        return -1;
      } else if (c == '=') {
        value = true;
      } else if (value && (c == '"' || c == '\'')) {
        quote = c;
      } else if (!Character.isWhitespace(c) && c != '/') {
        words = true;
      }
    }
    return -1;
  }

  /// The index after the closing tag of a style or script; what does not look like code is kept.
  private static int endOfCode(String text, int from, String name) {
    int close = -1;
    for (int at = from; at < Math.min(text.length(), from + 4 * LONGEST_TAG); at++) {
      if (text.charAt(at) == '<'
          && text.regionMatches(true, at, "</" + name, 0, name.length() + 2)) {
        close = at;
        break;
      }
    }
    if (close < 0) return from;
    var inside = text.substring(from, close);
    return inside.indexOf('{') >= 0 || inside.indexOf(';') >= 0 || inside.indexOf('=') >= 0
        ? close
        : from;
  }

  private static int endOfEntity(String text, int at) {
    int end = at + 1;
    while (end < text.length() && end - at < LONGEST_ENTITY && isEntityCharacter(text.charAt(end)))
      end++;
    if (end < text.length()
        && text.charAt(end) == ';'
        && value(text.substring(at + 1, end)) != null) return end + 1;
    // Browsers forgive a missing semicolon of numbers and of the oldest names.
    if (text.startsWith("&#", at)) {
      boolean hex = at + 2 < text.length() && (text.charAt(at + 2) | 32) == 'x';
      int digits = hex ? at + 3 : at + 2;
      end = digits;
      while (end < text.length() && end - at < LONGEST_ENTITY && isDigit(text.charAt(end), hex))
        end++;
      return end > digits && value(text.substring(at + 1, end)) != null ? end : -1;
    }
    for (var old : new String[] {"nbsp", "amp", "lt", "gt", "quot"}) {
      if (text.startsWith(old, at + 1)) return at + 1 + old.length();
    }
    return -1;
  }

  private static boolean isEntityCharacter(char c) {
    return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c, boolean hex) {
    return (c >= '0' && c <= '9') || (hex && (c | 32) >= 'a' && (c | 32) <= 'f');
  }

  private static String entity(String written) {
    var name =
        written.substring(1, written.endsWith(";") ? written.length() - 1 : written.length());
    var value = value(name);
    return value == null ? written : value;
  }

  private static @Nullable String value(String name) {
    if (name.isEmpty()) return null;
    return name.charAt(0) == '#' ? numbered(name) : NAMED.get(name);
  }

  private static @Nullable String numbered(String name) {
    boolean hex = name.length() > 1 && (name.charAt(1) | 32) == 'x';
    int code = 0;
    int from = hex ? 2 : 1;
    if (name.length() == from) return null;
    for (int at = from; at < name.length(); at++) {
      if (!isDigit(name.charAt(at), hex)) return null;
      code = code * (hex ? 16 : 10) + Character.digit(name.charAt(at), 16);
      if (code > Character.MAX_CODE_POINT) return null;
    }
    // Numbers of the C1 range were always meant as Windows-1252.
    if (code >= 0x80 && code < 0xA0)
      return new String(new byte[] {(byte) code}, Charset.forName("windows-1252"));
    return code == 0 || (code >= 0xD800 && code < 0xE000) ? " " : Character.toString(code);
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<String, String> named() {
    var named = new HashMap<String, String>();
    var table =
        """
        amp & lt < gt > quot " apos ' rsquo ’ lsquo ‘ sbquo ‚ rdquo ” ldquo “ bdquo „ prime ′ Prime ″
        ndash – mdash — minus − hyphen ‐ dash ‐ hellip … bull • middot · deg ° ordm º ordf ª
        frac12 ½ half ½ frac14 ¼ frac34 ¾ frac13 ⅓ frac23 ⅔ frac18 ⅛ frac38 ⅜ frac58 ⅝ frac78 ⅞
        times × divide ÷ plusmn ± pm ± micro µ mu μ sup1 ¹ sup2 ² sup3 ³ euro € pound £ cent ¢ yen ¥
        copy © reg ® trade ™ sect § para ¶ le ≤ ge ≥ ne ≠ asymp ≈ sim ∼ equiv ≡ infin ∞ rarr → larr ←
        uarr ↑ darr ↓ harr ↔ iexcl ¡ iquest ¿ laquo « raquo » lsaquo ‹ rsaquo › comma , period .
        excl ! quest ? colon : semi ; lpar ( rpar ) lsqb [ rsqb ] lbrack [ rbrack ] num # percnt %
        sol / plus + equals = ast * lowbar _ commat @ dollar $ vert | verbar | bsol \\ grave ` lcub {
        rcub } szlig ß aelig æ AElig Æ oelig œ OElig Œ oslash ø Oslash Ø eth ð ETH Ð thorn þ THORN Þ
        inodot ı lstrok ł Lstrok Ł alpha α beta β gamma γ delta δ Delta Δ omega ω not ¬ dagger † check ✓
        """;
    var parts = table.strip().split("\\s+", -1);
    for (int i = 0; i < parts.length; i += 2) named.put(parts[i], parts[i + 1]);
    for (var blank : new String[] {"nbsp", "ensp", "emsp", "emsp13", "thinsp", "hairsp", "numsp"})
      named.put(blank, " ");
    named.put("Tab", "\t");
    named.put("NewLine", "\n");
    for (var none : new String[] {"shy", "zwj", "zwnj", "lrm", "rlm", "ZeroWidthSpace"})
      named.put(none, "");
    var marks =
        Map.of(
            "acute", "\u0301", "grave", "\u0300", "circ", "\u0302", "tilde", "\u0303", "uml",
            "\u0308", "cedil", "\u0327", "ring", "\u030A", "caron", "\u030C");
    marks.forEach((mark, combining) -> {
      for (char letter = 'A'; letter <= 'z'; letter++) {
        if (!Character.isLetter(letter)) continue;
        var composed = Normalizer.normalize(letter + combining, Normalizer.Form.NFC);
        if (composed.length() == 1) named.put(letter + mark, composed);
      }
    });
    return Map.copyOf(named);
  }
}
