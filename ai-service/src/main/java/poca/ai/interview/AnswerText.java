package poca.ai.interview;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.reading.AnswerOpening;
import poca.ai.reading.Detail;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.reading.Places;
import poca.ai.reading.Reading;
import poca.ai.reading.Remedy;
import poca.ai.reading.Story;
import poca.ai.reading.Temperature;

/// What was answered to a question, in the words of the answer.
final class AnswerText {

  private static final Set<DetailKind> CAN_BE_NONE =
      EnumSet.of(
          DetailKind.MEDICATION,
          DetailKind.OTHER_SYMPTOMS,
          DetailKind.ALLERGIES,
          DetailKind.CONDITIONS);

  /// Before an answer in which nothing was recognised, which may be one to something else.
  static final String ASKED = "as answered ";

  private static final Set<DetailKind> NUMBERED =
      EnumSet.of(
          DetailKind.SEVERITY,
          DetailKind.DURATION,
          DetailKind.FREQUENCY,
          DetailKind.WET_DIAPERS,
          DetailKind.TEMPERATURE,
          DetailKind.PREGNANCY_WEEKS,
          DetailKind.BIRTH_WHEN,
          DetailKind.AGE,
          DetailKind.GLUCOSE,
          DetailKind.OXYGEN,
          DetailKind.BLOOD_PRESSURE);

  private static final Pattern BARE_SCORE = Pattern.compile("\\W*(?:[1-9]|10)\\W*");

  private static final Pattern SCORE_FIRST =
      Pattern.compile(
          "\\W*(?:(?:is|its|it's|it is|about|maybe|like|a|an) )*+(?:[1-9]|10)(?: ?(?:/|out of) ?10)?(?:[.,;!](?!\\d)|\\s*$)",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_UNKNOWN = 60;
  private static final int LONGEST_BARE = 3;

  private final Story story;

  AnswerText(Story story) {
    this.story = story;
  }

  Optional<String> detail(DetailKind detailKind) {
    var said = story.details(detailKind).map(Detail::said).distinct().limit(3).toList();
    return said.isEmpty() ? raw(detailKind) : Optional.of(String.join(", ", said));
  }

  List<String> unknown() {
    var unknown = new LinkedHashSet<String>();
    for (var reading : story.readings()) {
      if (!isBareUnknown(reading)) continue;
      reading.asked().asks().stream()
          .filter(a -> a != DetailKind.CONCERN && answered(reading, a).isEmpty())
          .forEach(a -> unknown.add(a.label()));
      reading.asked().findings().stream()
          .filter(f -> story.mentions().noneMatch(m -> m.finding() == f))
          .forEach(f -> unknown.add(f.label()));
    }
    return List.copyOf(unknown);
  }

  /// "I don't know", and nothing else.
  static boolean isBareUnknown(Reading reading) {
    var message = reading.message().strip();
    return reading.reply() == AnswerOpening.UNKNOWN
        && message.length() <= LONGEST_UNKNOWN
        && Quote.sentenceEnd(message, 0) >= message.length();
  }

  /// The answer as it was written, whatever was recognised in it: what follows may take back what
  /// was said first.
  Optional<String> whole(DetailKind detailKind) {
    return story.readings().stream()
        .filter(r -> r.asked().asks().contains(detailKind) && !isBareUnknown(r))
        .filter(r -> !r.content().isEmpty() || !r.durations().isEmpty())
        .filter(AnswerFit::answers)
        .map(r -> ASKED + Quote.shortened(Quote.whole(r.message()), Passages.LONGEST_SENTENCE))
        .findFirst();
  }

  /// The whole answer, if it is one, whatever it is made of.
  Optional<String> given(DetailKind detailKind) {
    return story.readings().stream()
        .filter(
            r -> r.asked().asks().contains(detailKind) && !isBareUnknown(r) && AnswerFit.answers(r))
        .reduce((first, then) -> then)
        .map(r -> ASKED + Quote.shortened(Quote.whole(r.message()), Passages.LONGEST_SENTENCE));
  }

  /// Answers of a word that says nothing by itself, to what cannot be answered by it: "where is
  /// it?", "no".
  List<String> bare() {
    return story.readings().stream()
        .filter(r -> r.reply() != AnswerOpening.UNKNOWN && UnquotedText.isBare(r.message()))
        .filter(r -> r.statements().isEmpty())
        .filter(r -> r.message().strip().split("\\s+", -1).length <= LONGEST_BARE)
        .flatMap(r ->
            r.asked().asks().stream()
                .filter(a -> !standsElsewhere(a) && answered(r, a).isEmpty())
                .map(a -> "asked for " + a.label() + ", answered " + Quote.whole(r.message())))
        .distinct()
        .toList();
  }

  /// "7" in answer to a question that asks for no number, where pain is what is told of: mostly how
  /// strong it is, but nobody said so.
  Optional<Reading> bareScore() {
    if (story.mentions().noneMatch(m -> m.present() && isPain(m.finding())))
      return Optional.empty();
    return story.readings().stream()
        .filter(r -> r.asked().asksAnything() && BARE_SCORE.matcher(r.message()).matches())
        .filter(r -> r.asked().asks().stream().noneMatch(NUMBERED::contains))
        .findFirst();
  }

  /// "Is 5. When I eat the spicy it is 7.": a score to begin with, whatever was asked.
  boolean beginsWithScore() {
    return story.readings().stream()
        .filter(r -> r.asked().asksAnything())
        .filter(r -> r.asked().asks().stream().noneMatch(NUMBERED::contains))
        .anyMatch(r -> SCORE_FIRST.matcher(r.message()).lookingAt());
  }

  private static boolean isPain(Finding finding) {
    var label = finding.label();
    return label.contains("pain") || label.endsWith("ache") || finding == Finding.SORE_THROAT;
  }

  /// A value that came in answer to another question.
  static String beside(Reading reading) {
    return SummaryText.TOLD_AS
        + Quote.whole(reading.message())
        + " when asked for "
        + asked(reading);
  }

  /// What was asked, in words.
  static String asked(Reading reading) {
    var labels = new ArrayList<String>();
    reading.asked().asks().forEach(a -> labels.add(a.label()));
    reading.asked().findings().forEach(f -> labels.add(f.label()));
    return QuestionText.joined(labels, "or");
  }

  /// What was asked and not answered, not even by a word that says so.
  List<String> unanswered(AskedQuestions askedQuestions) {
    var labels = new ArrayList<String>();
    askedQuestions.unansweredAsks().stream()
        .filter(a -> a != DetailKind.CONCERN && story.details(a).findAny().isEmpty() && !isTold(a))
        .forEach(a -> labels.add(a.label()));
    askedQuestions.unansweredFindings().stream()
        .filter(f -> story.mentions().noneMatch(m -> KnownFacts.areAkin(m.finding(), f)))
        .filter(f ->
            story.readings().stream()
                .noneMatch(r -> touches(r, f) || Passages.shared(f.label(), r.message()) > 1))
        .forEach(f -> labels.add(f.label()));
    return labels;
  }

  /// Times stand with the concern, or are quoted; so is what was told before it was asked for.
  private boolean isTold(DetailKind detailKind) {
    return switch (detailKind) {
      case DURATION -> story.readings().stream().anyMatch(r -> !r.durations().isEmpty());
      case COMPANY -> story.readings().stream().anyMatch(r -> Presence.isNamedIn(r.message()));
      case LOCATION -> story.readings().stream().anyMatch(r -> Places.isNamedIn(r.message()));
      default -> false;
    };
  }

  /// A reply that names what was asked for, though nothing in it is clear: "lips are fine", asked
  /// for blue lips.
  static boolean touches(Reading reply, Finding sign) {
    return reply.asked().findings().contains(sign)
        && !AnswerFit.answers(reply)
        && Passages.shared(sign.label(), reply.message()) > 0;
  }

  /// What is asked for allergies, conditions and further symptoms has a place for a "no"; so has
  /// what is asked for remedies while none was told.
  private boolean standsElsewhere(DetailKind detailKind) {
    return ConditionText.WHOLE.contains(detailKind)
        || (CAN_BE_NONE.contains(detailKind)
            && (detailKind != DetailKind.MEDICATION || story.remedies().findAny().isEmpty()));
  }

  private static List<String> answered(Reading reading, DetailKind detailKind) {
    return switch (detailKind) {
      case DURATION -> reading.durations().stream().map(d -> d.said()).toList();
      case TEMPERATURE -> reading.temperatures().stream().map(Temperature::said).toList();
      case MEDICATION -> reading.remedies().stream().map(Remedy::said).toList();
      case AGE -> reading.ages().stream().map(a -> a.said()).toList();
      default ->
          reading.details().stream().filter(d -> d.ask() == detailKind).map(Detail::said).toList();
    };
  }

  /// An answer that holds nothing known is passed on as it was written.
  Optional<String> raw(DetailKind detailKind) {
    return story.readings().stream()
        .filter(r ->
            r.asked().asks().contains(detailKind)
                && AnswerFit.answers(r)
                && r.reply() != AnswerOpening.UNKNOWN
                && answered(r, detailKind).isEmpty())
        .filter(r ->
            r.mentions().stream().allMatch(m -> m.answer())
                && r.durations().isEmpty()
                && r.temperatures().isEmpty()
                && r.remedies().isEmpty()
                && r.details().isEmpty())
        .filter(r ->
            r.reply() == AnswerOpening.NO
                ? CAN_BE_NONE.contains(detailKind)
                : !r.content().isEmpty())
        .map(r -> ASKED + Quote.of(r.message(), 160))
        .findFirst();
  }
}
