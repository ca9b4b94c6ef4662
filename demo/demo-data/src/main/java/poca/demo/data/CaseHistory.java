package poca.demo.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import poca.demo.data.Chart.Problem;

/// The case history a doctor would dictate from a chart: facts only, no name and no place, every
/// date as `YYYY-MM-DD`.
final class CaseHistory {

  private CaseHistory() {}

  static String of(Chart chart) {
    var sentences = new ArrayList<String>();
    sentences.add("%s %s.".formatted(age(chart.birthDate()), person(chart)));
    birth(chart).ifPresent(sentences::add);
    delivery(chart).ifPresent(sentences::add);
    sentences.add(conditions(chart));
    past(chart).ifPresent(sentences::add);
    sentences.add(medications(chart));
    sentences.add(allergies(chart));
    visits(chart).ifPresent(sentences::add);
    measurements(chart).ifPresent(sentences::add);
    return String.join(" ", sentences);
  }

  private static String age(LocalDate born) {
    var months = ChronoUnit.MONTHS.between(born, Synthea.TODAY);
    if (months < 4) {
      return ChronoUnit.WEEKS.between(born, Synthea.TODAY) + "-week-old";
    }
    return months < 24 ? months + "-month-old" : months / 12 + "-year-old";
  }

  private static String person(Chart chart) {
    var child = chart.birthDate().isAfter(Synthea.TODAY.minusYears(18));
    return chart.female() ? (child ? "girl" : "woman") : (child ? "boy" : "man");
  }

  private static Optional<String> birth(Chart chart) {
    if (chart.birthDate().isBefore(Synthea.TODAY.minusMonths(12))) {
      return Optional.empty();
    }
    var weight = chart.oldest(Chart.WEIGHT).orElseThrow();
    var length = chart.oldest(Chart.HEIGHT).orElseThrow();
    return Optional.of(
        "Born on %s; %s kg and %s cm when first measured on %s."
            .formatted(
                chart.birthDate(),
                Wording.rounded(weight.value(), 1),
                Wording.rounded(length.value(), 1),
                weight.date()));
  }

  private static Optional<String> delivery(Chart chart) {
    return chart
        .delivery()
        .map(d ->
            "Gave birth on %s after a normal pregnancy with %d antenatal visits%s."
                .formatted(
                    d.date(),
                    chart.antenatalVisits(),
                    chart
                        .postnatalVisit()
                        .map(v -> "; postnatal visit on " + v.date())
                        .orElse("")));
  }

  private static String conditions(Chart chart) {
    var active = chart.activeProblems();
    if (active.isEmpty()) {
      return "No active conditions.";
    }
    return "Active conditions: "
        + Wording.list(
            active.stream()
                .map(p -> "%s (since %s)".formatted(Wording.lower(p.name()), p.since()))
                .toList())
        + ".";
  }

  private static Optional<String> past(Chart chart) {
    var past =
        chart.problems().stream()
            .filter(p -> p.until() != null && p.since().isAfter(Synthea.TODAY.minusYears(2)))
            .filter(p -> !p.name().equals("Normal pregnancy"))
            .limit(5)
            .map(CaseHistory::dated)
            .toList();
    return past.isEmpty()
        ? Optional.empty()
        : Optional.of("Resolved in the last two years: " + Wording.list(past) + ".");
  }

  private static String dated(Problem problem) {
    return "%s (%s)".formatted(Wording.lower(problem.name()), problem.since());
  }

  private static String medications(Chart chart) {
    var medications = chart.activeMedications();
    return medications.isEmpty()
        ? "No current medication."
        : "Current medication: " + String.join("; ", medications) + ".";
  }

  private static String allergies(Chart chart) {
    var allergies = chart.allergies();
    return allergies.isEmpty()
        ? "No known allergies."
        : "Allergies: " + Wording.list(allergies.stream().map(Wording::lower).toList()) + ".";
  }

  private static Optional<String> visits(Chart chart) {
    return chart.visits().stream()
        .findFirst()
        .map(v ->
            "Last seen on %s: %s%s."
                .formatted(
                    v.date(),
                    Wording.lower(v.type()),
                    v.reason() == null ? "" : " for " + Wording.lower(v.reason())));
  }

  private static Optional<String> measurements(Chart chart) {
    var parts = new ArrayList<String>();
    chart
        .newest(Chart.WEIGHT)
        .ifPresent(w -> parts.add("weight %s kg".formatted(Wording.rounded(w.value(), 1))));
    chart
        .newest(Chart.HEIGHT)
        .ifPresent(h -> parts.add("height %s cm".formatted(Wording.rounded(h.value(), 1))));
    // Synthea gives children the blood pressure of adults.
    if (chart.birthDate().isBefore(Synthea.TODAY.minusYears(18))) {
      chart.bloodPressure().ifPresent(p -> parts.add("blood pressure " + p + " mmHg"));
    }
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of("Newest measurements: " + Wording.list(List.copyOf(parts)) + ".");
  }
}
