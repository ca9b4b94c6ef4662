package poca.ai.interview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import poca.ai.likeness.Likeness;
import poca.ai.reading.Story;
import poca.ai.triage.UrgencyLevel;

/// Plays a whole interview: the patient answers by what a question contains, and "no" when nothing
/// is prepared.
final class Consultation {

  private final Intake.PatientRecord patient;
  private final Likeness likeness;
  private final Map<String, String> answers = new LinkedHashMap<>();
  final List<Story.Exchange> exchanges = new ArrayList<>();
  final List<String> questions = new ArrayList<>();
  final List<AssistantTurn> turns = new ArrayList<>();
  final List<Assessment> assessments = new ArrayList<>();

  /// By the rules alone.
  Consultation(Intake.PatientRecord patient) {
    this(patient, Likeness.OFF);
  }

  Consultation(Intake.PatientRecord patient, Likeness likeness) {
    this.patient = patient;
    this.likeness = likeness;
  }

  static Intake.PatientRecord adult(int years, String gender) {
    return new Intake.PatientRecord(
        years, null, gender, 70, 172, "O+", List.of(), List.of(), List.of(), "self", null);
  }

  static Intake.PatientRecord child(int days) {
    return new Intake.PatientRecord(
        days / 365, days, "female", 5, null, null, List.of(), List.of(), List.of(), "child", null);
  }

  /// @param relation of the patient to whoever writes
  static Intake.PatientRecord record(
      String relation,
      int years,
      String gender,
      List<String> medications,
      List<String> conditions) {
    return new Intake.PatientRecord(
        years, null, gender, null, null, null, List.of(), medications, conditions, relation, null);
  }

  /// All of these messages, whatever is asked.
  static Consultation played(Intake.PatientRecord patient, String... messages) {
    var consultation = new Consultation(patient);
    for (var message : messages) consultation.send(message);
    return consultation;
  }

  /// The summary as it would be after the newest message.
  static String summary(Consultation consultation) {
    return Interview.summary(consultation.assessments.getLast()).text();
  }

  Consultation answering(String questionContains, String answer) {
    answers.put(questionContains, answer);
    return this;
  }

  /// Sends the concern and answers until the summary comes.
  Consultation play(String concern) {
    var message = concern;
    while (exchanges.size() < 8) {
      var turn = send(message);
      if (turn.isSummary()) return this;
      questions.add(turn.text());
      message =
          answers.entrySet().stream()
              .filter(e -> turn.text().contains(e.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse("no");
    }
    return this;
  }

  /// The questions that count among the at most four: what answers a greeting does not (contract
  /// 6.2.7).
  List<String> counted() {
    return exchanges.stream()
        .filter(Interview::endsInQuestion)
        .filter(e -> !Opening.isCourtesy(Objects.requireNonNull(e.reading()), e))
        .map(e -> Objects.requireNonNull(e.response()))
        .toList();
  }

  AssistantTurn send(String message) {
    var id = "m" + exchanges.size();
    exchanges.add(new Story.Exchange(id, message, null, false));
    var before = assessments.isEmpty() ? null : assessments.getLast().urgency().rating();
    var assessment = Assessment.of(intake(), before, likeness);
    assessments.add(assessment);
    var turn = Interview.next(assessment);
    turns.add(turn);
    exchanges.set(
        exchanges.size() - 1,
        new Story.Exchange(
            id, message, turn.text(), turn.isSummary(), turn.asked(), assessment.newest()));
    return turn;
  }

  UrgencyLevel level() {
    return assessments.getLast().urgency().level();
  }

  boolean newlyRed() {
    return assessments.getLast().newlyRed();
  }

  Intake intake() {
    return new Intake(new Intake.Doctor("Pediatrician", "+1 555 0100"), patient, exchanges);
  }

  String summary() {
    return turns.getLast().text();
  }

  /// Whether a question for this was answered with nothing but a "yes".
  boolean isPlainlyAffirmed(String label) {
    for (var at = 1; at < exchanges.size(); at++)
      if (turns.get(at - 1).text().toLowerCase(Locale.ROOT).contains(label)
          && exchanges.get(at).message().matches("(?i)\\W*(yes|yeah|yep|yup)(\\W+\\w+){0,2}\\W*"))
        return true;
    return false;
  }
}
