package poca.ai.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where a text may be cut.
final class TextChunks {

  /// As long as an exemplar: of a text that says more, one vector says too little.
  static final int WORDS = 30;

  /// Of a text with more pieces those in its middle are left to the rules, so that its turn ends in
  /// time.
  private static final int MOST_PIECES = 40;

  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern END_OF_SENTENCE = Pattern.compile("[.!?。！？]+[\\s\"')]*|\\n+");
  private static final Pattern END_OF_CLAUSE =
      Pattern.compile("[.!?。！？,;:]+[\\s\"')]*|\\n+|\\s+[–—-]+\\s+|\\s+(?=(?:and|but|then|now)\\s)");

  private TextChunks() {}

  /// A part of a text.
  record Part(int start, int end) {

    String of(String text) {
      return text.substring(start, end);
    }

    int length() {
      return end - start;
    }

    Part to(Part last) {
      return new Part(start, last.end);
    }
  }

  /// The text itself if it is short, else pieces of whole sentences.
  static List<Part> pieces(String text) {
    if (words(text) <= WORDS) return List.of(new Part(0, text.length()));
    var sentences = new ArrayList<Part>();
    for (var sentence : parts(text, new Part(0, text.length()), END_OF_SENTENCE))
      sentences.addAll(split(text, sentence));
    var pieces = new ArrayList<Part>();
    int words = 0;
    for (var sentence : sentences) {
      int more = words(sentence.of(text));
      boolean fits = !pieces.isEmpty() && words + more <= WORDS;
      pieces.add(fits ? pieces.removeLast().to(sentence) : sentence);
      words = fits ? words + more : more;
    }
    int surplus = pieces.size() - MOST_PIECES;
    if (surplus > 0) pieces.subList(MOST_PIECES / 2, MOST_PIECES / 2 + surplus).clear();
    return pieces;
  }

  /// A sentence without an end is cut by words.
  private static List<Part> split(String text, Part sentence) {
    var parts = new ArrayList<Part>();
    var matcher = WORD.matcher(text).region(sentence.start, sentence.end);
    int words = 0;
    int start = sentence.start;
    int end = start;
    while (matcher.find()) {
      if (words > 0 && words % WORDS == 0) {
        parts.add(new Part(start, end));
        start = matcher.start();
      }
      end = matcher.end();
      words++;
    }
    parts.add(new Part(start, sentence.end));
    return parts;
  }

  static List<Part> clauses(String text, Part of) {
    return parts(text, of, END_OF_CLAUSE);
  }

  private static List<Part> parts(String text, Part of, Pattern end) {
    var parts = new ArrayList<Part>();
    var matcher = end.matcher(text).region(of.start, of.end);
    int start = of.start;
    while (matcher.find()) {
      add(parts, text, start, matcher.end());
      start = matcher.end();
    }
    add(parts, text, start, of.end);
    return parts;
  }

  private static void add(List<Part> parts, String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) start++;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
    if (start < end) parts.add(new Part(start, end));
  }

  private static int words(String text) {
    int words = 0;
    var matcher = WORD.matcher(text);
    while (matcher.find()) words++;
    return words;
  }
}
