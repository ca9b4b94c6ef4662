package poca.demo.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the terminology of codes into what a person would write.
final class Wording {

  private static final Pattern SNOMED_TAG =
      Pattern.compile(
          " \\((finding|disorder|situation|substance|organism|person|procedure|environment"
              + "|morphologic abnormality|regime/therapy|body structure)\\)$");

  /// Left out: findings about a person's social life, which Synthea writes among the conditions,
  /// and its bookkeeping.
  private static final Pattern NOT_A_CONDITION =
      Pattern.compile(
          "employ|labor force|education|certificate|school|^Stress$|[Ss]ocial|violence|abuse"
              + "|criminal|Housing|Homeless|ransport|armed forces|Refugee|Risk activity|Misuses"
              + "|alcohol drinking|Medication review|Sterilization requested"
              + "|Abnormal findings diagnostic imaging|referral");

  /// Left out too: Synthea adds the general term beside the exact one.
  private static final Set<String> SAID_MORE_EXACTLY_BY_ANOTHER =
      Set.of(
          "Laceration - injury",
          "Fracture of bone",
          "Sprain",
          "Injury of neck",
          "Burn injury",
          "Concussion injury of brain",
          "Chronic pain",
          "Allergy to substance",
          "Sleep disorder");

  private Wording() {}

  /// FHIR leaves out what it does not know; that reads as nothing here.
  static String plain(@Nullable String term) {
    if (term == null) {
      return "";
    }
    return SNOMED_TAG
        .matcher(term)
        .replaceFirst("")
        .replaceFirst("^NDA\\d+ ", "")
        .replaceFirst("^Body mass index (\\d+)\\+ - severely obese", "Severe obesity (BMI $1+)")
        .replaceFirst("^Body mass index (\\d+)\\+ - obesity", "Obesity (BMI $1+)")
        .strip();
  }

  static boolean clinical(String plain) {
    return !plain.isEmpty()
        && !SAID_MORE_EXACTLY_BY_ANOTHER.contains(plain)
        && !NOT_A_CONDITION.matcher(plain).find();
  }

  /// "Cholesterol [Mass/volume] in Serum or Plasma" is "Cholesterol" on a printed report.
  static String analyte(String loinc) {
    return loinc
        .replaceAll(" \\[[^]]*\\]", "")
        .replaceFirst(" (in|of) (Blood|Serum|Plasma|Urine)\\b.*$", "")
        .replaceFirst(" by .*$", "")
        .replaceFirst(" Occipital-frontal", "")
        .replaceFirst("^Body mass index \\(BMI\\)", "Body mass index")
        .replaceFirst(" Per age and sex$| Percentile$", " percentile")
        .strip();
  }

  static String panel(String loinc) {
    return loinc.replaceFirst(" - (Blood|Serum|Urine).*$", "").replaceFirst(" 2000 ", " ").strip();
  }

  static String unit(String ucum) {
    return ucum.replace("mm[Hg]", "mmHg").replaceAll("\\{[^}]*\\}", "").strip();
  }

  static BigDecimal rounded(BigDecimal value, int digits) {
    var rounded = value.setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /// Lower case for the middle of a sentence; abbreviations stay.
  static String lower(String text) {
    return text.length() > 1 && Character.isLowerCase(text.charAt(1))
        ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
        : text;
  }

  static String list(List<String> parts) {
    return switch (parts.size()) {
      case 0 -> "";
      case 1 -> parts.getFirst();
      default -> String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    };
  }

  static String withoutDigits(String name) {
    return name.replaceAll("\\d", "").strip();
  }
}
