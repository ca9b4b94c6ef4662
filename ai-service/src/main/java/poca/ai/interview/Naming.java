package poca.ai.interview;

import java.util.regex.Pattern;
import poca.ai.reading.Finding;

/// Names what a patient told: nothing is made of words that say it otherwise.
public final class Naming {

  /// What the writer takes to be the cause, and does not report: "I thought low blood sugar",
  /// "probably just from gardening".
  private static final Pattern GUESS =
      Pattern.compile(
          "\\b(?:(?:i|we) (?:thought|guess|guessed|assumed?|figured|suspect(?:ed)?|reckon(?:ed)?|blamed?"
              + "|put (?:it|this|that|them) down to)(?: (?:it|this|that|they)(?:.?s| is| was| were| might be)?| of)?"
              + "|(?:probably|presumably|most likely|maybe) (?:just|only|from|because of|due to|my|the|a|an|some))"
              + "(?: (?:just|only|maybe|probably|some|a|an|the|my|from|being|low|high|bad)){0,3}\\s*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FIGURE = Pattern.compile("\\W*\\d[\\d.,]* ?(?:°? ?[CF])?\\W*");

  /// Characters before a place in which a guess begins.
  private static final int NEAR = 60;

  private Naming() {}

  /// Whether our word for it is the patient's, too, or stands for a figure.
  public static boolean isOurs(Finding finding, String words) {
    return words.codePoints().noneMatch(Character::isLetter)
        || FIGURE.matcher(words).matches()
        || Passages.isLiteral(finding.label(), words);
  }

  /// Whether what stands at this place of a message is only what the writer took it for.
  public static boolean isGuess(String message, int at) {
    return GUESS.matcher(message.substring(Math.max(0, at - NEAR), at)).find();
  }
}
