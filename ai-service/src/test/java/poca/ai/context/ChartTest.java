package poca.ai.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import poca.ai.context.Contexts.MedicalBody;
import poca.ai.context.Contexts.PatientBody;
import poca.ai.interview.Intake;

class ChartTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Test
  void the_date_of_birth_says_the_age_in_years_and_days() {
    var newborn = chart(null, LocalDate.of(2026, 11, 4));
    assertThat(newborn.ageYears()).isZero();
    assertThat(newborn.ageDays()).isEqualTo(20);
    assertThat(chart(40, LocalDate.of(1980, 11, 25)).ageYears()).isEqualTo(45);
  }

  @Test
  void a_stored_age_counts_without_one_and_what_cannot_be_is_unknown() {
    assertThat(chart(7, null).ageYears()).isEqualTo(7);
    assertThat(chart(7, null).ageDays()).isNull();
    assertThat(chart(7, LocalDate.of(2027, 1, 1)).ageYears()).isEqualTo(7);
    assertThat(chart(null, LocalDate.of(1026, 1, 1)).ageYears()).isNull();
  }

  @Test
  void blank_entries_are_no_entries() {
    var medical = new MedicalBody(Arrays.asList("penicillin", null, " "), null, null);
    var chart =
        Chart.of(
            new PatientBody(null, null, null, null, BigDecimal.ZERO, null, null, medical),
            "self",
            null,
            TODAY);
    assertThat(chart.allergies()).containsExactly("penicillin");
    assertThat(chart.conditions()).isEmpty();
    assertThat(chart.weightKg()).isNull();
  }

  private static Intake.PatientRecord chart(@Nullable Integer age, @Nullable LocalDate dob) {
    return Chart.of(
        new PatientBody(null, age, dob, null, null, null, null, null), "child", null, TODAY);
  }
}
