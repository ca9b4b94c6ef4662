package poca.ai.engine;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One plain question and nothing beside it, judged by how it is built: it begins with a question
/// word or a verb, or with a plain word of time or place before that; no part of it comments, and
/// none asks a second thing.
final class QuestionForm {

  private static final String ONE =
      "message must be one plain question that begins with a question word or a verb, without a word"
          + " of comment before, in or after it.";
  private static final String TWO = "message asks more than one thing, ask one only.";

  private static final String ASKING = "(?:how|what|which|when|where|who|whom|whose|why)";
  private static final String VERB =
      "(?:is|are|am|was|were|do|does|did|has|have|had|can|could|will|would)(?:n't)?";
  private static final String SUBJECT =
      "(?:you|he|she|it|they|there|your|his|her|its|their|the|this|that|these|those|any|anyone"
          + "|anybody|anything|we|i)";

  private static final Pattern OPENED =
      Pattern.compile(
          "(?:(?:and |so )?(?:in|at|on|for|since|to|from|with|by|about|of|under|until|during|over) )?"
              + ASKING
              + "\\b.*|"
              + VERB
              + "\\b.*|any(?:one|body|thing)?\\b.*");

  private static final Pattern SCALE =
      Pattern.compile(
          "on a scale (?:of|from) \\d+ ?(?:to|-|–) ?\\d+\\b|(?:where|with) \\d+ .{1,60}|and \\d+ .{1,60}");

  private static final Pattern PREFIX =
      Pattern.compile(
          "(?:on|in|over|within|during|at|before|after|when|while|since|besides|apart from|aside from|other than"
              + "|with|without|right now|today|tonight|currently|overall|if (?:you|he|she|they|it|your|the))\\b.*");
  private static final int LONGEST_PREFIX = 10;

  /// What a plain prefix does not say.
  private static final Pattern COMMENTING =
      Pattern.compile(
          "\\b(?:often|usually|commonly|common|typically|normally|just|only|probably|likely|possibly|may|might"
              + "|could|can|should|must|needs?|mind|case|that said|regard|respect|given)\\b"
              + "|\\b(?:since|as|with) (?:this|it|that|these|they|most|many) (?:\\w+ )?(?:is|are|was|has|have)\\b");

  /// A dash, colon or semicolon that is not part of a number, a time or a word.
  private static final Pattern PARTED =
      Pattern.compile("\\s[-—–]+\\s|[—–](?!\\d)|(?<!\\d)[—–]|[:;](?!\\d)|\\.\\.\\.|…");

  private static final Pattern ASIDE = Pattern.compile("\\(([^)]*)\\)");
  private static final int LONGEST_ASIDE = 7;

  private static final Pattern SAYING =
      Pattern.compile("\\b(?:is|are|was|were|can|may|might|will|should|it's|that's|which|this)\\b");

  private static final Pattern SECOND =
      Pattern.compile(
          "(?:and |but |so |then |if so |or if so )*(?:(?:since|for|in|at|on|to|from) )?"
              + ASKING
              + "\\b.*|.*\\b"
              + VERB
              + " "
              + SUBJECT
              + "\\b.*");

  private static final Pattern JOINED =
      Pattern.compile(
          ".*\\b(?:and|but) (?:(?:since|for|in|at|on) )?(?:"
              + ASKING
              + "|if so|"
              + VERB
              + " "
              + SUBJECT
              + ")\\b.*");

  /// The beginning of a clause that says something instead of asking.
  private static final Pattern COMMENT =
      Pattern.compile(
          "(?:as(?! well as| usual| far as)|since (?:this|it|that|these|they|most|many) (?:\\w+ )?(?:is|are|can|may"
              + "|might|could|often|usually)|because|so|but|though|although|given|considering|hopefully|that|this"
              + "|it|it's|you|we|i|they|most|many|usually|probably|unfortunately|don't|please|there|knowing|seeing)\\b.*");

  private static final Pattern REASON =
      Pattern.compile(
          ".*\\b(?:because(?! of (?:the|your|his|her|this|that|it)\\b)|(?:as|since) (?:this|it|that|these|they|most|many|such) (?:\\w+ ){0,2}?(?:is|are|can|may"
              + "|might|could|will|would|often|usually|tends?|needs?|helps?|clears?|means?))\\b.*");

  /// What tells something in the form of a question.
  private static final Pattern TELLING =
      Pattern.compile(
          "^(?:are you aware|did you know|do you (?:know|realise|realize) that|is it possible that (?!(?:you|she) (?:are|is|could be|might be) pregnant))\\b");

  private QuestionForm() {}

  /// What is wrong, for the model to read; null if nothing is.
  static @Nullable String problem(String message) {
    var question = FoldedText.text(message).strip().replaceFirst("\\?+$", "");
    if (PARTED.matcher(question).find() || hasAside(question)) return ONE;
    var parts =
        Arrays.stream(ASIDE.matcher(question).replaceAll("").split(",(?=\\s)", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
    var first = prefixes(parts);
    if (first == parts.size() || !opens(parts.get(first))) return ONE;
    if (JOINED.matcher(parts.get(first)).matches()) return TWO;
    for (var part : parts.subList(first + 1, parts.size())) {
      if (part.startsWith("or ")) continue;
      if (SECOND.matcher(part).matches() || JOINED.matcher(part).matches()) return TWO;
      if (COMMENT.matcher(part).matches()) return ONE;
    }
    return REASON.matcher(question).matches() || TELLING.matcher(parts.get(first)).find()
        ? ONE
        : null;
  }

  private static boolean opens(String part) {
    var bare = SCALE.matcher(part);
    var question = bare.lookingAt() ? part.substring(bare.end()).strip() : part;
    return OPENED.matcher(question).matches();
  }

  /// How many parts stand before the question itself.
  private static int prefixes(List<String> parts) {
    int at = 0;
    while (at < parts.size() - 1 && isPrefix(parts.get(at), at)) at++;
    return at;
  }

  private static boolean isPrefix(String part, int at) {
    if (SCALE.matcher(part).matches()) return true;
    return at == 0
            && !OPENED.matcher(part).matches()
            && PREFIX.matcher(part).matches()
            && part.split(" ", -1).length <= LONGEST_PREFIX
            && !COMMENTING.matcher(part).find()
        || at == 0
            && part.matches("when .*")
            && !SECOND.matcher(part.substring("when ".length())).matches()
            && !COMMENTING.matcher(part).find();
  }

  private static boolean hasAside(String question) {
    return ASIDE
        .matcher(question)
        .results()
        .map(found -> found.group(1))
        .anyMatch(
            aside -> aside.split(" ", -1).length > LONGEST_ASIDE || SAYING.matcher(aside).find());
  }
}
