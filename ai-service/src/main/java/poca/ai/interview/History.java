package poca.ai.interview;

import poca.ai.reading.Story;
import poca.ai.triage.Urgency;

/// The history as taken so far: who is ill, what of, and what is known about it.
record History(Assessment assessment, Person person, Concern concern, KnownFacts known) {

  History(Assessment assessment) {
    this(assessment, Person.of(assessment.story(), assessment.intake().patient()));
  }

  private History(Assessment assessment, Person person) {
    this(
        assessment,
        person,
        Concern.of(assessment.story(), assessment.urgency(), person.voice().isBaby()),
        new KnownFacts(
            assessment.story(),
            assessment.intake().patient(),
            Assessment.onRecord(assessment.intake().patient())));
  }

  Voice voice() {
    return person.voice();
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
