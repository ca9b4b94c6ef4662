package poca.ai.interview;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poca.ai.reading.DetailKind;
import poca.ai.reading.QuestionReading;
import poca.ai.reading.Story;

/// Whether a question would be put twice. It is the same question only if it asks for nothing else:
/// who was told of a cough may ask whether it is worse at night, and who was told what was taken
/// may ask how much of it.
final class Repeats {

  /// Two questions in other words share as much as this of what they say.
  private static final double ALIKE = 0.6;

  /// A sentence is no answer because of a single word.
  private static final int LEAST_TOLD = 2;

  private static final int ROOT = 5;

  private static final Set<String> SMALL =
      words(
          "is are was were be been being do does did have has had can could will would there any a an the"
              + " you your he she it its they them his her their i my this that these those some also or and"
              + " of in on at to from for with by about as than ever now right currently today if feel feeling"
              + " experience experiencing notice noticed baby child patient s");

  /// What a question has beside what it is about.
  private static final Set<String> PLAIN =
      words(
          "how what which when where who why much many long often so far yet already still recently start"
              + " started starting begin began first going exactly roughly approximately ago present happening"
              + " symptom symptoms problem problems issue issues complaint complaints trouble bother bothered"
              + " bothering ill unwell illness discomfort used use take takes took taking taken given give gave"
              + " medicine medicines medication medications mother son daughter else");

  private static Set<String> words(String text) {
    return Pattern.compile(" ").splitAsStream(text).collect(Collectors.toUnmodifiableSet());
  }

  /// One bout of what comes and goes, or how much of a medicine was taken and when: less than what
  /// such a question speaks of, and not told with it.
  private static final Pattern CLOSER =
      Pattern.compile(
          "(?i)\\b(?:each|every|one|a single|a typical) (?:attack|episode|bout|spell|cramp|contraction"
              + "|seizure|fit)\\b|\\bhow (?:much of|many of)\\b|\\bwhat (?:dose|strength)\\b"
              + "|\\bhow (?:much|many)\\b.{0,60}\\b(?:take[ns]?|took|taking|given?|gave|used?|had)\\b"
              + "|\\bhow much (?:did|was|has|have)\\b|\\bwhen (?:did|was) [^?]{1,60}\\blast\\b");

  /// How long or how often in such a question is no amount.
  private static final Pattern COUNTED_TIME =
      Pattern.compile("(?i)\\bhow many (?:minutes|hours|days|nights|weeks|months|years|times)\\b");

  /// Of another one, or whether it goes on.
  private static final Pattern STILL =
      Pattern.compile(
          "(?i)\\b(?:still|first|second|third|another|before|earlier|previous(?:ly)?)\\b(?! (?:start|beg[aiu]n|notic|appear))");

  /// Who knows that there is one may ask which.
  private static final Pattern WHICH =
      Pattern.compile("(?i)\\s*(?:which|what|where|when|how|who)\\b");

  /// A measurement may be asked for anew.
  private static final Set<DetailKind> MEASURED =
      EnumSet.of(
          DetailKind.TEMPERATURE,
          DetailKind.SEVERITY,
          DetailKind.GLUCOSE,
          DetailKind.BLOOD_PRESSURE,
          DetailKind.OXYGEN);

  private static final Pattern LATEST =
      Pattern.compile(
          "(?i)\\b(?:now|at the moment|currently|latest|most recent|last|since|after)\\b");

  private static final Pattern NARROWED =
      Pattern.compile("(?i)\\bexactly\\b|\\b(?:which|what) (?:side|part)\\b|\\bone finger\\b");

  private static final Pattern REGULAR =
      Pattern.compile(
          "(?i)\\b(?:regular(?:ly)?|prescribed|prescription|long[- ]term|daily|usual|current) (?:medi\\w+|tablets|pills)"
              + "|\\b(?:medi\\w+|tablets|pills)\\b.{0,20}\\b(?:regularly|daily|every day)\\b");

  private static final Set<String> REGULARLY =
      roots(
          "regular regularly prescribed prescription long term daily usual current pills every day");

  private final Story story;
  private final Intake.PatientRecord patient;
  private final String question;
  private final QuestionReading asked;

  Repeats(Assessment assessment, String question, QuestionReading asked) {
    this.story = assessment.story();
    this.patient = assessment.intake().patient();
    this.question = question;
    this.asked = asked;
  }

  /// Whether a question that says the same was put.
  boolean wasPutBefore() {
    var said = roots(question);
    return story.exchanges().stream()
        .filter(e -> e.response() != null && !e.isSummary())
        .anyMatch(e -> alike(said, roots(String.valueOf(e.response()))) >= ALIKE);
  }

  boolean isCloser() {
    return CLOSER.matcher(question).find() && !COUNTED_TIME.matcher(question).find();
  }

  /// Whether the patient has said in one sentence all that it says.
  boolean wasTold() {
    var said = content(question);
    return said.size() >= LEAST_TOLD && sentences().anyMatch(s -> s.containsAll(said));
  }

  /// Whether there is more in a question than what is known by name of what it asks for.
  boolean asksMore() {
    if (STILL.matcher(question).find()) return true;
    if (asked.asks().isEmpty()) return WHICH.matcher(question).lookingAt() || saysMore();
    boolean regular =
        asked.asks().contains(DetailKind.MEDICATION) && REGULAR.matcher(question).find();
    if (regular && patient.medications().isEmpty()) return true;
    if (asked.asks().stream().anyMatch(MEASURED::contains) && LATEST.matcher(question).find())
      return true;
    if (asked.asks().contains(DetailKind.LOCATION) && NARROWED.matcher(question).find())
      return true;
    var more = stems(QuestionReading.besides(question));
    if (regular) more.removeAll(REGULARLY);
    sentences().forEach(more::removeAll);
    return !more.isEmpty();
  }

  /// "Is the cough worse at night?" asks for something else than the cough that it speaks of,
  /// unless the patient has said just that.
  private boolean saysMore() {
    var more = stems(QuestionReading.besides(question));
    for (var finding : asked.findings()) more.removeAll(content(finding.label()));
    return !more.isEmpty() && sentences().noneMatch(s -> s.containsAll(more));
  }

  private Stream<Set<String>> sentences() {
    return story.exchanges().stream()
        .flatMap(e -> Pattern.compile("[.!?;\\n]").splitAsStream(e.message()))
        .map(Repeats::content);
  }

  private static Set<String> content(String text) {
    return stems(split(text));
  }

  private static Set<String> stems(Set<String> words) {
    return roots(words.stream().filter(word -> !PLAIN.contains(word)));
  }

  private static Set<String> roots(String text) {
    return roots(split(text).stream());
  }

  private static Set<String> roots(Stream<String> words) {
    return words
        .filter(word -> !word.isEmpty() && !SMALL.contains(word))
        .map(word -> word.length() > ROOT ? word.substring(0, ROOT) : word)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<String> split(String text) {
    return Pattern.compile("[^\\p{L}\\p{N}]+")
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static double alike(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) return 0;
    var both = new HashSet<>(one);
    both.retainAll(other);
    return both.size() / (double) (one.size() + other.size() - both.size());
  }
}
