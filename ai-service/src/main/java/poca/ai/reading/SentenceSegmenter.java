package poca.ai.reading;

import java.util.List;
import java.util.Set;

/// Tells how strongly two words that follow each other are kept apart, above all where a sentence
/// ends: not behind an abbreviation, nor where a line only goes on in the next.
final class SentenceSegmenter {

  /// A full stop after these does not end the sentence.
  private static final Set<String> ABBREVIATED =
      Set.of(
          "temp", "approx", "hrs", "hr", "min", "mins", "sec", "secs", "yrs", "yr", "wk", "wks",
          "mo", "mos", "mth", "mths", "vs", "etc", "abd", "appt", "resp", "max", "avg", "tab",
          "tabs", "dr", "mr", "mrs", "ms", "prof", "st");

  private static final Set<String> TITLES = Set.of("dr", "mr", "mrs", "ms", "prof", "st");

  /// A line that ends in one of these goes on in the next, even if that begins with a capital.
  private static final Set<String> GOES_ON =
      Set.of(
          "the",
          "a",
          "an",
          "my",
          "his",
          "her",
          "our",
          "your",
          "their",
          "its",
          "this",
          "that",
          "of",
          "in",
          "on",
          "at",
          "to",
          "with",
          "without",
          "from",
          "for",
          "by",
          "and",
          "or",
          "nor",
          "but",
          "not",
          "any",
          "some",
          "very",
          "so",
          "too",
          "is",
          "are",
          "was",
          "were",
          "am",
          "be",
          "been",
          "have",
          "has",
          "had",
          "having",
          "do",
          "does",
          "did",
          "dont",
          "doesnt",
          "didnt",
          "cant",
          "cannot",
          "couldnt",
          "wont",
          "isnt",
          "hasnt",
          "havent",
          "can",
          "could",
          "will",
          "would",
          "feel",
          "feels",
          "feeling",
          "get",
          "gets",
          "getting",
          "got",
          "keep",
          "keeps",
          "i",
          "im",
          "ive",
          "hes",
          "shes",
          "he",
          "she",
          "it",
          "we",
          "they",
          "more",
          "severe",
          "bad",
          "sudden",
          "crushing",
          "since",
          "because",
          "when",
          "if",
          "after",
          "before",
          "left",
          "right",
          "upper",
          "lower",
          "about",
          "like",
          "than",
          "into",
          "going",
          "down",
          "both",
          "really",
          "trouble",
          "difficulty",
          "struggling",
          "hard",
          "unable",
          "stopped",
          "think",
          "took",
          "taken",
          "no");

  /// Whole lines that answer a question.
  private static final Set<String> ANSWERS = Set.of("no", "nope", "yes", "none", "yeah", "nothing");

  private static final String BULLETS = "-*•·–—+◦▪●○■□►▶✓✔✗✘➤→‣⁃∙";
  private static final int LONGEST_LABEL = 30;

  private final String text;
  private final List<Tokeniser.Typed> typed;
  private int lineStart;

  /// @param typed the words of the text so far; whoever cuts the text adds each one that was asked
  ///   about
  SentenceSegmenter(String text, List<Tokeniser.Typed> typed) {
    this.text = text;
    this.typed = typed;
  }

  /// What stands between the last word, which ends at `from`, and the next, which begins at `to`.
  Word.Break before(int from, int to) {
    var before = typed.isEmpty() ? Word.Break.STOP : separator(from, to);
    if (before == Word.Break.LINE || before == Word.Break.STOP) lineStart = typed.size();
    return before;
  }

  /// The strongest separator between two words.
  private Word.Break separator(int from, int to) {
    var strongest = Word.Break.SPACE;
    int lines = 0;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '\n') lines++;
      var one =
          switch (c) {
            case '.' ->
                isAbbreviation(at, to)
                    ? Word.Break.SPACE
                    : isTrailingOff(at) ? trailingOff(to) : Word.Break.STOP;
            case '…' -> trailingOff(to);
            case '!', '?', ';', '。', '！', '？', '।', '؟', '•' -> Word.Break.STOP;
            case ',', ':', '(', ')', '[', ']', '–', '—', '、', '،' -> Word.Break.COMMA;
            case '\n' -> Word.Break.LINE;
            case '-' -> blankAt(at - 1) && blankAt(at + 1) ? Word.Break.COMMA : Word.Break.HYPHEN;
            case '/' -> Word.Break.SLASH;
            default -> Word.Break.SPACE;
          };
      if (one.compareTo(strongest) > 0) strongest = one;
    }
    if (lines == 0 || strongest == Word.Break.STOP) return strongest;
    return lines > 1 || startsItem(from, to) ? Word.Break.STOP : strongest;
  }

  private boolean isTrailingOff(int at) {
    return text.charAt(at - 1) == '.' || (at + 1 < text.length() && text.charAt(at + 1) == '.');
  }

  /// Who is short of breath writes "I can't... breathe".
  private Word.Break trailingOff(int next) {
    return isNewSentence(next) ? Word.Break.STOP : Word.Break.LINE;
  }

  private boolean isAbbreviation(int dot, int next) {
    var last = typed.getLast();
    if (last.to() != dot || !blankAt(dot + 1) || text.substring(dot, next).indexOf('\n') >= 0)
      return false;
    boolean dotted = WordEnds.isDotted(text.substring(last.from(), last.to()));
    if (!dotted && !ABBREVIATED.contains(last.text())) return false;
    return TITLES.contains(last.text()) || !Character.isUpperCase(text.codePointAt(next));
  }

  /// Whether the word at `to`, the first of its line, begins an item of a list.
  private boolean startsItem(int from, int to) {
    for (int at = text.lastIndexOf('\n', to - 1) + 1; at < to; at++) {
      if (BULLETS.indexOf(text.charAt(at)) >= 0) return true;
    }
    return isNumbered(to) || isLabelled(to) || isNewSentence(to);
  }

  /// "1. ", "2) ", "a) ".
  private boolean isNumbered(int at) {
    int end = at;
    while (WordEnds.digitAt(text, end)) end++;
    if (end == at && WordEnds.isAsciiLetter(text, at)) end++;
    if (end - at > 2 || end == at || end >= text.length()) return false;
    char c = text.charAt(end);
    return (c == ')' || (c == '.' && WordEnds.digitAt(text, end - 1))) && blankAt(end + 1);
  }

  /// "Allergies: none".
  private boolean isLabelled(int at) {
    for (int end = at; end < Math.min(text.length(), at + LONGEST_LABEL); end++) {
      char c = text.charAt(end);
      if (c == ':') return blankAt(end + 1);
      if (!Character.isLetter(c) && c != ' ' && c != '/') return false;
    }
    return false;
  }

  /// A capital begins a sentence of its own when the line before it could be one.
  private boolean isNewSentence(int at) {
    if (!Character.isUpperCase(text.codePointAt(at))) return false;
    int next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    // "I" and "A" are words; another single letter is a unit, more capitals are loud.
    boolean word = "IA".indexOf(text.charAt(at)) >= 0 && !Character.isLetter(next);
    if (!word && !Character.isLowerCase(next)) return false;
    var last = typed.getLast();
    if (typed.size() - lineStart == 1) return ANSWERS.contains(last.text());
    return !GOES_ON.contains(last.text());
  }

  private boolean blankAt(int at) {
    return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
  }
}
