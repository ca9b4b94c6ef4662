package poca.ai.interview;

import java.util.List;
import java.util.Locale;
import poca.ai.reading.Finding;
import poca.ai.reading.Medicines;
import poca.ai.reading.Story;

/// What the patient wants that is no sign of an illness: it is answered as what it is, and passed
/// on.
final class PatientRequests {

  private static final List<Finding> KINDS =
      List.of(Finding.REFILL, Finding.SICK_NOTE, Finding.APPOINTMENT_WISH, Finding.RESULTS_WISH);

  private PatientRequests() {}

  /// As the doctor reads them; of a prescription with the medicines that are named with it.
  static List<String> told(Story story) {
    return KINDS.stream().filter(story::has).map(kind -> kind.label() + of(kind, story)).toList();
  }

  private static String of(Finding kind, Story story) {
    if (kind != Finding.REFILL) return "";
    var passages = new Passages(story);
    var medicines =
        story
            .mentions()
            .filter(m -> m.present() && m.finding() == kind)
            .flatMap(
                m -> Medicines.in(passages.sentence(m.span()).toLowerCase(Locale.ROOT)).stream())
            .distinct()
            .toList();
    return medicines.isEmpty() ? "" : " (" + QuestionText.joined(medicines, "and") + ")";
  }

  /// The question with the answer to wishes that the newest message tells for the first time.
  static AssistantTurn.Question answered(Story story, AssistantTurn.Question question) {
    var newest = story.readings().getLast().messageId();
    var wishes =
        KINDS.stream()
            .filter(kind ->
                story.present(kind).filter(m -> m.span().messageId().equals(newest)).isPresent())
            .map(Finding::label)
            .toList();
    if (wishes.isEmpty()) return question;
    return new AssistantTurn.Question(
        "The wish for "
            + QuestionText.joined(wishes, "and")
            + " goes to the doctor. "
            + question.text(),
        question.asked());
  }
}
