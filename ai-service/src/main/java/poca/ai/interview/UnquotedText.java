package poca.ai.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import poca.ai.reading.Reading;
import poca.ai.reading.Span;
import poca.ai.reading.Story;

/// What the patient said and a summary does not quote yet: whole sentences, in order. What the
/// lines above say in other words is quoted all the same, so that the doctor sees what was made of
/// it.
final class UnquotedText {

  /// @param ofIllness whether its message tells of a finding, a measurement or the like
  record Sentence(String words, boolean ofIllness) {}

  private static final Pattern BARE =
      Pattern.compile(
          "\\b(?:no|nope|nah|none|nothing|never|yes|yeah|yep|not really)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final String ALONE = "(?:'|: |, )%s[.!?]*(?:'|; |, |\\.(?:\\s|$))";

  /// What speaks of the sentence before.
  private static final Pattern BACK =
      Pattern.compile(
          "^\\W*(?:(?:and|but|so|then|also|which|or) )?(?:it|its|it's|this|that|they|them|these|those|then|same|which)\\b"
              + "|\\b(?:this|that|it|them|those|these)\\W*$",
          Pattern.CASE_INSENSITIVE);

  private UnquotedText() {}

  static boolean isBare(String words) {
    return BARE.matcher(words).find();
  }

  /// @param summary what it says so far
  static List<String> words(Story story, String summary) {
    return of(story, summary).stream().map(Sentence::words).toList();
  }

  /// @param summary what it says so far
  static List<Sentence> of(Story story, String summary) {
    var said = normal(summary);
    var left = new LinkedHashMap<String, Sentence>();
    for (var reading : story.readings()) {
      // What is said in one message stays together: "it" and "well" speak of the sentence before.
      boolean ofIllness = isOfIllness(reading);
      for (var words : runs(reading, said)) left.putIfAbsent(words, new Sentence(words, ofIllness));
    }
    return List.copyOf(left.values());
  }

  /// The sentences that are not said yet, those that follow each other as one; before one that
  /// speaks of what was said before it, that too.
  private static List<String> runs(Reading reading, String said) {
    var message = reading.message();
    var runs = new ArrayList<String>();
    var sentences = sentences(message, reading.words());
    int start = -1;
    int end = -1;
    for (int at = 0; at < sentences.size(); at++) {
      var sentence = sentences.get(at);
      if (!isSaid(message, sentences, at, said)) {
        if (start < 0)
          start =
              (at > 0 && refersBack(message, sentence) ? sentences.get(at - 1) : sentence).start();
        end = sentence.end();
      } else if (start >= 0) {
        runs.add(message.substring(start, end).strip());
        start = -1;
      }
    }
    if (start >= 0) runs.add(message.substring(start, end).strip());
    return runs;
  }

  private static boolean refersBack(String message, Span sentence) {
    return BACK.matcher(message).region(sentence.start(), sentence.end()).find();
  }

  /// A sentence of a word or two is said where it is quoted by itself or with the one beside it,
  /// not where its letters stand in others: "2.", "Eight.".
  private static boolean isSaid(String message, List<Span> sentences, int at, String said) {
    var sentence = sentences.get(at);
    var words = normal(withoutSign(message.substring(sentence.start(), sentence.end()).strip()));
    if (words.indexOf(' ') != words.lastIndexOf(' ')) return said.contains(words);
    var before = sentences.get(Math.max(0, at - 1));
    var behind = sentences.get(Math.min(sentences.size() - 1, at + 1));
    return (before != sentence && holds(said, message, before.start(), sentence.end()))
        || (behind != sentence && holds(said, message, sentence.start(), behind.end()))
        || Pattern.compile(ALONE.formatted(Pattern.quote(words))).matcher(said).find();
  }

  private static boolean holds(String said, String message, int start, int end) {
    return said.contains(normal(withoutSign(message.substring(start, end).strip())));
  }

  private static boolean isOfIllness(Reading reading) {
    return reading.mentions().stream().anyMatch(m -> !m.answer() && !m.finding().isWho())
        || !reading.temperatures().isEmpty()
        || !reading.durations().isEmpty();
  }

  /// The sentences that say anything, each with a bare "no" that stands before it.
  private static List<Span> sentences(String message, List<Span> words) {
    var sentences = new ArrayList<Span>();
    int last = 0;
    for (var word : words) {
      if (!sentences.isEmpty() && word.start() < sentences.getLast().end()) continue;
      int start = Quote.sentenceStart(message, word.start());
      if (start > last && isBare(message.substring(last, start))) start = last;
      last = Quote.sentenceEnd(message, word.end());
      sentences.add(new Span(word.messageId(), start, last));
    }
    return sentences;
  }

  /// A quotation may leave out the sign at the end.
  private static String withoutSign(String sentence) {
    int end = sentence.length();
    while (end > 0 && ".!?".indexOf(sentence.charAt(end - 1)) >= 0) end--;
    return sentence.substring(0, end);
  }

  /// As quotations are compared: one kind of blank and of quotation mark, no case.
  private static String normal(String text) {
    return Quote.oneLine(text, Integer.MAX_VALUE / 8).replace('"', '\'').toLowerCase(Locale.ROOT);
  }
}
