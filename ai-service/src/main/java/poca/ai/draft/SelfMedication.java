package poca.ai.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.interview.Contraindications;
import poca.ai.interview.Intake;
import poca.ai.reading.ClassMentions;
import poca.ai.reading.Finding;
import poca.ai.reading.Medicines;

/// What the reply says against medicines that the patient takes, or asks to take, without us.
final class SelfMedication {

  private static final int MOST_ALLERGIES = 3;

  /// "I'm allergic to X", "X allergy", nothing denied before it.
  private static final Pattern ALLERGIC =
      Pattern.compile(
          "(?i)(?<!not )(?<!no )(?<!never been )(?:allergic to|allergy to|reacted (?:badly )?to|bad reaction to)([^.;!?\\n]{2,60})");

  /// With migraine or signs of a stroke or clot the combined pill is stopped (FSRH, UK Medical
  /// Eligibility Criteria for Contraceptive Use, 2016).
  private static final Set<Finding> NEAR_A_CLOT =
      Set.of(
          Finding.HEADACHE,
          Finding.NUMBNESS,
          Finding.LEG_SWELLING,
          Finding.CHEST_PAIN,
          Finding.BREATHLESS,
          Finding.COUGHING_BLOOD,
          Finding.of("one-sided-weakness"),
          Finding.of("speech-trouble"),
          Finding.of("face-droop"),
          Finding.of("vision-loss"),
          Finding.of("vision-change"));

  private final PostedSummary postedSummary;
  private final Intake.PatientRecord patient;
  private final Contraindications record;

  SelfMedication(
      PostedSummary postedSummary, Intake.PatientRecord patient, Contraindications record) {
    this.postedSummary = postedSummary;
    this.patient = patient;
    this.record = record;
  }

  void antiInflammatory(List<String> sentences) {
    var against = AntiInflammatory.against(record);
    // Many with asthma bear them: it is said where one is spoken of.
    if ("the asthma".equals(against) && !AntiInflammatory.isNamed(postedSummary)) return;
    if (against == null) return;
    sentences.add("No ibuprofen or aspirin with " + against + ".");
    var kin = AntiInflammatory.lessKnown(postedSummary.text());
    if (!kin.isEmpty())
      sentences.add("The same goes for " + Phrasing.list(kin, "and") + ": take no more of it.");
  }

  /// Of what the patient took without us: what record or summary speak against.
  void others(List<String> sentences) {
    var prescribed =
        Medicines.in(String.join("\n", patient.medications()).toLowerCase(Locale.ROOT));
    Medicines.in(String.join("\n", postedSummary.remedies()).toLowerCase(Locale.ROOT)).stream()
        .filter(medicine -> !prescribed.contains(medicine) && !AntiInflammatory.is(medicine))
        .sorted()
        .forEach(medicine -> {
          var why = record.against(medicine);
          if (why != null)
            sentences.add("No more " + medicine + " until we have spoken (" + why + ").");
        });
  }

  void allergies(List<String> sentences) {
    var told = new ArrayList<String>();
    for (var said = ALLERGIC.matcher(postedSummary.text()); said.find(); )
      Medicines.in(said.group(1).toLowerCase(Locale.ROOT)).stream()
          .filter(medicine -> !isOnFile(medicine) && !told.contains(medicine))
          .forEach(told::add);
    if (!told.isEmpty())
      sentences.add(
          "You tell me of an allergy to "
              + Phrasing.list(told, "and")
              + ": none of that kind for you, and tell it wherever you are seen.");
    if (takesOestrogen() && !postedSummary.conditions().contains(Finding.PREGNANT) && isNearAClot())
      sentences.add(
          "Take no more of the combined pill until we have spoken: with these signs it can help a clot"
              + " to form. Use condoms meanwhile.");
    var known =
        patient.allergies().stream()
            .map(String::strip)
            .filter(allergy -> !allergy.isEmpty())
            .limit(MOST_ALLERGIES)
            .toList();
    if (!known.isEmpty()) sentences.add("Allergy on file: " + Phrasing.list(known, "and") + ".");
  }

  private boolean isOnFile(String medicine) {
    return patient.allergies().stream()
        .anyMatch(a -> Medicines.in(a.toLowerCase(Locale.ROOT)).contains(medicine));
  }

  private boolean takesOestrogen() {
    return ClassMentions.classes(patient.medications(), List.of()).contains("oestrogen")
        || postedSummary.takes().contains("oestrogen");
  }

  private boolean isNearAClot() {
    return postedSummary.hasAny(NEAR_A_CLOT)
        || postedSummary.names().keySet().stream().anyMatch(NEAR_A_CLOT::contains);
  }
}
