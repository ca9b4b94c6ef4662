package poca.ai.context;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Intake;

/// Puts together what is on record. The date of birth, where there is one, says the age; a stored
/// age grows old.
final class Chart {

  private static final int OLDEST = 130;

  private Chart() {}

  static Intake.PatientRecord of(
      Contexts.PatientBody patient,
      @Nullable String relation,
      @Nullable String caseHistory,
      LocalDate today) {
    var dob = patient.dob();
    Integer years = patient.age();
    Integer days = null;
    if (dob != null && !dob.isAfter(today)) {
      years = Period.between(dob, today).getYears();
      days = Math.toIntExact(ChronoUnit.DAYS.between(dob, today));
    }
    var plausible = years != null && years >= 0 && years <= OLDEST;
    var medical = patient.medicalInfo();
    return new Intake.PatientRecord(
        plausible ? years : null,
        plausible ? days : null,
        patient.gender(),
        positive(patient.weight()),
        positive(patient.height()),
        patient.bloodGroup(),
        medical == null ? List.of() : said(medical.allergies()),
        medical == null ? List.of() : said(medical.medications()),
        medical == null ? List.of() : said(medical.conditions()),
        relation,
        caseHistory);
  }

  private static <N extends Number> @Nullable N positive(@Nullable N number) {
    return number == null || number.doubleValue() <= 0 ? null : number;
  }

  private static List<String> said(@Nullable List<@Nullable String> items) {
    return items == null
        ? List.of()
        : items.stream()
            .map(item -> Objects.requireNonNullElse(item, ""))
            .filter(item -> !item.isBlank())
            .toList();
  }
}
