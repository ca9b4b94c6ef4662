package poca.ai.interview;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.reading.Finding;
import poca.ai.reading.Reading;
import poca.ai.reading.Span;
import poca.ai.reading.Story;

/// Places in the patient's words, with what stands around them: what a summary says of a place is
/// said in these words, unless the assistant's own are the same.
final class Passages {

  static final int LONGEST_SENTENCE = 160;
  private static final int LONGEST_RUN = 240;
  private static final int LONGEST_WORDS = 80;
  private static final int STEM = 4;

  /// Words of which a plain answer is made: "no, none of those". With any other word it may be one
  /// to something else.
  private static final Set<String> PLAIN =
      Set.of(
          "yes",
          "yeah",
          "yep",
          "yup",
          "ya",
          "no",
          "nope",
          "nah",
          "not",
          "none",
          "nothing",
          "never",
          "really",
          "at",
          "all",
          "of",
          "those",
          "these",
          "them",
          "that",
          "the",
          "any",
          "both",
          "either",
          "neither",
          "just",
          "so",
          "far",
          "now",
          "sir",
          "doctor",
          "dr",
          "thanks",
          "thank",
          "you",
          "please",
          "ok",
          "okay",
          "oh",
          "um",
          "well",
          "i",
          "he",
          "she",
          "it",
          "we",
          "is",
          "are",
          "am",
          "have",
          "has",
          "do",
          "does",
          "dont",
          "don",
          "t",
          "doesnt",
          "doesn",
          "hasnt",
          "hasn",
          "havent",
          "haven",
          "isnt",
          "isn",
          "s",
          "m",
          "ve",
          "like",
          "thankfully",
          "luckily",
          "definitely",
          "quite");

  /// Words of a sentence that only goes on with the one before: "Well. Mostly at once."
  private static final int LONGEST_AFTERTHOUGHT = 4;

  /// Words of a label that say nothing by themselves.
  private static final Set<String> SMALL =
      Set.of("a", "an", "the", "of", "in", "on", "to", "up", "with", "and");

  private static final Pattern DOUBT =
      Pattern.compile(
          "\\b(?:maybe|may be|might|perhaps|possibly|probably|suppose|guess|unsure|dunno|wonder|wondering|apparently|"
              + "not (?:sure|certain|test\\w*)|(?:i|we) (?:think|thought)|(?:could|would|can) (?:be|it)|(?:do not|don.?t) know|"
              + "(?<!scales )(?<!scale )(?<!meter )(?<!monitor )(?<!clip )(?:says?|said|reckons?|thinks?|insists?|claims?)|sort of|kind of)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REVERSAL =
      Pattern.compile(
          "\\b(?:but|though|although|except|actually|hang on|yesterday|earlier|before|usually|used to|sometimes|once|only|just)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ONESELF =
      Pattern.compile("\\b(?:i|i.?m|i.?ve|myself)\\b", Pattern.CASE_INSENSITIVE);

  private final Story story;

  Passages(Story story) {
    this.story = story;
  }

  /// The sentence in quotation marks, with the afterthoughts that may take it back; only the words
  /// themselves where it is a long one.
  String quoted(Span span) {
    var sentence = sentence(span) + afterthoughts(span);
    return sentence.length() <= LONGEST_SENTENCE
        ? Quote.whole(sentence)
        : Quote.of(words(span), LONGEST_WORDS);
  }

  /// The sentence with what follows it in its message, as far as there is room: how a remedy was
  /// taken and what came of it is said behind it.
  String quotedOn(Span span) {
    var message = reading(span).message();
    int start = Quote.sentenceStart(message, span.start());
    int end = Quote.sentenceEnd(message, span.end());
    while (end < message.length()) {
      int next = Quote.sentenceEnd(message, end + 1);
      if (message.substring(start, next).strip().length() > LONGEST_RUN) break;
      end = next;
    }
    var run = message.substring(start, end).strip();
    return run.length() <= LONGEST_RUN ? Quote.whole(run) : quoted(span);
  }

  private String afterthoughts(Span span) {
    var message = reading(span).message();
    int start = Quote.sentenceEnd(message, span.end());
    int end = start;
    while (end < message.length()) {
      int next = Quote.sentenceEnd(message, end + 1);
      if (tokens(message.substring(end, next)).size() > LONGEST_AFTERTHOUGHT) break;
      end = next;
    }
    return message.substring(start, end).stripTrailing();
  }

  /// Whether the sentence asks, hedges or tells what somebody else thinks: then it is quoted and
  /// nothing is made of it.
  boolean isDoubtful(Span span) {
    var sentence = sentence(span);
    return isQuestion(span) || DOUBT.matcher(sentence).find();
  }

  boolean isQuestion(Span span) {
    return sentence(span).endsWith("?");
  }

  /// Whether the writer speaks of himself or herself.
  boolean isOfOneself(Span span) {
    return ONESELF.matcher(sentence(span)).find();
  }

  /// Whether the answer is more than a plain one: "no chest pain, but he does rub it", "no im not
  /// ill or anything".
  boolean isQualified(Span span) {
    var reading = reading(span);
    var message = reading.message();
    var asked = tokens(reading.asked().findings().stream().map(Finding::label).toList().toString());
    return message.indexOf('?') >= 0
        || !tokens(message).stream().allMatch(t -> PLAIN.contains(t) || asked.contains(t))
        || DOUBT.matcher(message).find()
        || REVERSAL.matcher(message).find();
  }

  boolean areInOneSentence(Span one, Span other) {
    if (!one.messageId().equals(other.messageId())) return false;
    var message = reading(one).message();
    return Quote.sentenceStart(message, one.start()) == Quote.sentenceStart(message, other.start());
  }

  Reading reading(Span span) {
    return story.readings().stream()
        .filter(r -> r.messageId().equals(span.messageId()))
        .findFirst()
        .orElseThrow();
  }

  String words(Span span) {
    return reading(span).message().substring(span.start(), span.end());
  }

  String sentence(Span span) {
    var message = reading(span).message();
    return message
        .substring(
            Quote.sentenceStart(message, span.start()), Quote.sentenceEnd(message, span.end()))
        .strip();
  }

  static boolean isLiteral(String label, String words) {
    var said = tokens(words);
    return tokens(label).stream()
        .filter(token -> !SMALL.contains(token))
        .allMatch(token -> said.stream().anyMatch(s -> stem(s).equals(stem(token))));
  }

  /// How many words of the label that say something are among the words.
  static long shared(String label, String words) {
    var said = tokens(words);
    return tokens(label).stream()
        .filter(token -> !SMALL.contains(token) && token.length() >= STEM)
        .filter(token -> said.stream().anyMatch(s -> stem(s).equals(stem(token))))
        .count();
  }

  private static List<String> tokens(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
        .filter(t -> !t.isEmpty())
        .toList();
  }

  private static String stem(String token) {
    return token.substring(0, Math.min(STEM, token.length()));
  }
}
