package poca.ai.interview;

import java.util.List;
import java.util.regex.Pattern;
import poca.ai.reading.Story;

/// Finds that somebody close is not to know: "please don't tell my mum", "can my husband read
/// this".
public final class Discretion {

  private static final String CLOSE =
      "(?:mum|mom|mam|dad|mother|father|parents?|husband|wife|partner|boyfriend|girlfriend|brother|sister"
          + "|family|son|daughter|boss|work|school|anyone|anybody|them|her|him)";

  private static final Pattern ASKED_FOR =
      Pattern.compile(
          "\\b(?:do not|don.?t|not to|never|without) (?:you )?(?:tell|telling|let|letting|inform|informing) (?:(?:my|the|any) )?"
              + CLOSE
              + "\\b|\\b(?:do not|don.?t|not) want (?:(?:my|any) )?"
              + CLOSE
              + " to (?:know|see|read|find out|hear)\\b"
              + "|\\b(?:can|could|will|would|does|do|is|are) (?:my )?"
              + CLOSE
              + " (?:able to |be able to |going to |get to )?(?:see|read|know|find out|be told|hear)\\b"
              + "|\\bwho (?:can|could|will) (?:see|read) (?:this|that|it|what)\\b"
              + "|\\b(?:between|just) (?:you and me|us)\\b|\\bkeep (?:this|it|that) (?:private|secret|quiet|confidential|between)\\b"
              + "|\\bis (?:this|it|that) (?:private|confidential)\\b|\\b"
              + CLOSE
              + " (?:does not|doesn.?t|must not|mustn.?t|can.?t|cannot|should not|shouldn.?t) (?:know|find out|see this|hear)\\b",
          Pattern.CASE_INSENSITIVE);

  private Discretion() {}

  public static boolean isAskedFor(String words) {
    return ASKED_FOR.matcher(words).find();
  }

  /// The sentences that ask for it, in quotation marks.
  static List<String> told(Story story) {
    return story.readings().stream()
        .map(r -> r.message())
        .flatMap(message ->
            ASKED_FOR
                .matcher(message)
                .results()
                .map(hit ->
                    message.substring(
                        Quote.sentenceStart(message, hit.start()),
                        Quote.sentenceEnd(message, hit.end()))))
        .map(String::strip)
        .distinct()
        .limit(2)
        .map(sentence -> Quote.of(sentence, Passages.LONGEST_SENTENCE))
        .toList();
  }
}
