package poca.ai.interview;

import poca.ai.reading.Story;
import poca.ai.triage.Urgency;

/// The history as taken so far: who is ill, what of, and what is known about it.
record History(Assessment assessment, Voice voice, Concern concern, Known known) {

  History(Assessment assessment) {
    this(assessment, Voice.of(assessment.story(), assessment.intake().patient()));
  }

  private History(Assessment assessment, Voice voice) {
    this(
        assessment,
        voice,
        Concern.of(assessment.story(), assessment.urgency(), voice.isBaby()),
        new Known(
            assessment.story(),
            assessment.intake().patient(),
            Assessment.onRecord(assessment.intake().patient())));
  }

  Intake intake() {
    return assessment.intake();
  }

  Story story() {
    return assessment.story();
  }

  Urgency urgency() {
    return assessment.urgency();
  }
}
