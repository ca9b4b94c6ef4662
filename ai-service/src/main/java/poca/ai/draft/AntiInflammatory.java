package poca.ai.draft;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Intake;
import poca.ai.reading.Finding;
import poca.ai.reading.Takings;

/// What in the record speaks against ibuprofen, aspirin and their like, which people take without
/// asking (BNF, non-steroidal anti-inflammatory drugs: contra-indications, cautions and
/// interactions; from 20 weeks of pregnancy MHRA, June 2023).
final class AntiInflammatory {

  private static final Pattern NAMES =
      Pattern.compile(
          "\\b(?:ibuprofen|nurofen|advil|brufen|aspirin|diclofenac|voltaren|voltarol|naproxen|aleve|ketoprofen)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern KIDNEY =
      Pattern.compile(
          "\\b(?:kidney (?:disease|failure|transplant)|renal|ckd|dialysis)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ULCER =
      Pattern.compile("\\bulcer|\\bstomach bleed", Pattern.CASE_INSENSITIVE);
  private static final Pattern HEART =
      Pattern.compile("\\bheart failure|\\bcardiomyopathy", Pattern.CASE_INSENSITIVE);

  /// Medicines of the record with which they do harm, by the classes of the content.
  private static final List<String> CLASSES =
      List.of("anticoagulant", "antiplatelet", "lithium", "methotrexate");

  private AntiInflammatory() {}

  /// In words for the patient; null when nothing speaks against them.
  static @Nullable String against(Brief brief, Intake.PatientRecord patient) {
    if (brief.conditions().contains(Finding.BLOOD_THINNER)) return "the blood thinner";
    var classes = Takings.classes(patient.medications(), patient.conditions());
    for (var of : CLASSES)
      if (classes.contains(of))
        return Set.of("anticoagulant", "antiplatelet").contains(of)
            ? "the blood thinner"
            : "the " + of;
    for (var allergy : patient.allergies())
      if (NAMES.matcher(allergy).find()) return "the allergy to " + allergy.strip();
    if (matches(patient, KIDNEY)) return "the kidney disease";
    if (matches(patient, ULCER)) return "the ulcer on record";
    if (matches(patient, HEART)) return "the heart failure";
    return brief.conditions().contains(Finding.PREGNANT) ? "the pregnancy" : null;
  }

  static boolean isNamed(Brief brief) {
    return NAMES.matcher(brief.text()).find();
  }

  private static boolean matches(Intake.PatientRecord patient, Pattern condition) {
    var history = patient.caseHistory();
    return Stream.concat(patient.conditions().stream(), Stream.ofNullable(history))
        .anyMatch(entry -> condition.matcher(entry).find());
  }
}
