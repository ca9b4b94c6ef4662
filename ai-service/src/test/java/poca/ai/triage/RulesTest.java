package poca.ai.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples that stand with each rule in `clinical/rules/`.
class RulesTest {

  static Stream<Arguments> firing() {
    return Triage.RULES.stream()
        .flatMap(rule -> rule.fires().stream().map(e -> Arguments.of(rule.id(), e)));
  }

  static Stream<Arguments> still() {
    return Triage.RULES.stream()
        .flatMap(rule -> rule.not().stream().map(e -> Arguments.of(rule.id(), e)));
  }

  @ParameterizedTest
  @MethodSource("firing")
  void a_rule_fires_on_its_examples(String rule, Example example) {
    assertThat(fired(example)).contains(rule);
  }

  @ParameterizedTest
  @MethodSource("still")
  void a_rule_does_not_fire_on_their_twins(String rule, Example example) {
    assertThat(fired(example)).doesNotContain(rule);
  }

  private static Stream<String> fired(Example example) {
    return TriageTest.rate(example.who(), example.message()).firings().stream()
        .map(Urgency.Firing::ruleId);
  }
}
