package poca.ai.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.ai.reading.Readings.answer;
import static poca.ai.reading.Readings.read;
import static poca.ai.reading.Readings.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a message says as the answer to a question.
class AnswerReadingTest {

  @Test
  void a_bare_no_denies_all_that_was_asked() {
    var reading = answer("Do you have any of these: stiff neck, rash or confusion?", "No.");
    assertThat(with(reading, AssertionStatus.ABSENT))
        .containsExactlyInAnyOrder(Finding.STIFF_NECK, Finding.RASH, Finding.CONFUSION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          none
          nope
          No, none of these
          nothing like that
          not really
          No he doesn't
          no sir
          """)
  void other_ways_to_say_no(String message) {
    var reading = answer("Does the child have any of these: vomiting or rash?", message);
    assertThat(with(reading, AssertionStatus.ABSENT)).contains(Finding.VOMITING, Finding.RASH);
    assertThat(with(reading, AssertionStatus.PRESENT)).isEmpty();
  }

  @Test
  void a_no_with_an_exception_denies_only_the_rest() {
    var reading = answer("Do you have any of these: vomiting, fever or rash?", "no, only vomiting");
    assertThat(with(reading, AssertionStatus.PRESENT)).containsExactly(Finding.VOMITING);
    assertThat(with(reading, AssertionStatus.ABSENT))
        .containsExactlyInAnyOrder(Finding.FEVER, Finding.RASH);
  }

  @Test
  void a_yes_that_names_one_affirms_only_that_one() {
    var reading = answer("Do you have any of these: vomiting, fever or rash?", "yes, a rash");
    assertThat(with(reading, AssertionStatus.PRESENT)).containsExactly(Finding.RASH);
    assertThat(with(reading, AssertionStatus.ABSENT)).isEmpty();
  }

  @Test
  void no_to_feeding_as_usual_means_poor_feeding() {
    var reading = answer("Is your baby feeding as usual?", "no");
    assertThat(with(reading, AssertionStatus.PRESENT)).contains(Finding.POOR_FEEDING);
  }

  @Test
  void a_bare_number_answers_what_was_asked() {
    assertThat(
            answer("What is the highest temperature measured, in °C or °F?", "39").temperatures())
        .extracting(Temperature::celsius)
        .containsExactly(39.0);
    assertThat(answer("How strong is the pain on a scale from 0 to 10?", "7").details())
        .extracting(Detail::said)
        .containsExactly("7/10");
    assertThat(
            with(
                answer("How many wet diapers were there in the last 24 hours?", "none"),
                AssertionStatus.PRESENT))
        .contains(Finding.NO_URINE);
  }

  @Test
  void a_colour_answers_for_the_vomit_that_was_asked_about() {
    assertThat(with(answer("What colour is the vomit?", "green"), AssertionStatus.PRESENT))
        .contains(Finding.GREEN_VOMIT);
    assertThat(with(answer("What colour is the vomit?", "not green"), AssertionStatus.PRESENT))
        .doesNotContain(Finding.GREEN_VOMIT);
    assertThat(with(read("green"), AssertionStatus.PRESENT)).isEmpty();
  }

  @Test
  void questions_of_other_engines_are_understood_too() {
    assertThat(QuestionReading.in("Okay. Since when have you had these symptoms?").asks())
        .contains(DetailKind.DURATION);
    assertThat(QuestionReading.in("Have you noticed any vomiting or a rash?").findings())
        .contains(Finding.VOMITING, Finding.RASH);
    assertThat(QuestionReading.in("Have you taken any medication for it?").asks())
        .contains(DetailKind.MEDICATION);
    assertThat(QuestionReading.in("What was the highest temperature you measured?").asks())
        .contains(DetailKind.TEMPERATURE);
    assertThat(QuestionReading.in("Drink enough. You have fever.").findings()).isEmpty();
  }
}
