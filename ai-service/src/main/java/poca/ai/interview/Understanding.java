package poca.ai.interview;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poca.ai.reading.AnswerOpening;
import poca.ai.reading.Finding;
import poca.ai.reading.Reading;
import poca.ai.reading.StatedClause;
import poca.ai.reading.Story;
import poca.ai.triage.Background;
import poca.ai.triage.Triage;
import poca.ai.triage.Urgency;
import poca.ai.triage.UrgencyLevel;

/// Whether the patient was understood (contract 6.2.6): the concern is in a table, and at least
/// half of what was stated holds something that is recognised. Grave words that nothing read speak
/// against it, whatever else was recognised.
final class Understanding {

  private Understanding() {}

  private static final double YEAR = 365.25;

  /// Those for whom small things are seldom small.
  private static final Set<Finding> VULNERABLE =
      Set.of(
          Finding.PREGNANT,
          Finding.POSTPARTUM,
          Finding.BABY,
          Finding.BLOOD_THINNER,
          Finding.WEAK_IMMUNITY,
          Finding.CANCER_TREATMENT,
          Finding.DIABETES,
          Finding.HEART_DISEASE);

  static boolean of(Story story, Urgency urgency, Intake.PatientRecord patient) {
    var readings = story.readings();
    if (!readings.getLast().language().isRead()) return false;
    if (readings.stream().allMatch(Reading::isSmallTalk)) return true;
    return isMostlyRecognised(readings)
        && graveWords(readings) <= gravesAllowed(story, urgency, patient);
  }

  /// Whether a sign that would make it red was asked for and the reply told nothing of it.
  static boolean leavesOpenWhatDecides(Story story, Background background) {
    var open =
        story.readings().stream()
            .filter(r -> r.reply() == AnswerOpening.NONE && !r.content().isEmpty())
            .flatMap(r -> r.asked().findings().stream())
            .filter(f -> story.mentions().noneMatch(m -> m.finding() == f))
            .collect(Collectors.toCollection(TreeSet::new));
    return !open.isEmpty()
        && Triage.outlooks(story, background, open).values().stream()
            .anyMatch(outlook -> outlook.level() == UrgencyLevel.RED);
  }

  /// How many grave words that nothing read there may be beside what was understood; -1 if the
  /// concern is of no known kind.
  private static long gravesAllowed(Story story, Urgency urgency, Intake.PatientRecord patient) {
    var readings = story.readings();
    var person = Person.of(story, patient);
    var concern = Concern.of(story, urgency, person.voice().isBaby());
    if (concern.complaint() == Complaints.GENERAL)
      return readings.stream().anyMatch(Reading::everydaySubject) ? 0 : -1;
    if (concern.vague() || isVulnerable(story, patient, person)) return recognised(readings) / 8;
    return 1 + recognised(readings) / 4;
  }

  private static int graveWords(List<Reading> readings) {
    return readings.stream().mapToInt(Reading::unreadGraveWords).sum();
  }

  private static boolean isVulnerable(Story story, Intake.PatientRecord patient, Person person) {
    var days = person.ageDays();
    if (days != null && (days < 5 * YEAR || days >= 75 * YEAR)) return true;
    var onRecord = Assessment.onRecord(patient);
    return VULNERABLE.stream().anyMatch(f -> story.has(f) || onRecord.contains(f));
  }

  private static boolean isMostlyRecognised(List<Reading> readings) {
    return 2 * recognised(readings) >= stated(readings).count();
  }

  private static long recognised(List<Reading> readings) {
    return stated(readings).filter(StatedClause::recognised).count();
  }

  private static Stream<StatedClause> stated(List<Reading> readings) {
    return readings.stream().flatMap(r -> r.statements().stream()).filter(s -> !s.question());
  }
}
