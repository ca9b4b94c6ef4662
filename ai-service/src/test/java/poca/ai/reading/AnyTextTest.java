package poca.ai.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever is sent is read, and every offset lies in what was sent.
@Execution(ExecutionMode.CONCURRENT)
class AnyTextTest {

  private static final int LONGEST = 16 * 1024;

  private static final List<String> PIECES =
      List.of(
          "<p>",
          "</p>",
          "<br>",
          "<li>",
          "<!--",
          "-->",
          "<style>",
          "</style>",
          "&nbsp;",
          "&#39;",
          "&amp;",
          "&lt;",
          "&#",
          "&#x110000;",
          "<",
          ">",
          "\"",
          "=",
          "<a href=\"",
          "<![CDATA[",
          "]]>",
          "\r\n",
          "\n",
          "\\n",
          "½",
          "1 ½",
          "\uD83D",
          "\uDE37",
          "😷",
          "a,",
          "no ",
          "chest ",
          "pain ",
          "a\u0301\u0302\u0303",
          "٣٨٫٦",
          "\u200B",
          "ﷺ",
          "क्षि",
          "c a n t ",
          "b.p.",
          "cant",
          "T ",
          "- ",
          "1. ",
          "İ",
          "ß",
          "™",
          "º",
          "I can't breathe",
          "chestpain",
          "sobbbbb",
          "vomitting ",
          "\0");

  private enum Kind {
    UNICODE(random ->
        IntStream.range(0, 1 + random.nextInt(5_000))
            .map(_ -> random.nextInt(4) == 0 ? random.nextInt(0x3000) : random.nextInt(0x110000))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()),
    CODE_UNITS(random ->
        IntStream.range(0, 1 + random.nextInt(5_000))
            .mapToObj(_ -> String.valueOf((char) random.nextInt(0x10000)))
            .collect(Collectors.joining())),
    SOUP(random ->
        IntStream.range(0, 1 + random.nextInt(2_000))
            .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
            .collect(Collectors.joining())),
    LETTERS(random ->
        IntStream.range(0, 1 + random.nextInt(LONGEST))
            .mapToObj(_ -> random.nextInt(7) == 0 ? " " : "" + (char) ('a' + random.nextInt(26)))
            .collect(Collectors.joining())),
    REPEATED(random -> {
      var piece = PIECES.get(random.nextInt(PIECES.size()));
      return piece.repeat(LONGEST / piece.length());
    });

    private final Function<Random, String> make;

    Kind(Function<Random, String> make) {
      this.make = make;
    }
  }

  @ParameterizedTest
  @EnumSource
  void offsets_are_in_range_and_in_order(Kind kind) {
    var random = new Random(20261128);
    for (int i = 0; i < 60; i++) {
      var text = kind.make.apply(random);
      check(text.substring(0, Math.min(text.length(), LONGEST)));
    }
  }

  @Test
  void thousands_of_articles_do_not_overflow_the_stack() {
    check("a,".repeat(LONGEST / 2));
    check("an ".repeat(LONGEST / 3));
    check("a a couple ".repeat(LONGEST / 11));
  }

  @Test
  void every_piece_repeated_to_the_limit_is_read() {
    for (var piece : PIECES) check(piece.repeat(LONGEST / piece.length()));
  }

  private static void check(String message) {
    var plain = NormalisedText.of(message);
    int start = 0;
    int end = 0;
    for (int at = 0; at < plain.text().length(); at++) {
      assertThat(plain.start(at)).isBetween(start, message.length() - 1);
      assertThat(plain.end(at)).isBetween(Math.max(end, plain.start(at) + 1), message.length());
      start = plain.start(at);
      end = plain.end(at);
    }
    start = 0;
    for (var word : Word.of(message)) {
      assertThat(word.text()).isNotEmpty();
      assertThat(word.start()).isGreaterThanOrEqualTo(start);
      assertThat(word.end()).isBetween(word.start() + 1, message.length());
      start = word.start();
    }
    var reading =
        Story.of(List.of(new Story.Exchange("m", message, null, false)), Set.of())
            .readings()
            .getFirst();
    for (var mention : reading.mentions()) {
      assertThat(mention.span().start()).isBetween(0, mention.span().end() - 1);
      assertThat(mention.span().end()).isLessThanOrEqualTo(message.length());
    }
  }
}
