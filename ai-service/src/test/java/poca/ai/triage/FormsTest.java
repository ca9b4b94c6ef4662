package poca.ai.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poca.ai.reading.Lexicon;
import poca.ai.reading.NormalisedText;

/// Every red message of the tables stays red in whatever form it was sent.
@Execution(ExecutionMode.CONCURRENT)
class FormsTest {

  private static final List<String> SPRINKLES =
      List.of("😷", "\u200B", "🆘🏽", "\u200D", "❤️", "\uFEFF", "👨‍👩‍👧");

  private enum Form {
    AS_IT_IS(m -> m),
    ONE_WORD_A_LINE(m -> m.replaceAll(" +", "\n")),
    WINDOWS_LINES(m -> m.replaceAll(" +", "\r\n")),
    BROKEN_AFTER_EVERY_SECOND_WORD(m -> everySecond(m, "\n")),
    HTML(m -> "<p>" + m.replace("'", "&rsquo;").replace(" ", "&nbsp;") + "</p>"),
    HTML_PARAGRAPHS(m -> "<p>" + everySecond(m, "</p><p>") + "</p>"),
    HTML_INLINE(m ->
        words(m)
            .map(w -> "<b style=\"color:red\">" + w.charAt(0) + "</b>" + w.substring(1))
            .collect(Collectors.joining(" "))),
    ESCAPED_TWICE(m -> "&lt;div&gt;" + m.replace("'", "&amp;#39;").replace(" ", "&amp;nbsp;")),
    FULL_WIDTH(m -> mapped(m, c -> c > ' ' && c < 127 ? c + 0xFEE0 : c == ' ' ? 0x3000 : c)),
    BOLD(m -> mapped(m, c -> c >= 'a' && c <= 'z' ? 0x1D41A + c - 'a' : c)),
    ARABIC_DIGITS(m -> mapped(m, c -> c >= '0' && c <= '9' ? 0x660 + c - '0' : c)),
    DEVANAGARI_DIGITS(m -> mapped(m, c -> c >= '0' && c <= '9' ? 0x966 + c - '0' : c)),
    CAPITALS(m -> m.toUpperCase(Locale.ROOT)),
    CAPITALS_A_LINE(m -> m.toUpperCase(Locale.ROOT).replaceAll(" +", "\n")),
    SPRINKLED(m -> {
      var words = words(m).toList();
      return IntStream.range(0, words.size())
          .mapToObj(i -> words.get(i) + " " + SPRINKLES.get(i % SPRINKLES.size()) + " ")
          .collect(Collectors.joining());
    }),
    ZERO_WIDTH_INSIDE(m ->
        words(m)
            .map(w -> w.charAt(0) + "\u200B" + w.substring(1))
            .collect(Collectors.joining(" "))),
    ACCENTS(m -> m.replace('a', 'à').replace('e', 'é').replace('i', 'ï')),
    CYRILLIC(m ->
        words(m)
            .map(w -> w.length() < 3 ? w : w.replace('a', 'а').replace('e', 'е'))
            .collect(Collectors.joining(" "))),
    TWO_LETTERS_SWAPPED(m ->
        typo(
            m,
            w -> {
              int at = w.length() / 2 - 1;
              return w.substring(0, at) + w.charAt(at + 1) + w.charAt(at) + w.substring(at + 2);
            })),
    A_LETTER_DOUBLED(m -> typo(m, w -> w.substring(0, 3) + w.charAt(2) + w.substring(3))),
    A_LETTER_LEFT_OUT(m -> typo(m, w -> w.substring(0, w.length() - 2) + w.charAt(w.length() - 1)));

    private final UnaryOperator<String> change;

    Form(UnaryOperator<String> change) {
      this.change = change;
    }
  }

  private static Stream<String> words(String message) {
    return Arrays.stream(message.split(" +", -1)).filter(w -> !w.isEmpty());
  }

  private static String everySecond(String message, String end) {
    var words = words(message).toList();
    return IntStream.range(0, words.size())
        .mapToObj(i -> words.get(i) + (i + 1 == words.size() ? "" : i % 2 == 1 ? end : " "))
        .collect(Collectors.joining());
  }

  private static String mapped(String message, java.util.function.IntUnaryOperator change) {
    return message
        .codePoints()
        .map(change)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// A slip that makes another word is not to be seen from the word alone.
  private static String typo(String message, UnaryOperator<String> change) {
    return words(message)
        .map(w -> {
          boolean longWord = w.length() > 6 && w.matches("[a-z]+");
          return longWord && !Lexicon.isWord(change.apply(w)) ? change.apply(w) : w;
        })
        .collect(Collectors.joining(" "));
  }

  private static List<Rated> reds() {
    return Stream.of(TriageTest.MESSAGES, MoreMessagesTest.MESSAGES)
        .flatMap(Rated::in)
        .filter(r -> r.level() == UrgencyLevel.RED)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void red_stays_red(Form form) {
    var missed =
        reds().stream()
            .filter(r -> rate(r, form).level() != UrgencyLevel.RED)
            .map(r -> form.change.apply(r.message()))
            .toList();
    assertThat(missed).isEmpty();
  }

  /// Letter by letter, so that blanks, markup and the form of the letters do not matter.
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_NONE,
      names = {"ACCENTS", ".*_(SWAPPED|DOUBLED|LEFT_OUT)"})
  void what_is_quoted_for_it_holds_the_words_that_decided(Form form) {
    for (var red : reds()) {
      var asSent = form.change.apply(red.message());
      assertThat(quotes(rate(red, form), asSent))
          .as(asSent)
          .isEqualTo(quotes(rate(red, Form.AS_IT_IS), red.message()));
    }
  }

  private static List<String> quotes(Urgency urgency, String message) {
    return urgency.evidence().stream()
        .map(s -> NormalisedText.of(message.substring(s.start(), s.end())).text())
        .map(q -> q.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
        .toList();
  }

  private static Urgency rate(Rated red, Form form) {
    return TriageTest.rate(
        TriageTest.background(red.background()), form.change.apply(red.message()));
  }

  @Test
  void there_are_many_of_them() {
    assertThat(reds()).hasSizeGreaterThan(120);
  }
}
