package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.ai.reading.Finding;
import poca.ai.reading.Story;

class KnownFactsTest {

  private static final QuestionTopic PREGNANCY =
      QuestionTopic.whether(Finding.PREGNANT, "{are} or could {who} be pregnant?")
          .only(QuestionTopic.When.MAY_BE_PREGNANT);

  @ParameterizedTest
  @CsvSource({
    "30, female, true",
    "30, , true",
    "30, male, false",
    "9, , false",
    "60, female, false",
    ", , false"
  })
  void whoever_may_be_pregnant_is_asked_and_an_unknown_sex_rules_nothing_out(
      @Nullable Integer years, @Nullable String gender, boolean asked) {
    var patient =
        new Intake.PatientRecord(
            years, null, gender, null, null, null, List.of(), List.of(), List.of(), null, null);
    var known = new KnownFacts(Story.of(List.of(), Set.of()), patient, Set.of());
    assertThat(known.open(PREGNANCY, Complaints.GENERAL)).isEqualTo(asked);
  }
}
