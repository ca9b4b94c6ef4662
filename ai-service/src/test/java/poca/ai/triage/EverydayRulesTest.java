package poca.ai.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The warning twins of everyday complaints: what must fire each rule, and what is said with nearly
/// the same words and must not.
class EverydayRulesTest {

  private record Told(String rule, boolean fires, Background who, String message) {
    @Override
    public String toString() {
      return rule + (fires ? " + " : " - ") + message;
    }
  }

  static List<Told> messages() throws IOException {
    try (var in =
        Objects.requireNonNull(
            EverydayRulesTest.class.getResourceAsStream("/everyday-rules.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(p -> new Told(p[0], p[1].equals("+"), who(p[2]), p[3]))
          .toList();
    }
  }

  /// [TriageTest#background] knows years and days; infants are told in weeks and months.
  private static Background who(String text) {
    int unit = text.indexOf(' ') < 0 ? text.length() - 1 : text.indexOf(' ') - 1;
    double days =
        switch (text.charAt(unit)) {
          case 'w' -> 7;
          case 'm' -> 365.25 / 12;
          default -> 0;
        };
    if (days == 0) return TriageTest.background(text);
    return new Background(Double.parseDouble(text.substring(0, unit)) * days, java.util.Set.of());
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
    Stream.concat(EverydayRedRules.ALL.stream(), EverydayYellowRules.ALL.stream())
        .map(Rule::id)
        .forEach(id -> {
          var its = told.stream().filter(t -> t.rule().equals(id)).toList();
          assertThat(its.stream().filter(Told::fires)).as(id).hasSizeGreaterThanOrEqualTo(5);
          assertThat(its.stream().filter(t -> !t.fires())).as(id).hasSizeGreaterThanOrEqualTo(3);
        });
  }
}
