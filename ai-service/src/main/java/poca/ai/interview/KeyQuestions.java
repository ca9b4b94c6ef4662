package poca.ai.interview;

import java.util.ArrayList;
import java.util.List;
import poca.ai.triage.UrgencyLevel;

/// The two or three questions that are left for the doctor: what is still open, and what has to be
/// decided for this case.
final class KeyQuestions {

  private static final int MOST = 3;

  private KeyQuestions() {}

  static List<String> of(History history) {
    var patient = history.intake().patient();
    var story = history.story();
    var urgency = history.urgency();
    var concern = history.concern();
    var questions = new ArrayList<String>();
    boolean red = urgency.level() == UrgencyLevel.RED;
    if (red)
      questions.add(
          "Does the patient need emergency care now"
              + UrgencyEvidence.of(story, urgency).map(e -> ", given " + e).orElse("")
              + "?");
    var decisions = concern.complaint().decisions().stream().map(Voice.THE_PATIENT::speak).toList();
    if (red) questions.add(decisions.getFirst());
    if (!red && !patient.allergies().isEmpty()) {
      questions.add(
          "Which treatment fits, given the recorded allergy to "
              + Quote.oneLine(patient.allergies().getFirst(), 60)
              + "?");
    }
    boolean read = history.assessment().isRead();
    if (!read) questions.addFirst("Who translates the patient's words?");
    var notAsked = concern.isKnown() && read ? Agenda.open(history) : List.<String>of();
    for (var question : notAsked)
      if (questions.size() < (red ? MOST : 2)) questions.add("Not asked: " + question);
    for (var decision : decisions) {
      if (questions.size() < MOST && !questions.contains(decision)) questions.add(decision);
    }
    return questions;
  }
}
