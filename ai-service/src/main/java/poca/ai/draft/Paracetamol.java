package poca.ai.draft;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Intake;

/// The one medicine for fever and pain that a draft names with a dose, and only where age, weight
/// and record allow it; what is missing is asked for, never guessed.
///
/// Children under 16: 15 mg/kg every 6 hours, at most 4 doses in 24 hours (WHO, Pocket book of
/// hospital care for children, 2nd ed. 2013, annex 2: 10-15 mg/kg up to four times a day; BNF for
/// Children, paracetamol: 15 mg/kg, at most 4 doses in 24 hours), capped at the highest single dose
/// of the BNFC's age bands (500 mg up to 11 years, 750 mg up to 15). From 16 years: 500 mg to 1 g
/// every 6 hours, at most 4 g in 24 hours (BNF, paracetamol: 0.5-1 g every 4-6 hours, at most 4 g;
/// with less than 50 kg by weight). Under 3 months fever is examined before anything is given (NICE
/// NG143).
sealed interface Paracetamol {

  /// @param text the dose with its frequency, for the patient to read
  record Dose(String text) implements Paracetamol {}

  record Missing(boolean age, boolean weight) implements Paracetamol {}

  /// The weight on record cannot be that of a child of this age.
  record Doubtful(double weightKg) implements Paracetamol {}

  /// @param because what in the record or the summary speaks against it
  record Against(String because) implements Paracetamol {}

  record TooYoung() implements Paracetamol {}

  double YEAR = 365.25;
  double THREE_MONTHS = 90;
  double ADULT = 16 * YEAR;
  double ADULT_KG = 50;

  String NAMES = "paracetamol|acetaminophen|tylenol|panadol|calpol|crocin|dolo|combiflam";
  Pattern NAME = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);
  Pattern ALLERGY =
      Pattern.compile(
          "(?i)(?<!\\bno )(?<!\\bno known )(?<!\\bdenies )\\ballerg\\w{1,5}\\b[^.;\\n]{0,40}?("
              + NAMES
              + ")|("
              + NAMES
              + ") allergy");
  Pattern CONDITION =
      Pattern.compile(
          "(?i)\\b(liver [a-z]{1,15}|hepat[a-z]{1,12}|cirrhosis|g6pd[a-z ]{0,12}|malnutrition|malnourished|"
              + "alcohol dependence|alcoholism|kidney failure|renal failure|chronic kidney disease)");

  static Paracetamol of(PostedSummary postedSummary, Intake.PatientRecord patient) {
    var against = against(postedSummary, patient);
    if (against != null) {
      return new Against(against);
    }
    var age = postedSummary.ageDays();
    var weight = postedSummary.weightKg();
    if (age == null) {
      return new Missing(true, weight == null);
    }
    if (age < THREE_MONTHS) {
      return new TooYoung();
    }
    if (age >= ADULT) {
      return adult(weight);
    }
    if (weight == null) {
      return new Missing(false, true);
    }
    if (!isPlausible(age / YEAR, weight)) {
      return new Doubtful(weight);
    }
    return byWeight(weight, age < 12 * YEAR ? 500 : 750);
  }

  private static Paracetamol adult(@Nullable Double weight) {
    if (weight == null) {
      return new Dose(
          "paracetamol 500 mg, or 1 g if the weight is 50 kg or more, every 6 hours if needed, at"
              + " most 4 doses in 24 hours");
    }
    return weight < ADULT_KG
        ? byWeight(weight, 750)
        : new Dose("paracetamol 500 mg to 1 g every 6 hours if needed, at most 4 g in 24 hours");
  }

  private static Dose byWeight(double weight, int most) {
    var milligrams = Math.min(most, (int) (15 * weight / 5) * 5);
    return new Dose(
        String.format(
            Locale.ROOT,
            "paracetamol %d mg (15 mg/kg at %s kg) every 6 hours if needed, at most 4 doses in 24"
                + " hours",
            milligrams,
            kilograms(weight)));
  }

  static String kilograms(double weight) {
    return weight == Math.rint(weight)
        ? Integer.toString((int) weight)
        : String.format(Locale.ROOT, "%.1f", weight);
  }

  /// Half to two and a half times what is usual at the age: wide enough for every child, narrow
  /// enough for a parent's weight in a child's record.
  private static boolean isPlausible(double years, double weight) {
    var usual = years < 1 ? 3.3 + 7 * years : 8 + 2 * years;
    return weight >= usual / 2 && weight <= usual * 2.5;
  }

  private static @Nullable String against(
      PostedSummary postedSummary, Intake.PatientRecord patient) {
    for (var allergy : patient.allergies()) {
      if (NAME.matcher(allergy).find()) {
        return "an allergy to " + allergy.strip();
      }
    }
    var stated = ALLERGY.matcher(postedSummary.text());
    if (stated.find()) {
      return "an allergy to paracetamol";
    }
    var texts =
        Stream.concat(
            patient.conditions().stream(),
            Stream.of(
                postedSummary.text(), patient.caseHistory() == null ? "" : patient.caseHistory()));
    for (var text : List.copyOf(texts.toList())) {
      var condition = CONDITION.matcher(text);
      if (condition.find()) {
        return condition.group(1).strip().toLowerCase(Locale.ROOT);
      }
    }
    return null;
  }

  static boolean isNamedIn(List<String> remedies) {
    return remedies.stream().anyMatch(remedy -> NAME.matcher(remedy).find());
  }
}
