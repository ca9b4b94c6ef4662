package poca.ai.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.QuestionsBack;
import poca.ai.reading.Finding;
import poca.ai.reading.Story;

/// What a summary tells, whoever wrote or edited it: of the built-in interviewer's lines the
/// patient's words in their quotation marks, what was plainly answered, and figures. What was only
/// asked for or not answered tells nothing. Other lines are taken as they are.
///
/// @param concern the main concern in a few words; null if there is no line for it
/// @param duration as it stands in that line; null if it does not say
/// @param main what the line on the main concern tells
/// @param passages all that is told, the main concern first
/// @param absent what it says the patient has not
/// @param questions of the patient to the doctor, as quoted
/// @param wishes for papers, appointments and the like, in the interviewer's words
record SummaryContent(
    @Nullable String concern,
    @Nullable String duration,
    List<String> main,
    List<String> passages,
    Set<Finding> absent,
    List<String> wishes,
    List<String> questions) {

  /// Before what was taken, so that it reads as that.
  static final String TOOK = "Took ";

  private static final String MAIN_CONCERN = "main concern:";
  private static final String CONDITION = "condition:";
  private static final String EXTRA = "extra information:";
  private static final String QUESTIONS = "questions to the doctor: ";
  private static final String ADDED = "added later:";
  private static final String DURATION = ", duration:";
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern WISHES = Pattern.compile("\\bwishes: ([^;.\"]{1,200})");
  private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}[.)] .*");
  private static final Pattern NO_DURATION =
      Pattern.compile("not (?:stated|clear)|as answered |as corrected |told as ");
  private static final Pattern REMEDY =
      Pattern.compile(
          "(?i)(?:current )?(?:remed(?:y|ies)|medications?|medicines?)(?: or medications?)?:\\s*(?:told as |as answered )?");
  private static final Pattern NO_REMEDY =
      Pattern.compile(
          "(?i)(?:not stated|not known|none|nothing|nil|no)\\b|\"(?:none|nothing|nil|no|nope|nah)[.!]?\"");

  /// What was only asked for.
  private static final Pattern WHEN_ASKED = Pattern.compile(" when asked for [^\"]*$");

  /// Parts of the line on the condition that are told in the assistant's words.
  private static final List<String> PLAIN =
      List.of("associated symptoms present:", "temperature:", "measured:", "severity:");

  /// Parts that speak of what is not known.
  private static final List<String> UNKNOWN =
      List.of("not known to the patient:", "not answered:", "answered \"yes\"");

  static SummaryContent of(String summary) {
    var main = new ArrayList<String>();
    var passages = new ArrayList<String>();
    var absent = new LinkedHashSet<Finding>();
    var wishes = new ArrayList<String>();
    var questions = new ArrayList<String>();
    String concern = null;
    String duration = null;
    for (var line : summary.lines().map(String::strip).toList()) {
      var lower = line.toLowerCase(Locale.ROOT);
      if (lower.startsWith(MAIN_CONCERN)) {
        var rest = line.substring(MAIN_CONCERN.length()).strip();
        int at = rest.indexOf(DURATION);
        concern = at < 0 ? null : rest.substring(0, at);
        duration = at < 0 ? null : durationIn(rest.substring(at + DURATION.length()));
        if (concern == null) main.add(rest);
        else main.addAll(words(concern));
        if (at >= 0) main.addAll(behindDuration(rest.substring(at)));
      } else if (lower.startsWith(CONDITION)) {
        for (var part : parts(line.substring(CONDITION.length())))
          condition(part, passages, absent);
      } else if (REMEDY.matcher(line).lookingAt()) {
        var taken = REMEDY.matcher(line).replaceFirst("");
        if (!NO_REMEDY.matcher(taken).lookingAt())
          passages.add(TOOK + String.join(" ", words(taken)));
      } else if (lower.startsWith(EXTRA)) {
        var wished = WISHES.matcher(line);
        var asked = line.indexOf(QUESTIONS);
        if (asked >= 0)
          for (var part : parts(line.substring(asked)).stream().limit(1).toList())
            questions.addAll(words(part));
        if (wished.find()) wishes.addAll(List.of(wished.group(1).strip().split(", ", -1)));
      } else if (lower.startsWith(ADDED)) {
        var added = words(line.substring(ADDED.length()));
        passages.addAll(added);
        added.forEach(words -> questions.addAll(QuestionsBack.in(words)));
      } else if (!isAside(lower)) {
        passages.add(line);
      }
    }
    questions.stream()
        .filter(q -> passages.stream().noneMatch(p -> p.contains(q)))
        .forEach(passages::add);
    passages.addAll(0, main);
    return new SummaryContent(
        concern,
        duration,
        List.copyOf(main),
        List.copyOf(passages),
        absent,
        List.copyOf(wishes),
        List.copyOf(questions));
  }

  /// Whether a passage is in the assistant's words.
  static boolean isOurs(String passage) {
    var lower = passage.toLowerCase(Locale.ROOT);
    return PLAIN.stream().anyMatch(lower::startsWith);
  }

  static boolean isMeasured(String passage) {
    return passage.toLowerCase(Locale.ROOT).startsWith("measured:");
  }

  private static void condition(String part, List<String> passages, Set<Finding> absent) {
    var lower = part.toLowerCase(Locale.ROOT);
    if (UNKNOWN.stream().anyMatch(lower::startsWith)) return;
    if (lower.startsWith("associated symptoms absent:")) absent.addAll(Story.named(part));
    else if (isOurs(part)) passages.add(WHEN_ASKED.matcher(part).replaceFirst("") + ".");
    else passages.addAll(words(part));
  }

  /// "In the patient's words: ..." behind the duration, which quotes words of its own.
  private static List<String> behindDuration(String rest) {
    int at = rest.indexOf("words: ");
    return at < 0 ? List.of() : words(rest.substring(at));
  }

  /// What is quoted, or all of it where nothing is.
  private static List<String> words(String text) {
    var quoted = QUOTED.matcher(text).results().map(q -> q.group(1)).toList();
    var plain = text.strip();
    return !quoted.isEmpty() ? quoted : plain.isEmpty() ? List.of() : List.of(plain);
  }

  /// Between semicolons that stand in no quotation.
  private static List<String> parts(String line) {
    var parts = new ArrayList<String>();
    boolean quoted = false;
    int start = 0;
    for (int at = 0; at <= line.length(); at++) {
      boolean end = at == line.length();
      if (!end && line.charAt(at) == '"') quoted = !quoted;
      if (!end && (quoted || line.charAt(at) != ';')) continue;
      var part = line.substring(start, at).strip();
      if (end && part.endsWith(".")) part = part.substring(0, part.length() - 1);
      if (!part.isEmpty()) parts.add(part);
      start = at + 1;
    }
    return parts;
  }

  private static @Nullable String durationIn(String rest) {
    int end = rest.indexOf('.');
    var said = (end < 0 ? rest : rest.substring(0, end)).strip();
    return said.isEmpty() || NO_DURATION.matcher(said).lookingAt() ? null : said;
  }

  /// Lines that are about the patient or for the doctor, not about what is wrong.
  private static boolean isAside(String lower) {
    return lower.startsWith("summary for ")
        || lower.startsWith("patient:")
        || lower.startsWith("key questions")
        || lower.startsWith("urgency")
        || lower.startsWith("not understood:")
        || NUMBERED.matcher(lower).matches();
  }
}
