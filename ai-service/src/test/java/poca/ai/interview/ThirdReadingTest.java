package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.ai.interview.Consultation.adult;
import static poca.ai.interview.Consultation.played;
import static poca.ai.interview.Consultation.record;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poca.ai.reading.Finding;
import poca.ai.triage.UrgencyLevel;

/// What two doctors objected to in the third reading
/// (`docs/reports/2026-11-29-consultations-third.md`), each kind with other words than theirs. The
/// messages of one patient stand between bars.
class ThirdReadingTest {

  private static Consultation told(Intake.PatientRecord patient, String messages) {
    return played(
        patient,
        Arrays.stream(messages.split("\\|", -1)).map(String::strip).toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lower belly pain on one side since this morning | left | just done a test, two lines",
        "tummy pain low on the right | I'm pregnant, found out yesterday",
        "shoulder tip pain since this morning | did a test, its positive",
        "spotting and belly ache | I took a test and it says pregnant",
        "right sided pelvic pain and bleeding a little | There's a faint second line",
        "brown discharge, pain one side low down | yes, positive test this morning",
        "stabbing pain low left | turns out im pregnant",
        "I feel faint, cramps low down on one side | took a clearblue, 1-2 weeks pregnant it said",
        "lower tummy pain since last night, and spotting | Should I do a test? | ok. its positive"
      })
  void a_test_that_came_up_positive_and_pain_of_one_side_or_bleeding_is_an_emergency(
      String messages) {
    assertThat(told(adult(26, "female"), messages).level()).isEqualTo(UrgencyLevel.RED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lower belly pain on one side since this morning | left | no, the test was negative",
        "tummy pain low on the left | just done a test, only one line",
        "lower tummy cramps with my period | did a test, its negative",
        "I'm pregnant, found out yesterday | no pain, no bleeding",
        "tummy ache and diarrhoea | did a covid test. its positive",
        "sore throat and fever | the covid test came up positive"
      })
  void a_negative_test_or_another_kind_of_test_is_none(String messages) {
    assertThat(told(adult(26, "female"), messages).level()).isNotEqualTo(UrgencyLevel.RED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "low",
        "really low",
        "hi | low",
        "down",
        "empty",
        "flat. just flat",
        "so low",
        "dead inside"
      })
  void a_mood_told_in_one_word_leads_to_the_question_for_suicide(String messages) {
    var talk = told(adult(19, "female"), messages);
    assertThat(talk.turns.getLast().text()).contains("suicide");
    assertThat(talk.level()).isEqualTo(UrgencyLevel.YELLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "awful | bad",
        "not great | worse",
        "rubbish | not good",
        "grim | yes",
        "bad | terrible",
        "meh | pretty awful",
        "rough | not great",
        "i feel awful | bad"
      })
  void who_only_says_that_it_goes_badly_is_asked_for_the_mood_and_then_for_suicide(
      String messages) {
    var talk = told(adult(34, "male"), messages);
    assertThat(talk.turns.getFirst().text()).contains("low or hopeless");
    assertThat(talk.turns.getLast().text()).contains("suicide");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bad",
        "awful",
        "worse",
        "terrible",
        "not great",
        "horrible",
        "very bad",
        "not good"
      })
  void a_vague_word_explains_nothing_that_was_not_understood(String word) {
    var talk =
        told(adult(50, "male"), "my flurbs are gribbled | ages | sleep | " + word + " | " + word);
    assertThat(talk.assessments.getLast().understood()).isFalse();
    assertThat(talk.level()).isNotEqualTo(UrgencyLevel.GREEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ankles swollen. Had a funny turn two days ago.",
        "I came over all funny at the shops yesterday, fine now",
        "felt a bit queer and had to hold on to the table yesterday",
        "had one of my turns at breakfast",
        "a dizzy spell this morning, all gone",
        "one of those funny spells again on Monday",
        "went over all peculiar in the queue",
        "odd turn in the garden, lasted a minute"
      })
  void a_funny_turn_is_urgent_and_asked_about(String concern) {
    var thinned = record("self", 68, "male", List.of("apixaban 5 mg twice daily"), List.of());
    var talk = new Consultation(thinned);
    var first = talk.send(concern);
    assertThat(talk.level()).isEqualTo(UrgencyLevel.YELLOW);
    assertThat(first.text()).contains("slurred speech or weakness on one side");
    assertThat(talk.send("no").text()).contains("fainting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tripped and caught my head on the radiator",
        "fell off the step, cut my eyebrow",
        "clonked my head on the shelf",
        "a kitchen cupboard door swung on to my head",
        "my face hit the pavement when I fell",
        "walked into a door, egg on my forehead",
        "bashed the side of my head getting out of the car",
        "split my scalp on the boot of the car"
      })
  void a_blow_to_the_head_is_an_emergency_on_a_blood_thinner_alone(String concern) {
    var thinned = record("self", 60, "female", List.of("warfarin"), List.of());
    assertThat(told(thinned, concern).level()).isEqualTo(UrgencyLevel.RED);
    assertThat(told(adult(60, "female"), concern).level()).isNotEqualTo(UrgencyLevel.RED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cut on the sole of my left foot | Red round it, a bit of yellow stuff on the sock",
        "Cut on the sole of my left foot | felt a bit shivery last night",
        "sore on my big toe, its oozing pus",
        "there is a hole under the toe that smells",
        "blister on my foot burst, redness spreading past the ankle",
        "trod on a nail, foot is puffy, red up to the ankle and warm",
        "stubbed my toe, now it's swollen with yellow gunk",
        "ulcer on my heel, feel feverish",
        "my toe has gone black"
      })
  void a_foot_that_is_infected_is_an_emergency_with_diabetes(String messages) {
    var diabetic = record("self", 59, "female", List.of(), List.of("type 1 diabetes"));
    assertThat(told(diabetic, messages).level()).isEqualTo(UrgencyLevel.RED);
  }

  @Test
  void a_clean_wound_of_the_foot_is_urgent_with_diabetes() {
    var diabetic = record("self", 59, "female", List.of("metformin"), List.of("type 2 diabetes"));
    for (var concern :
        List.of(
            "small cut on my foot, clean, not red, no pus", "blister on my heel from new shoes"))
      assertThat(told(diabetic, concern).level()).isEqualTo(UrgencyLevel.YELLOW);
  }

  @Test
  void what_was_said_of_an_infection_in_other_words_is_not_asked_again() {
    var diabetic = record("self", 59, "female", List.of(), List.of("type 1 diabetes"));
    var talk = told(diabetic, "Cut on the sole of my left foot | Red round it and a bit of pus");
    assertThat(talk.turns.getLast().text()).doesNotContain("skin infection");
    assertThat(Consultation.summary(talk)).doesNotContain("not answered: signs of skin infection");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nah peeing fine", "nope", "peeing fine", "i told you, fine",
        "nah all good", "that's fine", "perfectly normal", "no problem there"
      })
  void a_sign_that_is_denied_in_whatever_words_is_not_asked_for_again(String answer) {
    var talk = new Consultation(adult(45, "male"));
    var first = talk.send("My back has been sore for three months and it goes down to my knee");
    assertThat(first.asked().findings()).isNotEmpty();
    var second = talk.send(answer);
    assertThat(second.text()).doesNotContain("Once more");
    assertThat(Consultation.summary(talk)).doesNotContain("not answered");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not fine", "it is not normal", "bad", "the same", "ok", "it hurts"})
  void what_is_no_denial_denies_nothing(String answer) {
    var talk = new Consultation(adult(45, "male"));
    var first = talk.send("My back has been sore for three months and it goes down to my knee");
    talk.send(answer);
    assertThat(first.asked().findings()).noneMatch(talk.assessments.getLast().story()::denies);
  }

  @Test
  void the_word_of_the_question_asked_back_is_no_finding() {
    var baby = record("child", 1, "female", List.of(), List.of());
    var talk =
        new Consultation(baby).answering("confusion", "confused? shes a baby, no, she knows me");
    talk.play("She has had the runs since Sunday, is hot and very sleepy");
    assertThat(talk.assessments.getLast().story().has(Finding.CONFUSION)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sparkly spots this morning but they went away after 10 min     | psychosis",
        "the police came after a while and took the report              | psychosis",
        "she slipped in the bathroom and I found her on the floor       | fainted",
        "I found him on the kitchen floor, he had tripped over the dog  | unresponsive",
        "yesterday after I banged my knee it swelled up                 | after-operation",
        "my back went after lifting my knee to my chest                 | after-operation",
        "my six year old cut himself with a rusty nail                  | suicidal",
        "I cut myself on a tin while cooking                            | suicidal",
        "my daughter has just passed a bowel movement with blood        | near-faint"
      })
  void a_reason_is_a_finding_that_is_there(String message, String finding) {
    var talk = told(adult(40, "female"), message);
    assertThat(talk.assessments.getLast().story().has(Finding.of(finding))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She slipped in the bathroom last night and I found her on the floor this morning",
        "I fell about 11 last night and could not get up till my daughter came at 8",
        "he fell and was on the floor for 6 hours",
        "tripped on the rug and lay on the floor all night",
        "we found dad lying on the kitchen floor after a fall",
        "mum fell and was found on the bathroom floor by the carer",
        "went over in the hall and lay on the tiles for 3 hours",
        "stuck on the floor since the fall at midnight, 7 hours on the floor"
      })
  void a_long_time_on_the_floor_is_an_emergency_by_that_name(String message) {
    var old = told(record("parent", 83, "female", List.of(), List.of()), message);
    assertThat(old.level()).isEqualTo(UrgencyLevel.RED);
    assertThat(old.assessments.getLast().urgency().firings())
        .anyMatch(f -> f.ruleId().equals("red.fall.found-on-floor"));
  }
}
