package poca.ai.interview;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Medicines;

/// Medicines that are not for this patient: what record or summary say of allergies, other
/// medicines, illnesses, pregnancy and age forbids them, or makes them a doctor's decision.
///
/// After the British National Formulary and the BNF for Children (contra-indications, cautions and
/// interactions of the medicines named); MHRA, Drug Safety Update "Codeine for analgesia:
/// restricted use in children because of reports of morphine toxicity" (2013) and "Aspirin and
/// Reye's syndrome: do not give to under-16s" (Commission on Human Medicines, 2002); NICE NG203,
/// Chronic kidney disease, and NICE NG148, Acute kidney injury (NSAIDs with ACE inhibitors and
/// diuretics); MHRA, "NSAIDs: potential risks following prolonged use after 20 weeks of pregnancy"
/// (2023); FDA, "Use of codeine and tramadol products in breastfeeding women" (2017).
public final class Contraindications {

  private static final double YEAR = 365.25;
  private static final double MONTH = YEAR / 12;

  /// What a class of medicines is not given with, by the class that record or summary name; what
  /// weighs most first.
  private static final Map<String, List<String>> NOT_WITH =
      Map.of(
          "nsaid",
          List.of(
              "anticoagulant",
              "antiplatelet",
              "ace-inhibitor",
              "sartan",
              "diuretic",
              "kidney-disease",
              "asthma",
              "peptic-ulcer",
              "heart-failure",
              "pregnancy",
              "lithium",
              "methotrexate"),
          "aspirin",
          List.of("anticoagulant", "peptic-ulcer", "asthma", "methotrexate"),
          "codeine",
          List.of("breastfeeding"),
          "ace-inhibitor",
          List.of("pregnancy"),
          "sartan",
          List.of("pregnancy"),
          "tetracycline",
          List.of("pregnancy"),
          "quinolone",
          List.of("pregnancy"),
          "trimethoprim",
          List.of("pregnancy", "methotrexate"),
          "beta-blocker",
          List.of("asthma"),
          "erectile",
          List.of("nitrate"));

  /// The age in days below which a class is not given.
  private static final Map<String, Double> NOT_UNDER =
      Map.of(
          "aspirin", 16 * YEAR,
          "codeine", 12 * YEAR,
          "tetracycline", 12 * YEAR,
          "nsaid", 3 * MONTH);

  private final String allergies;
  private final Set<String> has;
  private final @Nullable Double age;

  private Contraindications(String allergies, Set<String> has, @Nullable Double age) {
    this.allergies = allergies;
    this.has = has;
    this.age = age;
  }

  public static Contraindications of(Intake.PatientRecord patient, String summary) {
    return new Contraindications(
        String.join("\n", patient.allergies()), has(patient, summary), age(patient));
  }

  /// @param medicine in lower case
  /// @return what speaks against it, in a few words; null if nothing does
  public @Nullable String against(String medicine) {
    var classes = Medicines.classes(medicine);
    if (Medicines.in(allergies).contains(medicine)) return "allergy on record";
    for (var of : classes) {
      if (isAllergen(of) && Medicines.classes(allergies).contains(of))
        return "allergy to " + of + " on record";
      var least = NOT_UNDER.get(of);
      if (least != null && age != null && age < least) return "too young";
      for (var other : NOT_WITH.getOrDefault(of, List.of()))
        if (has.contains(other)) return other.replace('-', ' ');
    }
    return null;
  }

  /// Who cannot bear one medicine of such a class is given none of it.
  private static boolean isAllergen(String of) {
    return !of.equals("steroid") && !of.equals("insulin") && !of.equals("metformin");
  }

  /// The classes of medicines and conditions that record and summary name of the patient.
  private static Set<String> has(Intake.PatientRecord patient, String summary) {
    var has = new HashSet<String>();
    patient.medications().forEach(entry -> has.addAll(Medicines.classesOnRecord(entry)));
    patient.conditions().forEach(entry -> has.addAll(Medicines.classesOnRecord(entry)));
    var history = patient.caseHistory();
    if (history != null) has.addAll(Medicines.classesNow(history));
    has.addAll(Medicines.classesNow(summary));
    return has;
  }

  private static @Nullable Double age(Intake.PatientRecord patient) {
    if (patient.ageDays() != null) return (double) patient.ageDays();
    return patient.ageYears() == null || patient.ageYears() == 0 ? null : patient.ageYears() * YEAR;
  }
}
