package poca.ai.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdviceTest {

  static List<Advice> all() {
    return Advices.ALL;
  }

  @ParameterizedTest
  @MethodSource("all")
  void advice_is_no_all_clear_names_no_dose_and_says_what_must_not_be_waited_with(Advice advice) {
    var text = advice.text().toLowerCase(Locale.ROOT);
    assertThat(text)
        .doesNotContain(
            "harmless", "safe", "nothing serious", "no need", "do not worry", "normal.", "wait")
        .doesNotContainPattern("\\d+ ?(mg|ml|tablets)");
    assertThat(advice.text()).endsWith(".");
    if (advice.visit() == Advice.Visit.NOW) assertThat(advice.comeBack()).isEmpty();
    else assertThat(advice.comeBack()).isNotBlank().doesNotEndWith(".");
    assertThat(advice.to()).isNotEmpty();
  }
}
