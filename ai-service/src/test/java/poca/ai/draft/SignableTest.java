package poca.ai.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import poca.ai.interview.Intake;
import poca.ai.triage.Level;

/// What doctors would not have signed in a drafted reply
/// (`docs/reports/2026-11-29-consultations-second.md`), each kind with other words than theirs.
class SignableTest {

  private static final DraftSettings SETTINGS = new DraftSettings("112", 3, 120);

  private static Intake.PatientRecord record(
      int years, String gender, List<String> medications, List<String> conditions) {
    return new Intake.PatientRecord(
        years, null, gender, null, null, null, List.of(), medications, conditions, "self", null);
  }

  private static final Intake.PatientRecord WOMAN = record(41, "female", List.of(), List.of());

  private static String draft(String summary, Intake.PatientRecord patient) {
    return DraftText.of(Brief.of(summary, patient, null, true), patient, SETTINGS);
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
    assertThat(Brief.of(later, WOMAN, Level.RED, true).reason()).startsWith("\"tongue");
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
}
