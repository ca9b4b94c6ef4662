package poca.ai.interview;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.reading.AnswerOpening;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Mention;
import poca.ai.reading.Reading;

/// Whether an answer answers the question that it was given to. What does not is new information:
/// the question is still open then.
final class AnswerFit {

  private static final Pattern BARE_NUMBER =
      Pattern.compile("\\W*\\d+(?:[.,]\\d+)?\\W*(?:(?:/|out of|of) ?\\d+\\W*)?");

  /// A time and hardly a word more: "since Tuesday", "about 3 days". Nothing is given back, or a
  /// long text would need a deep stack.
  private static final Pattern BARE_TIME =
      Pattern.compile(
          "(?:(?:since|for|about|around|maybe|on|last|over|a|the|couple|of|few|half|or|so|now|ago|it|s|its|like"
              + "|almost|nearly|just|only|this|one|two|three|four|five|six|seven|eight|nine|ten"
              + "|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|years?|yrs?|morning|afternoon"
              + "|evening|night|yesterday|today|tonight|weekend|monday|tuesday|wednesday|thursday|friday"
              + "|saturday|sunday|mon|tues?|wed|thurs?|fri|sat|sun)\\b|\\d++|\\W++)++",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern RUNS =
      Pattern.compile(
          "\\b(?:better|worse|worst|same|similar|chang\\w*|more|less|stronger|weaker|bigger|smaller|grow\\w*|spread\\w*"
              + "|improv\\w*|comes? and goes?|on and off|waves|constant\\w*|always|all the time|steady|stable|slow\\w*"
              + "|gone|stopped|went away|goes away|settl\\w*|easing|darker|stays)\\b",
          Pattern.CASE_INSENSITIVE);

  /// "I'd rather only tell the doctor that."
  private static final Pattern DECLINED =
      Pattern.compile(
          "\\b(?:rather not|rather only|prefer not|only (?:tell|talk|speak|say)|(?:don.?t|do not|not) (?:want|wish|going)"
              + " to (?:say|tell|answer|talk|share|discuss)|won.?t (?:say|tell|answer)|tell (?:it |that |this )?(?:to )?(?:only )?the"
              + " doctor|none of your business|no comment|that.?s private|too private|pass on that)\\b",
          Pattern.CASE_INSENSITIVE);

  /// What a "yes" or a "no" answers, whatever follows it.
  private static final Set<DetailKind> YES_OR_NO =
      EnumSet.of(
          DetailKind.MEDICATION,
          DetailKind.OTHER_SYMPTOMS,
          DetailKind.ALLERGIES,
          DetailKind.CONDITIONS,
          DetailKind.TRIGGER,
          DetailKind.CONCERN,
          DetailKind.SAFE_NOW,
          DetailKind.COMPANY,
          DetailKind.MEANS,
          DetailKind.ALSO_TAKEN);

  /// A sentence that asks: it begins with a question word or turns verb and person round.
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?:^|[.!?;\\n])\\s*(?:(?:but|and|so|also|doctor|sorry|please|hi|hello|ok)\\W++)*+(?:(?:what|whats|why|how|when|where|who|which)\\b"
              + "|(?:is|are|am|was|were|do|does|did|can|could|should|shall|will|would|may|must|have|has) (?:i|it|this|that"
              + "|these|those|he|she|we|you|they|there|the|my|his|her|your)\\b)[^.!?;\\n]*\\?",
          Pattern.CASE_INSENSITIVE);

  /// "7 in the back, 5 when I pee": a figure of the scale that counts nothing else.
  private static final Pattern SCORE =
      Pattern.compile(
          "(?<![\\d.,:/])\\b(?:10|\\d)(?! ?(?:mg|ml|g|kg|lbs?|stone|cm|mm|%|am|pm|days?|nights?|weeks?|wks?|hours?|hrs?|minutes?"
              + "|mins?|months?|years?|yrs?|times|tablets?|pills?|x)\\b)(?![\\d:°%]|[.,/]\\d(?!0\\b))",
          Pattern.CASE_INSENSITIVE);

  /// More words than these tell of something else, too.
  private static final int SHORT_ANSWER = 8;

  private AnswerFit() {}

  static boolean isBareTime(String message) {
    return BARE_TIME.matcher(message).matches() && ConcernDuration.namesTime(message);
  }

  static boolean isBareNumber(String message) {
    return BARE_NUMBER.matcher(message).matches();
  }

  /// Whether the patient does not want to tell.
  static boolean isDeclined(Reading reading) {
    return DECLINED.matcher(reading.message()).find();
  }

  /// Asks instead of answering.
  static boolean asksBack(Reading reading) {
    return reading.asked().asksAnything()
        && QUESTION.matcher(reading.message()).find()
        && !answers(reading);
  }

  static boolean answers(Reading reading) {
    var asked = reading.asked();
    if (!asked.asksAnything()) return true;
    if (reading.reply() != AnswerOpening.NONE && isRepliedTo(reading)) return true;
    if (reading.mentions().stream().anyMatch(m -> isOf(m, reading))) return true;
    return asked.asks().stream().anyMatch(detailKind -> tells(reading, detailKind));
  }

  /// A "no, but ..." to a question for how long or how strong speaks of something else.
  private static boolean isRepliedTo(Reading reading) {
    return reading.reply() == AnswerOpening.UNKNOWN
        || !reading.asked().findings().isEmpty()
        || reading.asked().asks().stream().anyMatch(YES_OR_NO::contains)
        || reading.content().isEmpty();
  }

  /// Whether it speaks of what was asked, more or less exactly.
  private static boolean isOf(Mention mention, Reading reading) {
    var said = mention.finding();
    if (mention.answer() && !said.isCourse()) return true;
    return reading.asked().findings().stream().anyMatch(f -> KnownFacts.areAkin(said, f));
  }

  private static boolean tells(Reading reading, DetailKind detailKind) {
    var message = reading.message();
    if (reading.details().stream().anyMatch(d -> d.ask() == detailKind)) return true;
    return switch (detailKind) {
      case DURATION, BIRTH_WHEN ->
          !reading.durations().isEmpty()
              || (ConcernDuration.namesTime(message) && isShort(message));
      case TEMPERATURE -> !reading.temperatures().isEmpty();
      case GLUCOSE, BLOOD_PRESSURE, OXYGEN -> !reading.measurements().isEmpty();
      case MEDICATION, ALSO_TAKEN ->
          !reading.remedies().isEmpty() || !reading.takings().isEmpty() || isFreeText(reading);
      case AGE -> !reading.ages().isEmpty();
      case FREQUENCY, WET_DIAPERS, PREGNANCY_WEEKS -> isFreeText(reading) && isShort(message);
      case SEVERITY -> isFreeText(reading) || SCORE.matcher(message).find();
      case COURSE -> hasCourse(reading) || isHowItRuns(message);
      case OTHER_SYMPTOMS, CONCERN -> !reading.content().isEmpty();
      case SPUTUM, VOMIT_LOOK, STOOL_COLOUR, FEED_TYPE, ONSET ->
          !reading.content().isEmpty() && !isBareNumber(message) && !isBareTime(message);
      case LOCATION, TRIGGER, HOW_HAPPENED, IMPACT, ALLERGIES, CONDITIONS -> isFreeText(reading);
      // "I think so" is an answer here, though none of its words says anything by itself.
      case COMPANY -> isOfItsOwn(reading) || Presence.isNamedIn(message);
      case SAFE_NOW, MEANS -> isOfItsOwn(reading);
    };
  }

  private static boolean isShort(String message) {
    return message.strip().split("\\s+", SHORT_ANSWER + 1).length <= SHORT_ANSWER;
  }

  /// "Same", "a bit bigger", "it grows".
  private static boolean isHowItRuns(String message) {
    return RUNS.matcher(message).find();
  }

  private static boolean hasCourse(Reading reading) {
    return reading.mentions().stream().anyMatch(m -> m.finding().isCourse());
  }

  private static boolean isFreeText(Reading reading) {
    return !reading.content().isEmpty() && isOfItsOwn(reading);
  }

  /// Is neither a time, a number, a question nor a sign of its own.
  private static boolean isOfItsOwn(Reading reading) {
    var message = reading.message();
    return message.codePoints().anyMatch(Character::isLetterOrDigit)
        && message.indexOf('?') < 0
        && !isBareNumber(message)
        && !isBareTime(message)
        && !isDeclined(reading)
        && reading.temperatures().isEmpty()
        && reading.measurements().isEmpty()
        && reading.mentions().stream()
            .noneMatch(m ->
                m.present()
                    && !m.answer()
                    && !m.finding().isCourse()
                    && !m.finding().isCondition()
                    && !m.finding().isWho());
  }
}
