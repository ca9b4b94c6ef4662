package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.ai.interview.Consultation.adult;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.ai.triage.UrgencyLevel;

/// What is no symptom is answered as what it is.
class OpeningTest {

  private final Consultation consultation = new Consultation(adult(45, "female"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hello                      | Hello. What is the main health concern today?
          good morning doctor        | Hello. What is the main health concern today?
          thx!!                      | You are welcome. What is the main health concern today?
          are you a real person?     | This is the doctor's assistant, a program that collects what the doctor has to know. What is the main health concern today?
          """)
  void a_greeting_a_thanks_and_a_question_about_it_are_answered(String said, String answer) {
    assertThat(consultation.send(said).text()).isEqualTo(answer);
    assertThat(consultation.level()).isEqualTo(UrgencyLevel.GREEN);
  }

  @Test
  void courtesy_costs_no_question() {
    consultation.send("Hello");
    var turn = consultation.send("headache");
    for (int asked = 1; asked < 4; asked++) {
      assertThat(turn).as("question " + asked).isInstanceOf(AssistantTurn.Question.class);
      turn = consultation.send("no");
    }
    assertThat(turn).isInstanceOf(AssistantTurn.Question.class);
    assertThat(consultation.send("no")).isInstanceOf(AssistantTurn.Summary.class);
  }

  @Test
  void who_has_no_concern_is_not_pressed() {
    consultation.send("thanks");
    var turn = consultation.send("no");
    assertThat(turn.isSummary()).isTrue();
    assertThat(turn.text()).contains("Main concern: none stated.");
    assertThat(consultation.level()).isEqualTo(UrgencyLevel.GREEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Please renew my metformin                             | a repeat prescription
          I need a sick note until Friday                       | a sick note
          Can I get an appointment next Tuesday?                | an appointment
          Are my blood results from Thursday back?              | results of a test
          I need a sick note until Friday, vomiting since last night | a sick note
          """)
  void a_wish_is_answered_and_passed_on(String said, String wish) {
    var turn = consultation.send(said);
    assertThat(turn.text()).startsWith("The wish for " + wish + " goes to the doctor. ");
    while (!turn.isSummary()) turn = consultation.send("no");
    assertThat(turn.text()).contains("wishes: " + wish).contains("Urgency: ");
  }
}
