package poca.ai.interview;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import poca.ai.reading.Reading;
import poca.ai.reading.Story;

/// Finds what the patient asks the doctor, beside whatever else is told: it is passed on by itself,
/// so that the reply can meet it.
public final class QuestionsBack {

  private static final int MOST = 3;
  private static final int LONGEST = 140;

  /// "What??" and "why?" are no questions for the doctor.
  private static final int FEWEST_WORDS = 3;

  /// About the talk itself, which the advice has answered.
  private static final Pattern OF_THE_TALK =
      Pattern.compile(
          "\\b(?:what|why) (?:do|did|does|are|is|has) (?:you|that|it|this) (?:mean|ask|asking|got to do)\\b"
              + "|\\bwhy (?:an? )?emergency\\b|\\bwhat do you mean\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|\\n+");

  private static final Pattern PROVOKED =
      Pattern.compile(
          "\\W*(?:why|what is|what.?s|what are|what does)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern LONG_WORD = Pattern.compile("\\p{L}{6,}");

  private static final Pattern WANTS_TO_KNOW =
      Pattern.compile(
          "\\b(?:tell me|(?:want|need|like) to know|wondering|advise me) (?:what|which|whether|if|how|when)\\b",
          Pattern.CASE_INSENSITIVE);

  /// "Can I play on Saturday", with or without its mark.
  private static final Pattern OF_ONESELF =
      Pattern.compile(
          "\\b(?:can|could|should|shall|may|must|do) (?:i|we)\\b(?! (?:not )?(?:get|have) (?:a|an|more|some|the) )",
          Pattern.CASE_INSENSITIVE);

  /// A question word, or verb and person turned round: no answer that is only unsure.
  private static final Pattern TURNED_ROUND =
      Pattern.compile(
          "\\b(?:what|why|how|when|where|who|which|whats|hows)\\b"
              + "|\\b(?:is|are|was|were|do|does|did|can|could|should|shall|will|would|may|might|must|has|have)(?:n.?t)?"
              + " (?:not )?(?:i|it|this|that|these|those|he|she|we|you|they|there|the|my|his|her|a|an)\\b",
          Pattern.CASE_INSENSITIVE);

  private QuestionsBack() {}

  /// In quotation marks, the first ones.
  static List<String> told(Story story) {
    return IntStream.range(0, story.readings().size())
        .boxed()
        .flatMap(at ->
            in(story.readings().get(at))
                .filter(q -> at == 0 || !isProvoked(q, said(story, at - 1))))
        .distinct()
        .limit(MOST)
        .map(words -> Quote.of(words, LONGEST))
        .toList();
  }

  /// The sentences of these words that ask something.
  public static List<String> in(String words) {
    return Arrays.stream(SENTENCES.split(words))
        .map(String::strip)
        .filter(QuestionsBack::isOne)
        .toList();
  }

  private static Stream<String> in(Reading reading) {
    var message = reading.message();
    var sentences = new LinkedHashSet<String>();
    int end = 0;
    for (var word : reading.words()) {
      int at = word.start();
      if (at < end) continue;
      end = Quote.sentenceEnd(message, at);
      sentences.add(message.substring(Quote.sentenceStart(message, at), end));
    }
    return sentences.stream().map(String::strip).filter(QuestionsBack::isOne);
  }

  private static String said(Story story, int at) {
    var response = story.exchanges().get(at).response();
    return response == null ? "" : response;
  }

  /// "What is strangling?", "why danger from somebody?": about the words of the assistant's own
  /// question.
  private static boolean isProvoked(String question, String said) {
    if (!PROVOKED.matcher(question).lookingAt()) return false;
    return LONG_WORD
        .matcher(question.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .anyMatch(said.toLowerCase(Locale.ROOT)::contains);
  }

  private static boolean isOne(String sentence) {
    if (sentence.split("\\s+", -1).length < FEWEST_WORDS) return false;
    if (OF_THE_TALK.matcher(sentence).find()) return false;
    return WANTS_TO_KNOW.matcher(sentence).find()
        || OF_ONESELF.matcher(sentence).find()
        || (sentence.endsWith("?") && TURNED_ROUND.matcher(sentence).find());
  }
}
