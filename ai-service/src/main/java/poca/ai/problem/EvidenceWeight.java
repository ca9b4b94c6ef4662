package poca.ai.problem;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Span;
import poca.ai.reading.Story;

/// Weighs whether words are evidence of what was read in them. The triage errs on the safe side and
/// takes a word for what it may mean; a second opinion has to be right about it.
final class EvidenceWeight {

  private static final Pattern END = Pattern.compile("[.!?;\\n]");

  private static final Pattern ASKS =
      Pattern.compile(
          "(?i)^[\\s,]*(?:(?:and|so|but|or|then)\\s+)*(?:do|does|did|is|are|am|can|could|should|shall|will|would|may|what|why|how"
              + "|when|where|which|who|isn't|isnt)\\b");

  /// In front of what somebody only takes it for.
  private static final Pattern TAKEN_FOR =
      Pattern.compile(
          "(?i)\\b(?:(?:i |we |she |he )?thought(?: (?:it|i|he|she|that|this)(?: was|'s)?| of)?|(?:i )?wonder(?:ed)? (?:if|whether)(?: it(?:'s| is| was))?"
              + "|could (?:it|this) be|might be|maybe (?:it's|its|it is)|(?:worried|afraid|scared) (?:about|of|it's|its)"
              + "|(?:asked|told|know) (?:what|whats|what's) )\\s*(?:an? |the |my )?(?:\\w+ )?$");

  /// A yes, and how much of one.
  private static final Pattern YES =
      Pattern.compile(
          "(?i)\\b(?:yes|yeah|yep|yup|ya|sure|correct|right|true|indeed|i|he|she|it|they|we|is|am|are|was|were|do|does|did|has|have"
              + "|had|there|that|this|both|a|an|the|some|bit|little|lot|of|very|quite|really|bad|badly|much|still|now|always|often"
              + "|since|for|from|last|this|about|around|today|yesterday|tonight|morning|evening|night|monday|tuesday|wednesday"
              + "|thursday|friday|saturday|sunday|hours?|days?|weeks?|months?|minutes?|please|thanks?|sorry|doctor|and|too|also|so"
              + "|just|only|slightly|definitely|think|started|mild|severe)\\b|[^\\p{L}]+");

  private static final Pattern NO = Pattern.compile("(?i)^\\W*(?:no|nope|not|nah|none)\\b");

  private static final Map<String, Pattern> SITES =
      Map.of(
          "belly", Pattern.compile("\\b(?:belly|abdomen|abdominal|stomach|tummy)\\b"),
          "back", Pattern.compile("\\bback\\b"),
          "chest", Pattern.compile("\\b(?:chest|breast)\\b"),
          "head", Pattern.compile("\\b(?:head|headache|face)\\b"),
          "leg", Pattern.compile("\\b(?:leg|calf|knee|foot|feet|ankles?|hip)\\b"),
          "arm", Pattern.compile("\\b(?:arm|hand|shoulder|elbow)\\b"),
          "neck", Pattern.compile("\\b(?:neck|throat)\\b"));

  private final Map<String, String> messages = new HashMap<>();
  private final Map<String, List<Mention>> mentions;
  private final Story story;

  EvidenceWeight(Story story) {
    this.story = story;
    story.exchanges().forEach(e -> messages.put(e.messageId(), e.message()));
    this.mentions = story.mentions().collect(Collectors.groupingBy(m -> m.span().messageId()));
  }

  boolean holds(Mention mention) {
    if (mention.answer()) return isAnswer(mention);
    var span = mention.span();
    return !isAsked(span) && !isTakenFor(span) && !isTakenBack(span) && !isOfLarger(mention);
  }

  /// A bare "no" denies all that was asked, unless its sentence goes on to deny one thing of it by
  /// name: "no not fainted".
  boolean denies(Mention mention) {
    if (!mention.answer()) return true;
    var span = mention.span();
    int end = end(text(span), span.end());
    return mentions.getOrDefault(span.messageId(), List.of()).stream()
        .noneMatch(m ->
            m.absent() && !m.answer() && m.span().start() >= span.end() && m.span().end() <= end);
  }

  /// Places at which nothing that was read holds.
  Set<Span> doubtful() {
    var doubtful = new HashSet<Span>();
    var sound = new HashSet<Span>();
    story
        .mentions()
        .filter(Mention::present)
        .forEach(m -> (holds(m) ? sound : doubtful).add(m.span()));
    doubtful.removeAll(sound);
    return doubtful;
  }

  /// A "yes" answers what was asked for if that was one thing and the sentence goes on with nothing
  /// else.
  private boolean isAnswer(Mention mention) {
    var span = mention.span();
    var text = text(span);
    var before = text.substring(0, span.start());
    boolean first = !END.matcher(before).find();
    var rest =
        YES.matcher(before + text.substring(span.end(), end(text, span.end()))).replaceAll("");
    var read =
        mentions.getOrDefault(span.messageId(), List.of()).stream()
            .filter(m -> m.answer() && m.present() && m.span().equals(span))
            .map(Mention::finding)
            .filter(f -> f.opposite() == null)
            .toList();
    boolean several = read.size() > 1 && !text.toLowerCase(Locale.ROOT).contains("both");
    return first && !several && (rest.isBlank() || NO.matcher(text).find());
  }

  /// In a clause that asks.
  boolean isAsked(Span span) {
    var text = text(span);
    int end = end(text, span.end());
    int start = start(text, span.start());
    boolean question = end < text.length() && text.charAt(end) == '?';
    var sentence = text.substring(start, span.start());
    int comma = Math.max(sentence.lastIndexOf(','), sentence.lastIndexOf(" and "));
    return (question
            && (ASKS.matcher(text.substring(start, end)).find()
                || (comma >= 0 && ASKS.matcher(sentence.substring(comma)).find())))
        || isWondered(text, span, end);
  }

  /// "chest pain how would I know"
  private boolean isWondered(String text, Span span, int end) {
    return mentions.getOrDefault(span.messageId(), List.of()).stream()
        .filter(m -> m.finding().id().equals("question"))
        .map(Mention::span)
        .filter(q -> q.start() >= span.end() && q.end() <= end)
        .anyMatch(q -> text.substring(span.end(), q.start()).isBlank());
  }

  private boolean isTakenFor(Span span) {
    var text = text(span);
    return TAKEN_FOR.matcher(text.substring(start(text, span.start()), span.start())).find()
        || text.substring(span.start(), span.end())
            .toLowerCase(Locale.ROOT)
            .matches("(?s).*\\b(?:idk|dont know|don't know) what.*");
  }

  /// "into my jaw, well not the jaw exactly"
  private boolean isTakenBack(Span span) {
    var text = text(span).toLowerCase(Locale.ROOT);
    var after = text.substring(span.end());
    for (var word : text.substring(span.start(), span.end()).split("[^\\p{L}]+"))
      if (word.length() > 2
          && Pattern.compile(
                  "^[^.!?]{0,30}\\b(?:no|not|wasn't|isn't)(?: really| exactly| quite)?(?: in| on)?(?: the| my| his| her)? "
                      + Pattern.quote(word)
                      + "\\b")
              .matcher(after)
              .find()) return true;
    return false;
  }

  /// One word of something larger is not itself ("weak" in "weak stream"), and what overlaps with
  /// something at another place of the body belongs to that ("my back aches on the right side").
  private boolean isOfLarger(Mention mention) {
    var span = mention.span();
    boolean single = !text(span).substring(span.start(), span.end()).strip().contains(" ");
    return mentions.getOrDefault(span.messageId(), List.of()).stream()
        .filter(m -> m.present() && !m.answer() && m.finding() != mention.finding())
        .filter(m -> !m.finding().isCourse() && m.finding() != Finding.SEVERE_PAIN)
        .anyMatch(m -> {
          var other = m.span();
          boolean within =
              other.start() <= span.start()
                  && span.end() <= other.end()
                  && other.end() - other.start() > span.end() - span.start();
          boolean behind = other.start() < span.start() && span.start() < other.end();
          return (single && within) || (behind && isElsewhere(m, mention));
        });
  }

  private static boolean isElsewhere(Mention one, Mention other) {
    var first = site(one.finding().label());
    var second = site(other.finding().label());
    return first != null && second != null && !first.equals(second);
  }

  private static @Nullable String site(String label) {
    return SITES.entrySet().stream()
        .filter(e -> e.getValue().matcher(label).find())
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse(null);
  }

  private String text(Span span) {
    return messages.getOrDefault(span.messageId(), "");
  }

  /// Where its sentence ends; the full stop of "38.5" ends none.
  private static int end(String text, int from) {
    var end = Pattern.compile("[.!?;\\n](?!\\d)").matcher(text).region(from, text.length());
    return end.find() ? end.start() : text.length();
  }

  private static int start(String text, int to) {
    int start = 0;
    var end = Pattern.compile("[.!?;\\n](?!\\d)").matcher(text).region(0, to);
    while (end.find()) start = end.end();
    return start;
  }
}
