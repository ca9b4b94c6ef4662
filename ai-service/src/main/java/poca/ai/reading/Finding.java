package poca.ai.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Names what a patient can say about a body, with the words in which a doctor and a question name
/// it.
///
/// All of them are read from `clinical/concepts/`, once; each is the only one of its id. Their
/// order is that of the files, so that what is made from a set of them is the same each time.
public final class Finding implements Comparable<Finding> {

  /// How time and negation act on a finding.
  enum Kind {
    /// Over when it has stopped.
    SYMPTOM,
    /// Counts even when it has passed: a seizure this morning, a face that drooped and recovered.
    EVENT,
    /// Belongs to the person; "a history of" it is as good as having it.
    CONDITION,
    /// Describes how another finding runs.
    COURSE,
    /// What a message is for, such as a letter; it is meant as it is said.
    PURPOSE,
    /// A function that works.
    WELL
  }

  // Before the constants, which are looked up in it.
  static final ConceptTable CONCEPTS = ConceptFiles.read();

  // Those that code needs to know by name.
  public static final Finding FEVER = of("fever");
  public static final Finding REFUSES_HELP = of("refuses-help");
  public static final Finding CHILLS = of("chills");
  public static final Finding FATIGUE = of("fatigue");
  public static final Finding POOR_APPETITE = of("poor-appetite");
  public static final Finding BODY_ACHE = of("body-ache");
  public static final Finding PAIN = of("pain");
  public static final Finding SEVERE_PAIN = of("severe-pain");
  public static final Finding SWELLING = of("swelling");
  public static final Finding INSOMNIA = of("insomnia");
  public static final Finding SNORING = of("snoring");
  public static final Finding COUGH = of("cough");
  public static final Finding WET_COUGH = of("wet-cough");
  public static final Finding DRY_COUGH = of("dry-cough");
  public static final Finding COLD = of("cold");
  public static final Finding WHEEZE = of("wheeze");
  public static final Finding BREATHLESS = of("breathless");
  public static final Finding BREATHLESS_SEVERE = of("breathless-severe");
  public static final Finding MILD_BREATHLESS = of("mild-breathless");
  public static final Finding FAST_BREATHING = of("fast-breathing");
  public static final Finding CHEST_INDRAWING = of("chest-indrawing");
  public static final Finding COUGHING_BLOOD = of("coughing-blood");
  public static final Finding CHEST_PAIN = of("chest-pain");
  public static final Finding CHEST_PRESSURE = of("chest-pressure");
  public static final Finding LEG_SWELLING = of("leg-swelling");
  public static final Finding HEADACHE = of("headache");
  public static final Finding WORST_HEADACHE = of("worst-headache");
  public static final Finding NUMBNESS = of("numbness");
  public static final Finding CONFUSION = of("confusion");
  public static final Finding FAINTED = of("fainted");
  public static final Finding UNCONSCIOUS = of("unconscious");
  public static final Finding UNRESPONSIVE = of("unresponsive");
  public static final Finding DROWSY = of("drowsy");
  public static final Finding FLOPPY = of("floppy");
  public static final Finding STIFF_NECK = of("stiff-neck");
  public static final Finding CONTACT_LENSES = of("contact-lenses");
  public static final Finding EAR_PAIN = of("ear-pain");
  public static final Finding SORE_THROAT = of("sore-throat");
  public static final Finding TOOTHACHE = of("toothache");
  public static final Finding DRY_MOUTH = of("dry-mouth");
  public static final Finding ABDOMINAL_PAIN = of("abdominal-pain");
  public static final Finding LOWER_RIGHT_PAIN = of("lower-right-pain");
  public static final Finding VOMITING = of("vomiting");
  public static final Finding PERSISTENT_VOMITING = of("persistent-vomiting");
  public static final Finding GREEN_VOMIT = of("green-vomit");
  public static final Finding BLOOD_VOMIT = of("blood-vomit");
  public static final Finding NAUSEA = of("nausea");
  public static final Finding DIARRHOEA = of("diarrhoea");
  public static final Finding BLOODY_STOOL = of("bloody-stool");
  public static final Finding BLACK_STOOL = of("black-stool");
  public static final Finding POOR_DRINKING = of("poor-drinking");
  public static final Finding NO_URINE = of("no-urine");
  public static final Finding LITTLE_URINE = of("little-urine");
  public static final Finding PALE_STOOL = of("pale-stool");
  public static final Finding JAUNDICE = of("jaundice");
  public static final Finding JAUNDICE_FROM_BIRTH = of("jaundice-from-birth");
  public static final Finding NOT_FEEDING = of("not-feeding");
  public static final Finding POOR_FEEDING = of("poor-feeding");
  public static final Finding PROJECTILE_VOMIT = of("projectile-vomit");
  public static final Finding CRYING = of("crying");
  public static final Finding INCONSOLABLE = of("inconsolable");
  public static final Finding ABNORMAL_CRY = of("abnormal-cry");
  public static final Finding CORD = of("cord");
  public static final Finding CORD_INFECTED = of("cord-infected");
  public static final Finding CORD_BLEEDING = of("cord-bleeding");
  public static final Finding FUSSY_EATING = of("fussy-eating");
  public static final Finding BEHAVIOUR = of("behaviour");
  public static final Finding RASH = of("rash");
  public static final Finding NON_BLANCHING = of("non-blanching");
  public static final Finding HIVES = of("hives");
  public static final Finding FACE_SWELLING = of("face-swelling");
  public static final Finding ALLERGIC = of("allergic");
  public static final Finding BLOOD = of("blood");
  public static final Finding BLEEDING = of("bleeding");
  public static final Finding HEAVY_BLEEDING = of("heavy-bleeding");
  public static final Finding INJURY = of("injury");
  public static final Finding HEAD_INJURY = of("head-injury");
  public static final Finding FRACTURE = of("fracture");
  public static final Finding BURN = of("burn");
  public static final Finding BITE = of("bite");
  public static final Finding OVERDOSE = of("overdose");
  public static final Finding POISONING = of("poisoning");
  public static final Finding BLOOD_URINE = of("blood-urine");
  public static final Finding PERIOD_PROBLEM = of("period-problem");
  public static final Finding BREAST_PAIN = of("breast-pain");
  public static final Finding LOW_MILK = of("low-milk");
  public static final Finding BACK_PAIN = of("back-pain");
  public static final Finding LIMB_PAIN = of("limb-pain");
  public static final Finding ANXIETY = of("anxiety");
  public static final Finding STRESS = of("stress");
  public static final Finding IRRITABILITY = of("irritability");
  public static final Finding SMOKING = of("smoking");
  public static final Finding BLOOD_PRESSURE_READING = of("blood-pressure-reading");
  public static final Finding BLOOD_SUGAR_READING = of("blood-sugar-reading");
  public static final Finding TEST_RESULT = of("test-result");
  public static final Finding VACCINATION = of("vaccination");
  public static final Finding SIDE_EFFECT = of("side-effect");
  public static final Finding MEDICINE_QUESTION = of("medicine-question");
  public static final Finding SUDDEN = of("sudden");
  public static final Finding WORSE = of("worse");
  public static final Finding BETTER = of("better");
  public static final Finding NOT_BETTER = of("not-better");
  public static final Finding COMES_AND_GOES = of("comes-and-goes");
  public static final Finding NOSEBLEED = of("nosebleed");
  public static final Finding ONGOING = of("ongoing");
  public static final Finding PREGNANT = of("pregnant");
  public static final Finding POSTPARTUM = of("postpartum");
  public static final Finding BREASTFEEDING = of("breastfeeding");
  public static final Finding BABY = of("baby");
  public static final Finding CHILD = of("child");
  public static final Finding DIABETES = of("diabetes");
  public static final Finding CANCER_TREATMENT = of("cancer-treatment");
  public static final Finding WEAK_IMMUNITY = of("weak-immunity");
  public static final Finding ASTHMA = of("asthma");
  public static final Finding HEART_DISEASE = of("heart-disease");
  public static final Finding HYPERTENSION = of("hypertension");
  public static final Finding EPILEPSY = of("epilepsy");
  public static final Finding BLOOD_THINNER = of("blood-thinner");
  public static final Finding REFILL = of("refill");
  public static final Finding SICK_NOTE = of("sick-note");
  public static final Finding APPOINTMENT_WISH = of("appointment-wish");
  public static final Finding RESULTS_WISH = of("results-wish");
  public static final Finding REQUEST = of("request");
  public static final Finding QUESTION = of("question");
  public static final Finding ABOUT_ASSISTANT = of("about-assistant");

  /// Words that look like a finding of their own and are none.
  public static final Finding NOTHING = of("nothing");

  /// Words meant in another sense: whatever they touch is no finding.
  public static final Finding FIGURE_OF_SPEECH = of("figure-of-speech");

  public static final Finding URINE_AS_USUAL = of("urine-as-usual");

  private final String id;
  private final String label;
  private final Kind kind;
  private final int order;
  private @Nullable Finding opposite;

  Finding(String id, String label, Kind kind, int order) {
    this.id = id;
    this.label = label;
    this.kind = kind;
    this.order = order;
  }

  /// The finding of this id; there must be one.
  @JsonCreator
  public static Finding of(String id) {
    var finding = named(id);
    if (finding == null) throw new IllegalArgumentException("no concept `" + id + "`");
    return finding;
  }

  /// The finding of this id, or null.
  public static @Nullable Finding named(String id) {
    return CONCEPTS.byId().get(id);
  }

  /// All of them, in the order of the files.
  public static Collection<Finding> all() {
    return CONCEPTS.byId().values();
  }

  @JsonValue
  public String id() {
    return id;
  }

  public String label() {
    return label;
  }

  Kind kind() {
    return kind;
  }

  public boolean isNone() {
    return this == NOTHING || this == FIGURE_OF_SPEECH;
  }

  public boolean isCourse() {
    return kind == Kind.COURSE || kind == Kind.PURPOSE;
  }

  public boolean isCondition() {
    return kind == Kind.CONDITION;
  }

  /// Says who is ill rather than what is wrong.
  public boolean isWho() {
    return this == BABY || this == CHILD;
  }

  /// What it means when this function is not well; null for everything that is not a function.
  public @Nullable Finding opposite() {
    return opposite;
  }

  void opposite(Finding finding) {
    opposite = finding;
  }

  @Override
  public int compareTo(Finding other) {
    return Integer.compare(order, other.order);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return order;
  }

  @Override
  public String toString() {
    return id;
  }
}
