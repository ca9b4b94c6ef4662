package poca.ai.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.reading.Finding;

/// What must fire each rule on a measurement or a medicine, and what is said with nearly the same
/// words and must not.
class MeasurementRulesTest {

  private record Told(String rule, boolean fires, Background who, String message) {
    @Override
    public String toString() {
      return rule + (fires ? " + " : " - ") + message;
    }
  }

  static List<Told> messages() throws IOException {
    try (var in =
        Objects.requireNonNull(
            MeasurementRulesTest.class.getResourceAsStream("/measurement-rules.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(p -> new Told(p[0], p[1].equals("+"), who(p[2]), p[3]))
          .toList();
    }
  }

  private static Background who(String text) {
    var parts = text.split(" ", -1);
    int last = parts[0].length() - 1;
    double number = Double.parseDouble(parts[0].substring(0, last));
    var conditions = EnumSet.noneOf(Finding.class);
    var classes = new HashSet<String>();
    Double weight = null;
    for (var part : List.of(parts).subList(1, parts.length)) {
      if (part.startsWith("kg=")) weight = Double.valueOf(part.substring(3));
      else if (Character.isUpperCase(part.charAt(0))) conditions.add(Finding.valueOf(part));
      else classes.add(part);
    }
    var days = number * (parts[0].charAt(last) == 'm' ? 365.25 / 12 : 365.25);
    return new Background(days, conditions, classes, weight);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_rule_fires_on_its_own_and_not_on_its_twin(Told told) {
    var fired = TriageTest.rate(told.who(), told.message()).firings();
    assertThat(fired.stream().anyMatch(f -> f.ruleId().equals(told.rule())))
        .as("%s", fired)
        .isEqualTo(told.fires());
  }

  @Test
  void each_rule_is_shown_by_five_that_fire_it_and_three_that_do_not() throws IOException {
    var told = messages();
    Stream.concat(MeasurementRules.ALL.stream(), MedicineRules.ALL.stream())
        .map(Rule::id)
        .forEach(id -> {
          var its = told.stream().filter(t -> t.rule().equals(id)).toList();
          assertThat(its.stream().filter(Told::fires)).as(id).hasSizeGreaterThanOrEqualTo(5);
          assertThat(its.stream().filter(t -> !t.fires())).as(id).hasSizeGreaterThanOrEqualTo(3);
        });
  }

  @Test
  void a_rule_that_once_fired_stays_whatever_is_measured_later() {
    var urgency =
        TriageTest.rate(Background.UNKNOWN, "my oxygen is 84", "it is 97 now, oxygen 97%");
    assertThat(urgency.level()).isEqualTo(Level.RED);
    assertThat(urgency.ruleId()).isEqualTo("red.oxygen.low");
  }
}
