package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.ai.interview.Consultation.adult;
import static poca.ai.interview.Consultation.played;
import static poca.ai.interview.Consultation.record;
import static poca.ai.interview.Consultation.summary;

import java.util.List;
import org.junit.jupiter.api.Test;
import poca.ai.reading.Finding;
import poca.ai.reading.Story;
import poca.ai.triage.UrgencyLevel;

/// What two doctors objected to when they read consultations
/// (`docs/reports/2026-11-29-consultations.md`), each kind with other words than theirs.
class ConsultationsTest {

  private static final Helplines LINES = new Helplines("112", "");

  @Test
  void a_danger_that_was_volunteered_is_among_the_reasons_and_named() {
    var cough =
        played(
            adult(38, "male"),
            "A cough for two weeks, and it stabs on the left when I breathe in",
            "coughed up some blood on Sunday, and my calf has been sore and swollen since a flight");
    assertThat(cough.level()).isEqualTo(UrgencyLevel.RED);
    var urgency = summary(cough).lines().filter(l -> l.startsWith("Urgency")).findFirst();
    assertThat(urgency.orElseThrow()).contains("coughed up some blood", "calf");
    assertThat(summary(cough)).contains("warning signs told: ", "coughing up blood (\"coughed up");
  }

  @Test
  void what_was_answered_in_other_words_is_not_called_unanswered() {
    var ill =
        played(
            record("self", 64, "female", List.of(), List.of("heart failure")),
            "I am short of breath lying down and sleep on three pillows",
            "It started on Monday.",
            "Lips look fine to me. My ankles are thick",
            "I told you, no. And my husband's here");
    assertThat(ill.turns).anyMatch(t -> t.text().contains("blue lips"));
    assertThat(summary(ill)).doesNotContain("not answered: blue lips", "somebody is there,");
    assertThat(summary(ill)).contains("asked for blue lips", "answered \"Lips look fine to me.");
  }

  @Test
  void two_scores_for_two_places_both_stand() {
    var told =
        new Consultation(adult(34, "male"))
            .answering("scale", "6 in the back, 4 when I pee. My temperature is 38.4");
    told.play("My lower back hurts since Monday");
    assertThat(summary(told)).contains("severity: as answered \"6 in the back, 4 when I pee.");
  }

  @Test
  void an_old_person_who_sleeps_the_day_away_after_a_fall_is_red() {
    var fall =
        played(
            record("parent", 83, "female", List.of(), List.of("dementia")),
            "Mum had a tumble in the kitchen on Friday. There is a bruise on her forehead and she"
                + " slept in the armchair most of the day");
    assertThat(fall.level()).isEqualTo(UrgencyLevel.RED);
    assertThat(fall.turns.getLast().text()).contains("blood thinners?");
  }

  @Test
  void who_is_old_is_asked_for_blood_thinners_first_and_a_child_is_not() {
    var message = "I bumped my head on a shelf yesterday";
    assertThat(played(adult(80, "male"), message).turns.getLast().text())
        .contains("blood thinners?");
    var child = new Consultation(Consultation.child(2500)).play("She bumped her head yesterday");
    assertThat(child.questions).noneMatch(q -> q.contains("blood thinners"));
  }

  @Test
  void after_red_the_complaints_own_deciding_question_comes_too() {
    var back =
        new Consultation(record("self", 60, "male", List.of("apixaban"), List.of()))
            .play("Bad back since Thursday and my foot has gone numb");
    assertThat(back.level()).isEqualTo(UrgencyLevel.RED);
    assertThat(back.questions).anyMatch(q -> q.contains("groin") || q.contains("between the legs"));
    var pregnant =
        new Consultation(adult(30, "female"))
            .play(
                "I am 28 weeks pregnant, fever 39, shivering, burning pee and pain in the right kidney");
    assertThat(pregnant.level()).isEqualTo(UrgencyLevel.RED);
    assertThat(pregnant.questions).anyMatch(q -> q.contains("baby movements"));
    assertThat(back.counted()).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void no_figure_of_speech_or_place_is_taken_for_a_finding() {
    assertThat(found("I can't put my weight on it")).doesNotContain(Finding.of("weight-gain"));
    assertThat(found("the ache began round her belly button")).doesNotContain(Finding.CORD);
    assertThat(found("two weeks of cough, now green stuff")).doesNotContain(Finding.GREEN_VOMIT);
    assertThat(found("do i need an xray for it")).doesNotContain(Finding.TEST_RESULT);
    assertThat(found("I have put on weight")).contains(Finding.of("weight-gain"));
    assertThat(found("the stump of her cord is wet")).contains(Finding.CORD);
  }

  private static List<Finding> found(String text) {
    return Story.of(List.of(new Story.Exchange("m", text, null, false)), java.util.Set.of())
        .mentions()
        .filter(m -> m.present())
        .map(m -> m.finding())
        .toList();
  }

  @Test
  void a_wish_and_a_question_beside_a_concern_reach_the_doctor() {
    var wishes =
        played(
            adult(52, "female"),
            "Can I have some more of my amlodipine, only 3 left. And a headache since Monday, should"
                + " I stop the tablets?");
    assertThat(summary(wishes))
        .contains("wishes: a repeat prescription")
        .contains(
            "questions to the doctor: \"And a headache since Monday, should I stop the tablets?\"");
  }

  @Test
  void red_has_its_reason_told_and_a_refusal_is_passed_on() {
    var chest =
        played(
            adult(58, "male"),
            "Crushing chest pain into my left arm, sweating. I'm not going to hospital though");
    var assessment = chest.assessments.getLast();
    assertThat(Interview.redReply(assessment, chest.turns.getLast(), LINES))
        .contains("The reason: \"", "call 112 or go to the nearest emergency department");
    assertThat(summary(chest)).contains("declines emergency care: \"I'm not going to hospital");
  }

  @Test
  void a_corrected_time_takes_the_place_of_the_first() {
    var fall =
        played(
            adult(40, "male"),
            "My wrist is swollen since a fall on Monday",
            "no",
            "Sorry, correction, the fall was on Saturday not Monday. It is my left hand.");
    assertThat(summary(fall))
        .contains(
            "duration: as corrected \"Sorry, correction, the fall was on Saturday not Monday.\"");
  }

  @Test
  void an_allergy_told_beside_something_else_is_named() {
    var told =
        played(
            adult(31, "female"),
            "Burning pee for three days",
            "They once gave me one tablet of furadantin and I had red skin all over");
    assertThat(summary(told)).contains("reaction to a medicine told: \"They once gave me");
  }

  @Test
  void words_in_another_language_are_to_be_translated_first() {
    var german =
        played(adult(30, "male"), "Ich kann seit Wochen nicht mehr schlafen und bin sehr traurig");
    assertThat(summary(german))
        .contains("1. Who translates the patient's words?")
        .doesNotContain("Not asked");
  }

  @Test
  void
      a_new_emergency_in_a_session_that_is_red_leads_the_reason_on_the_screen_and_in_the_summary() {
    var red =
        played(
            record("self", 60, "female", List.of(), List.of("diabetes")),
            "Pain in my right side, 39.5 and shaking with cold, I have been sick all day",
            "no",
            "no",
            "no",
            "no");
    assertThat(red.level()).isEqualTo(UrgencyLevel.RED);
    red.send("My throat is closing up and I have hives all over since I took an antibiotic");
    var last = red.assessments.getLast();
    assertThat(red.turns.getLast()).isInstanceOf(AssistantTurn.Noted.class);
    var reply = Interview.redReply(last, red.turns.getLast(), LINES);
    assertThat(reply).containsPattern("The reason: \"[^\"]*(?:throat|hives)");
    assertThat(((AssistantTurn.Noted) red.turns.getLast()).addition())
        .containsPattern("Urgency: RED \\(\"[^\"]*(?:throat|hives)");
  }

  @Test
  void what_is_added_without_a_new_emergency_repeats_no_urgency() {
    var red =
        played(adult(60, "female"), "Sudden crushing chest pain and sweating", "no", "no", "no");
    red.send("My hay fever is bad, too");
    assertThat(red.turns.getLast()).isInstanceOf(AssistantTurn.Noted.class);
    assertThat(((AssistantTurn.Noted) red.turns.getLast()).addition()).doesNotContain("Urgency:");
  }

  @Test
  void who_denies_the_broader_sign_denies_the_one_that_was_asked_for() {
    var back = played(adult(45, "male"), "Back pain since Monday, it goes into my buttock");
    assertThat(back.turns.getLast().text()).contains("numbness in the groin");
    back.send("no numbness");
    assertThat(back.turns.getLast().text()).doesNotContain("Once more");
    assertThat(summary(back)).doesNotContain("not answered: numbness");
  }

  @Test
  void a_sign_that_would_decide_and_was_asked_for_in_vain_is_not_harmless() {
    var back =
        played(
            adult(45, "male"),
            "Back pain since Monday, it goes into my buttock",
            "well it takes a while at the toilet since this morning",
            "same as I said",
            "same",
            "same");
    assertThat(back.level()).isNotEqualTo(UrgencyLevel.GREEN);
  }

  @Test
  void stones_and_pounds_of_the_scales_are_a_weight() {
    assertThat(
            summary(played(adult(60, "male"), "My ankles are thick and the scales say 12 stone 9")))
        .contains("80.3 kg");
  }
}
