package poca.ai.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "zero, 0",
    "three, 3",
    "twenty, 20",
    "couple, 2",
    "half, 0.5",
    "500, 500",
    "another, another"
  })
  void a_number_word_is_written_in_figures_and_anything_else_as_it_is(String word, String figures) {
    assertThat(Numbers.inFigures(word)).isEqualTo(figures);
  }
}
