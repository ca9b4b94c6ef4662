package poca.ai.interview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.reading.Span;

/// Whatever is written gets an answer, and the interview ends in a summary that fits into a
/// message.
@Execution(ExecutionMode.CONCURRENT)
class AnyTextTest {

  private static final int LARGEST = 16 * 1024;

  private static final List<String> SCRAPS =
      List.of(
          "a,",
          "no ",
          "not ",
          "and ",
          "or ",
          "pain ",
          "chest ",
          "fever ",
          "<p>",
          "</p",
          "&nbsp;",
          "&#x3c;",
          "&amp;amp;",
          "\n",
          "\r\n",
          "\n\n",
          "38.6 ",
          "1e9 ",
          "½",
          "٣",
          "３８",
          "I ",
          "can't ",
          "breathe ",
          "\u200b",
          "\u202e",
          "\ufeff",
          "😷",
          "👩‍👩‍👧",
          "\ud83d",
          "é",
          "ﬁ",
          "ß",
          "İ",
          "मुझे ",
          "بخار ",
          "發燒",
          ".",
          "?",
          "!",
          ";",
          ":",
          "-",
          "(",
          "\"",
          "'",
          "\\",
          "%s ",
          "{who} ",
          "my father had ",
          "what if ",
          "since 3 days ",
          "7 weeks pregnant ",
          "0",
          "two ",
          "hundred ",
          "x".repeat(50),
          "\u0000",
          "\t");

  static Stream<String> texts() {
    return Stream.concat(
        Stream.of(
            "a,".repeat(2_700),
            "a,".repeat(LARGEST / 2),
            "no ".repeat(LARGEST / 3),
            "<".repeat(LARGEST),
            "&".repeat(LARGEST),
            "1 ".repeat(LARGEST / 2),
            "two hundred and ".repeat(LARGEST / 16),
            "can't\n".repeat(LARGEST / 6),
            "मुझे सीने में दर्द है ".repeat(200),
            "chest pain ".repeat(LARGEST / 11),
            "\"".repeat(LARGEST)),
        IntStream.range(0, 40).mapToObj(AnyTextTest::soup));
  }

  /// The same soup each time.
  private static String soup(int number) {
    var random = new Random(number);
    var text = new StringBuilder();
    var longest = 1 + random.nextInt(number % 4 == 0 ? LARGEST : 800);
    while (text.length() < longest) text.append(SCRAPS.get(random.nextInt(SCRAPS.size())));
    while (text.toString().getBytes(UTF_8).length > LARGEST) text.setLength(text.length() - 1);
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void every_text_is_answered_at_any_place_of_an_interview(String text) {
    for (var before : List.of(List.<String>of(), List.of("I have a cough"))) {
      var consultation = new Consultation(Consultation.adult(45, "female"));
      before.forEach(consultation::send);
      for (var i = 0; i < 6; i++) {
        assertThat(consultation.send(text).text()).isNotBlank();
        consultation
            .assessments
            .getLast()
            .urgency()
            .evidence()
            .forEach(span -> assertThat(isWithin(span, text, before)).isTrue());
      }
      var summaries =
          consultation.turns.stream()
              .filter(AssistantTurn::isSummary)
              .map(AssistantTurn::text)
              .toList();
      assertThat(summaries).hasSize(1);
      assertThat(summaries.getFirst().length()).isLessThanOrEqualTo(8_000);
      assertThat(summaries.getFirst().getBytes(UTF_8).length).isLessThanOrEqualTo(LARGEST);
    }
  }

  private static boolean isWithin(Span span, String text, List<String> before) {
    var number = Integer.parseInt(span.messageId().substring(1));
    var message = number < before.size() ? before.get(number) : text;
    return 0 <= span.start() && span.start() < span.end() && span.end() <= message.length();
  }
}
