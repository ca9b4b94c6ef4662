package poca.demo.data;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import poca.demo.data.DemoData.Doctor;
import poca.demo.data.DemoData.Hospital;

/// Who appears in the demo: the parts to be filled from Synthea's people, and the two hospitals and
/// five doctors around them.
///
/// The first person who suits a part gets it, counting Synthea's seeds upwards from the one given
/// here. That is the seed of the person once found, so that a run takes a minute; after a change to
/// a rule or to Synthea the search simply goes on from there, and prints what it found. Hospitals
/// are invented, since Synthea's are real institutions, and their numbers are from the range kept
/// for fiction.
final class Cast {

  static final String CITY = "Boston";
  static final String STATE = "Massachusetts";

  static final String GENERAL = "riverside-general";
  static final String FAMILY = "harbor-women-and-children";

  /// Excluded for every part: what would turn a demonstration into a story of its own.
  private static final Pattern NOT_HERE =
      Pattern.compile(
          "drug abuse|Opioid|Alcoholism|overdose|[Ss]uicid|Sepsis|[Cc]arcinoma|[Nn]eoplasm|[Cc]ancer"
              + "|Oxycodone|Hydrocodone|Fentanyl|Meperidine|tramadol|Past pregnancy history"
              + "|Awaiting transplantation|Traumatic injury|[Dd]ementia|Alzheimer|paralysis");

  private Cast() {}

  /// `gender` is Synthea's `F` or `M`; `maxAge` is excluded.
  record Part(
      String key,
      long seed,
      String gender,
      int minAge,
      int maxAge,
      Predicate<Chart> suits,
      List<String> doctors,
      List<String> hospitals) {

    boolean suitedTo(Chart chart) {
      return chart.seenSince(Synthea.TODAY.minusYears(1))
          && chart.activeMedications().size() <= 7
          && !chart.mentions(NOT_HERE.asPredicate())
          && suits.test(chart);
    }
  }

  /// A doctor's name is taken from the clinician Synthea sent the anchor patient to.
  record Post(
      String key,
      String designation,
      int experience,
      String details,
      String contact,
      String from,
      String to,
      String anchor,
      List<String> hospitals) {

    Doctor filledBy(String givenName, String familyName) {
      return new Doctor(
          key,
          givenName,
          familyName,
          designation,
          experience,
          details,
          contact,
          from,
          to,
          hospitals);
    }
  }

  static final String MOTHER = "mother";
  static final String NEWBORN = "newborn";

  static List<Part> parts() {
    var children = List.of("pediatrician");
    return List.of(
        part("toddler-asthma", 10017, "F", 2, 6, now("asthma"), children, FAMILY),
        part("boy-ear-infection", 20031, "M", 4, 8, lately("Otitis media"), children, FAMILY),
        part(
            "girl-sore-throat",
            30031,
            "F",
            6,
            11,
            lately("Streptococcal sore throat"),
            children,
            FAMILY),
        part(
            "boy-hay-fever",
            40025,
            "M",
            8,
            14,
            now("allergic rhinitis").and(c -> !c.allergies().isEmpty()),
            List.of("pediatrician", "dermatologist"),
            FAMILY),
        part(
            "teenager-sprain",
            50004,
            "M",
            14,
            18,
            lately("Sprain of"),
            List.of("pediatrician", "general-physician"),
            FAMILY),
        part(
            "woman-migraine",
            60158,
            "F",
            24,
            40,
            now("migraine").and(now("pregnancy|emphysema").negate()),
            List.of("general-physician"),
            GENERAL),
        part(
            "man-dermatitis",
            70028,
            "M",
            20,
            45,
            now("dermatitis"),
            List.of("dermatologist", "general-physician"),
            GENERAL),
        part(
            "man-hypertension",
            80009,
            "M",
            35,
            52,
            now("hypertension").and(takes("lisinopril")).and(now("kidney|Diabetes").negate()),
            List.of("general-physician", "cardiologist"),
            GENERAL),
        part(
            "woman-diabetes",
            90293,
            "F",
            42,
            60,
            now("Diabetes mellitus type 2")
                .and(takes("Metformin"))
                .and(now("kidney|infarction").negate())
                .and(lately("pregnancy").negate()),
            List.of("general-physician"),
            GENERAL),
        part(
            "man-emphysema",
            100067,
            "M",
            52,
            68,
            now("emphysema").and(takes("salmeterol|albuterol")).and(now("infarction").negate()),
            List.of("general-physician"),
            GENERAL),
        part(
            "man-heart",
            110008,
            "M",
            66,
            82,
            now("Ischemic heart disease")
                .and(takes("Clopidogrel"))
                .and(now("Atrial|infarction|Retinopathy").negate()),
            List.of("cardiologist", "general-physician"),
            GENERAL),
        part(
            "woman-osteoporosis",
            120210,
            "F",
            70,
            86,
            now("Osteoporosis").and(now("hypertension")).and(now("heart|infarction").negate()),
            List.of("general-physician", "cardiologist"),
            GENERAL),
        part(
            MOTHER,
            13097,
            "F",
            24,
            35,
            c -> c.delivery().isPresent(),
            List.of("obstetrician", "general-physician"),
            FAMILY));
  }

  static Part newborn() {
    return part(
        NEWBORN, 140001, "F", 0, 1, Chart::thrivesFromBirth, List.of("pediatrician"), FAMILY);
  }

  static List<Post> posts() {
    return List.of(
        new Post(
            "pediatrician",
            "Pediatrician",
            14,
            "Sees newborns, children and teenagers; vaccinations, growth and asthma.",
            "617-555-0121",
            "08:30:00",
            "16:30:00",
            "toddler-asthma",
            List.of(FAMILY)),
        new Post(
            "obstetrician",
            "Obstetrician",
            18,
            "Antenatal care, delivery and the weeks after birth; breastfeeding.",
            "617-555-0122",
            "09:00:00",
            "17:00:00",
            MOTHER,
            List.of(FAMILY)),
        new Post(
            "general-physician",
            "General Physician",
            11,
            "First contact for adults: infections, diabetes, blood pressure, referrals.",
            "617-555-0123",
            "08:00:00",
            "16:00:00",
            "woman-diabetes",
            List.of(GENERAL, FAMILY)),
        new Post(
            "cardiologist",
            "Cardiologist",
            22,
            "Coronary heart disease, high blood pressure and care after a heart attack.",
            "617-555-0124",
            "10:00:00",
            "18:00:00",
            "man-heart",
            List.of(GENERAL)),
        new Post(
            "dermatologist",
            "Dermatologist",
            7,
            "Eczema, contact dermatitis and allergies of the skin, in adults and children.",
            "617-555-0125",
            "09:30:00",
            "15:30:00",
            "man-dermatitis",
            List.of(GENERAL, FAMILY)));
  }

  static List<Hospital> hospitals() {
    return List.of(
        new Hospital(
            GENERAL,
            "Riverside General Hospital",
            "100 Embankment Walk",
            CITY,
            STATE,
            "US",
            "02114",
            "617-555-0110",
            List.of("General medicine", "Cardiology", "Dermatology")),
        new Hospital(
            FAMILY,
            "Harbor Women and Children Hospital",
            "20 Lighthouse Street",
            CITY,
            STATE,
            "US",
            "02128",
            "617-555-0111",
            List.of("Pediatrics", "Obstetrics", "Neonatology")));
  }

  private static Part part(
      String key,
      long seed,
      String gender,
      int minAge,
      int maxAge,
      Predicate<Chart> suits,
      List<String> doctors,
      String hospital) {
    return new Part(key, seed, gender, minAge, maxAge, suits, doctors, List.of(hospital));
  }

  private static Predicate<Chart> now(String condition) {
    var named = Pattern.compile(condition).asPredicate();
    return chart -> chart.activeProblems().stream().anyMatch(p -> named.test(p.name()));
  }

  private static Predicate<Chart> lately(String condition) {
    var named = Pattern.compile(condition).asPredicate();
    var since = Synthea.TODAY.minusMonths(9);
    return chart ->
        chart.problems().stream().anyMatch(p -> named.test(p.name()) && p.since().isAfter(since));
  }

  private static Predicate<Chart> takes(String medication) {
    var named = Pattern.compile(medication).asPredicate();
    return chart -> chart.activeMedications().stream().anyMatch(named);
  }
}
