package poca.ai.interview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Reading;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.triage.Urgency;

/// What the patient came for: the message that says it and the complaint that it is.
///
/// @param second another complaint told with it, null if there is none
/// @param vague whether only something vague says which complaint it is
/// @param reading the message in which it was said, null when nothing medical has been said yet
record Concern(
    Complaint complaint, @Nullable Complaint second, @Nullable Reading reading, boolean vague) {

  /// Findings too vague to be a concern while a clearer one is there.
  private static final Set<Finding> VAGUE =
      Set.of(
          Finding.PREGNANT,
          Finding.POSTPARTUM,
          Finding.CHILLS,
          Finding.CRYING,
          Finding.INSOMNIA,
          Finding.ANXIETY,
          Finding.BLEEDING,
          Finding.FATIGUE,
          Finding.SWELLING,
          Finding.ALLERGIC,
          Finding.STRESS,
          Finding.IRRITABILITY,
          Finding.POOR_APPETITE,
          Finding.POOR_DRINKING,
          Finding.DRY_MOUTH,
          Finding.DROWSY,
          Finding.FUSSY_EATING,
          Finding.DIABETES,
          Finding.HYPERTENSION,
          Finding.BREASTFEEDING,
          Finding.TEST_RESULT,
          Finding.MEDICINE_QUESTION,
          Finding.SMOKING,
          Finding.CONTACT_LENSES,
          Finding.BLOOD_SUGAR_READING,
          Finding.BLOOD_PRESSURE_READING,
          Finding.SIDE_EFFECT,
          Finding.BEHAVIOUR,
          Finding.VACCINATION,
          Finding.PAIN,
          Finding.SEVERE_PAIN);

  /// The complaint, and the second one if there is one.
  List<Complaint> complaints() {
    return second == null ? List.of(complaint) : List.of(complaint, second);
  }

  boolean isKnown() {
    return reading != null;
  }

  /// The first message with a recognised complaint; messages before it may only be greetings or
  /// answers to an open question.
  static Concern of(Story story, Urgency urgency, boolean baby) {
    Reading first = null;
    for (var reading : story.readings()) {
      if (first != null && !openQuestion(reading)) break;
      var found = candidates(reading, urgency, baby);
      if (!found.isEmpty())
        return new Concern(
            found.getFirst().complaint, second(found), reading, found.getFirst().vague());
      if (first == null && reading.states() && !Opening.hasNone(reading)) first = reading;
    }
    // Asked twice for the concern, the patient has said what there is to say.
    long asked =
        story.readings().stream()
            .filter(r -> r.asked().asks().contains(DetailKind.CONCERN))
            .count();
    if (first == null && asked >= 2) first = firstWords(story.readings());
    return new Concern(Complaints.GENERAL, null, first, true);
  }

  /// The first message that states something, which may have been understood only by later ones.
  @Nullable Reading firstWords(Story story) {
    for (var earlier : story.readings()) {
      if (earlier == reading) break;
      if (!earlier.statements().isEmpty() && earlier.states()) return earlier;
    }
    return reading;
  }

  private static boolean openQuestion(Reading reading) {
    return reading.asked().asks().contains(DetailKind.CONCERN)
        || reading.asked().asks().contains(DetailKind.OTHER_SYMPTOMS);
  }

  /// The first of those that say anything at all.
  private static @Nullable Reading firstWords(List<Reading> readings) {
    return readings.stream()
        .filter(r -> !r.words().isEmpty() && !r.isSmallTalk())
        .findFirst()
        .orElse(null);
  }

  private record Candidate(Complaint complaint, int level, int vagueness, Span span, int order) {

    boolean vague() {
      return vagueness > 0;
    }
  }

  /// Any wish is vaguer than an illness, and a wish of no known kind vaguer than one of a known.
  private static int vagueness(Finding finding) {
    if (finding == Finding.REQUEST || finding == Finding.QUESTION) return 3;
    if (finding.isCourse()) return 2;
    return VAGUE.contains(finding) ? 1 : 0;
  }

  /// Not a vaguer word for the first, and told at another place. A fever beside a local complaint
  /// belongs to it.
  private static @Nullable Complaint second(List<Candidate> candidates) {
    var first = candidates.getFirst();
    if (first.vague()) return null;
    return candidates.stream()
        .filter(c -> !c.vague() && !c.complaint.name().equals(first.complaint.name()))
        .filter(c -> !c.complaint.triggers().contains(Finding.FEVER))
        .filter(c -> c.complaint.asksAfterIllness() && !c.span.overlaps(first.span))
        .map(Candidate::complaint)
        .findFirst()
        .orElse(null);
  }

  /// The most important first.
  private static List<Candidate> candidates(Reading reading, Urgency urgency, boolean baby) {
    var candidates = new ArrayList<Candidate>();
    for (var mention : reading.mentions()) {
      if (!mention.present() || mention.answer()) continue;
      for (int order = 0; order < Complaints.ALL.size(); order++) {
        var complaint = Complaints.ALL.get(order);
        if (!complaint.triggers().contains(mention.finding()) || (complaint.babiesOnly() && !baby))
          continue;
        candidates.add(
            new Candidate(
                complaint,
                level(mention, urgency),
                vagueness(mention.finding()),
                mention.span(),
                order));
        break;
      }
    }
    candidates.sort(
        Comparator.comparing((Candidate c) -> -c.level)
            .thenComparing(Candidate::vagueness)
            .thenComparing((Candidate c) -> c.span.start())
            .thenComparing(Candidate::order));
    return candidates;
  }

  /// How urgent the rules find the very words of this mention.
  private static int level(Mention mention, Urgency urgency) {
    int level = 0;
    for (var firing : urgency.firings()) {
      for (Span span : firing.evidence()) {
        if (span.overlaps(mention.span())) level = Math.max(level, firing.level().ordinal());
      }
    }
    // Yellow does not outrank the order in which the patient tells it; red does.
    return level == 2 ? 2 : 0;
  }
}
