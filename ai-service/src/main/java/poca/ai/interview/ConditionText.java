package poca.ai.interview;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import poca.ai.reading.AnswerOpening;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Reading;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.reading.Temperature;

/// The line about the patient's condition: what was asked and answered, figures, and in their own
/// words the sentences that tell of illness. The assistant's words stand only for a plain "yes" or
/// "no" to its own question; everything else is quoted, so that nothing is made of it.
final class ConditionText {

  private static final String NOTHING_FURTHER = "nothing further was recognised";
  private static final Set<DetailKind> DESCRIBED_ELSEWHERE =
      EnumSet.of(
          DetailKind.DURATION,
          DetailKind.TEMPERATURE,
          DetailKind.SEVERITY,
          DetailKind.MEDICATION,
          DetailKind.CONCERN,
          DetailKind.AGE,
          DetailKind.ALLERGIES,
          DetailKind.CONDITIONS);

  /// A "no" and a "same" say something here.
  static final Set<DetailKind> WHOLE =
      EnumSet.of(
          DetailKind.COURSE,
          DetailKind.SAFE_NOW,
          DetailKind.COMPANY,
          DetailKind.MEANS,
          DetailKind.ALSO_TAKEN);

  /// Without one of these near it a number is no temperature of somebody.
  private static final Pattern OF_TEMPERATURE =
      Pattern.compile(
          "temp|fever|febrile|°|degree|celsius|fahrenheit|thermomet|\\bhot\\b|\\d ?[cf]\\b",
          Pattern.CASE_INSENSITIVE);

  /// "7", "about 7/10". "10 to 15 minutes" is none.
  private static final Pattern SCORE_ALONE =
      Pattern.compile(
          "\\W*(?:(?:about|maybe|like|its|it's|it is|a|an|around|probably|say) ){0,3}\\d{1,2}(?:[.,]5)?(?: ?(?:/|out of) ?(?:10|ten))?\\W*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SCORE =
      Pattern.compile(
          "^"
              + SCORE_ALONE.pattern()
              + "$|\\d ?(?:/|out of) ?(?:10|ten)\\b|\\b(?:out of|scale|score)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern MISREAD =
      Pattern.compile(
          "\\b(?:misread|read it wrong|(?:i was|that was|was) wrong|mistake|mistyped|typo|i meant|measured again|no wait)\\b",
          Pattern.CASE_INSENSITIVE);

  /// In words.
  private static final int LONGEST_ANSWER = 15;

  private final Story story;
  private final KnownFacts known;
  private final AnswerText answerText;
  private final Passages passages;

  ConditionText(Story story, KnownFacts known, AnswerText answerText, Passages passages) {
    this.story = story;
    this.known = known;
    this.answerText = answerText;
    this.passages = passages;
  }

  /// @param told quotations of the sentences that tell of illness and stand nowhere else
  String text(String told) {
    var parts = new ArrayList<String>();
    severity().ifPresent(s -> parts.add("severity: " + s));
    temperature().ifPresent(t -> parts.add("temperature: " + t));
    add(parts, "measured", MeasuredText.of(story));
    for (var detailKind : DetailKind.values())
      if (!DESCRIBED_ELSEWHERE.contains(detailKind) && known.wasAsked(detailKind))
        detail(detailKind).ifPresent(d -> parts.add(detailKind.label() + ": " + d));
    add(parts, "associated symptoms present", answered(Mention::present));
    add(parts, "associated symptoms absent", answered(Mention::absent));
    parts.addAll(unclearAnswers());
    parts.addAll(answerText.bare());
    parts.addAll(affirmedLists());
    add(parts, "not known to the patient", answerText.unknown());
    add(parts, "not answered", answerText.unanswered(known.asking()));
    if (!told.isEmpty()) parts.add("as told: " + told);
    return parts.isEmpty() ? NOTHING_FURTHER + "." : String.join("; ", parts) + ".";
  }

  private static void add(List<String> parts, String name, List<String> items) {
    if (!items.isEmpty()) parts.add(name + ": " + String.join(", ", items));
  }

  /// The whole answer, since what follows may take back what was said first.
  private Optional<String> detail(DetailKind detailKind) {
    var said =
        story
            .details(detailKind)
            .map(d -> passages.reading(d.span()))
            .filter(r -> KnownFacts.answers(r, detailKind))
            .map(r -> Quote.shortened(Quote.whole(r.message()), Passages.LONGEST_SENTENCE))
            .distinct()
            .toList();
    if (WHOLE.contains(detailKind)) return answerText.given(detailKind);
    return said.isEmpty()
        ? answerText.raw(detailKind)
        : Optional.of(AnswerText.ASKED + String.join(", ", said));
  }

  /// A score wherever it was told, other words only as the whole answer to the question for it.
  private Optional<String> severity() {
    var said =
        story
            .details(DetailKind.SEVERITY)
            .filter(d -> !Double.isNaN(d.number()) && !passages.isDoubtful(d.span()))
            .filter(d -> SCORE.matcher(passages.reading(d.span()).message()).find())
            .map(d ->
                SCORE_ALONE.matcher(passages.reading(d.span()).message()).matches()
                    ? d.said()
                    : passages.quoted(d.span()))
            .distinct()
            .limit(3)
            .toList();
    if (!said.isEmpty()) return Optional.of(String.join(", ", said));
    return answerText
        .whole(DetailKind.SEVERITY)
        .or(() -> answerText.bareScore().map(AnswerText::beside));
  }

  private Optional<String> temperature() {
    var corrections = story.readings().stream().filter(ConditionText::isCorrection).toList();
    var readings =
        uncorrected(corrections)
            .filter(t ->
                isAmong(corrections, passages.reading(t.span()))
                    || KnownFacts.answers(passages.reading(t.span()), DetailKind.TEMPERATURE)
                    || OF_TEMPERATURE.matcher(passages.sentence(t.span())).find())
            .map(this::reading)
            .distinct()
            .toList();
    return readings.isEmpty()
        ? answerText.raw(DetailKind.TEMPERATURE)
        : Optional.of(String.join(", ", readings));
  }

  /// "I misread it, it's 39.2" leaves out what was read before.
  private Stream<Temperature> uncorrected(List<Reading> corrections) {
    if (corrections.isEmpty()) return story.temperatures();
    return story.readings().stream()
        .dropWhile(r -> r != corrections.getLast())
        .flatMap(r -> r.temperatures().stream());
  }

  private static boolean isAmong(List<Reading> readings, Reading reading) {
    return readings.stream().anyMatch(r -> r == reading);
  }

  private static boolean isCorrection(Reading reading) {
    return !reading.temperatures().isEmpty() && MISREAD.matcher(reading.message()).find();
  }

  private static String fahrenheit(Temperature temperature) {
    return String.format(Locale.ROOT, "%.1f °F", temperature.celsius() * 9 / 5 + 32);
  }

  private String reading(Temperature temperature) {
    boolean whole = temperature.celsius() == Math.rint(temperature.celsius());
    var figure = whole && !temperature.said().contains(".0") ? "%.0f °C" : "%.1f °C";
    return String.format(Locale.ROOT, figure, temperature.celsius())
        + " ("
        + (temperature.isFahrenheit() ? "" : fahrenheit(temperature) + "; ")
        + "said: "
        + passages.quoted(temperature.span())
        + ")";
  }

  /// What a plain "yes" or "no" affirmed or denied.
  private List<String> answered(Predicate<Mention> wanted) {
    return story
        .mentions()
        .filter(m -> m.answer() && wanted.test(m) && isPlainAnswer(m.span()) && !groupAnswer(m))
        .filter(this::wasAsked)
        .filter(m -> m.present() || (story.denies(m.finding()) && m.finding().opposite() == null))
        .filter(m -> m.present() || !impliedByWell(m.finding()))
        .map(m -> m.finding().label())
        .distinct()
        .toList();
  }

  /// What follows from an answer besides, as urine that flows from "no less urine", was not asked.
  private boolean wasAsked(Mention mention) {
    return passages.reading(mention.span()).asked().findings().stream()
        .anyMatch(f -> f == mention.finding() || f.opposite() == mention.finding());
  }

  private boolean isPlainAnswer(Span span) {
    var opening = passages.reading(span).reply();
    return (opening == AnswerOpening.YES || opening == AnswerOpening.NO)
        && !passages.isQualified(span);
  }

  private boolean impliedByWell(Finding finding) {
    return story.mentions().anyMatch(m -> m.present() && m.finding().opposite() == finding);
  }

  /// "No, but he does rub it": what was asked stands with the whole answer, also where the answer
  /// says neither: "a little, when he cries".
  private List<String> unclearAnswers() {
    return story.readings().stream()
        .filter(r -> r.asked().asksAnything())
        .filter(r ->
            isUnread(r)
                || (r.reply() == AnswerOpening.UNKNOWN
                    ? !r.asked().findings().isEmpty() && !AnswerText.isBareUnknown(r)
                    : r.asked().findings().stream().anyMatch(f -> AnswerText.touches(r, f))
                        || r.mentions().stream()
                            .anyMatch(m -> m.answer() && passages.isQualified(m.span()))))
        .map(ConditionText::asWritten)
        .toList();
  }

  /// Neither a "yes" nor a "no", and short enough to belong to the question.
  private static boolean isUnread(Reading answer) {
    var message = answer.message().strip();
    return answer.reply() == AnswerOpening.NONE
        && !answer.isSmallTalk()
        && !AnswerFit.answers(answer)
        && !AnswerFit.asksBack(answer)
        && !AnswerFit.isBareTime(message)
        && !AnswerFit.isBareNumber(message)
        && answer.durations().isEmpty()
        && message.split("\\s+", -1).length <= LONGEST_ANSWER;
  }

  private static String asWritten(Reading answer) {
    return "asked for "
        + AnswerText.asked(answer)
        + ", answered "
        + Quote.shortened(Quote.whole(answer.message()), Passages.LONGEST_SENTENCE);
  }

  private static String list(Reading reading) {
    return QuestionText.joined(
        reading.asked().findings().stream().map(Finding::label).toList(), "or");
  }

  /// A bare "yes" to several findings at once says that there is something, not which.
  private boolean groupAnswer(Mention mention) {
    return mention.answer()
        && story.readings().stream()
            .anyMatch(r ->
                affirmsList(r)
                    && r.messageId().equals(mention.span().messageId())
                    && r.asked().findings().contains(mention.finding()));
  }

  private static boolean affirmsList(Reading reading) {
    return reading.reply() == AnswerOpening.YES
        && reading.asked().findings().size() > 1
        && !QuestionText.affirmsAll(reading);
  }

  private List<String> affirmedLists() {
    return story.readings().stream()
        .filter(r ->
            affirmsList(r)
                && unresolved(r)
                && r.mentions().stream().anyMatch(m -> m.answer() && m.present()))
        .filter(r ->
            r.mentions().stream()
                .filter(Mention::answer)
                .noneMatch(m -> passages.isQualified(m.span())))
        .map(r ->
            r.content().isEmpty()
                ? "answered \"yes\", without saying which, to: " + list(r)
                : asWritten(r))
        .toList();
  }

  /// Whether no later message said which of them it was.
  private boolean unresolved(Reading list) {
    return story
        .mentions()
        .noneMatch(
            m -> m.present() && !m.answer() && list.asked().findings().contains(m.finding()));
  }
}
