package poca.ai.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.ai.language.Detected;

/// What a model's own question asks for: a "yes" to it is taken for all of that.
class QuestionReadingTest {

  private static Set<String> labels(String question) {
    return QuestionReading.in(question).findings().stream()
        .map(Finding::label)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Have you had any thoughts of harming yourself? | thoughts of suicide
          Have you had any thoughts of harming yourself or ending your life? | thoughts of suicide
          Have you thought about killing yourself? | thoughts of suicide
          Have you had any vaginal bleeding? | vaginal bleeding
          Does she have a rash that does not fade when pressed with a glass? | non-blanching rash
          Is this the worst headache you have ever had? | worst headache ever
          Does the tightness spread to your arm, jaw, neck or back? | pain spreading to the arm
          Do you have weakness or numbness on one side of your body? | weakness on one side
          Is she easy to wake? | easy to wake
          Is your baby moving as much as usual? | baby moving as usual
          Is she breathing normally? | breathing as usual
          """)
  void a_question_asks_for_the_sign_that_it_names_and_for_no_other(String question, String label) {
    assertThat(labels(question)).containsExactly(label);
  }

  @Test
  void who_asks_for_harm_to_anybody_asks_for_no_company() {
    var asked =
        QuestionReading.in("Have you been thinking about hurting yourself or someone else?");
    assertThat(asked.asks()).isEmpty();
    assertThat(asked.findings()).extracting(Finding::label).contains("thoughts of suicide");
    assertThat(QuestionReading.in("Is anyone else at home?").asks())
        .containsExactly(DetailKind.COMPANY);
  }

  @Test
  void what_was_taken_for_something_is_a_remedy() {
    assertThat(QuestionReading.in("What have you taken for the headache so far?").asks())
        .containsExactly(DetailKind.MEDICATION);
    assertThat(QuestionReading.in("What was taken, and how much?").asks())
        .containsExactly(DetailKind.HOW_HAPPENED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Is your baby moving as much as usual? | reduced baby movements
          Is she easy to wake? | unusual drowsiness
          Is he breathing normally? | trouble breathing
          """)
  void who_says_no_to_a_function_says_that_it_fails(String question, String label) {
    var reading =
        Reading.of(
            "m1",
            "no",
            QuestionReading.in(question),
            new Experiencer(Set.of()),
            new Detected("en", true));
    assertThat(
            reading.mentions().stream()
                .filter(m -> m.sense() == AssertionStatus.PRESENT)
                .map(m -> m.finding().label()))
        .contains(label);
  }
}
