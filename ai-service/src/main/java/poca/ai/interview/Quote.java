package poca.ai.interview;

import java.util.ArrayList;
import java.util.regex.Pattern;
import poca.ai.reading.Reading;

/// Words of the patient as the doctor gets to read them: one line, bounded, in quotation marks,
/// without the names and numbers that identify.
final class Quote {

  private static final int LONGEST_CONCERN = 220;
  // Bounded repetitions only: these run over any text a patient can send.
  private static final Pattern NAME =
      Pattern.compile(
          "\\b((?i:my (?:full )?name is|name:|i am called|this"
              + " is))\\s+\\p{Lu}[\\p{L}'-]{1,30}(?:\\s\\p{Lu}[\\p{L}'-]{1,30}){0,2}");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ -]?\\d){7,15}");
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");

  private Quote() {}

  static String of(String said, int longest) {
    return "\""
        + oneLine(withoutIdentity(said.substring(0, Math.min(said.length(), 4 * longest))), longest)
            .replace('"', '\'')
        + "\"";
  }

  /// The sentences of the message that speak of something medical; all of it when there are none.
  static String concern(Reading reading) {
    var message = reading.message();
    var kept = new ArrayList<String>();
    int start = 0;
    for (int at = 0; at <= message.length(); at++) {
      boolean end = at == message.length() || ends(message, at);
      if (!end) continue;
      int from = start;
      int to = at;
      boolean medical =
          reading.mentions().stream()
              .anyMatch(m -> !m.answer() && m.span().start() >= from && m.span().start() < to);
      if (medical) kept.add(message.substring(from, to).strip());
      start = Math.min(at + 1, message.length());
      if (kept.size() >= 4) break;
    }
    return of(kept.isEmpty() ? message : String.join(". ", kept), LONGEST_CONCERN);
  }

  private static boolean ends(String message, int at) {
    char c = message.charAt(at);
    boolean decimal =
        c == '.' && at + 1 < message.length() && Character.isDigit(message.charAt(at + 1));
    return c == '\n' || c == '!' || c == '?' || (c == '.' && !decimal);
  }

  /// Blanks collapsed, control characters gone, cut at a word.
  static String oneLine(String text, int longest) {
    var line = new StringBuilder();
    text.strip()
        .codePoints()
        .limit(longest * 4L)
        .forEach(c -> {
          boolean blank =
              Character.isWhitespace(c)
                  || Character.isISOControl(c)
                  || Character.getType(c) == Character.FORMAT
                  || Character.getType(c) == Character.SURROGATE;
          if (!blank) line.appendCodePoint(c);
          else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') line.append(' ');
        });
    var whole = line.toString().strip();
    if (whole.length() <= longest) return whole;
    int cut = whole.lastIndexOf(' ', longest - 1);
    int end = cut > longest / 2 ? cut : longest - 1;
    if (Character.isHighSurrogate(whole.charAt(end - 1))) end--;
    return whole.substring(0, end) + "…";
  }

  private static String withoutIdentity(String text) {
    var named = NAME.matcher(text).replaceAll("$1 [name]");
    return NUMBER.matcher(EMAIL.matcher(named).replaceAll("[address]")).replaceAll("[number]");
  }
}
