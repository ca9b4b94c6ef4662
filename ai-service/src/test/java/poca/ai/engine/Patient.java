package poca.ai.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Assessment;
import poca.ai.interview.Intake;
import poca.ai.reading.Story;
import poca.ai.triage.StoredUrgency;

/// A patient who is interviewed by an engine, turn by turn, as the service keeps it.
final class Patient {

  static final Intake.PatientRecord RECORD =
      new Intake.PatientRecord(
          34,
          null,
          "female",
          62,
          170,
          "A+",
          List.of("penicillin"),
          List.of(),
          List.of(),
          "self",
          null);

  private final Engine engine;
  private final Set<String> names;
  private final List<Story.Exchange> exchanges = new ArrayList<>();
  private @Nullable StoredUrgency rating;

  Patient(Engine engine) {
    this(engine, Set.of());
  }

  Patient(Engine engine, Set<String> names) {
    this.engine = engine;
    this.names = names;
  }

  Engine.Answer says(String message) {
    var id = "m" + exchanges.size();
    exchanges.add(new Story.Exchange(id, message, null, false));
    var assessment =
        Assessment.of(
            new Intake(
                new Intake.Doctor("Family doctor", "+1 555 0100"), RECORD, exchanges, names, false),
            rating);
    var answer = engine.answer(assessment, Audience.NOBODY);
    var raised = answer.raised();
    rating = (raised == null ? assessment : raised).urgency().rating();
    exchanges.set(
        exchanges.size() - 1,
        new Story.Exchange(
            id,
            message,
            answer.message(),
            answer.isSummary(),
            answer.asked(),
            assessment.newest()));
    return answer;
  }

  @Nullable StoredUrgency rating() {
    return rating;
  }
}
