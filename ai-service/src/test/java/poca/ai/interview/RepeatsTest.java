package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poca.ai.reading.Story;

/// Which question of a model would be put twice.
class RepeatsTest {

  private static final Intake.PatientRecord RECORD =
      new Intake.PatientRecord(
          81,
          null,
          "male",
          76,
          172,
          null,
          List.of(),
          List.of("ramipril 5 mg"),
          List.of("hypertension"),
          "self",
          null);

  private static final Assessment TOLD =
      Assessment.of(
          new Intake(
              new Intake.Doctor("Family doctor", null),
              RECORD,
              List.of(
                  new Story.Exchange(
                      "m0",
                      "I have been dizzy when I get up for about ten days and my right knee is sore"
                          + " and swollen since Sunday, with a fever of 38.4. My neighbour gave me"
                          + " some of her ibuprofen.",
                      "Is there any swelling in your left arm?",
                      false),
                  new Story.Exchange("m1", "no swelling there", null, false))),
          null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How many ibuprofen tablets have you taken each day?",
        "How much ibuprofen have you taken?",
        "Did the ibuprofen help?",
        "Has any of your regular medicine been changed recently?",
        "Have any of your medicines changed lately?",
        "Is the knee warm, red or very painful to move?",
        "Is the fever still there?",
        "What is your temperature now?",
        "Is there any swelling in your left leg?",
        "Where exactly in the knee is the pain?",
        "Is the dizziness worse when you stand up quickly?",
        "Does the knee hurt at night?",
        "Is this the first time that your knee is swollen?",
        "Have you been dizzy before?",
        "Have you missed any of your tablets lately?"
      })
  void who_asks_for_more_of_what_was_told_does_not_repeat(String question) {
    assertThat(Bounds.open(TOLD, question)).as(question).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How long have you been dizzy?",
        "Since when is the knee swollen?",
        "When did your knee first start to swell?",
        "When did the symptoms begin?",
        "For how long have you had these problems?",
        "What have you taken for it so far?",
        "Which medicine have you taken for the knee?",
        "Do you take any regular medication?",
        "Do you take any tablets every day?",
        "Is your right knee sore?",
        "Do you have a fever?",
        "What was your highest temperature?",
        "Have you noticed any swelling in the left arm?"
      })
  void what_was_told_asked_or_is_on_record_is_not_asked(String question) {
    assertThat(Bounds.open(TOLD, question)).as(question).isEmpty();
  }
}
