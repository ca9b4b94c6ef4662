package poca.ai.interview;

import java.util.ArrayList;
import java.util.List;
import poca.ai.reading.Story;
import poca.ai.triage.Level;
import poca.ai.triage.Urgency;

/// The two or three questions that are left for the doctor: what is still open, and what has to be
/// decided for this case.
final class KeyQuestions {

  private static final int MOST = 3;

  private KeyQuestions() {}

  static List<String> of(
      Intake.PatientRecord patient, Story story, Urgency urgency, Concern concern, Known known) {
    var questions = new ArrayList<String>();
    boolean red = urgency.level() == Level.RED;
    if (red)
      questions.add(
          "Does the patient need emergency care now"
              + Evidence.of(story, urgency).map(e -> ", given " + e).orElse("")
              + "?");
    var decisions = concern.complaint().decisions().stream().map(Voice.THE_PATIENT::speak).toList();
    if (red) questions.add(decisions.getFirst());
    var open =
        known.topics(concern.complaint()).stream()
            .filter(t -> !t.optional() && known.open(t, concern.complaint()))
            .map(t -> Questions.ask(t, Voice.THE_PATIENT, concern.complaint(), known).text())
            .toList();
    for (var question : open)
      if (questions.size() < (red ? MOST : 2)) questions.add("Not asked: " + question);
    if (!red && !patient.allergies().isEmpty() && questions.size() < 2) {
      questions.add(
          "Which treatment fits, given the recorded allergy to "
              + Quote.oneLine(patient.allergies().getFirst(), 60)
              + "?");
    }
    for (var decision : decisions) {
      if (questions.size() < MOST && !questions.contains(decision)) questions.add(decision);
    }
    return questions;
  }
}
