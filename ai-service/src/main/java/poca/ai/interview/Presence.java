package poca.ai.interview;

import java.util.List;
import java.util.regex.Pattern;

/// Finds whether somebody is with the patient, beside whatever else is told: "wife's here", "I'm on
/// my own", "he sits on my lap".
public final class Presence {

  private static final Pattern SOMEBODY =
      Pattern.compile(
          "\\b(?:wife|husband|partner|mum|mom|mother|dad|father|son|daughter|sister|brother|friend|neighbou?r|carer"
              + "|nurse|girlfriend|boyfriend|family|flatmate|housemate|roommate|colleague|parents|wife.?s|mum.?s|husband.?s"
              + "|(?:flat|house|room)mate.?s)(?:.?s| is| are|.?re)?"
              + " (?:here|with (?:me|him|her|us|them)|at home|next (?:to me|door)|beside me|in the (?:kitchen|house|room))\\b"
              + "|\\b(?:i am|i.?m|we are|we.?re) (?:here )?(?:at home )?(?:with|beside|next to|holding) (?:him|her|them"
              + "|(?:my|a|the) (?:wife|husband|partner|mum|mom|mother|dad|father|son|daughter|sister|brother|friend"
              + "|neighbou?r|girlfriend|boyfriend|family|flatmate|housemate|roommate|parents|carer))\\b"
              + "|\\bon my (?:lap|arm|knee|shoulder|chest)\\b|\\bin my arms\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NOBODY =
      Pattern.compile(
          "\\b(?:alone|on my own|by myself|by (?:him|her)self|on (?:his|her) own)\\b"
              + "|\\b(?:he|she|they)(?:.?s| is| has|.?re| have)? (?:just )?(?:gone|left|out)\\b",
          Pattern.CASE_INSENSITIVE);

  private Presence() {}

  /// Whether the words say who is there, or that nobody is.
  static boolean isNamedIn(String message) {
    return SOMEBODY.matcher(message).find() || isOfNobody(message);
  }

  private static boolean isOfNobody(String message) {
    return NOBODY.matcher(message).find();
  }

  /// Whether somebody is there as far as these tell, the last that says so counting: "my wife is in
  /// the kitchen, no wait, she's gone".
  public static boolean isOfSomebody(List<String> passages) {
    return passages.reversed().stream()
        .filter(Presence::isNamedIn)
        .findFirst()
        .filter(p -> !isOfNobody(p))
        .isPresent();
  }
}
