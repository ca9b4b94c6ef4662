package poca.ai.engine;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poca.ai.interview.Assessment;
import poca.ai.interview.Bounds;
import poca.ai.triage.UrgencyLevel;

/// What may become of something that a model said in an interview.
final class Judgement {

  private Judgement() {}

  /// The turn under the urgency that the model gives it; the same turn if its words do not hold.
  static Assessment raised(
      Assessment assessment, InterviewerOutput interviewerOutput, String engine) {
    var level = interviewerOutput.level();
    if (level == null) return assessment;
    return Bounds.raised(assessment, level, interviewerOutput.evidence(), "model:" + engine)
        .orElse(assessment);
  }

  static Optional<Guard.Breach> breach(Assessment assessment, InterviewerOutput interviewerOutput) {
    var sources = sources(assessment);
    if (interviewerOutput.isSummary()
        && assessment.urgency().level() != UrgencyLevel.RED
        && SummarySentence.saysThatAdviceWasGiven(interviewerOutput.message()))
      return Optional.of(Guard.Breach.ADVICE);
    return interviewerOutput.isSummary()
        ? Guard.inSummary(interviewerOutput.message(), sources)
        : Guard.in(interviewerOutput.message(), sources);
  }

  /// Everything that is theirs to say: the patient's words and the record.
  static String sources(Assessment assessment) {
    var patient = assessment.intake().patient();
    var record =
        Stream.of(
                patient.allergies().stream(),
                patient.medications().stream(),
                patient.conditions().stream(),
                Stream.ofNullable(patient.caseHistory()))
            .flatMap(s -> s)
            .collect(Collectors.joining("\n"));
    return assessment.story().exchanges().stream()
        .map(e -> e.message())
        .collect(Collectors.joining("\n", "", "\n" + record));
  }
}
