package poca.ai.interview;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Ask;
import poca.ai.reading.Finding;
import poca.ai.reading.Story;
import poca.ai.triage.Background;
import poca.ai.triage.Level;
import poca.ai.triage.Triage;
import poca.ai.triage.Urgency;

/// Interviews a patient for a doctor: at most four short questions about what matters for the
/// complaint, then one summary.
///
/// A pure function of the intake: nothing is remembered between two calls, so that any engine may
/// go on with any session.
public final class Interview {

  static final int MOST_QUESTIONS = 4;

  /// After a red warning sign the interview is kept short: the question that goes with the warning
  /// and one more.
  private static final int MOST_QUESTIONS_ONCE_RED = 2;

  private static final double YEAR = 365.25;

  private Interview() {}

  /// What to say after the newest message of the intake, which must have at least one.
  public static Turn next(Intake intake) {
    var patient = intake.patient();
    var story = story(intake);
    var onRecord = onRecord(patient);
    var urgency = Triage.assess(story, background(patient, onRecord));
    if (urgency == null) throw new IllegalArgumentException("an intake has at least one message");
    var newest = story.exchanges().getLast().messageId();
    boolean newlyRed = urgency.level() == Level.RED && urgency.since().equals(newest);
    if (story.exchanges().stream().anyMatch(Story.Exchange::isSummary)) {
      return new Turn.Noted(
          "The summary is complete. This message is kept with the session for the doctor.",
          urgency,
          newlyRed);
    }
    var voice = Voice.of(story, patient);
    var concern = Concern.of(story, urgency, voice.isBaby());
    var known = new Known(story, patient, onRecord);
    var question = question(story, urgency, voice, concern, known);
    if (question != null) return new Turn.Question(question, urgency, newlyRed);
    var summary = new SummaryText(intake, story, urgency, voice, concern, known).text();
    return new Turn.Summary(summary, urgency, newlyRed);
  }

  /// The urgency alone, for sessions that another engine interviews; null before the first message.
  public static @Nullable Urgency urgency(Intake intake) {
    return Triage.assess(story(intake), background(intake.patient(), onRecord(intake.patient())));
  }

  /// The reply to a message that newly made the session red: the advice, then what the interviewer
  /// says next.
  ///
  /// @param contact the doctor's, if there is one
  public static String redReply(Turn next, String emergencyNumber, @Nullable String contact) {
    var advice =
        new StringBuilder(
            "Seek emergency care now: call "
                + emergencyNumber
                + " or go to the nearest emergency department. Do not wait for an answer here.");
    if (contact != null && !contact.isBlank())
      advice.append(" Doctor's contact: ").append(contact.strip()).append('.');
    return advice.append("\n\n").append(next.text()).toString();
  }

  private static @Nullable String question(
      Story story, Urgency urgency, Voice voice, Concern concern, Known known) {
    int asked = questionsAsked(story, 0);
    if (asked >= MOST_QUESTIONS) return null;
    if (!concern.isKnown()) {
      if (asked >= 2) return null;
      boolean again = known.wasAsked(Ask.CONCERN);
      return Questions.ask(
          again ? Asking.CONCERN_AGAIN : Asking.CONCERN, voice, Complaints.GENERAL, known);
    }
    if (urgency.level() == Level.RED
        && questionsAsked(story, indexOf(story, urgency.since())) >= MOST_QUESTIONS_ONCE_RED)
      return null;
    var unclear = story.readings().getLast();
    if (Questions.needsWhich(unclear)) return Questions.which(unclear);
    for (var topic : known.topics(concern.complaint())) {
      if (topic.optional() && asked >= 2) continue;
      if (known.open(topic, concern.complaint()))
        return Questions.ask(topic, voice, concern.complaint(), known);
    }
    return null;
  }

  private static int questionsAsked(Story story, int from) {
    int asked = 0;
    for (var exchange : story.exchanges().subList(from, story.exchanges().size())) {
      if (exchange.response() != null && !exchange.isSummary()) asked++;
    }
    return asked;
  }

  private static int indexOf(Story story, String messageId) {
    for (int i = 0; i < story.exchanges().size(); i++) {
      if (Objects.equals(story.exchanges().get(i).messageId(), messageId)) return i;
    }
    return 0;
  }

  private static Story story(Intake intake) {
    return Story.of(intake.conversation(), kin(intake.patient().relation()));
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

  private static Set<Finding> onRecord(Intake.PatientRecord patient) {
    var named = EnumSet.noneOf(Finding.class);
    patient.conditions().forEach(c -> named.addAll(Story.named(c)));
    patient.medications().forEach(m -> named.addAll(Story.named(m)));
    named.removeIf(f -> !f.isCondition() || f.isWho());
    boolean cannotBePregnant =
        "male".equals(patient.gender())
            || (patient.ageYears() != null && (patient.ageYears() < 12 || patient.ageYears() > 50));
    if (cannotBePregnant) named.removeAll(Set.of(Finding.PREGNANT, Finding.POSTPARTUM));
    return named;
  }

  private static Background background(Intake.PatientRecord patient, Set<Finding> onRecord) {
    if (patient.ageDays() != null) return new Background((double) patient.ageDays(), onRecord);
    if (patient.ageYears() == null) return new Background(null, onRecord);
    if (patient.ageYears() > 0) return new Background(patient.ageYears() * YEAR, onRecord);
    // "0 years" without a date of birth can be any age within the first year.
    var baby = EnumSet.of(Finding.BABY);
    baby.addAll(onRecord);
    return new Background(null, baby);
  }
}
