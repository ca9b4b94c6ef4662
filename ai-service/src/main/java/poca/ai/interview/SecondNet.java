package poca.ai.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.likeness.EmergencyFamily;
import poca.ai.likeness.Likeness;
import poca.ai.reading.AnswerOpening;
import poca.ai.reading.AssertionStatus;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Reading;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.triage.StoredUrgency;
import poca.ai.triage.UrgencyLevel;

/// What likeness to an emergency adds to what the rules made of a turn (contract 6.2.7): it raises,
/// or it has one question asked, once in an interview, and never lowers.
final class SecondNet {

  /// After a clear "no" to its question only words that stand on their own raise: that many with a
  /// meaning.
  private static final int WORDS_OF_ITS_OWN = 6;

  /// A denial that begins a sentence in other words than "no": "Nobody hit him", "never".
  private static final Pattern DENIED =
      Pattern.compile(
          "(?:^|[?!.]\\s)\\s*(?:(?:well|oh|but|look|listen|as i said),? )*(?:nobody|no one|no-one|noone"
              + "|nothing (?:of (?:the|that) (?:kind|sort)|like (?:that|this|it))|none of (?:that|this|those|it)|never)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Assessment rated;
  private final Story story;
  private final Likeness likeness;

  private SecondNet(Assessment rated, Likeness likeness) {
    this.rated = rated;
    this.story = rated.story();
    this.likeness = likeness;
  }

  /// @param rated as the rules have it
  static Assessment over(Assessment rated, Likeness likeness) {
    if (rated.urgency().level() == UrgencyLevel.RED) return rated;
    return new SecondNet(rated, likeness).assess();
  }

  private Assessment assess() {
    var asked = pending(story);
    var newest = rated.newest();
    if (asked.isPresent() && !isClearNo(newest))
      return raised(asked.get(), "not denied when asked", confirmed());
    if (!rated.isRead() || !newest.states()) return rated;
    var hasAsked = hasAsked(story);
    var tellings = hasAsked ? own(newest) : tellings();
    var person = Person.of(story, rated.intake().patient());
    return likeness
        .of(
            tellings.stream().map(t -> t.stream().map(Reading::message).toList()).toList(),
            family -> family.canStrike(person.ageDays(), person.gender()))
        .map(alike -> judged(alike, tellings.get(alike.telling()), hasAsked))
        .orElse(rated);
  }

  private Assessment judged(Likeness.Alike alike, List<Reading> telling, boolean hasAsked) {
    var evidence = spans(alike, telling);
    // What the rules read as denied or past is worth a question where it is like enough.
    var isOfNow = isOfNow(telling);
    if (alike.isCertain() && isOfNow) return raised(alike.family(), "told like it", evidence);
    if (hasAsked || !(alike.isCertain() || isOfNow)) return rated;
    var floor =
        rated.urgency().level() == UrgencyLevel.GREEN
            ? rated.under(
                new StoredUrgency(
                    UrgencyLevel.YELLOW, StoredUrgency.LIKENESS + alike.family().id(), evidence),
                "told somewhat like messages about " + alike.family().name())
            : rated;
    return Bounds.hasQuestionsLeft(rated) ? floor.confirming(alike.family()) : floor;
  }

  private Assessment raised(EmergencyFamily family, String why, List<Span> evidence) {
    return rated.under(
        new StoredUrgency(UrgencyLevel.RED, StoredUrgency.LIKENESS + family.id(), evidence),
        "may be " + family.name() + ": " + why);
  }

  /// The concern with what was newly said, and everything that was said; after the summary, which
  /// was written of everything, only the first.
  private List<List<Reading>> tellings() {
    var stating = story.readings().stream().filter(Reading::states).toList();
    if (stating.size() < 3) return List.of(stating);
    var newly = List.of(stating.getFirst(), stating.getLast());
    return rated.hasSummary() ? List.of(newly) : List.of(newly, stating);
  }

  private static List<List<Reading>> own(Reading newest) {
    return newest.content().size() < WORDS_OF_ITS_OWN ? List.of() : List.of(List.of(newest));
  }

  /// Whether the rules do not read everything that was said as denied, past, supposed or somebody
  /// else's.
  private static boolean isOfNow(List<Reading> telling) {
    var signs =
        telling.stream().flatMap(r -> r.mentions().stream()).filter(SecondNet::isSign).toList();
    return signs.isEmpty()
        || signs.stream().anyMatch(m -> m.sense() == AssertionStatus.PRESENT)
        || telling.stream().anyMatch(r -> !r.measurements().isEmpty());
  }

  private static boolean isSign(Mention mention) {
    Finding finding = mention.finding();
    return !mention.answer() && !finding.isCondition() && !finding.isCourse() && !finding.isWho();
  }

  private static List<Span> spans(Likeness.Alike alike, List<Reading> telling) {
    return alike.places().stream()
        .map(p -> new Span(telling.get(p.message()).messageId(), p.start(), p.end()))
        .toList();
  }

  /// The words that made it ask, and the answer.
  private List<Span> confirmed() {
    var evidence = new ArrayList<Span>();
    var before = rated.before();
    if (before != null && before.ruleId().startsWith(StoredUrgency.LIKENESS))
      evidence.addAll(before.evidence());
    else
      story.readings().stream()
          .filter(Reading::states)
          .findFirst()
          .ifPresent(concern -> evidence.add(whole(concern)));
    var answer = whole(rated.newest());
    if (!evidence.contains(answer)) evidence.add(answer);
    return evidence;
  }

  private static Span whole(Reading reading) {
    return new Span(reading.messageId(), 0, reading.message().length());
  }

  /// "No", and nothing in the same message that would make it less clear.
  private static boolean isClearNo(Reading answer) {
    return answer.reply() == AnswerOpening.NO || DENIED.matcher(answer.message()).find();
  }

  /// The family whose question the newest message answers.
  private static Optional<EmergencyFamily> pending(Story story) {
    var earlier = story.exchanges().subList(0, story.exchanges().size() - 1).reversed();
    return earlier.stream()
        .filter(e -> e.response() != null)
        .findFirst()
        .flatMap(e -> asked(e.response()));
  }

  private static boolean hasAsked(Story story) {
    return story.exchanges().stream().anyMatch(e -> asked(e.response()).isPresent());
  }

  /// The family whose question an answer of the assistant ends with: read from the text, so that it
  /// is known whoever asked.
  private static Optional<EmergencyFamily> asked(@Nullable String response) {
    return response == null ? Optional.empty() : EmergencyFamily.askedIn(response);
  }

  /// The reply for want of a clear "no" in which this rule raised: no finding, and shown as what it
  /// is. Empty if another reason raised.
  static Optional<String> unclearReply(Story story, String ruleId) {
    var exchanges = story.exchanges();
    for (int at = 0; at + 1 < exchanges.size(); at++) {
      var family = asked(exchanges.get(at).response());
      if (family.isEmpty() || !ruleId.equals(StoredUrgency.LIKENESS + family.get().id())) continue;
      var answer = story.readings().get(at + 1);
      if (isClearNo(answer)) continue;
      var question = "\"" + family.get().question() + "\"";
      var said = Quote.of(answer.message(), 80);
      return Optional.of(
          answer.reply() == AnswerOpening.UNKNOWN
                  || answer.content().isEmpty() && answer.reply() == AnswerOpening.NONE
              ? "no clear answer to " + question + ", which was " + said
              : answer.reply() == AnswerOpening.YES
                  ? "the answer to " + question + ", which was " + said
                  : said + " when asked " + question);
    }
    return Optional.empty();
  }

  /// For the doctor, what was asked and how it was answered; empty if nothing was.
  static Optional<String> answer(Story story) {
    var exchanges = story.exchanges();
    for (int at = 0; at + 1 < exchanges.size(); at++) {
      var family = asked(exchanges.get(at).response());
      if (family.isPresent())
        return Optional.of(
            "asked \""
                + family.get().question()
                + "\", answered "
                + Quote.of(exchanges.get(at + 1).message(), 80));
    }
    return Optional.empty();
  }
}
