package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.ai.interview.Consultation.adult;
import static poca.ai.interview.Consultation.played;
import static poca.ai.interview.Consultation.record;
import static poca.ai.interview.Consultation.summary;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poca.ai.reading.Finding;
import poca.ai.reading.Story;
import poca.ai.triage.UrgencyLevel;

/// What two more doctors objected to (`docs/reports/2026-11-29-consultations-second.md`), each kind
/// with other words than theirs.
class SecondReadingTest {

  @Test
  void the_weeks_of_pregnancy_are_not_asked_where_the_record_has_them() {
    var told = "I have a bad headache, my hands are swollen and I see flickering";
    for (var condition : List.of("pregnancy 34 weeks", "Pregnant, 34+2 weeks", "pregnancy 34/40")) {
      var pregnant =
          new Consultation(record("self", 30, "female", List.of(), List.of(condition))).play(told);
      assertThat(pregnant.level()).isEqualTo(UrgencyLevel.RED);
      assertThat(pregnant.questions).noneMatch(q -> q.contains("weeks"));
    }
    var unknown =
        new Consultation(record("self", 30, "female", List.of(), List.of("pregnancy"))).play(told);
    assertThat(unknown.questions.getFirst()).contains("blood pressure");
  }

  @Test
  void whether_somebody_is_there_is_not_asked_of_who_holds_the_child_or_has_said_so() {
    var child = record("child", 2, "male", List.of(), List.of());
    var parent =
        new Consultation(child).play("He breathes fast and the skin between his ribs draws in");
    assertThat(parent.level()).isEqualTo(UrgencyLevel.RED);
    assertThat(parent.questions).noneMatch(q -> q.contains("Is anybody with"));
    assertThat(parent.summary()).doesNotContain("Is anybody with");
    var grown =
        new Consultation(adult(58, "male"))
            .play("Pressure on my chest and down my arm for an hour. My neighbour is here with me");
    assertThat(grown.questions).noneMatch(q -> q.contains("Is anybody with"));
  }

  @Test
  void who_misses_doses_of_a_blood_thinner_is_asked_for_them_with_a_clot() {
    var patient = record("self", 66, "male", List.of("rivaroxaban"), List.of());
    var clot =
        new Consultation(patient)
            .play("My right calf is swollen and sore since Friday and now I am short of breath");
    assertThat(clot.level()).isEqualTo(UrgencyLevel.RED);
    assertThat(clot.questions).anyMatch(q -> q.contains("tablets were missed"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a bit, when she laughs  | 6",
        "only if I press on it   | 40",
        "it comes and it goes    | 71"
      })
  void an_answer_that_says_neither_yes_nor_no_stays_with_its_question(String answer, int years) {
    var patient = record("self", years, "female", List.of(), List.of());
    var back = new Consultation(patient);
    var turn = back.send("I have had a cough and a sore throat since Monday");
    var asked = turn.asked().findings();
    back.send(answer);
    if (asked.isEmpty() || summary(back).contains("course: as answered")) return;
    assertThat(summary(back)).containsPattern("asked for [^;]*, answered \"" + answer + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Good heavens no",
        "God no!",
        "certainly not",
        "Absolutely not.",
        "Thankfully no",
        "Of course not"
      })
  void a_no_that_is_stressed_is_a_no(String answer) {
    var asked = new Consultation(adult(45, "male"));
    var turn = asked.send("My lower back hurts since I lifted a box yesterday");
    assertThat(turn.asked().findings()).isNotEmpty();
    var sign = turn.asked().findings().iterator().next();
    asked.send(answer);
    assertThat(asked.assessments.getLast().story().denies(sign)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm not going to any hospital",
        "I would rather stay at home",
        "dont want to queue all night in casualty",
        "I dont want to sit in A and E all night",
        "I do not need an ambulance",
        "we cant afford an ambulance",
        "I'll wait until morning",
        "my mother hates hospitals"
      })
  void a_refusal_is_one_in_other_words_too(String words) {
    var story = Story.of(List.of(new Story.Exchange("m0", words, null, false)), java.util.Set.of());
    assertThat(story.has(Finding.REFUSES_HELP)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How long do I wait at home for a call?",
        "I stay at home with my daughter",
        "the ambulance is here",
        "I was in hospital last year"
      })
  void what_only_names_hospital_or_home_is_no_refusal(String words) {
    var story = Story.of(List.of(new Story.Exchange("m0", words, null, false)), java.util.Set.of());
    assertThat(story.has(Finding.REFUSES_HELP)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Headache since Friday. And I need a new prescription for my amlodipine | amlodipine",
        "My knee is swollen, also could you write another script for metformin  | metformin",
        "Itchy rash on my arm since Tuesday. Also I'm nearly out of bisoprolol  | bisoprolol"
      })
  void a_prescription_beside_another_concern_is_passed_on_with_its_name(
      String message, String medicine) {
    var told = played(adult(62, "male"), message);
    assertThat(summary(told)).contains("wishes: a repeat prescription (" + medicine + ")");
  }

  @Test
  void a_question_that_only_asks_what_the_assistant_meant_is_not_the_doctors() {
    var told = new Consultation(adult(45, "male"));
    var asked = told.send("My lower back hurts since I lifted a box yesterday").text();
    assertThat(asked).contains("numbness in the groin");
    told.send("What does numbness there have to do with it? Is it a slipped disc?");
    assertThat(summary(told))
        .contains("questions to the doctor: \"Is it a slipped disc?\"")
        .doesNotContain("questions to the doctor: \"What does");
  }

  @Test
  void what_is_not_to_be_passed_on_stands_by_itself() {
    var told =
        played(
            adult(17, "female"), "My period is late and I feel sick. Please dont tell my parents");
    assertThat(summary(told)).contains("is not to be passed on: \"Please dont tell my parents\"");
  }

  @Test
  void what_the_patient_took_it_for_is_no_warning_sign_and_no_reason() {
    var told =
        played(
            record("self", 34, "female", List.of(), List.of("pregnancy 36 weeks")),
            "My feet are really swollen and I have a bad headache",
            "I also saw sparkles this morning, I put it down to low blood sugar");
    assertThat(told.level()).isEqualTo(UrgencyLevel.RED);
    var said = summary(told);
    assertThat(said.substring(said.indexOf("warning signs told"), said.indexOf("Key questions")))
        .doesNotContain("low blood sugar (", "(\"low blood sugar");
    assertThat(said.substring(said.indexOf("Urgency:"))).doesNotContain("blood sugar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Prof. Lindqvist | Summary for Prof. Lindqvist",
        "Dr Achterberg   | Summary for Dr Achterberg",
        "cardiologist    | Summary for the cardiologist"
      })
  void a_doctor_is_called_by_name_or_by_post(String designation, String title) {
    var exchanges = List.of(new Story.Exchange("m0", "I have a sore throat", null, false));
    var intake = new Intake(new Intake.Doctor(designation, null), adult(40, "male"), exchanges);
    assertThat(Interview.summary(Assessment.of(intake, null)).text()).startsWith(title + "\n");
  }
}
