package poca.ai.reading;

import java.util.List;
import java.util.Set;

/// A message with its words.
record TokenisedText(String messageId, String message, List<Word> words) {

  /// Nobody writes longer sentences; the limit keeps reading linear.
  private static final int LONGEST_SENTENCE = 80;

  private static final Set<String> CLAUSE_ENDS =
      Set.of(
          "but", "because", "however", "although", "though", "which", "since", "so", "if", "when");

  static TokenisedText of(String messageId, String message) {
    return new TokenisedText(messageId, message, Word.of(message));
  }

  /// The index of the word that starts at this offset.
  int wordAt(int offset) {
    for (int at = 0; at < words.size(); at++) if (words.get(at).start() == offset) return at;
    return 0;
  }

  /// The index behind the last word that ends by this offset.
  int behind(int offset) {
    int at = 0;
    while (at < words.size() && words.get(at).end() <= offset) at++;
    return at;
  }

  Span span(int first, int end) {
    return new Span(messageId, words.get(first).start(), words.get(end - 1).end());
  }

  /// The words as they were typed, without markup and with blanks collapsed.
  String said(int first, int end) {
    var said = message.substring(words.get(first).start(), words.get(end - 1).end());
    return NormalisedText.of(said).text().replaceAll("\\s+", " ").strip();
  }

  /// The words of a place as they were typed, without markup and with blanks collapsed.
  String said(Span span) {
    return NormalisedText.of(message.substring(span.start(), span.end()))
        .text()
        .replaceAll("\\s+", " ")
        .strip();
  }

  /// The index after the last word of the clause that word `at` is in.
  int clauseEnd(int at) {
    int end = at + 1;
    while (end < words.size() && !words.get(end).startsClause() && !endsClause(end)) end++;
    return end;
  }

  /// Whether the sentence in which the clause before word `end` stands is a question.
  boolean isQuestion(int end) {
    int last = end;
    while (last < words.size() && !words.get(last).startsSentence()) last++;
    int until = last < words.size() ? words.get(last).start() : message.length();
    for (int at = words.get(last - 1).end(); at < until; at++) {
      char c = message.charAt(at);
      if (c == '?' || c == '？' || c == '؟') return true;
    }
    return false;
  }

  private boolean endsClause(int at) {
    var text = words.get(at).text();
    if (CLAUSE_ENDS.contains(text)) return true;
    return text.equals("and")
        && at + 1 < words.size()
        && (Negation.CLAUSE_STARTERS.contains(words.get(at + 1).text())
            || Set.of("has", "have", "had", "is", "was", "no", "not", "now", "feel", "feels")
                .contains(words.get(at + 1).text()));
  }

  int sentenceStart(int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST_SENTENCE && !words.get(start).startsSentence())
      start--;
    return start;
  }

  int sentenceEnd(int at) {
    int end = at + 1;
    while (end < words.size() && end - at < LONGEST_SENTENCE && !words.get(end).startsSentence())
      end++;
    return end;
  }
}
