package poca.ai.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poca.ai.interview.Intake;
import poca.ai.reading.Story;
import poca.ai.source.Statements.Offered;

/// What holds and what does not, of one patient.
class StatementsTest {

  private static final Source HISTORY =
      new Source(
          Source.Kind.CASE_HISTORY,
          UUID.randomUUID().toString(),
          3,
          "Asthma since 2015, well controlled with salbutamol 100 mcg inhaler. Fracture of the left wrist in 2019."
              + " No diabetes. HbA1c 5.4 % in March.");

  private static final Intake.PatientRecord PATIENT =
      new Intake.PatientRecord(
          34,
          null,
          "female",
          61,
          168,
          "A+",
          List.of("penicillin"),
          List.of("salbutamol"),
          List.of("asthma"),
          "self",
          HISTORY.text());

  private static Story.Exchange said(String message, @Nullable String response) {
    return new Story.Exchange(UUID.randomUUID().toString(), message, response, false);
  }

  private final Basis basis =
      Basis.of(
              Story.of(
                  List.of(
                      said(
                          "I've had a fever of 39.2 C since Monday and my right knee is swollen. I took ibuprofen"
                              + " 400 mg twice yesterday.",
                          "Do you have a rash?"),
                      said("no", "Have you been vomiting?"),
                      said("yes, three times since this morning", "How bad is the knee pain?"),
                      said("7 out of 10, worse at night. No headache, I can still walk.", null)),
                  Set.of()))
          .with(HISTORY)
          .with(PATIENT);

  private Statement judged(String text, String... quotes) {
    var found = Statements.ofSummary("", List.of(new Offered(text, List.of(quotes))), basis);
    assertThat(found).as(text).hasSize(1);
    return found.getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fever of 39.2 °C since Monday",
        "Fever since Monday, 39.2 C.",
        "Temperature: 39.2 °C (102.6 °F)",
        "Right knee is swollen",
        "Swollen right knee",
        "Took ibuprofen 400 mg twice yesterday",
        "Ibuprofen 400 mg x 2 yesterday",
        "No rash",
        "Denies rash",
        "Associated symptoms absent: rash, headache",
        "Vomiting three times since this morning",
        "Vomited 3 times this morning",
        "Knee pain 7 out of 10, worse at night",
        "No headache",
        "Can still walk",
        "Asthma since 2015",
        "Asthma, uses salbutamol 100 mcg inhaler",
        "Fracture of the left wrist in 2019",
        "No diabetes",
        "HbA1c 5.4 % in March",
        "34 years old, female, weight 61 kg",
        "34-year-old woman",
        "Allergic to penicillin",
        "Allergies on record: penicillin",
        "Said: \"my right knee is swollen\"",
        "asked for rash, answered \"no\"",
      })
  void what_is_told_is_supported(String text) {
    assertThat(judged(text).supported()).as(text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // numbers
        "Fever of 39.8 °C since Monday",
        "Took ibuprofen 600 mg twice yesterday",
        "Took ibuprofen 400 mg three times yesterday",
        "Vomiting five times since this morning",
        "Knee pain 9 out of 10",
        "Asthma since 2012",
        "HbA1c 8.4 % in March",
        "weight 71 kg",
        "43 years old",
        // units
        "Took ibuprofen 400 mcg twice yesterday",
        "Took ibuprofen 400 g",
        "Fever of 39.2 °F since Monday",
        "salbutamol 100 mg inhaler",
        "weight 61 lb",
        // sides
        "Left knee is swollen",
        "Both knees are swollen",
        "Fracture of the right wrist in 2019",
        // denials
        "No fever",
        "Denies vomiting",
        "Rash",
        "Has a headache",
        "Cannot walk",
        "Diabetes",
        "Associated symptoms absent: vomiting",
        "Associated symptoms present: rash",
        "Knee is not swollen",
        // medicines
        "Took paracetamol 400 mg twice yesterday",
        "Took naproxen",
        "Uses budesonide for asthma",
        "Allergic to ibuprofen",
        "Ibuprofen 100 mcg and salbutamol 400 mg",
        // other words
        "Fever since Friday",
        "Worse in the morning",
        "Lives alone",
        "Fracture of the left ankle in 2019",
        // quotations that are not there
        "Said: \"my left knee is swollen\"",
        "Said: \"I have chest pain\"",
        "asked for vomiting, answered \"no\"",
      })
  void what_is_not_told_is_unsupported(String text) {
    assertThat(judged(text).supported()).as(text).isFalse();
    assertThat(judged(text).cited()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Right knee is swollen | my right knee is swollen | true",
        "Right knee swollen for days | my right knee is swollen | false",
        "Left knee is swollen | my right knee is swollen | false",
        "Fever of 39.2 °C | fever of 39.2 C since Monday | true",
        "Fever of 39.2 °C | No headache | false",
        "Right knee is swollen | my knee hurts a lot | false",
      })
  void a_quotation_that_is_offered_has_to_stand_there_and_to_carry_it(
      String text, String quote, boolean supported) {
    assertThat(judged(text, quote).supported()).isEqualTo(supported);
  }

  @Test
  void a_citation_points_to_the_words() {
    var fever = judged("Fever of 39.2 °C since Monday").cited();
    assertThat(fever).hasSize(1);
    assertThat(fever.getFirst().source().kind()).isEqualTo(Source.Kind.MESSAGE);
    assertThat(fever.getFirst().quote()).startsWith("I've had a fever").endsWith("is swollen.");
    var asthma = judged("Asthma since 2015").cited();
    assertThat(asthma.getFirst().source()).isEqualTo(HISTORY);
    assertThat(asthma.getFirst().quote()).isEqualTo(HISTORY.text().substring(0, 67));
    var quoted = judged("Said: \"MY right  knee is swollen\"").cited();
    assertThat(quoted.getFirst().quote()).isEqualTo("my right knee is swollen");
    assertThat(judged("weight 61 kg").fromProfile()).isTrue();
    assertThat(judged("weight 61 kg").cited()).isEmpty();
  }

  @Test
  void of_a_draft_what_it_says_of_the_patient_is_judged_and_not_what_it_advises() {
    var draft =
        "I see you have had a fever of 39.2 C since Monday. You took paracetamol already. With your penicillin"
            + " allergy, please take azithromycin 500 mg once a day. You weigh 16 kg on file. If you have chest pain,"
            + " call 112. Drink enough.";
    var all = Statements.ofDraft(draft, false, basis);
    var told = new ArrayList<String>();
    for (var one : all) told.add(one.supported() + " " + one.text());
    assertThat(told)
        .containsExactly(
            "true I see you have had a fever of 39.2 C since Monday.",
            "false You took paracetamol already.",
            "true With your penicillin allergy",
            "false You weigh 16 kg on file.");
  }

  @Test
  void what_nothing_supported_does_not_support_anything_else() {
    var posted = new Source(Source.Kind.POSTED, "posted", 1, "Back pain for 9 days.\nSneezing.");
    var laundered = basis.with(posted, List.of("Back pain for 9 days"));
    assertThat(
            Statements.ofSummary("Back pain for 9 days.", List.of(), laundered)
                .getFirst()
                .supported())
        .isFalse();
    assertThat(Statements.ofSummary("Sneezing.", List.of(), laundered).getFirst().supported())
        .isTrue();
  }
}
