package poca.ai.interview;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import poca.ai.reading.Reading;
import poca.ai.reading.Sense;
import poca.ai.reading.Span;
import poca.ai.reading.Story;

/// What the patient stated and a summary does not say yet: whole sentences, in order.
final class Leftover {

  private Leftover() {}

  /// @param summary what it says so far
  static List<String> of(Story story, String summary) {
    var said = normal(summary);
    var left = new LinkedHashSet<String>();
    for (var reading : story.readings()) {
      var content = reading.content();
      var told = told(reading, said).toList();
      for (var sentence : sentences(reading.message(), content)) {
        var words = reading.message().substring(sentence.start(), sentence.end()).strip();
        if (!said.contains(normal(withoutSign(words))) && !isTold(sentence, content, told))
          left.add(words);
      }
    }
    return List.copyOf(left);
  }

  /// The sentences that say anything.
  private static List<Span> sentences(String message, List<Span> content) {
    var sentences = new ArrayList<Span>();
    for (var word : content) {
      if (!sentences.isEmpty() && word.start() < sentences.getLast().end()) continue;
      sentences.add(
          new Span(
              word.messageId(),
              Quote.sentenceStart(message, word.start()),
              Quote.sentenceEnd(message, word.end())));
    }
    return sentences;
  }

  /// Whether every word that says something stands in the summary under the name of what it is.
  private static boolean isTold(Span sentence, List<Span> content, List<Span> told) {
    var here = told.stream().filter(sentence::overlaps).toList();
    return content.stream()
        .filter(sentence::overlaps)
        .allMatch(word -> here.stream().anyMatch(word::overlaps));
  }

  private static Stream<Span> told(Reading reading, String summary) {
    return Stream.of(
            reading.mentions().stream()
                .filter(m -> m.sense() == Sense.PRESENT || m.sense() == Sense.ABSENT)
                .filter(m -> summary.contains(normal(m.finding().label())))
                .map(m -> m.span()),
            reading.durations().stream().filter(d -> holds(summary, d.said())).map(d -> d.span()),
            reading.temperatures().stream()
                .filter(t -> holds(summary, t.said()))
                .map(t -> t.span()),
            reading.ages().stream().filter(a -> holds(summary, a.said())).map(a -> a.span()),
            reading.details().stream().filter(d -> holds(summary, d.said())).map(d -> d.span()),
            reading.remedies().stream().filter(r -> holds(summary, r.said())).map(r -> r.span()))
        .flatMap(s -> s);
  }

  /// A quotation may leave out the sign at the end.
  private static String withoutSign(String sentence) {
    int end = sentence.length();
    while (end > 0 && ".!?".indexOf(sentence.charAt(end - 1)) >= 0) end--;
    return sentence.substring(0, end);
  }

  private static boolean holds(String summary, String said) {
    return summary.contains(normal(said));
  }

  /// As quotations are compared: one kind of blank and of quotation mark, no case.
  private static String normal(String text) {
    return Quote.oneLine(text, Integer.MAX_VALUE / 8).replace('"', '\'').toLowerCase(Locale.ROOT);
  }
}
