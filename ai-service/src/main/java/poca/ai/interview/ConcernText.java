package poca.ai.interview;

import java.util.List;
import java.util.stream.Collectors;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Reading;
import poca.ai.reading.Story;

/// The line about the main concern: what it is, in the patient's words or by a name that says as
/// much, and how long it has lasted, as far as that is sure.
final class ConcernText {

  private static final String NONE_STATED = "none stated.";
  private static final String AS_CORRECTED = "as corrected ";
  private static final String NOT_CLEAR = "not clear";

  /// Words with a meaning that may stand beside the concern's name: "I have had a bad cough since
  /// Monday".
  private static final int SMALL_PRINT = 4;

  private final Story story;
  private final Concern concern;
  private final AnswerText answerText;
  private final Passages passages;

  ConcernText(Story story, Concern concern, AnswerText answerText, Passages passages) {
    this.story = story;
    this.concern = concern;
    this.answerText = answerText;
    this.passages = passages;
  }

  String text() {
    var lasting = ", duration: " + duration() + ".";
    var reading = concern.reading();
    if (reading == null) return NONE_STATED;
    var words = Quote.concern(reading);
    var first = concern.firstWords(story);
    if (first != null && first != reading) return Quote.concern(first) + " " + words + lasting;
    var labels = mainFindings().stream().map(Finding::label).toList();
    boolean literal = labels.stream().allMatch(label -> Passages.isLiteral(label, words));
    if (labels.isEmpty() || !literal || !isAllThereIs(reading, labels)) return words + lasting;
    return QuestionText.joined(labels, "and") + lasting + " In the patient's words: " + words;
  }

  /// Whether little else is told with the concern, known or not, and nothing doubted, so that a
  /// word can stand for it.
  private boolean isAllThereIs(Reading reading, List<String> labels) {
    var words = labels.stream().mapToInt(label -> label.split(" ", -1).length).sum();
    if (reading.content().size() > words + SMALL_PRINT) return false;
    return reading.mentions().stream()
        .filter(m -> m.present() && !m.finding().isCondition() && !m.finding().isCourse())
        .filter(m -> m.finding() != Finding.PAIN && m.finding() != Finding.SEVERE_PAIN)
        .filter(m -> !m.finding().isWho())
        .allMatch(m ->
            concern.complaint().triggers().contains(m.finding()) && !passages.isDoubtful(m.span()));
  }

  /// One time that was told of the concern, else what was answered to the question for it. Several
  /// times, or one that may be of something else, are quoted as no more than times.
  private String duration() {
    var concernDuration = new ConcernDuration(story, concern.complaint());
    var corrected = concernDuration.corrected();
    if (corrected.isPresent())
      return AS_CORRECTED
          + Quote.shortened(Quote.whole(corrected.get()), Passages.LONGEST_SENTENCE);
    var sure = concernDuration.sure();
    if (sure.isPresent()) return sure.get().said();
    var answered = answerText.whole(DetailKind.DURATION).filter(ConcernDuration::namesTime);
    if (answered.isPresent()) return answered.get();
    var told = concernDuration.told();
    var correction = concernDuration.correction();
    if (correction.isPresent() && !told.isEmpty())
      return SummaryText.TOLD_AS
          + passages.quoted(told.getFirst().span())
          + ", later "
          + Quote.shortened(Quote.whole(correction.get().message()), Passages.LONGEST_SENTENCE);
    var beside = concernDuration.beside();
    if (beside.isPresent()) return AnswerText.beside(beside.get());
    if (told.isEmpty()) return NOT_CLEAR;
    return NOT_CLEAR
        + "; times told: "
        + told.stream()
            .map(d -> passages.quoted(d.span()))
            .distinct()
            .limit(4)
            .collect(Collectors.joining(", "));
  }

  /// The findings in the message of the concern that belong to its complaint.
  private List<Finding> mainFindings() {
    var reading = concern.reading();
    if (reading == null) return List.of();
    return KnownFacts.withoutBroader(
        reading.mentions().stream()
            .filter(m -> m.present() && concern.complaint().triggers().contains(m.finding()))
            .map(Mention::finding)
            .distinct()
            .toList());
  }
}
