package poca.ai.interview;

import static poca.ai.reading.Finding.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.reading.Measurement;
import poca.ai.reading.Places;
import poca.ai.reading.Reading;
import poca.ai.reading.Story;

/// What is known after the conversation so far and the record, and so what is still open.
final class KnownFacts {

  private static final double YEAR = 365.25;

  /// Each finding and the broader one that it implies: who denies the broader one denies it too.
  private static final Map<Finding, Finding> BROADER = new TreeMap<>();

  static {
    implies(BREATHLESS, BREATHLESS_SEVERE, MILD_BREATHLESS, FAST_BREATHING, CHEST_INDRAWING);
    implies(VOMITING, PERSISTENT_VOMITING, GREEN_VOMIT, BLOOD_VOMIT, PROJECTILE_VOMIT);
    implies(COUGH, WET_COUGH, DRY_COUGH, COUGHING_BLOOD);
    implies(RASH, NON_BLANCHING, HIVES);
    implies(CRYING, INCONSOLABLE, ABNORMAL_CRY);
    implies(CHEST_PAIN, CHEST_PRESSURE);
    implies(ABDOMINAL_PAIN, LOWER_RIGHT_PAIN);
    implies(BLEEDING, HEAVY_BLEEDING);
    implies(POOR_FEEDING, NOT_FEEDING);
    implies(LITTLE_URINE, NO_URINE);
    implies(DROWSY, FLOPPY, UNRESPONSIVE);
    implies(SWELLING, FACE_SWELLING, LEG_SWELLING);
    implies(HEADACHE, WORST_HEADACHE);
    implies(INJURY, HEAD_INJURY, FRACTURE, BURN, BITE);
    implies(CORD, CORD_INFECTED, CORD_BLEEDING);
    implies(JAUNDICE, JAUNDICE_FROM_BIRTH);
    implies(FAINTED, UNCONSCIOUS);
  }

  /// Who says "no blood" denies it wherever it might be.
  private static final Set<Finding> BLOODY =
      Set.of(BLOODY_STOOL, BLOOD_VOMIT, BLOOD_URINE, COUGHING_BLOOD);

  /// Signs that are told by where they are.
  private static final Set<Finding> PLACED =
      Set.of(LOWER_RIGHT_PAIN, HEAD_INJURY, HEADACHE, NOSEBLEED);

  private static final Set<Finding> RUNS = Set.of(WORSE, BETTER, NOT_BETTER, COMES_AND_GOES);

  /// "Pregnancy 32 weeks", "32/40", "32+4 weeks", on record.
  private static final Pattern WEEKS =
      Pattern.compile(
          "(?i)\\b[1-4]?\\d(?:\\+\\d)? ?(?:weeks?|wks?|w\\b|/ ?40)|\\bweek [1-4]?\\d\\b");

  private final Story story;
  private final Intake.PatientRecord patient;
  private final Person person;
  private final AskedQuestions askedQuestions;
  private final boolean placeNamed;
  private final boolean bareScore;
  private final Map<String, Boolean> lasting = new HashMap<>();
  private final Set<Finding> onRecord;

  KnownFacts(Story story, Intake.PatientRecord patient, Set<Finding> onRecord) {
    this.story = story;
    this.person = Person.of(story, patient);
    this.patient = patient;
    this.onRecord = onRecord;
    this.askedQuestions = new AskedQuestions(story);
    this.placeNamed = story.readings().stream().anyMatch(r -> Places.isNamedIn(r.message()));
    var answerText = new AnswerText(story);
    this.bareScore = answerText.bareScore().isPresent() || answerText.beginsWithScore();
  }

  private static void implies(Finding broader, Finding... narrower) {
    for (var finding : narrower) BROADER.put(finding, broader);
  }

  /// The broader finding that goes without saying; null when there is none.
  static @Nullable Finding implied(Finding narrower) {
    return BROADER.get(narrower);
  }

  /// Without those that a more exact one among them implies.
  static List<Finding> withoutBroader(List<Finding> findings) {
    return findings.stream()
        .filter(f -> findings.stream().noneMatch(narrower -> isImplied(narrower, f)))
        .toList();
  }

  /// Whether who speaks of one speaks of the other: more or less exactly, or of what is its
  /// opposite.
  static boolean areAkin(Finding one, Finding other) {
    return one == other
        || one == other.opposite()
        || other == one.opposite()
        || isImplied(one, other)
        || isImplied(other, one);
  }

  private static boolean isImplied(Finding narrower, Finding broader) {
    return broader == BLOOD ? BLOODY.contains(narrower) : BROADER.get(narrower) == broader;
  }

  AskedQuestions asking() {
    return askedQuestions;
  }

  boolean wasAsked(DetailKind detailKind) {
    return askedQuestions.was(detailKind);
  }

  /// What to ask for a complaint; a fever that came with it wants its temperature.
  List<QuestionTopic> topics(Complaint complaint) {
    var topics = new ArrayList<>(complaint.topics());
    if (story.has(FEVER) && !topics.contains(Complaints.TEMPERATURE) && !topics.isEmpty())
      topics.add(1, Complaints.TEMPERATURE);
    return topics;
  }

  /// Whether a topic still needs a question.
  boolean open(QuestionTopic topic, Complaint complaint) {
    if (!applies(topic.terms())) return false;
    return switch (topic) {
      case QuestionTopic.About t -> !askedQuestions.isDone(t.ask()) && !known(t.ask(), complaint);
      case QuestionTopic.AnyOf t -> !open(t).isEmpty();
      case QuestionTopic.Whether t -> open(t.finding());
    };
  }

  /// The findings of a topic that are neither said nor asked nor on record.
  List<Finding> open(QuestionTopic.AnyOf topic) {
    return topic.findings().stream().filter(this::open).toList();
  }

  private boolean open(Finding finding) {
    if (askedQuestions.isDone(finding) || onRecord.contains(finding) || spokenOf(finding))
      return false;
    var opposite = finding.opposite();
    if (opposite != null && (spokenOf(opposite) || narrower(opposite))) return false;
    var broader = BROADER.get(finding);
    if (broader != null && (story.denies(broader) || askedQuestions.was(broader))) return false;
    if (BLOODY.contains(finding) && story.denies(BLOOD)) return false;
    return !narrower(finding);
  }

  private boolean narrower(Finding finding) {
    return BROADER.entrySet().stream()
        .anyMatch(e -> e.getValue() == finding && story.has(e.getKey()));
  }

  private boolean spokenOf(Finding finding) {
    return story.has(finding) || story.denies(finding);
  }

  private boolean known(DetailKind detailKind, Complaint complaint) {
    return switch (detailKind) {
      case DURATION -> lasting.computeIfAbsent(complaint.name(), _ -> isDurationTold(complaint));
      case TEMPERATURE -> story.temperatures().findAny().isPresent() || story.denies(FEVER);
      case SEVERITY ->
          said(detailKind) || story.has(SEVERE_PAIN) || story.denies(PAIN) || bareScore;
      case MEDICATION ->
          story.remedies().findAny().isPresent()
              || (story.has(REFILL) && !patient.medications().isEmpty());
      case LOCATION -> said(detailKind) || PLACED.stream().anyMatch(story::has) || placeNamed;
      case ONSET -> said(detailKind) || story.has(SUDDEN);
      case SPUTUM -> spokenOf(DRY_COUGH) || spokenOf(WET_COUGH);
      case VOMIT_LOOK -> said(detailKind) || spokenOf(GREEN_VOMIT) || story.has(BLOOD_VOMIT);
      case STOOL_COLOUR -> said(detailKind) || spokenOf(PALE_STOOL) || story.has(BLACK_STOOL);
      case WET_DIAPERS ->
          said(detailKind)
              || spokenOf(NO_URINE)
              || spokenOf(LITTLE_URINE)
              || spokenOf(URINE_AS_USUAL);
      case FEED_TYPE -> said(detailKind) || story.has(BREASTFEEDING);
      case AGE -> person.isAgeKnown();
      case ALLERGIES -> said(detailKind) || !patient.allergies().isEmpty();
      case CONDITIONS ->
          said(detailKind)
              || !patient.conditions().isEmpty()
              || story
                  .mentions()
                  .anyMatch(m -> m.present() && m.finding().isCondition() && !m.finding().isWho());
      case BIRTH_WHEN ->
          said(detailKind)
              || story.readings().stream()
                  .flatMap(r -> r.ages().stream())
                  .anyMatch(a -> a.days() < YEAR);
      case COURSE -> said(detailKind) || RUNS.stream().anyMatch(this::spokenOf);
      case GLUCOSE -> measured(Measurement.Kind.GLUCOSE);
      case BLOOD_PRESSURE -> measured(Measurement.Kind.SYSTOLIC);
      case OXYGEN -> measured(Measurement.Kind.OXYGEN);
      case PREGNANCY_WEEKS ->
          said(detailKind)
              || measured(Measurement.Kind.PREGNANCY_WEEKS)
              || patient.conditions().stream().anyMatch(c -> WEEKS.matcher(c).find());
      case COMPANY -> said(detailKind) || isCompanyKnown();
      case TRIGGER, FREQUENCY, HOW_HAPPENED, IMPACT, SAFE_NOW, MEANS, ALSO_TAKEN ->
          said(detailKind);
      case OTHER_SYMPTOMS, CONCERN -> false;
    };
  }

  /// Who writes for a small child is there.
  private boolean isCompanyKnown() {
    return person.voice().isOfAChild()
        || story.readings().stream().anyMatch(r -> Presence.isNamedIn(r.message()));
  }

  private boolean isDurationTold(Complaint complaint) {
    return !new ConcernDuration(story, complaint).told().isEmpty();
  }

  private boolean measured(Measurement.Kind kind) {
    return story.readings().stream()
        .flatMap(r -> r.measurements().stream())
        .anyMatch(m -> m.kind() == kind);
  }

  private boolean said(DetailKind detailKind) {
    return story.details(detailKind).findAny().isPresent();
  }

  static boolean answers(Reading reading, DetailKind detailKind) {
    return reading.asked().asks().contains(detailKind);
  }

  private boolean applies(QuestionTopic.Terms terms) {
    return applies(terms.when())
        && (terms.with().isEmpty()
            || terms.with().stream().anyMatch(f -> onRecord.contains(f) || story.has(f)));
  }

  private boolean applies(QuestionTopic.When when) {
    var days = person.ageDays();
    return switch (when) {
      case ALWAYS -> true;
      case UNDER_5 -> days == null ? story.has(BABY) || story.has(CHILD) : days < 5 * YEAR;
      case FROM_5 -> days == null ? !story.has(BABY) : days >= 5 * YEAR;
      case FROM_10 -> days == null ? !story.has(BABY) && !story.has(CHILD) : days >= 10 * YEAR;
      case FROM_12 -> days == null ? !story.has(BABY) && !story.has(CHILD) : days >= 12 * YEAR;
      case FROM_65 -> days != null && days >= 65 * YEAR;
      case AGE_UNKNOWN -> !person.isAgeKnown();
      case MAY_BE_PREGNANT ->
          !"male".equals(person.gender()) && days != null && days >= 12 * YEAR && days <= 50 * YEAR;
    };
  }
}
