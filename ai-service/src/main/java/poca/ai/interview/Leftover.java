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
final class Leftover {

  /// @param ofIllness whether its message tells of a finding, a measurement or the like
  record Sentence(String words, boolean ofIllness) {}

  private static final Pattern BARE =
      Pattern.compile(
          "\\b(?:no|nope|nah|none|nothing|never|yes|yeah|yep|not really)\\b",
          Pattern.CASE_INSENSITIVE);

  private Leftover() {}

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
      for (var sentence : sentences(reading.message(), reading.words())) {
        var words = reading.message().substring(sentence.start(), sentence.end()).strip();
        if (!said.contains(normal(withoutSign(words))))
          left.putIfAbsent(words, new Sentence(words, ofIllness));
      }
    }
    return List.copyOf(left.values());
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
