package poca.ai.interview;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.AnswerOpening;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Reading;
import poca.ai.reading.Story;

/// How it begins before a concern is told: a greeting and a thanks are answered as what they are,
/// the concern is asked for at most twice, and who has none is not pressed.
final class Opening {

  private static final int MOST_TIMES = 2;

  private static final Pattern THANKS =
      Pattern.compile("\\b(?:thank\\w*|thx|ty|cheers)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern GREETING =
      Pattern.compile(
          "\\b(?:hi|hello|hey|hallo|salam|good (?:morning|afternoon|evening|day)|dear)\\b",
          Pattern.CASE_INSENSITIVE);

  private Opening() {}

  /// Asks for the concern; null when there is none.
  static AssistantTurn.@Nullable Question next(History history) {
    var newest = history.assessment().newest();
    if (hasNone(newest) || timesAsked(history.story()) >= MOST_TIMES) return null;
    boolean again = history.known().wasAsked(DetailKind.CONCERN);
    var question =
        QuestionText.concern(
            again ? Complaints.CONCERN_AGAIN : Complaints.CONCERN, history.voice());
    return new AssistantTurn.Question(courtesy(newest) + question.text(), question.asked());
  }

  /// "No" to what the concern is.
  static boolean hasNone(Reading reading) {
    return reading.asked().asks().contains(DetailKind.CONCERN)
        && reading.reply() == AnswerOpening.NO;
  }

  private static long timesAsked(Story story) {
    return story.exchanges().stream()
        .filter(e -> e.askedFor().asks().contains(DetailKind.CONCERN))
        .count();
  }

  /// Whether a message got no more than courtesy: the question for the concern that went with it
  /// counts for nothing.
  static boolean isCourtesy(Reading reading, Story.Exchange exchange) {
    return reading.isSmallTalk() && exchange.askedFor().asks().contains(DetailKind.CONCERN);
  }

  private static String courtesy(Reading reading) {
    if (reading.asksAboutAssistant())
      return "This is the doctor's assistant, a program that collects what the doctor has to know. ";
    if (!reading.isSmallTalk()) return "";
    if (THANKS.matcher(reading.message()).find()) return "You are welcome. ";
    return GREETING.matcher(reading.message()).find() ? "Hello. " : "";
  }
}
