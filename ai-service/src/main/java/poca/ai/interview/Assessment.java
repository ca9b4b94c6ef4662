package poca.ai.interview;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import poca.ai.likeness.EmergencyFamily;
import poca.ai.likeness.Likeness;
import poca.ai.reading.ClassMentions;
import poca.ai.reading.Finding;
import poca.ai.reading.Reading;
import poca.ai.reading.Story;
import poca.ai.triage.Background;
import poca.ai.triage.StoredUrgency;
import poca.ai.triage.Triage;
import poca.ai.triage.Urgency;
import poca.ai.triage.UrgencyLevel;

/// The one reading of a turn: what the patient has said after the newest message, how urgent that
/// is, and whether it was understood. Everything that answers the message goes by it, so that
/// nothing is read or rated twice.
///
/// @param urgency of the session after this turn, earlier turns included
/// @param understood contract 6.2.6
/// @param before how the session was rated before this turn, null before the first
/// @param confirm the emergency whose question has to be asked before any other, null if there is
///   none
public record Assessment(
    Intake intake,
    Story story,
    Urgency urgency,
    boolean understood,
    @Nullable StoredUrgency before,
    @Nullable EmergencyFamily confirm) {

  private static final double YEAR = 365.25;

  /// By the rules alone.
  ///
  /// @param intake with the newest message last, which must not have been answered
  public static Assessment of(Intake intake, @Nullable StoredUrgency before) {
    return of(intake, before, Likeness.OFF);
  }

  /// @param intake with the newest message last, which must not have been answered
  public static Assessment of(Intake intake, @Nullable StoredUrgency before, Likeness likeness) {
    var story = Story.of(intake.conversation(), kin(intake.patient().relation()));
    var background = background(intake.patient(), onRecord(intake.patient()));
    var said = Triage.assess(story, background);
    if (said == null) throw new IllegalArgumentException("an intake has at least one message");
    var understood =
        Understanding.of(story, said, intake.patient())
            && !Understanding.leavesOpenWhatDecides(story, background);
    var urgency = session(said, understood, story, before);
    return SecondNet.over(
        new Assessment(intake, story, urgency, understood, before, null), likeness);
  }

  /// The rules' rating, never below what the session has come to. Only the floor under what is not
  /// understood is lifted again, and not after the summary; it never takes the place of a sign that
  /// made the session as urgent, or that sign would be lifted with it.
  private static Urgency session(
      Urgency said, boolean understood, Story story, @Nullable StoredUrgency before) {
    var newest = story.exchanges().getLast().messageId();
    var now = said;
    if (!understood && said.level() == UrgencyLevel.GREEN) {
      var read = story.readings().getLast().language().isRead();
      now =
          said.under(
              new StoredUrgency(
                  UrgencyLevel.YELLOW,
                  read ? Triage.NOT_UNDERSTOOD : Triage.UNREAD_LANGUAGE,
                  List.of()),
              read ? "not everything was understood" : "written in a language that is not read",
              newest);
    }
    if (before == null || before.level().compareTo(now.level()) < 0) return now;
    boolean floorUnderSign = now.rating().isFloor() && !before.isFloor();
    if (before.level() == now.level() && !floorUnderSign) return now;
    if (before.isFloor() && !hasSummary(story)) return now;
    return now.under(before, "rated so before", story.exchanges().getFirst().messageId());
  }

  private static boolean hasSummary(Story story) {
    return story.exchanges().stream().anyMatch(Story.Exchange::isSummary);
  }

  /// The same turn under a higher rating that no rule over the words has set.
  Assessment under(StoredUrgency rating, String reason) {
    var under = urgency.under(rating, reason, newest().messageId());
    return new Assessment(intake, story, under, understood, before, confirm);
  }

  /// The same turn, in which this emergency's question is asked.
  Assessment confirming(EmergencyFamily family) {
    return new Assessment(intake, story, urgency, understood, before, family);
  }

  /// Whether this turn makes the session red.
  public boolean newlyRed() {
    return urgency.level() == UrgencyLevel.RED
        && (before == null || before.level() != UrgencyLevel.RED);
  }

  /// Whether the newest message itself holds a red sign, in a session that may have been red
  /// before.
  public boolean isRedMessage() {
    return newlyRed()
        || urgency.firings().stream()
            .anyMatch(f -> f.level() == UrgencyLevel.RED && f.since().equals(newest().messageId()));
  }

  /// BCP 47 tag of the patient's words so far; null while there is nothing to tell it by.
  public @Nullable String language() {
    return newest().language().tag();
  }

  /// Whether the patient's words so far are in a language that can be read.
  public boolean isRead() {
    return newest().language().isRead();
  }

  /// How many messages have found the patient's words unread.
  public long unreadMessages() {
    return story.readings().stream().filter(r -> !r.language().isRead()).count();
  }

  /// How the newest message was read.
  public Reading newest() {
    return story.readings().getLast();
  }

  public boolean hasSummary() {
    return hasSummary(story);
  }

  /// How the writer may call the patient of record.
  private static Set<String> kin(@Nullable String relation) {
    if (relation == null) return Set.of();
    return switch (relation) {
      case "husband" -> Set.of("husband", "partner");
      case "wife" -> Set.of("wife", "partner");
      case "parent" -> Set.of("father", "mother", "dad", "mum", "mom", "papa", "mama");
      case "friend" -> Set.of("friend");
      case "guardian", "other", "doctor" ->
          Set.of(
              "father",
              "mother",
              "dad",
              "mum",
              "mom",
              "brother",
              "sister",
              "grandfather",
              "grandmother",
              "grandma",
              "grandpa",
              "uncle",
              "aunt",
              "nephew",
              "niece",
              "cousin",
              "relative");
      default -> Set.of();
    };
  }

  /// The conditions on record, as findings.
  static Set<Finding> onRecord(Intake.PatientRecord patient) {
    var named = new TreeSet<Finding>();
    patient.conditions().forEach(c -> named.addAll(Story.named(c)));
    patient.medications().forEach(m -> named.addAll(Story.named(m)));
    named.removeIf(f -> !f.isCondition() || f.isWho());
    boolean cannotBePregnant =
        "male".equals(patient.gender())
            || (patient.ageYears() != null && (patient.ageYears() < 12 || patient.ageYears() > 50));
    if (cannotBePregnant) named.removeAll(Set.of(Finding.PREGNANT, Finding.POSTPARTUM));
    return named;
  }

  /// What the record knows that the rules depend on.
  Background background() {
    return background(intake.patient(), onRecord(intake.patient()));
  }

  private static Background background(Intake.PatientRecord patient, Set<Finding> onRecord) {
    var classes = ClassMentions.classes(patient.medications(), patient.conditions());
    var weight =
        patient.weightKg() == null ? null : Double.valueOf(patient.weightKg().doubleValue());
    if (patient.ageDays() != null)
      return new Background((double) patient.ageDays(), onRecord, classes, weight);
    if (patient.ageYears() == null) return new Background(null, onRecord, classes, weight);
    if (patient.ageYears() > 0)
      return new Background(patient.ageYears() * YEAR, onRecord, classes, weight);
    // "0 years" without a date of birth can be any age within the first year.
    var baby = new TreeSet<>(Set.of(Finding.BABY));
    baby.addAll(onRecord);
    return new Background(null, baby, classes, weight);
  }
}
