package poca.ai.interview;

import org.jspecify.annotations.Nullable;
import poca.ai.reading.Finding;
import poca.ai.reading.Reading;
import poca.ai.reading.Story;

/// Of whom a question speaks: the reader, their baby, a child, another person.
enum Voice {
  YOU("you", "your"),
  YOUR_BABY("your baby", "your baby's"),
  THE_BABY("the baby", "the baby's"),
  THE_CHILD("the child", "the child's"),
  THE_PATIENT("the patient", "the patient's");

  private static final double YEAR = 365.25;
  private static final int WRITES_FOR_ONESELF = 12;

  private final String who;
  private final String whose;

  Voice(String who, String whose) {
    this.who = who;
    this.whose = whose;
  }

  static Voice of(Story story, Intake.PatientRecord patient) {
    boolean self = "self".equals(patient.relation());
    boolean own = self || "child".equals(patient.relation());
    var age = ageDays(story, patient);
    boolean mother =
        story.has(Finding.PREGNANT)
            || story.has(Finding.POSTPARTUM)
            || story.has(Finding.BREAST_PAIN)
            || story.has(Finding.LOW_MILK);
    if (story.about() == Story.About.RELATIVE) return THE_PATIENT;
    boolean writer =
        story.about() == Story.About.WRITER || (mother && story.about() != Story.About.CHILD);
    if (self && writer && (age == null || age >= WRITES_FOR_ONESELF * YEAR)) return YOU;
    boolean baby = story.has(Finding.BABY) && !mother;
    if ((age != null && age < YEAR) || (baby && noChildOnRecord(patient)))
      return own ? YOUR_BABY : THE_BABY;
    if ((saysChild(story, self) && !mother)
        || (age != null && age < (self ? WRITES_FOR_ONESELF : 16) * YEAR)) return THE_CHILD;
    if (story.about() == Story.About.CHILD && !mother) return THE_CHILD;
    return self ? YOU : THE_PATIENT;
  }

  /// A grandson who came to visit is not the patient: who writes for oneself names the child with
  /// the concern.
  private static boolean saysChild(Story story, boolean self) {
    return story
        .present(Finding.CHILD)
        .filter(m -> !self || m.span().messageId().equals(firstStatement(story)))
        .isPresent();
  }

  private static @Nullable String firstStatement(Story story) {
    return story.readings().stream()
        .filter(Reading::states)
        .findFirst()
        .map(Reading::messageId)
        .orElse(null);
  }

  /// "Baby" is also said of a bigger child; the record knows better.
  private static boolean noChildOnRecord(Intake.PatientRecord patient) {
    return patient.ageYears() == null || patient.ageYears() < 2 || patient.ageYears() >= 16;
  }

  /// The stated age, else the one on record; null when neither is known.
  static @Nullable Double ageDays(Story story, Intake.PatientRecord patient) {
    var stated = story.ages().findFirst();
    if (stated.isPresent()) return stated.get().days();
    if (patient.ageDays() != null) return (double) patient.ageDays();
    return patient.ageYears() == null ? null : patient.ageYears() * YEAR;
  }

  /// Whether the age is known as exactly as an infant's has to be: "0 years" is not.
  static boolean ageKnown(Story story, Intake.PatientRecord patient) {
    if (story.ages().findAny().isPresent() || patient.ageDays() != null) return true;
    return patient.ageYears() != null && patient.ageYears() > 0;
  }

  boolean isBaby() {
    return this == YOUR_BABY || this == THE_BABY;
  }

  /// Fills in `{have}`, `{do}`, `{are}`, `{who}`, `{whose}` and makes the first letter a capital.
  String speak(String template) {
    boolean you = this == YOU;
    var text =
        template
            .replace("{have}", (you ? "have " : "has ") + who)
            .replace("{do}", (you ? "do " : "does ") + who)
            .replace("{are}", (you ? "are " : "is ") + who)
            .replace("{whose}", whose)
            .replace("{who}", who);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
