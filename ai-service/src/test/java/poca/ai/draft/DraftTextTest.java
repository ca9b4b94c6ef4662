package poca.ai.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import poca.ai.interview.Assessment;
import poca.ai.interview.Intake;
import poca.ai.interview.Intake.PatientRecord;
import poca.ai.interview.Interview;
import poca.ai.reading.Story;
import poca.ai.triage.UrgencyLevel;

class DraftTextTest {

  private static final DraftSettings SETTINGS = new DraftSettings("112", "116 123", 3, 120);

  private static final PatientRecord TODDLER = child(3, 14, List.of(), List.of());

  @Test
  void a_childs_fever_gets_a_dose_by_its_weight() {
    var draft = draft("My son has a fever of 38.9 C for 2 days. No rash, drinking well.", TODDLER);
    assertThat(draft)
        .contains("fever", "2 days", "38.9 °C", "no rash")
        .contains(
            "Paracetamol 210 mg (15 mg/kg at 14 kg) every 6 hours if needed, at most 4 doses");
  }

  @Test
  void a_missing_age_or_weight_is_asked_for_and_no_dose_is_guessed() {
    var summary = "Fever of 38.5 C since yesterday";
    assertThat(draft(summary, PatientRecord.EMPTY))
        .contains(
            "What is the age and the weight in kg?",
            "A baby under 3 months with fever has to be seen today.")
        .doesNotContain(" mg", "Nothing here needs a visit");
    assertThat(draft(summary, child(3, null, List.of(), List.of())))
        .contains("What is the weight in kg?")
        .doesNotContain(" mg");
  }

  @Test
  void a_weight_in_the_summary_counts_where_none_is_on_record() {
    assertThat(
            draft(
                "Fever of 38.5 C since yesterday. Weight: 16.5 kg",
                child(4, null, List.of(), List.of())))
        .contains("paracetamol".substring(1), "245 mg (15 mg/kg at 16.5 kg)");
  }

  @Test
  void an_allergy_or_a_condition_that_speaks_against_it_withholds_the_dose() {
    var summary = "Headache for 1 day";
    assertThat(draft(summary, child(30, 70, List.of("Paracetamol"), List.of())))
        .contains("No paracetamol because of an allergy to Paracetamol")
        .doesNotContain(" mg");
    assertThat(draft(summary, child(30, 70, List.of(), List.of("Liver cirrhosis"))))
        .contains("No paracetamol because of liver cirrhosis")
        .doesNotContain(" mg");
    assertThat(
            draft(
                "Headache for 1 day. I am allergic to crocin.",
                child(30, 70, List.of(), List.of())))
        .contains("No paracetamol")
        .doesNotContain(" mg");
    assertThat(
            draft(
                "Headache for 1 day. No known allergies. Took paracetamol.",
                child(30, 70, List.of(), List.of())))
        .contains("Paracetamol 500 mg to 1 g", "leave 6 hours after the last dose");
  }

  @Test
  void a_weight_that_cannot_be_the_childs_is_doubted() {
    assertThat(draft("Fever of 38.5 C since yesterday", child(2, 64, List.of(), List.of())))
        .contains("The record says 64 kg, is that right?")
        .doesNotContain(" mg");
  }

  @Test
  void under_three_months_nothing_is_given_before_an_examination() {
    var baby =
        new PatientRecord(0, 40, null, 4, null, null, List.of(), List.of(), List.of(), null, null);
    assertThat(draft("Earache and crying since today", baby))
        .doesNotContain(" mg")
        .contains(
            "At this age no medicine before I have examined the baby.",
            "Please book a visit for today.");
  }

  @Test
  void a_mothers_record_says_nothing_of_her_childs_weight() {
    var mother = child(31, 60, List.of(), List.of());
    assertThat(draft("My daughter has had a fever of 38.4 C since yesterday", mother))
        .contains("What is the age and the weight in kg?")
        .doesNotContain(" mg");
  }

  @Test
  void red_asks_to_come_in_and_names_no_medicine() {
    var draft =
        draft(
            "Crushing chest pain spreading to the left arm and sweating for 20 minutes",
            PatientRecord.EMPTY);
    assertThat(draft)
        .contains(
            "come in at once, call 112 or go to the nearest emergency department", "chest pain")
        .doesNotContain(" mg", "book a visit");
  }

  @Test
  void red_warns_of_a_painkiller_that_does_harm() {
    var thinned =
        new PatientRecord(
            54,
            null,
            "male",
            null,
            null,
            null,
            List.of(),
            List.of("apixaban"),
            List.of(),
            "self",
            null);
    var told =
        "Black stool like tar since this morning and I feel faint. I take ibuprofen for my back";
    assertThat(draft(told, thinned)).contains("No ibuprofen or aspirin with the blood thinner.");
    assertThat(draft(told.replace(" I take ibuprofen for my back", ""), thinned))
        .contains("This has to be seen now")
        .doesNotContain("ibuprofen");
  }

  @Test
  void with_asthma_a_painkiller_that_was_named_is_warned_of_and_no_other() {
    var asthma = child(30, 70, List.of(), List.of("asthma"));
    assertThat(draft("Headache for 1 day, I took naproxen", asthma))
        .contains("No ibuprofen or aspirin with the asthma.");
    assertThat(draft("Headache for 1 day", asthma)).doesNotContain("ibuprofen");
  }

  @Test
  void a_wish_and_a_question_are_met_in_every_draft() {
    var summary =
        """
        Main concern: "cough and chest pain", duration: 2 days.
        Extra information: wishes: a sick note; questions to the doctor: "Do I just take two?".

        Urgency: %s
        """;
    assertThat(draft(summary.formatted("RED (\"chest pain\")"), TODDLER))
        .contains(
            "Your wish for a sick note is noted", "You asked \"Do I just take two?\": that is");
    assertThat(draft(summary.formatted("YELLOW (\"chest pain\")"), TODDLER))
        .contains("For the sick note", "You asked \"Do I just take two?\": I answer");
  }

  @Test
  void a_question_of_the_patients_is_none_of_the_doctors() {
    var summary =
        "Main concern: \"cough\", duration: since Monday.\n"
            + "Extra information: questions to the doctor: \"can I go to work?\".\n\n"
            + "Urgency: GREEN (no warning sign recognised)";
    assertThat(draft(summary, TODDLER))
        .contains("You asked \"can I go to work?\"")
        .doesNotContain("When I have your answer");
  }

  @Test
  void a_refusal_of_help_is_met() {
    var summary =
        "Main concern: \"chest pain\", duration: 1 hour.\nUrgency: RED (\"chest pain\")\n"
            + "Added later: \"I am not going to hospital\"";
    assertThat(draft(summary, TODDLER))
        .contains("hospital is not wanted", "do not stay alone", "call me now", "call 112");
    assertThat(
            draft(
                summary.replace("I am not going to hospital", "Should I not go to hospital?"),
                TODDLER))
        .doesNotContain("not wanted");
  }

  @Test
  void words_in_another_language_have_to_be_translated_first() {
    var summary =
        "Main concern: \"Kopfweh\", duration: not clear.\n"
            + "Not understood: written in German; the assistant reads English only.\n\n"
            + "Urgency: YELLOW (written in a language that is not read)";
    assertThat(draft(summary, TODDLER))
        .startsWith("Your words are in German: they have to be translated");
  }

  @Test
  void a_fever_that_the_thermometer_denies_is_none() {
    assertThat(draft("Cough since yesterday, 37.4 C fever only", TODDLER)).doesNotContain("fever");
  }

  @Test
  void what_is_taken_against_the_record_is_to_be_stopped() {
    var allergic = child(5, 18, List.of("penicillin"), List.of());
    var told = "Cough and a fever of 38.4 C since yesterday. I gave her amoxicillin twice";
    assertThat(draft(told, allergic))
        .contains("No more amoxicillin until we have spoken (allergy to penicillin on record).");
    assertThat(draft(told, child(5, 18, List.of(), List.of()))).doesNotContain("amoxicillin until");
  }

  @Test
  void the_urgency_is_the_highest_of_tag_and_session() {
    var summary = "Main concern: cough, duration: 2 days.\nUrgency: GREEN (no warning sign)";
    assertThat(draft(summary, TODDLER)).contains("Book a visit if you want me to look at it");
    assertThat(text(summary, TODDLER, UrgencyLevel.YELLOW))
        .contains("book a visit if it is not clearly better in 3 days");
    assertThat(text(summary, TODDLER, UrgencyLevel.RED)).contains("This has to be seen now");
    assertThat(draft(summary.replace("GREEN (no warning sign)", "RED (blue lips)"), TODDLER))
        .contains("This has to be seen now (blue lips)");
  }

  @Test
  void the_tags_quotation_and_the_line_on_remedies_are_read_for_what_they_are() {
    var red =
        """
        Main concern: fever, duration: since last night.
        Condition: temperature: 38.4 °C (said: 38.4 C); associated symptoms present: drinking poorly.
        Current remedy or medication: %s

        Urgency: RED ("fever")
        """;
    assertThat(draft(red.formatted("not stated."), TODDLER))
        .contains("(you wrote \"fever\")", "drinking poorly")
        .doesNotContain("Bring what you have taken");
    assertThat(draft(red.formatted("none so far."), TODDLER)).doesNotContain("Bring");
    assertThat(draft(red.formatted("\"gave ibuprofen twice\"."), TODDLER))
        .contains("Bring what you have taken: ", "ibuprofen");
  }

  @Test
  void fluids_go_by_age() {
    assertThat(draft("Diarrhoea for 1 day, no blood", child(1, 10, List.of(), List.of())))
        .contains("50 to 100 ml");
    assertThat(draft("Diarrhoea for 1 day, no blood", child(6, 20, List.of(), List.of())))
        .contains("100 to 200 ml");
  }

  @Test
  void the_record_and_the_newest_case_history_are_minded() {
    var record =
        new PatientRecord(
            40,
            null,
            "male",
            80,
            null,
            null,
            List.of("penicillin"),
            List.of(),
            List.of("type 2 diabetes"),
            null,
            "Asthma since childhood. No epilepsy.");
    assertThat(draft("Cough for 3 days", record))
        .contains("With the asthma", "With the diabetes", "Allergy on file: penicillin.")
        .doesNotContain("epilepsy");
  }

  @Test
  void different_summaries_get_different_drafts_even_when_nothing_is_recognised() {
    assertThat(
            List.of(
                draft("Cough for 3 days", TODDLER),
                draft("Cough for 5 days", TODDLER),
                draft("Back pain for 3 days", TODDLER),
                draft("My nails look weird", TODDLER),
                draft("My hair looks weird", TODDLER)))
        .doesNotHaveDuplicates();
    assertThat(draft("My nails look weird", TODDLER)).contains("My nails look weird", "since when");
  }

  @Test
  void what_was_not_understood_is_asked_about_and_nobody_is_told_to_wait() {
    var summary =
        "Main concern: \"a thumping whatsit\", duration: 2 days.\n"
            + "Not understood: the assistant did not understand all of the patient's words.\n\n"
            + "Urgency: YELLOW (not everything was understood)";
    for (var said : List.of(summary, "my whatsit thumps", "cough, urgency: green")) {
      var draft =
          DraftText.of(
              PostedSummary.of(said, TODDLER, UrgencyLevel.YELLOW, false), TODDLER, SETTINGS);
      assertThat(draft)
          .contains("what troubles you most", "book a visit for today or tomorrow", "call 112")
          .doesNotContain("if it is not clearly better", "watch it", " mg");
    }
  }

  @Test
  void what_was_added_later_counts_for_the_urgency() {
    var summary =
        "Main concern: cough, duration: 2 days.\nUrgency: GREEN (no warning sign)\n"
            + "Added later: \"now I can't breathe\"\nUrgency: RED (\"can't breathe\")";
    assertThat(draft(summary, TODDLER)).contains("This has to be seen now (you wrote \"can't");
  }

  @Test
  void a_summary_of_the_interviewer_is_read_by_its_lines() {
    var conversation =
        List.of(
            new Story.Exchange(
                "1", "I have had a cough and a fever of 38.6 C for 3 days", null, false),
            new Story.Exchange("2", "no", null, false));
    var record = child(34, 61, List.of(), List.of());
    var doctor = new Intake.Doctor("Family physician", null);
    String response = null;
    var said = new java.util.ArrayList<Story.Exchange>();
    said.add(conversation.getFirst());
    var next = Interview.next(Assessment.of(new Intake(doctor, record, said), null));
    for (var i = 0; i < 5 && !next.isSummary(); i++) {
      response = next.text();
      var last = said.removeLast();
      said.add(new Story.Exchange(last.messageId(), last.message(), response, false));
      said.add(new Story.Exchange("a" + i, "no", null, false));
      next = Interview.next(Assessment.of(new Intake(doctor, record, said), null));
    }
    assertThat(next.isSummary()).isTrue();
    assertThat(draft(next.text(), record))
        .contains("fever", "cough", "3 days", "38.6 °C")
        .doesNotContain("Key questions", "Family physician");
    assertThat(draft(next.text(), record).length()).isLessThan(900);
  }

  private static String draft(String summary, PatientRecord record) {
    return text(summary, record, null);
  }

  private static String text(String summary, PatientRecord record, @Nullable UrgencyLevel rated) {
    var text = DraftText.of(PostedSummary.of(summary, record, rated, true), record, SETTINGS);
    return text;
  }

  private static PatientRecord child(
      int years, @Nullable Integer weight, List<String> allergies, List<String> conditions) {
    return new PatientRecord(
        years, null, null, weight, null, null, allergies, List.of(), conditions, null, null);
  }
}
