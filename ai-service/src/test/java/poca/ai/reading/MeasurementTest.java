package poca.ai.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import poca.ai.reading.Measurement.Bound;
import poca.ai.reading.Measurement.Kind;

class MeasurementTest {

  /// A message and what is to be read in it, one `kind value unit sense` a measurement.
  record Spelling(String message, List<String> measurements) {}

  static Stream<Spelling> spellings() throws IOException {
    Map<String, List<String>> byMessage = new LinkedHashMap<>();
    try (var in =
        Objects.requireNonNull(MeasurementTest.class.getResourceAsStream("/measurements.tsv"))) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(cells -> {
            var of = byMessage.computeIfAbsent(cells[0], _ -> new ArrayList<>());
            if (cells.length == 5)
              of.add("%s %s %s %s".formatted(cells[1], number(cells[2]), cells[3], cells[4]));
            else assertThat(cells[1]).as(cells[0]).isEqualTo("none");
          });
    }
    return byMessage.entrySet().stream().map(e -> new Spelling(e.getKey(), e.getValue()));
  }

  private static String number(String said) {
    return number(Double.parseDouble(said));
  }

  private static String number(double value) {
    return String.valueOf(Math.round(value * 100) / 100.0);
  }

  static Reading read(String... messages) {
    var exchanges = new ArrayList<Story.Exchange>();
    for (int i = 0; i < messages.length; i++)
      exchanges.add(new Story.Exchange("m" + i, messages[i], null, false));
    return Story.of(exchanges, Set.of()).readings().getLast();
  }

  private static Measurement only(String message, Kind kind) {
    return read(message).measurements().stream()
        .filter(m -> m.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void a_measurement_is_read_however_it_is_spelled_and_nothing_else_is_one(Spelling spelling) {
    assertThat(
            read(spelling.message).measurements().stream()
                .map(m -> "%s %s %s %s".formatted(m.kind(), number(m.value()), m.unit(), m.sense()))
                .toList())
        .containsExactlyElementsOf(spelling.measurements);
  }

  @Test
  void the_table_holds_at_least_two_hundred_spellings() throws IOException {
    assertThat(spellings()).hasSizeGreaterThanOrEqualTo(200);
  }

  @Test
  void what_was_said_is_quoted_as_it_was_written() {
    assertThat(only("My sats are  82 % on air", Kind.OXYGEN).said()).isEqualTo("82 %");
    assertThat(only("sugar: 2,8 mmol/L", Kind.GLUCOSE).said()).isEqualTo("2,8 mmol/L");
    assertThat(only("ketones: +++ since noon", Kind.URINE_KETONES).said())
        .isEqualTo("ketones: +++");
    assertThat(only("heart going at 180 beats per min", Kind.PULSE).said())
        .isEqualTo("180 beats per min");
  }

  @Test
  void the_place_of_a_measurement_is_that_of_the_sent_text() {
    var message = "<b>Oxygen</b>&nbsp;is ８２ today";
    var span = only(message, Kind.OXYGEN).span();
    assertThat(message.substring(span.start(), span.end())).isEqualTo("８２");
  }

  @Test
  void a_limit_counts_as_what_is_beyond_it() {
    var below = only("oxygen is below 90", Kind.OXYGEN);
    assertThat(below.bound()).isEqualTo(Bound.BELOW);
    assertThat(below.isBelow(90)).isTrue();
    assertThat(below.isFrom(80)).isFalse();
    var above = only("sugar above 500", Kind.GLUCOSE);
    assertThat(above.isFrom(27)).isTrue();
    assertThat(above.isBelow(60)).isFalse();
  }

  @Test
  void a_number_about_someone_else_makes_no_patient_of_them_once_the_concern_is_known() {
    assertThat(read("I have a headache", "my husband's sats are 82").measurements())
        .extracting(Measurement::sense)
        .containsExactly(AssertionStatus.OTHER_PERSON);
    assertThat(read("my husband's sats are 82", "he is blue").whom().about())
        .isEqualTo(Story.About.RELATIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bp 120/80 ",
        "1 ",
        "9/9 ",
        "sugar ",
        "16 x 500 mg ",
        "pads an hour ",
        "half an hour ",
        "ketones +",
        "peak flow 150 best 450 ",
        "one hundred and ",
        "a minute ",
        "32+4 ",
        "% 5 "
      })
  void a_text_of_nothing_but_numbers_is_read_in_time_that_grows_with_its_length(String piece) {
    var text = piece.repeat(16 * 1024 / piece.length());
    read(text.substring(0, text.length() / 8));
    // Some ten times what it takes; a quadratic reading takes a hundred times as long.
    assertThat(CpuTime.seconds(() -> read(text))).isLessThan(4);
  }
}
