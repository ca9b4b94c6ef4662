package poca.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionFormTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do you have a fever?",
        "Any fever or chills?",
        "Since when have you had it?",
        "In which ear is the pain?",
        "On a scale from 0 to 10, how strong is the pain?",
        "On a scale from 0 to 10, where 10 is the worst pain imaginable, how bad is it?",
        "How strong is it on a scale from 0 to 10?",
        "In the last 24 hours, how many wet nappies were there?",
        "When you stop walking, does the pain go away?",
        "After eating, does the pain get worse?",
        "Is the pain dull, sharp, or burning?",
        "Is it there all the time, or does it come and go?",
        "Does the discomfort spread to your chest, arms, jaw, neck or back?",
        "Have you had any swelling of your face, lips, tongue or throat since starting the tablet?",
        "Did the headache start suddenly, within 1 minute?",
        "Is the temperature 38.5 °C (101.3 °F) or more?",
        "Has a doctor ever diagnosed asthma?",
        "Which medicine have you taken so far?",
        "How many hours does it last, about 2-3?",
        "Haven't you been able to pass urine since 10:30?",
        "What was the highest temperature, in °C or °F?",
        "Have you fallen because of the dizziness?"
      })
  void a_plain_question_is_one(String question) {
    assertThat(QuestionForm.problem(question)).as(question).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "That sounds really painful – have you noticed any weakness?",
        "Good to hear there's no vomiting – how long have you had this?",
        "Yellow fluid can come from the ear when the eardrum bursts – is he drinking well?",
        "Good to know; is there any fever?",
        "One more thing: is there any fever?",
        "A viral infection is the usual cause, do you have any fever?",
        "That is usually nothing to do with the heart, do you smoke?",
        "Since this is often just a virus, have you had a fever?",
        "Have you had a fever, since this is often just a virus?",
        "Is there anything else, as most coughs clear in three weeks?",
        "Do you have a fever because it can be a sign of infection?",
        "Is it swollen (this is common after a twist)?",
        "To check for pneumonia, do you have chest pain?",
        "Hopefully it eases soon, but do you have fever?",
        "Poor you, does it hurt?",
        "Glad it is better, any fever?",
        "Is there any fever, which can happen with a virus?",
        "You mentioned a cough, is there any phlegm?",
        "Did you know that most headaches go by themselves?",
        "Are you aware that a virus can cause this?",
        "Is it possible that you have migraine?"
      })
  void a_comment_is_no_part_of_one(String question) {
    assertThat(QuestionForm.problem(question)).as(question).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Has he had a fever, and if so, what was the highest temperature?",
        "What have you taken for the pain, and did it help?",
        "Which blood pressure do you have at home, and while waiting can you rest?",
        "Do you have a fever and how high is it?",
        "How long has it been there, and do you have any pain?",
        "Is there any fever, is there any cough?"
      })
  void two_questions_are_one_too_many(String question) {
    assertThat(QuestionForm.problem(question)).as(question).contains("one only");
  }
}
