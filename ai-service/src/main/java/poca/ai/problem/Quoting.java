package poca.ai.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Span;
import poca.ai.reading.Story;

/// What has to be quoted of a message so that a reader takes it as it was meant: a sign with its
/// side and with the word that denies it. What is quoted stays a place in the message.
final class Quoting {

  private static final int LONGEST = 80;
  private static final int DENIAL = 60;

  /// Where a clause ends; the full stop of "38.5" ends none. A blanked name is a gap.
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "(?i)[.!?;,:\\n](?!\\d)|\\s[-–]\\s|\\s{3,}|\\b(?:and|but|or|because|though|although|while|whereas)\\b");

  private static final Pattern SENTENCE = Pattern.compile("[.!?;\\n](?!\\d)");

  private static final Pattern DENIES =
      Pattern.compile(
          "(?i)\\b(?:no|nope|nah|not|never|without|neither|nor|none|nothing|denies|denied"
              + "|(?:do|does|did|has|have|had|is|are|was|were|would|could|can|wo|ca|ai)n['’]?t)\\b");

  private static final Pattern BEGINS =
      Pattern.compile(
          "(?i)\\b(?:since|after|before|when|with|without|in|on|at|from|for|if|until|though|into|to|as|no)\\b");

  private final Map<String, String> messages = new HashMap<>();

  Quoting(Story story) {
    story.exchanges().forEach(e -> messages.put(e.messageId(), e.message()));
  }

  /// "no vomit" of "vomit": with what denies it, in its sentence; null if nothing does.
  @Nullable Span denial(Span span) {
    var text = text(span);
    if (DENIES.matcher(words(span)).find()) return span;
    int from = Math.max(0, span.start() - DENIAL);
    var end = SENTENCE.matcher(text).region(0, span.start());
    while (end.find()) from = Math.max(from, end.end());
    var before = DENIES.matcher(text).region(from, span.start());
    int start = -1;
    while (before.find()) start = before.start();
    if (start >= 0) return new Span(span.messageId(), start, span.end());
    int to = end(SENTENCE, text, span.end(), Math.min(text.length(), span.end() + DENIAL));
    var after = DENIES.matcher(text).region(span.end(), to);
    return after.find() ? new Span(span.messageId(), span.start(), after.end()) : null;
  }

  /// Each with the rest of its clause, as far as none of the others stands there. What stands
  /// between two is parted before the last word that begins something: "since", "after".
  Map<Span, Span> clauses(List<Span> spans) {
    var clauses = new HashMap<Span, Span>();
    var ordered = new ArrayList<>(spans);
    ordered.sort(Comparator.comparing(Span::messageId).thenComparing(Span::start));
    for (int i = 0; i < ordered.size(); i++) {
      var span = ordered.get(i);
      var text = text(span);
      int from = 0;
      int to = text.length();
      if (i > 0 && ordered.get(i - 1).messageId().equals(span.messageId()))
        from = Math.min(span.start(), parting(ordered.get(i - 1), span));
      if (i + 1 < ordered.size() && ordered.get(i + 1).messageId().equals(span.messageId()))
        to = Math.max(span.end(), parting(span, ordered.get(i + 1)));
      clauses.put(span, clause(span, from, to));
    }
    return clauses;
  }

  private int parting(Span one, Span next) {
    int end = one.end();
    if (end >= next.start()) return end;
    var text = text(one);
    var boundary = BOUNDARY.matcher(text).region(end, next.start());
    if (boundary.find()) return boundary.end();
    if (BEGINS.matcher(text).region(next.start(), next.end()).lookingAt()) return next.start();
    var begins = BEGINS.matcher(text).region(end, next.start());
    while (begins.find()) end = begins.start();
    return end;
  }

  private Span clause(Span span, int from, int to) {
    var text = text(span);
    int start = from;
    var boundary = BOUNDARY.matcher(text).region(from, span.start());
    while (boundary.find()) start = boundary.end();
    int end = end(BOUNDARY, text, span.end(), to);
    start = skipBlank(text, start, span.start());
    while (end > span.end() && Character.isWhitespace(text.charAt(end - 1))) end--;
    while (end - start > LONGEST && (start < span.start() || end > span.end())) {
      boolean left = span.start() - start > end - span.end();
      if (left) {
        int space = text.indexOf(' ', start);
        start = space < 0 || space >= span.start() ? span.start() : space + 1;
      } else {
        int space = text.lastIndexOf(' ', end - 1);
        end = space <= span.end() ? span.end() : space;
      }
    }
    return new Span(span.messageId(), start, end);
  }

  /// How a message begins.
  Span opening(String messageId) {
    var text = messages.getOrDefault(messageId, "");
    int start = skipBlank(text, 0, text.length());
    return clause(new Span(messageId, start, start), start, text.length());
  }

  String words(Span span) {
    return text(span).substring(span.start(), span.end());
  }

  private static int skipBlank(String text, int from, int to) {
    int start = from;
    while (start < to && Character.isWhitespace(text.charAt(start))) start++;
    return start;
  }

  private static int end(Pattern boundary, String text, int from, int to) {
    var found = boundary.matcher(text).region(from, to);
    return found.find() ? found.start() : to;
  }

  private String text(Span span) {
    return messages.getOrDefault(span.messageId(), "");
  }
}
