package poca.ai.interview;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Finding;
import poca.ai.reading.Story;

/// Who is ill, as far as words and record tell: only the one whose signs are told counts, whoever
/// else is named.
///
/// @param ageDays stated, else on record; null when neither is known of this person
/// @param gender null when unknown
/// @param isAgeKnown whether the age is known as exactly as an infant's has to be: "0 years" is not
record Person(Voice voice, @Nullable Double ageDays, @Nullable String gender, boolean isAgeKnown) {

  private static final double YEAR = 365.25;
  private static final int WRITES_FOR_ONESELF = 12;
  private static final int CHILD_UNDER = 16;

  private static final Set<String> WOMEN =
      Set.of(
          "mother",
          "mum",
          "mom",
          "mama",
          "sister",
          "aunt",
          "aunty",
          "grandmother",
          "grandma",
          "granny",
          "gran",
          "nan",
          "nana",
          "wife",
          "girlfriend",
          "niece",
          "she");
  private static final Set<String> MEN =
      Set.of(
          "father",
          "dad",
          "daddy",
          "papa",
          "brother",
          "uncle",
          "grandfather",
          "grandpa",
          "grandad",
          "husband",
          "boyfriend",
          "nephew",
          "he");

  /// What a woman tells of herself, however often she names her baby.
  private static final Set<Finding> OF_MOTHERS =
      Set.of(Finding.PREGNANT, Finding.POSTPARTUM, Finding.BREAST_PAIN, Finding.LOW_MILK);

  static Person of(Story story, Intake.PatientRecord patient) {
    boolean self = "self".equals(patient.relation());
    var onRecord = ageOnRecord(patient);
    boolean childsRecord = onRecord != null && onRecord < WRITES_FOR_ONESELF * YEAR;
    boolean mother = story.about() != Story.About.CHILD && OF_MOTHERS.stream().anyMatch(story::has);
    var stated = story.ages().findFirst().map(a -> a.days()).orElse(null);
    if (self && !childsRecord) {
      return switch (story.about()) {
        case RELATIVE -> new Person(named(story), stated, gender(story), stated != null);
        case CHILD -> new Person(child(story, stated, true), stated, null, stated != null);
        case WRITER, UNSAID ->
            story.about() == Story.About.UNSAID && gender(story) != null
                ? new Person(named(story), stated, gender(story), stated != null)
                : new Person(
                    stated != null && stated < WRITES_FOR_ONESELF * YEAR && !mother
                        ? child(story, stated, true)
                        : Voice.YOU,
                    stated == null ? onRecord : stated,
                    patient.gender(),
                    stated != null || isExact(patient));
      };
    }
    var age = stated == null ? onRecord : stated;
    boolean own = self || "child".equals(patient.relation());
    boolean baby = age == null && story.has(Finding.BABY) && !mother;
    boolean child = age == null && !mother && isChild(story);
    Voice voice;
    if (baby || child || (age != null && age < CHILD_UNDER * YEAR)) voice = child(story, age, own);
    else if (patient.relation() == null && story.about() == Story.About.WRITER) voice = Voice.YOU;
    else if (patient.relation() == null || patient.gender() == null) voice = named(story);
    else voice = of(patient.gender());
    return new Person(voice, age, patient.gender(), stated != null || isExact(patient));
  }

  private static boolean isChild(Story story) {
    return story.about() == Story.About.CHILD || story.has(Finding.CHILD);
  }

  private static Voice child(Story story, @Nullable Double age, boolean own) {
    boolean baby = age == null ? story.has(Finding.BABY) : age < YEAR;
    if (baby) return own ? Voice.YOUR_BABY : Voice.THE_BABY;
    return own ? Voice.YOUR_CHILD : Voice.THE_CHILD;
  }

  private static Voice named(Story story) {
    var gender = gender(story);
    return gender == null ? Voice.THE_PATIENT : of(gender);
  }

  private static Voice of(String gender) {
    return switch (gender) {
      case "male" -> Voice.HE;
      case "female" -> Voice.SHE;
      default -> Voice.THE_PATIENT;
    };
  }

  /// Of the relative who is named.
  private static @Nullable String gender(Story story) {
    boolean woman = story.kin().stream().anyMatch(WOMEN::contains);
    boolean man = story.kin().stream().anyMatch(MEN::contains);
    return woman == man ? null : woman ? "female" : "male";
  }

  private static @Nullable Double ageOnRecord(Intake.PatientRecord patient) {
    if (patient.ageDays() != null) return (double) patient.ageDays();
    return patient.ageYears() == null ? null : patient.ageYears() * YEAR;
  }

  private static boolean isExact(Intake.PatientRecord patient) {
    return patient.ageDays() != null || (patient.ageYears() != null && patient.ageYears() > 0);
  }
}
