package poca.ai.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import poca.ai.interview.Intake;
import poca.ai.triage.UrgencyLevel;

/// What doctors would not have signed in a drafted reply
/// (`docs/reports/2026-11-29-consultations-second.md`), each kind with other words than theirs.
class SignableTest {

  private static final DraftSettings SETTINGS = new DraftSettings("112", "116 123", 3, 120);

  private static Intake.PatientRecord record(
      int years, String gender, List<String> medications, List<String> conditions) {
    return new Intake.PatientRecord(
        years, null, gender, null, null, null, List.of(), medications, conditions, "self", null);
  }

  private static final Intake.PatientRecord WOMAN = record(41, "female", List.of(), List.of());

  private static String draft(String summary, Intake.PatientRecord patient) {
    return DraftText.of(PostedSummary.of(summary, patient, null, true), patient, SETTINGS);
  }

  private static String summary(String concern, String told, String urgency) {
    return "Main concern: \""
        + concern
        + "\", duration: not clear.\nCondition: as told: \""
        + told
        + "\".\n\nUrgency: "
        + urgency;
  }

  @Test
  void what_the_complaint_is_stands_in_the_patients_words_and_first() {
    assertThat(
            draft(
                summary(
                    "My girl woke up at midnight with a cough like a barking dog and a snotty nose",
                    "she is sleeping again",
                    "YELLOW (\"barking\")"),
                record(4, "female", List.of(), List.of())))
        .containsPattern("^I have read your summary: [^.]*barking")
        .doesNotContain("trouble sleeping");
  }

  @Test
  void what_the_patient_took_it_for_is_no_finding() {
    assertThat(
            draft(
                summary(
                    "I have a headache and see flickering lights",
                    "I put it down to low blood sugar",
                    "YELLOW (\"headache\")"),
                WOMAN))
        .doesNotContain("blood sugar");
    assertThat(
            draft(
                summary(
                    "My ankle is swollen, probably just from a sprain",
                    "it hurts",
                    "GREEN (no warning sign recognised)"),
                WOMAN))
        .doesNotContain("and a sprain", "also a sprain");
  }

  @Test
  void a_question_about_a_medicine_is_no_complaint_beside_one() {
    assertThat(
            draft(
                summary(
                    "My back hurts since Monday, can I take ibuprofen?",
                    "no",
                    "GREEN (no warning sign recognised)"),
                WOMAN))
        .doesNotContain("question about a medicine");
  }

  @Test
  void a_new_emergency_leads_the_reason_and_the_names() {
    var later =
        summary("I have a fever and my side hurts", "shivers", "RED (\"fever\", \"side hurts\")")
            + "\nAdded later: \"my tongue is swelling up since I took the antibiotic\""
            + "\nUrgency: RED (\"tongue is swelling\", \"fever\", \"side hurts\")";
    assertThat(PostedSummary.of(later, WOMAN, UrgencyLevel.RED, true).reason())
        .startsWith("\"tongue");
    assertThat(draft(later, WOMAN))
        .contains("you wrote \"tongue is swelling\"", "swelling")
        .containsPattern("also [^.]*tongue");
  }

  @Test
  void an_allergy_that_is_not_named_is_not_printed() {
    var patient =
        new Intake.PatientRecord(
            30, null, "male", 70, null, null, List.of(""), List.of(), List.of(), "self", null);
    assertThat(draft(summary("headache", "no", "GREEN (no warning sign recognised)"), patient))
        .doesNotContain("Allergy on file");
  }

  @Test
  void what_the_reply_answers_it_does_not_put_off() {
    var red = "RED (\"chest\")";
    var asked =
        "Main concern: \"pressure on my chest for an hour\", duration: an hour.\n"
            + "Extra information: questions to the doctor: \"%s\".\n\nUrgency: "
            + red;
    for (var question :
        List.of(
            "Should I really ring the ambulance for that or are you a robot?",
            "can it wait until Thursday?",
            "is that really an emergency?",
            "is it necessary?",
            "Do I have to go to casualty now?"))
      assertThat(draft(asked.formatted(question), WOMAN))
          .contains("yes, this has to be now, and it cannot wait")
          .doesNotContain("that is decided", question);
    assertThat(draft(asked.formatted("could my son drive me?"), WOMAN))
        .contains("Do not drive there yourself or travel alone")
        .doesNotContain("that is decided");
    assertThat(draft(asked.formatted("is it a heart attack?"), WOMAN))
        .contains("You asked \"is it a heart attack?\": that is decided when you are seen.");
    var onRamipril = record(50, "male", List.of("ramipril"), List.of());
    assertThat(
            draft(
                "Main concern: back pain, duration: since Monday.\nExtra information: questions to the"
                    + " doctor: \"may I take some nurofen with it?\".\n\nUrgency: GREEN (no warning sign"
                    + " recognised)",
                onRamipril))
        .contains("No ibuprofen or aspirin with the blood pressure tablets.")
        .doesNotContain("You asked");
  }

  @Test
  void who_asks_for_discretion_gets_an_answer() {
    var told =
        summary("my belly hurts a lot low down", "please dont let my dad know", "RED (\"belly\")")
            + "\nAdded later: \"is this confidential?\"";
    assertThat(draft(told, record(17, "female", List.of(), List.of())))
        .contains("I pass on to nobody at home without asking you first")
        .contains("who can sign in to this account can read it here");
    assertThat(draft(summary("my belly hurts", "no", "RED (\"belly\")"), WOMAN))
        .doesNotContain("pass on");
  }

  @Test
  void after_thoughts_of_suicide_the_reply_names_the_line_the_company_and_the_means() {
    var alone =
        summary(
            "I do not want to live any more", "nobody is home", "RED (\"do not want to live\")");
    assertThat(draft(alone, WOMAN))
        .contains("call 116 123", "Do not stay alone", "put out of your reach");
    var accompanied =
        "Main concern: \"I cannot sleep and feel low\", duration: not clear.\n"
            + "Condition: somebody is there: as answered \"my sister is here\"; asked for thoughts of"
            + " suicide, answered \"at times\".\nRemedy or medication: told as \"I have a box of my gran's"
            + " morphine\".\n\nUrgency: RED (\"at times\" when asked for thoughts of suicide)";
    assertThat(draft(accompanied, WOMAN))
        .contains("call 116 123", "Stay with the person who is with you", "Give morphine and")
        .doesNotContain("Do not stay alone", "Bring what you have taken");
  }

  @Test
  void a_head_injury_or_bleeding_on_a_blood_thinner_stops_its_next_dose() {
    var patient = record(79, "female", List.of("rivaroxaban"), List.of("atrial fibrillation"));
    assertThat(
            draft(
                summary(
                    "I fell and hit my head on the stairs and feel sick",
                    "took my tablet at 8",
                    "RED (\"hit my head\")"),
                patient))
        .contains("Take no further dose of the blood thinner until you have been seen");
    assertThat(draft(summary("a cough", "a week", "GREEN (no warning sign recognised)"), patient))
        .doesNotContain("further dose");
  }

  @Test
  void a_name_is_more_than_a_word_or_two_out_of_their_clause() {
    assertThat(
            draft(
                summary(
                    "She breathes fast, the skin under her ribs pulls in",
                    "no",
                    "RED (\"ribs pulls in\")"),
                record(2, "female", List.of(), List.of())))
        .contains("the skin under her ribs pulls in");
    assertThat(
            draft(
                summary("My baby is hot", "39.4 °C in his ear", "RED (\"39.4\" (temperature))"),
                record(1, "male", List.of(), List.of())))
        .contains("summary: fever, 39.4 °C.");
  }

  @Test
  void what_weighs_on_record_stands_in_the_reply() {
    var pregnant = record(33, "female", List.of("iron"), List.of("pregnancy 30 weeks"));
    var told = summary("headache and flickering", "since morning", "RED (\"headache\")");
    assertThat(draft(told, pregnant)).contains("On record: pregnancy 30 weeks.");
    assertThat(draft(told, WOMAN)).doesNotContain("On record");
  }

  @Test
  void what_must_be_seen_today_is_not_put_off_because_some_words_were_not_understood() {
    var told =
        "Main concern: \"my calf is swollen and hurts since the flight\", duration: since the flight.\n"
            + "Condition: as told: \"zzz\".\nNot understood: the assistant did not understand all.\n\n"
            + "Urgency: YELLOW (\"calf is swollen\")";
    assertThat(draft(told, WOMAN))
        .contains("what troubles you most, and is it getting worse?", "book a visit for today.")
        .contains("Come sooner if breath gets short")
        .doesNotContain("today or tomorrow", "since when");
  }

  @Test
  void what_was_asked_after_the_summary_is_met_too() {
    var told =
        summary("pressure on my chest", "no", "RED (\"pressure on my chest\")")
            + "\nAdded later: \"could I go there by bus? do I still take the water tablet\"";
    assertThat(draft(told, WOMAN))
        .contains("Do not drive there yourself or travel alone")
        .contains("You asked \"do I still take the water tablet\"")
        .contains("change nothing about your medicines by yourself");
  }

  @Test
  void a_danger_that_nobody_would_come_with_alone_has_a_name() {
    assertThat(
            draft(
                summary(
                    "my boy of 9 months has been sick all day",
                    "he is floppy on my arm",
                    "RED (\"floppy\")"),
                record(0, "male", List.of(), List.of())))
        .containsPattern("I have read your summary: [^.]*floppy");
  }

  @Test
  void what_was_only_asked_for_is_nothing_the_patient_has() {
    assertThat(
            draft(
                "Main concern: \"it burns when I pee\", duration: for 3 days.\n"
                    + "Condition: severity: told as \"6\" when asked for pregnant.\n\n"
                    + "Urgency: YELLOW (\"burns when I pee\")",
                WOMAN))
        .doesNotContain("In pregnancy");
  }

  @Test
  void who_fell_and_lies_is_not_pulled_up_while_help_comes() {
    assertThat(
            draft(
                summary(
                    "She slipped in the bathroom last night and I found her on the floor this morning",
                    "her hip is sore",
                    "RED (\"found her on the floor\")"),
                record(83, "female", List.of(), List.of("osteoporosis"))))
        .contains("nobody is to be pulled up", "muscle and kidneys");
  }

  @Test
  void a_pregnancy_and_a_pressure_that_were_told_are_named() {
    assertThat(
            draft(
                summary(
                    "I'm 27 weeks pregnant and have had a headache since yesterday",
                    "my face is swollen",
                    "RED (\"headache\")\nAdded later: \"the machine says blood pressure 152/96\""),
                record(31, "female", List.of(), List.of())))
        .contains("pregnant (27 weeks)", "152/96");
  }

  @Test
  void an_allergy_told_in_passing_is_named_and_one_that_is_denied_is_not() {
    var told = "RED (\"Cut\")\nAdded later: \"I'm allergic to flucloxacillin by the way\"";
    assertThat(draft(summary("Cut on my hand, red and hot", "it throbs", told), WOMAN))
        .contains("allergy to flucloxacillin");
    var denied = "RED (\"Cut\")\nAdded later: \"I'm not allergic to flucloxacillin\"";
    assertThat(draft(summary("Cut on my hand, red and hot", "it throbs", denied), WOMAN))
        .doesNotContain("allergy to");
  }

  @Test
  void the_combined_pill_is_stopped_with_signs_of_a_stroke_or_clot() {
    var pill = "RED (\"numb\")\nAdded later: \"I'm on the combined pill\"";
    assertThat(draft(summary("my right hand goes numb", "migraine before", pill), WOMAN))
        .contains("no more of the combined pill");
  }

  @Test
  void a_painkiller_of_the_kind_is_named_with_asthma() {
    assertThat(
            draft(
                summary(
                    "Back pain for three months, naproxen helps",
                    "a bit wheezy with the naproxen",
                    "YELLOW (\"wheezy\")"),
                record(45, "male", List.of("salbutamol inhaler"), List.of("asthma"))))
        .contains("The same goes for naproxen");
  }

  @Test
  void a_baby_that_loses_fluid_and_passes_little_is_seen_today() {
    assertThat(
            draft(
                summary(
                    "my baby has had diarrhoea and vomiting since Sunday",
                    "only one wet nappy today",
                    "YELLOW (\"diarrhoea\")"),
                new Intake.PatientRecord(
                    0, 270, "female", null, null, null, List.of(), List.of(), List.of(), "child",
                    null)))
        .contains("Please book a visit for today.", "Call 112 if")
        .doesNotContain("in 3 days");
  }

  @Test
  void decimals_are_whole_and_a_quotation_begins_with_a_word_that_reads_on_its_own() {
    var draft =
        draft(
            summary(
                "yesterday after I banged my knee it swelled up",
                "ketones 0.9 this morning, and since Sunday my right hand goes numb",
                "RED (\"numb\")"),
            record(40, "male", List.of(), List.of("type 1 diabetes")));
    assertThat(draft)
        .doesNotContainPattern("\"(?i:yesterday|after|sunday|since|this)\\b")
        .doesNotContainPattern("ketones 0(?!\\.9)");
  }
}
