package poca.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poca.ai.interview.Intake;
import poca.ai.triage.UrgencyLevel;

class DraftCheckTest {

  private static final Intake.PatientRecord NOTHING = record(40, List.of(), List.of(), List.of());

  private static Intake.PatientRecord record(
      int years, List<String> allergies, List<String> medications, List<String> conditions) {
    return new Intake.PatientRecord(
        years, null, "female", 60, 165, null, allergies, medications, conditions, "self", null);
  }

  private static @Nullable String problem(UrgencyLevel level, String text) {
    return problem(level, true, NOTHING, "cough for three days", text);
  }

  private static @Nullable String problem(
      UrgencyLevel level,
      boolean understood,
      Intake.PatientRecord patient,
      String summary,
      String text) {
    return DraftCheck.problem(
        new Engine.Drafting(
            new Intake.Doctor("Family doctor", null),
            patient,
            summary,
            level,
            understood,
            Set.of(),
            "112",
            "by rule"),
        text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Go to the nearest emergency department now.",
        "Please go to the nearest emergency department now, or call 112 if you get worse on the"
            + " way.",
        "Call 112 now or come in if you cannot travel.",
        "Go to the emergency department now, and call 112 if it gets worse.",
        "Don't wait and see. Call 112 now.",
        "Please take her to the emergency department now, or call 112.",
        "It will not go away by itself. Call 112 now.",
        "When you get this, call 112 immediately.",
        "If it gets worse, rest. Come in now.",
        "Do not drive yourself, call 112 now. Don't take any more of your flatmate's propranolol.",
        "Call 112 for an ambulance now. Tell the crew about your diabetes and metformin.",
        "Call 112 now. Tell them that you take amlodipine.",
        "Take no more digoxin and come in at once.",
        "Call 112 now. We will talk about the tablets when you are safe.",
        "Go to the emergency department now and take your amlodipine with you."
      })
  void who_is_in_danger_is_sent_at_once(String text) {
    assertThat(problem(UrgencyLevel.RED, text)).as(text).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Offer fluids often and come in if the fever lasts three days.",
        "If it gets worse, come in at once.",
        "Come in if it gets worse.",
        "You do not need to go to hospital.",
        "Rest, and call 112 if it gets worse.",
        "Go to the emergency department now. Give paracetamol 60 mg once on the way.",
        "Go to the emergency department now. Chew an aspirin on the way.",
        "Nothing to worry about, but call 112 now.",
        "Drink enough."
      })
  void and_by_no_condition_no_medicine_and_no_comfort(String text) {
    assertThat(problem(UrgencyLevel.RED, text)).as(text).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nothing to worry about. It usually gets better by itself.",
        "There is no need to come in.",
        "Wait and see for a week.",
        "It will pass.",
        "This usually goes away in a week.",
        "It is harmless."
      })
  void waiting_is_safe_only_where_all_is_green_and_understood(String text) {
    assertThat(problem(UrgencyLevel.YELLOW, text)).as(text).isNotNull();
    assertThat(problem(UrgencyLevel.GREEN, false, NOTHING, "cough", text)).as(text).isNotNull();
    assertThat(problem(UrgencyLevel.GREEN, text)).as(text).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do not wait and see; book a visit today.",
        "It will not pass by itself.",
        "Book a visit if it is not better in 3 days."
      })
  void that_it_is_not_may_be_said(String text) {
    assertThat(problem(UrgencyLevel.YELLOW, text)).as(text).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          79 | - | Ramipril 5 mg; Bendroflumethiazide 2.5 mg | - | Take ibuprofen 400 mg three times a day.
          60 | - | Warfarin 3 mg | - | You can use naproxen 500 mg twice a day.
          60 | - | Apixaban | - | Take aspirin 300 mg once.
          60 | - | - | Chronic kidney disease | Take ibuprofen 400 mg.
          60 | - | - | Stomach ulcer | Start diclofenac 50 mg.
          30 | Penicillin (rash) | - | - | Take amoxicillin 500 mg three times a day.
          30 | Trimethoprim (hives) | - | - | Take trimethoprim 200 mg twice a day.
          30 | Ibuprofen | - | - | Take naproxen 250 mg.
          14 | - | - | - | Give aspirin 300 mg.
          9 | - | - | - | Give codeine 15 mg.
          9 | - | - | - | Take doxycycline 100 mg.
          30 | - | - | Pregnancy, 30 weeks | Take ibuprofen 400 mg.
          19 | - | - | Asthma | Take propranolol 10 mg.
          60 | - | Isosorbide mononitrate | - | Try sildenafil 50 mg.
          """)
  void what_the_record_forbids_is_not_proposed(
      int years, String allergies, String medications, String conditions, String draft) {
    var patient = record(years, items(allergies), items(medications), items(conditions));
    assertThat(problem(UrgencyLevel.YELLOW, true, patient, "knee pain", draft))
        .as(draft)
        .contains("speaks against it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          79 | - | Warfarin | - | No ibuprofen, aspirin or naproxen; take paracetamol 1 g up to four times a day.
          79 | - | Warfarin | - | Please stop the ibuprofen, and do not take aspirin.
          79 | - | Warfarin | - | Do you take any ibuprofen or aspirin?
          79 | - | Ramipril 5 mg | - | Rub ibuprofen gel on the knee, use ibuprofen gel three times a day.
          29 | Trimethoprim (hives) | - | - | Take nitrofurantoin 100 mg twice a day; no trimethoprim because of your hives.
          40 | No known allergies | - | - | Take amoxicillin 500 mg three times a day.
          40 | - | - | Hypertension | Take ibuprofen 400 mg.
          79 | - | Ramipril 5 mg | - | Take paracetamol instead of ibuprofen.
          """)
  void what_it_does_not_forbid_is(
      int years, String allergies, String medications, String conditions, String draft) {
    var patient = record(years, items(allergies), items(medications), items(conditions));
    assertThat(problem(UrgencyLevel.YELLOW, true, patient, "knee pain", draft)).as(draft).isNull();
  }

  @Test
  void what_the_summary_tells_counts_too() {
    var draft = "Take ibuprofen 400 mg three times a day.";
    for (var told :
        List.of(
            "I am on warfarin", "She is 30 weeks pregnant", "has kidney disease", "takes lithium"))
      assertThat(problem(UrgencyLevel.YELLOW, true, NOTHING, "Condition: " + told + ".", draft))
          .as(told)
          .isNotNull();
    assertThat(problem(UrgencyLevel.YELLOW, true, NOTHING, "Condition: not pregnant.", draft))
        .isNull();
  }

  private static List<String> items(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split("; ", -1));
  }
}
