package poca.ai.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Intake;
import poca.ai.reading.Medicines;

/// Medicines that a draft may not name for this patient: what record or summary say of allergies,
/// other medicines, illnesses, pregnancy and age forbids them, or makes them a doctor's decision
/// that no draft takes.
///
/// After the British National Formulary and the BNF for Children (contra-indications, cautions and
/// interactions of the medicines named); MHRA, Drug Safety Update "Codeine for analgesia:
/// restricted use in children because of reports of morphine toxicity" (2013) and "Aspirin and
/// Reye's syndrome: do not give to under-16s" (Commission on Human Medicines, 2002); NICE NG203,
/// Chronic kidney disease, and NICE NG148, Acute kidney injury (NSAIDs with ACE inhibitors and
/// diuretics); MHRA, "NSAIDs: potential risks following prolonged use after 20 weeks of pregnancy"
/// (2023); FDA, "Use of codeine and tramadol products in breastfeeding women" (2017).
final class Cautions {

  private static final double YEAR = 365.25;
  private static final double MONTH = YEAR / 12;

  /// What a class of medicines is not given with, by the class that record or summary name.
  private static final Map<String, Set<String>> NOT_WITH =
      Map.of(
          "nsaid",
          Set.of(
              "anticoagulant",
              "antiplatelet",
              "ace-inhibitor",
              "sartan",
              "diuretic",
              "kidney-disease",
              "peptic-ulcer",
              "heart-failure",
              "pregnancy",
              "lithium",
              "methotrexate"),
          "aspirin",
          Set.of("anticoagulant", "peptic-ulcer", "methotrexate"),
          "codeine",
          Set.of("breastfeeding"),
          "ace-inhibitor",
          Set.of("pregnancy"),
          "sartan",
          Set.of("pregnancy"),
          "tetracycline",
          Set.of("pregnancy"),
          "quinolone",
          Set.of("pregnancy"),
          "trimethoprim",
          Set.of("pregnancy", "methotrexate"),
          "beta-blocker",
          Set.of("asthma"),
          "erectile",
          Set.of("nitrate"));

  /// The age in days below which a class is not given.
  private static final Map<String, Double> NOT_UNDER =
      Map.of(
          "aspirin", 16 * YEAR,
          "codeine", 12 * YEAR,
          "tetracycline", 12 * YEAR,
          "nsaid", 3 * MONTH);

  private static final Pattern WORD = Pattern.compile("[\\p{L}'-]+|\\d+|[.,;!?\\n]");
  private static final Set<String> ENDS = Set.of(".", ";", "!", "?", "\n");
  private static final Set<String> NEGATIONS =
      Set.of(
          "no",
          "not",
          "don't",
          "never",
          "without",
          "avoid",
          "avoiding",
          "stop",
          "stopping",
          "off",
          "instead",
          "than",
          "allergy",
          "allergic",
          "leave",
          "nor",
          "neither",
          "can't",
          "cannot",
          "shouldn't");
  private static final Set<String> DIRECTIONS =
      Set.of(
          "take",
          "give",
          "use",
          "start",
          "try",
          "add",
          "apply",
          "have",
          "swallow",
          "put",
          "prescribe",
          "change",
          "switch",
          "continue",
          "keep",
          "need",
          "recommend",
          "suggest",
          "chew",
          "alternate");

  private Cautions() {}

  /// What speaks against the medicines that a text tells the patient to take, each with its reason.
  ///
  /// @param said in lower case
  static List<String> against(Engine.Drafting drafting, String said) {
    var told = told(said);
    if (told.isEmpty()) return List.of();
    var patient = drafting.patient();
    var allergies = allergies(patient);
    var has = has(drafting);
    var age = age(patient);
    var reasons = new ArrayList<String>();
    for (var medicine : told) {
      var why = reason(medicine, allergies, has, age);
      if (why != null) reasons.add("no " + medicine + " (" + why + ")");
    }
    return reasons;
  }

  private static @Nullable String reason(
      String medicine, String allergies, Set<String> has, @Nullable Double age) {
    var classes = Medicines.classes(medicine);
    if (Medicines.in(allergies).contains(medicine)) return "allergy on record";
    for (var of : classes) {
      if (isAllergen(of) && Medicines.classes(allergies).contains(of))
        return "allergy to " + of + " on record";
      var least = NOT_UNDER.get(of);
      if (least != null && age != null && age < least) return "too young";
      for (var other : NOT_WITH.getOrDefault(of, Set.of()))
        if (has.contains(other)) return other.replace('-', ' ');
    }
    return null;
  }

  /// Who cannot bear one medicine of such a class is given none of it.
  private static boolean isAllergen(String of) {
    return !of.equals("steroid") && !of.equals("insulin") && !of.equals("metformin");
  }

  private static String allergies(Intake.PatientRecord patient) {
    return String.join("\n", patient.allergies());
  }

  /// The classes of medicines and conditions that record and summary name of the patient.
  private static Set<String> has(Engine.Drafting drafting) {
    var patient = drafting.patient();
    var has = new HashSet<String>();
    patient.medications().forEach(entry -> has.addAll(Medicines.classesOnRecord(entry)));
    patient.conditions().forEach(entry -> has.addAll(Medicines.classesOnRecord(entry)));
    var history = patient.caseHistory();
    if (history != null) has.addAll(Medicines.classesNow(history));
    has.addAll(Medicines.classesNow(drafting.summary()));
    return has;
  }

  private static @Nullable Double age(Intake.PatientRecord patient) {
    if (patient.ageDays() != null) return (double) patient.ageDays();
    return patient.ageYears() == null || patient.ageYears() == 0 ? null : patient.ageYears() * YEAR;
  }

  /// The medicines that a text tells to take: behind such a word, with no word between that forbids
  /// it. A question tells nothing.
  private static Set<String> told(String said) {
    var told = new LinkedHashSet<String>();
    var sentence = new LinkedHashSet<String>();
    boolean directed = false;
    boolean negated = false;
    String last = null;
    var words = WORD.matcher(said);
    while (words.find()) {
      var word = words.group();
      if (ENDS.contains(word)) {
        if (!word.equals("?")) told.addAll(sentence);
        sentence.clear();
        directed = false;
        negated = false;
        last = null;
        continue;
      }
      if (word.equals("but")) negated = false;
      if (NEGATIONS.contains(word)) negated = true;
      else if (DIRECTIONS.contains(word)) {
        negated = last != null && NEGATIONS.contains(last);
        directed = true;
      }
      var medicine = Medicines.in(word).stream().findFirst().orElse(null);
      if (medicine != null && directed && !negated) sentence.add(medicine);
      if (LOCAL.contains(word) && last != null) sentence.removeAll(Medicines.in(last));
      last = word;
    }
    told.addAll(sentence);
    return told;
  }

  /// On the skin little of it reaches the blood.
  private static final Set<String> LOCAL =
      Set.of("gel", "cream", "ointment", "lotion", "drops", "spray", "patch");
}
