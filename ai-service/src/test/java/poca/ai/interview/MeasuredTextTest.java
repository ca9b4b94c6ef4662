package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poca.ai.reading.Story;
import poca.ai.triage.UrgencyLevel;

class MeasuredTextTest {

  private static List<String> of(String message) {
    return MeasuredText.of(
        Story.of(List.of(new Story.Exchange("m0", message, null, false)), Set.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          blood pressure 240/140        | blood pressure 240/140 mmHg
          systolic 210                  | blood pressure 210 mmHg systolic
          SpO2 is 82                    | oxygen saturation 82 %
          my oxygen is below 90         | oxygen saturation below 90 %
          sugar 450 mg/dl               | blood glucose 450 mg/dL (25.0 mmol/L)
          sugar 2.1                     | blood glucose 2.1 mmol/L (38 mg/dL; no unit was said)
          the meter says HI             | blood glucose above 33.3 mmol/L (600 mg/dL; the meter shows HI)
          weight 154 lbs                | weight 69.9 kg (154.0 lb)
          lost 5 kg                     | weight loss 5.0 kg (11.0 lb)
          ketones 3+                    | urine ketones 3+
          INR is 9                      | INR 9
          """)
  void a_measurement_is_told_in_both_units_where_two_are_in_use(String message, String told) {
    assertThat(of(message)).containsExactly(told);
  }

  @Test
  void a_target_and_what_is_long_past_are_not_told_as_measured() {
    assertThat(of("my bp should be under 140/90, it was 190/110 last year")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Metformin 1g twice daily, for the sugar, last one was 68 or 6.8, whichever is the bad one.",
        "my sugar was 6 or was it 16",
        "bp meter broken, sugar: the first one I lost",
      })
  void what_may_be_another_figure_or_is_none_is_only_quoted(String message) {
    assertThat(of(message)).isEmpty();
  }

  @Test
  void the_same_value_twice_is_told_once() {
    assertThat(of("sats 88. I checked again, sats 88")).containsExactly("oxygen saturation 88 %");
  }

  @Test
  void the_summary_holds_what_was_measured() {
    var consultation = new Consultation(Consultation.adult(45, "female"));
    consultation.send("I have a cough, my oxygen is 84% and my temperature is 38.6 C");
    for (int i = 0; i < 6; i++) consultation.send("no");
    var summary =
        consultation.turns.stream()
            .filter(AssistantTurn::isSummary)
            .findFirst()
            .orElseThrow()
            .text();
    assertThat(summary).contains("oxygen saturation 84 %", "38.6 °C (101.5 °F; ");
    assertThat(consultation.assessments.getFirst().urgency().level()).isEqualTo(UrgencyLevel.RED);
  }

  @Test
  void medicines_and_weight_on_record_reach_the_rules() {
    var record =
        new Intake.PatientRecord(
            60,
            null,
            "male",
            50,
            null,
            null,
            List.of(),
            List.of("Apixaban 5 mg"),
            List.of(),
            "self",
            null);
    var bleeding = new Consultation(record);
    bleeding.send("blood in my urine since this morning");
    assertThat(bleeding.assessments.getFirst().urgency().ruleId())
        .isEqualTo("red.medicine.bleeding");
    var overdose = new Consultation(record);
    overdose.send("I took 8 paracetamol for my back");
    assertThat(overdose.assessments.getFirst().urgency().ruleId())
        .isEqualTo("red.poison.paracetamol");
  }
}
