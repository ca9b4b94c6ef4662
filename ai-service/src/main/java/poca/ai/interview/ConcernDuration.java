package poca.ai.interview;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Duration;
import poca.ai.reading.Reading;
import poca.ai.reading.Story;

/// How long the concern has lasted, of all the times that a patient tells: of attacks, remedies,
/// habits and other illnesses too.
final class ConcernDuration {

  private static final int NEAR = 40;
  private static final Pattern UNIT =
      Pattern.compile(
          "(?<![a-z])(?:minute|min|hour|hr|day|night|week|wk|month|mth|year|yr)s?\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TIME =
      Pattern.compile(
          UNIT.pattern()
              + "|\\b(?:since|ago|always|ages|forever|yesterday|today|tonight|morning|afternoon|evening"
              + "|birth|weekend|\\w+day|christmas|easter|ramadan|diwali|eid|spring|summer|autumn|winter"
              + "|jan\\w*|feb\\w*|march|april|may|june|july|aug\\w*|sept?\\w*|oct\\w*|nov\\w*|dec\\w*|\\d{4}|breakfast|lunch|lunchtime|dinner|supper|teatime|noon|midnight|o.?clock|\\d{1,2}[:.]\\d{2}|at \\d{1,2}|\\d{1,2} ?[ap]m)\\b",
          Pattern.CASE_INSENSITIVE);

  /// When something was measured or taken, rather than since when it is there.
  private static final Pattern DAY =
      Pattern.compile(
          "(?:(?:all|last) (?:night|day|week|month|year)|yesterday|today|tonight"
              + "|this (?:morning|afternoon|evening|week))\\b.*",
          Pattern.CASE_INSENSITIVE);

  /// "Now" says that it is there, not since when.
  private static final Pattern NOW =
      Pattern.compile("(?:(?:right|as of|at it) )?now|rn", Pattern.CASE_INSENSITIVE);

  /// "Lasts ten minutes" tells of one attack.
  private static final Pattern EPISODE =
      Pattern.compile(
          "\\b(?:lasts|lasting|lasted|each|every|said|says|told|wait|waiting)\\b[^.,;!?]{0,20}$",
          Pattern.CASE_INSENSITIVE);

  /// "Since Thursday, no sorry, Wednesday."
  private static final Pattern CORRECTION =
      Pattern.compile(
          "\\b(?:no,? \\w+day|no sorry|sorry no|no,? tell|hang on|actually|i mean|or rather|well|maybe|before that)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TAKEN_BACK =
      Pattern.compile(
          "\\b(?:wrong|sorry|wait|mistake|mistaken|misread|mixed (?:it |that )?up|actually|correct\\w*|i meant"
              + "|rather|no,? it|not \\w+ (?:days?|weeks?|months?|hours?)|, not \\d+)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CORRECTS =
      Pattern.compile(
          "\\b(?:correction|correcting|i meant|my mistake|got (?:it|that) wrong|was wrong|mixed (?:it |that )?up)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern HAPPENED =
      Pattern.compile(
          "\\b(?:woke|started|began|begun|came on|slipped|fell|fallen|hit|banged|happened|rolled|twisted|tripped"
              + "|cut|burnt|burned|appeared|noticed|got up with)\\b",
          Pattern.CASE_INSENSITIVE);

  /// Times are the answer to these, not beside them.
  private static final Set<DetailKind> TIMED =
      EnumSet.of(
          DetailKind.DURATION,
          DetailKind.FREQUENCY,
          DetailKind.PREGNANCY_WEEKS,
          DetailKind.BIRTH_WHEN,
          DetailKind.AGE,
          DetailKind.CONCERN,
          DetailKind.MEDICATION,
          DetailKind.TRIGGER,
          DetailKind.OTHER_SYMPTOMS);

  private final Story story;
  private final Complaint complaint;
  private final Passages passages;
  private final @Nullable Reading first;

  ConcernDuration(Story story, Complaint complaint) {
    this.story = story;
    this.complaint = complaint;
    this.passages = new Passages(story);
    this.first = story.readings().stream().filter(Reading::states).findFirst().orElse(null);
  }

  static boolean namesTime(String words) {
    return TIME.matcher(words).find();
  }

  /// The times that the concern may have lasted: told with it, of it or when asked for it.
  List<Duration> told() {
    return story.durations().filter(this::mayBeOfConcern).toList();
  }

  /// The one time that was told in the whole conversation, if it is sure to be the concern's: of
  /// two, the second may correct the first.
  Optional<Duration> sure() {
    var told = told();
    if (told.size() != 1 || !isOfConcern(told.getFirst())) return Optional.empty();
    return isCorrected(told.getFirst()) || correction().isPresent()
        ? Optional.empty()
        : Optional.of(told.getFirst());
  }

  /// A later message that takes back a time: "sorry, it is 5 days now, not 2".
  Optional<Reading> correction() {
    return story.readings().stream()
        .filter(r -> r != first && !r.durations().isEmpty())
        .filter(r -> TAKEN_BACK.matcher(r.message()).find())
        .findFirst();
  }

  /// The sentence in which a later message takes a time back and says the right one: it stands in
  /// the place of what it corrects.
  Optional<String> corrected() {
    return story
        .durations()
        .filter(d -> reading(d) != first)
        .map(d -> passages.sentence(d.span()))
        .filter(sentence -> CORRECTS.matcher(sentence).find())
        .reduce((earlier, latest) -> latest);
  }

  /// An answer that is nothing but a time, to a question for something else.
  Optional<Reading> beside() {
    return story.readings().stream().filter(ConcernDuration::isBeside).findFirst();
  }

  private static boolean isBeside(Reading reading) {
    return reading.asked().asksAnything()
        && reading.asked().asks().stream().noneMatch(TIMED::contains)
        && AnswerFit.isBareTime(reading.message());
  }

  private boolean mayBeOfConcern(Duration duration) {
    var reading = reading(duration);
    int start = duration.span().start();
    var before = reading.message().substring(Math.max(0, start - NEAR), start);
    if (NOW.matcher(duration.said()).matches()
        || EPISODE.matcher(before).find()
        || (DAY.matcher(duration.said()).matches() && !isOnset(duration))) return false;
    if (isOfComplaint(duration)) return true;
    boolean ofRemedy =
        reading.remedies().stream()
            .anyMatch(r -> passages.areInOneSentence(r.span(), duration.span()));
    if (ofRemedy) return false;
    boolean asked = KnownFacts.answers(reading, DetailKind.DURATION) || isBeside(reading);
    return asked && reading.durations().size() == 1
        || isSpan(duration) && (asked || isFirst(reading));
  }

  /// "Woke up tonight with", "slipped this morning", of the concern.
  private boolean isOnset(Duration duration) {
    var reading = reading(duration);
    return isFirst(reading)
        && reading.temperatures().isEmpty()
        && reading.measurements().isEmpty()
        && HAPPENED.matcher(passages.sentence(duration.span())).find();
  }

  private boolean isOfConcern(Duration duration) {
    var reading = reading(duration);
    if (isFirst(reading)) return duration.of().isEmpty() || isOfComplaint(duration);
    return KnownFacts.answers(reading, DetailKind.DURATION)
        && passages.sentence(duration.span()).length() <= duration.said().length() + 1;
  }

  private boolean isCorrected(Duration duration) {
    return CORRECTION.matcher(reading(duration).message().substring(duration.span().end())).find();
  }

  private boolean isOfComplaint(Duration duration) {
    return duration.of().stream().anyMatch(complaint.triggers()::contains);
  }

  /// Whether it is the first that says anything, which is mostly the concern.
  private boolean isFirst(Reading reading) {
    return first == null || first == reading;
  }

  private Reading reading(Duration duration) {
    return passages.reading(duration.span());
  }

  /// "Two weeks" and "since Monday", while "in March" may be when something happened.
  private static boolean isSpan(Duration duration) {
    return duration.introduced() || UNIT.matcher(duration.said()).find();
  }
}
