package poca.ai.interview;

import java.util.List;
import poca.ai.reading.Finding;
import poca.ai.reading.Story;

/// What the patient wants that is no sign of an illness: it is answered as what it is, and passed
/// on.
final class Wishes {

  private static final List<Finding> KINDS =
      List.of(Finding.REFILL, Finding.SICK_NOTE, Finding.APPOINTMENT_WISH, Finding.RESULTS_WISH);

  private Wishes() {}

  /// As the doctor reads them.
  static List<String> told(Story story) {
    return KINDS.stream().filter(story::has).map(Finding::label).toList();
  }

  /// The question with the answer to wishes that the newest message tells for the first time.
  static Turn.Question answered(Story story, Turn.Question question) {
    var newest = story.readings().getLast().messageId();
    var wishes =
        KINDS.stream()
            .filter(kind ->
                story.present(kind).filter(m -> m.span().messageId().equals(newest)).isPresent())
            .map(Finding::label)
            .toList();
    if (wishes.isEmpty()) return question;
    return new Turn.Question(
        "The wish for "
            + Questions.joined(wishes, "and")
            + " goes to the doctor. "
            + question.text(),
        question.asked());
  }
}
