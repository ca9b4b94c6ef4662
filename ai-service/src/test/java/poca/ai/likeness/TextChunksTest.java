package poca.ai.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextChunksTest {

  private static List<String> pieces(String text) {
    return TextChunks.pieces(text).stream().map(part -> part.of(text)).toList();
  }

  private static List<String> clauses(String text) {
    return TextChunks.clauses(text, new TextChunks.Part(0, text.length())).stream()
        .map(part -> part.of(text))
        .toList();
  }

  private static String words(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
  }

  @Test
  void a_short_text_stays_whole() {
    var text = "My chest hurts. It began at noon.\nWhat now?";
    assertThat(pieces(text)).containsExactly(text);
    assertThat(pieces("")).containsExactly("");
  }

  @Test
  void pieces_of_a_long_text_are_whole_sentences_and_leave_nothing_out() {
    var one = words(0, 12) + ".";
    var two = words(20, 32) + ".";
    var three = words(40, 52) + ".";
    assertThat(pieces(String.join(" ", one, two, three))).containsExactly(one + " " + two, three);
  }

  @Test
  void a_text_without_an_end_is_cut_by_words() {
    var pieces = pieces(words(0, 100));
    assertThat(pieces).allSatisfy(p -> assertThat(p.split(" ")).hasSizeLessThanOrEqualTo(30));
    assertThat(String.join(" ", pieces)).isEqualTo(words(0, 100));
  }

  @Test
  void of_the_longest_text_begin_and_end_are_looked_at() {
    var text =
        IntStream.range(0, 400)
            .mapToObj(i -> words(i * 20, i * 20 + 20) + ".")
            .collect(Collectors.joining(" "));
    var pieces = pieces(text);
    assertThat(pieces).hasSize(40);
    assertThat(text).startsWith(pieces.getFirst()).endsWith(pieces.getLast());
  }

  @Test
  void clauses_end_at_punctuation_and_before_what_goes_on() {
    assertThat(clauses("face drooped, he mumbles and cannot lift it! now asleep"))
        .containsExactly("face drooped,", "he mumbles", "and cannot lift it!", "now asleep");
  }
}
