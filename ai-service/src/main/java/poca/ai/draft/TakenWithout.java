package poca.ai.draft;

import java.util.List;
import java.util.Locale;
import poca.ai.interview.Contraindications;
import poca.ai.interview.Intake;
import poca.ai.reading.Medicines;

/// What the reply says against medicines that the patient takes, or asks to take, without us.
final class TakenWithout {

  private static final int MOST_ALLERGIES = 3;

  private final Brief brief;
  private final Intake.PatientRecord patient;
  private final Contraindications record;

  TakenWithout(Brief brief, Intake.PatientRecord patient, Contraindications record) {
    this.brief = brief;
    this.patient = patient;
    this.record = record;
  }

  void antiInflammatory(List<String> sentences) {
    var against = AntiInflammatory.against(record);
    // Many with asthma bear them: it is said where one is spoken of.
    if ("the asthma".equals(against) && !AntiInflammatory.isNamed(brief)) return;
    if (against != null) sentences.add("No ibuprofen or aspirin with " + against + ".");
  }

  /// Of what the patient took without us: what record or summary speak against.
  void others(List<String> sentences) {
    var prescribed =
        Medicines.in(String.join("\n", patient.medications()).toLowerCase(Locale.ROOT));
    Medicines.in(String.join("\n", brief.remedies()).toLowerCase(Locale.ROOT)).stream()
        .filter(medicine -> !prescribed.contains(medicine) && !AntiInflammatory.is(medicine))
        .sorted()
        .forEach(medicine -> {
          var why = record.against(medicine);
          if (why != null)
            sentences.add("No more " + medicine + " until we have spoken (" + why + ").");
        });
  }

  static void allergies(Intake.PatientRecord patient, List<String> sentences) {
    var known =
        patient.allergies().stream()
            .map(String::strip)
            .filter(allergy -> !allergy.isEmpty())
            .limit(MOST_ALLERGIES)
            .toList();
    if (!known.isEmpty()) sentences.add("Allergy on file: " + Phrase.list(known, "and") + ".");
  }
}
