package poca.ai.draft;

import java.util.List;
import java.util.Locale;
import poca.ai.interview.Contraindications;
import poca.ai.interview.Intake;
import poca.ai.reading.Medicines;

/// The reply to an emergency. No home advice and no dose: neither may keep anybody from coming.
final class EmergencyReply {

  private final PostedSummary postedSummary;
  private final Intake.PatientRecord patient;
  private final Contraindications record;
  private final DraftSettings settings;

  EmergencyReply(
      PostedSummary postedSummary,
      Intake.PatientRecord patient,
      Contraindications record,
      DraftSettings settings) {
    this.postedSummary = postedSummary;
    this.patient = patient;
    this.record = record;
    this.settings = settings;
  }

  void to(List<String> sentences) {
    var reason = postedSummary.reason();
    sentences.add(
        "This has to be seen now"
            + (reason == null ? "" : " (" + why(reason) + ")")
            + ": come in at once, call "
            + settings.emergencyNumber()
            + " or go to the nearest emergency department.");
    Advices.ALL.stream()
        .filter(a -> a.visit() == Advice.Visit.NOW)
        .filter(a -> a.to().stream().anyMatch(postedSummary.names()::containsKey))
        .map(Advice::text)
        .forEach(sentences::add);
    if (postedSummary.isOfSelfHarm()) selfHarm(sentences);
    if (postedSummary.refusesHelp()) refused(sentences);
    sentences.add(
        "If it gets worse or you cannot travel, call " + settings.emergencyNumber() + ".");
    if (!postedSummary.remedies().isEmpty() && !postedSummary.isOfSelfHarm())
      sentences.add("Bring what you have taken: " + taken() + ".");
    if (postedSummary.holdsTheThinner())
      sentences.add(
          "Take no further dose of the blood thinner until you have been seen; tell them when the last one"
              + " was.");
    var without = new SelfMedication(postedSummary, patient, record);
    if (AntiInflammatory.isNamed(postedSummary)) without.antiInflammatory(sentences);
    without.others(sentences);
    without.allergies(sentences);
    if (!postedSummary.wishes().isEmpty())
      sentences.add(
          "Your wish for "
              + Phrasing.list(postedSummary.wishes(), "and")
              + " is noted: I see to it once you have been seen.");
    new AnswersBack(postedSummary, record).to(sentences);
    sentences.add("Write to me when you are on the way.");
  }

  /// Somebody to talk to, somebody who is there, and nothing within reach (NICE NG225, Self-harm:
  /// assessment, management and preventing recurrence).
  private void selfHarm(List<String> sentences) {
    if (!settings.crisisLine().isBlank())
      sentences.add(
          "To talk to somebody right now, at any hour, call "
              + settings.crisisLine().strip()
              + ".");
    sentences.add(
        postedSummary.hasCompany()
            ? "Stay with the person who is with you and tell them how it is."
            : "Do not stay alone: ask somebody to be with you until you are seen.");
    sentences.add(
        postedSummary.remedies().isEmpty()
            ? "Have tablets, blades and whatever else could be used put out of your reach."
            : "Give "
                + taken()
                + " and whatever else could be used to somebody now, out of your reach, and take none of it.");
  }

  /// A refusal of help: why it matters, what to do at least, whom to call.
  private void refused(List<String> sentences) {
    sentences.add(
        "I understand that hospital is not wanted, but this cannot be judged from here and can turn"
            + " dangerous or leave lasting harm within hours.");
    sentences.add(
        (postedSummary.hasCompany() ? "At least tell" : "At least do not stay alone, tell")
            + " somebody close what to watch for, and call me now to talk about it.");
  }

  /// The interviewer's tag quotes the patient.
  private static String why(String reason) {
    return reason.startsWith("\"") ? "you wrote " + reason : reason;
  }

  private String taken() {
    var named = Medicines.in(String.join("\n", postedSummary.remedies()).toLowerCase(Locale.ROOT));
    if (!named.isEmpty()) return Phrasing.list(List.copyOf(named), "and");
    return Phrasing.shortened(postedSummary.remedies().getFirst(), 80);
  }
}
