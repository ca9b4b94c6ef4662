package poca.ai.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import poca.ai.reading.Reading;

/// Words of the patient as the doctor gets to read them: one line, bounded, in quotation marks,
/// without the names and numbers that identify.
final class Quote {

  private static final int LONGEST_CONCERN = 300;

  /// A sentence that goes on and on is one that was never ended: most of it is said elsewhere.
  private static final int LONGEST_SENTENCE = 1500;

  private static final String CUT = " [...] ";
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

  /// All of it.
  static String whole(String said) {
    var masked = withoutIdentity(said);
    return "\"" + oneLine(masked, masked.length()).replace('"', '\'') + "\"";
  }

  /// A quotation cut from the middle, where the least is lost.
  static String shortened(String quotation, int longest) {
    if (quotation.length() <= longest) return quotation;
    int kept = Math.max(0, longest - CUT.length());
    int head = kept / 2 + kept % 2;
    int tail = quotation.length() - kept / 2;
    if (Character.isHighSurrogate(quotation.charAt(Math.max(0, head - 1)))) head--;
    if (tail < quotation.length() && Character.isLowSurrogate(quotation.charAt(tail))) tail++;
    return quotation.substring(0, Math.max(0, head)) + CUT + quotation.substring(tail);
  }

  /// Quotations of each, the longest shortened until they fit when they stand side by side.
  static List<String> fitting(List<String> said, int room) {
    var quotations = said.stream().map(Quote::whole).toList();
    int most = quotations.stream().mapToInt(String::length).max().orElse(0);
    int least = 0;
    while (least < most) {
      int longest = (least + most + 1) / 2;
      if (String.join(" ", upTo(longest, quotations)).length() <= room) least = longest;
      else most = longest - 1;
    }
    return upTo(least, quotations);
  }

  private static List<String> upTo(int longest, List<String> quotations) {
    return quotations.stream().map(q -> shortened(q, Math.max(longest, CUT.length() + 2))).toList();
  }

  /// The sentence in which the concern is said, and those that speak of something medical beside
  /// it; what does not stand side by side is not joined into one quotation.
  static String concern(Reading reading) {
    var message = reading.message();
    var kept = new ArrayList<String>();
    int keptUntil = -1;
    int length = 0;
    for (int start = 0; start < message.length(); ) {
      int from = start;
      int to = Math.max(from + 1, sentenceEnd(message, from));
      start = to;
      boolean medical =
          reading.mentions().stream()
              .anyMatch(m -> !m.answer() && m.span().start() >= from && m.span().start() < to);
      // The first is never cut, further ones as far as there is room.
      if (!medical || (!kept.isEmpty() && length + to - from > LONGEST_CONCERN)) continue;
      var sentence = message.substring(from, to);
      if (keptUntil == from) kept.set(kept.size() - 1, kept.getLast() + sentence);
      else kept.add(sentence);
      keptUntil = to;
      length += to - from;
    }
    if (kept.isEmpty()) kept.add(firstStatement(reading));
    return kept.stream()
        .map(words -> shortened(whole(words), LONGEST_SENTENCE))
        .collect(Collectors.joining(" "));
  }

  private static String firstStatement(Reading reading) {
    var message = reading.message();
    return reading.statements().stream()
        .findFirst()
        .map(s -> message.substring(sentenceStart(message, s.span().start())))
        .orElse(message)
        .strip();
  }

  /// Where the sentence begins in which an offset lies.
  static int sentenceStart(String message, int at) {
    int start = at;
    while (start > 0 && !ends(message, start - 1)) start--;
    return start;
  }

  /// The offset after the sentence, its sign included.
  static int sentenceEnd(String message, int at) {
    int end = at;
    while (end < message.length() && !ends(message, end)) end++;
    while (end < message.length() && "!?.".indexOf(message.charAt(end)) >= 0) end++;
    return end;
  }

  private static boolean ends(String message, int at) {
    char c = message.charAt(at);
    // "38.4", and "17.something" of a hasty writer.
    boolean decimal =
        c == '.' && at + 1 < message.length() && Character.isLetterOrDigit(message.charAt(at + 1));
    return c == '\n' || c == '!' || c == '?' || (c == '.' && !decimal);
  }

  /// Blanks collapsed, control characters gone, cut at a word.
  static String oneLine(String text, int longest) {
    var line = new StringBuilder();
    text.strip()
        .codePoints()
        .limit(longest * 4L)
        .forEach(c -> {
          // Joiners are part of words and signs in many scripts, other marks of format are not.
          boolean joiner = c == 0x200C || c == 0x200D;
          if (!joiner && Character.getType(c) == Character.FORMAT) return;
          boolean blank =
              Character.isWhitespace(c)
                  || Character.isSpaceChar(c)
                  || Character.isISOControl(c)
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
