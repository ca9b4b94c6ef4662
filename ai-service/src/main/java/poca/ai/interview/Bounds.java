package poca.ai.interview;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.QuestionReading;
import poca.ai.reading.Reading;
import poca.ai.reading.Span;
import poca.ai.triage.StoredUrgency;
import poca.ai.triage.UrgencyLevel;

/// Bounds every interview, led by rule or by a model: at most four questions, none of them twice,
/// and a summary that lets no word of the patient fall.
public final class Bounds {

  private static final int SHORTEST_EVIDENCE = 8;

  private Bounds() {}

  /// Whether another question may be asked. In a red session that is for the rules to say.
  public static boolean hasQuestionsLeft(Assessment assessment) {
    if (assessment.hasSummary()) return false;
    if (assessment.urgency().level() == UrgencyLevel.RED)
      return Interview.next(assessment) instanceof AssistantTurn.Question;
    return questions(assessment) < Interview.MOST_QUESTIONS;
  }

  /// How many more questions may be asked. In a red session the rules ask on as long as one of
  /// theirs is open.
  public static int questionsLeft(Assessment assessment) {
    if (!hasQuestionsLeft(assessment)) return 0;
    return assessment.urgency().level() == UrgencyLevel.RED
        ? 1
        : Interview.MOST_QUESTIONS - (int) questions(assessment);
  }

  /// Whether enough was asked for a summary that the rules would not give yet.
  public static boolean maySumUp(Assessment assessment) {
    return questions(assessment) >= 2 || Interview.next(assessment).isSummary();
  }

  private static long questions(Assessment assessment) {
    return assessment.story().exchanges().stream().filter(Interview::endsInQuestion).count();
  }

  /// What a question asks for that is neither said nor asked nor on record; empty if there is
  /// nothing of the kind, so that it would be asked twice: to put a question once more is the
  /// rules'. What it merely speaks of ("does the cough hurt?") is left out: a "no" must not deny
  /// it.
  public static Optional<QuestionReading> open(Assessment assessment, String question) {
    var asked = QuestionReading.in(question);
    var repeats = new Repeats(assessment, question, asked);
    if (repeats.wasPutBefore()) return Optional.empty();
    if (repeats.isCloser())
      return Optional.of(new QuestionReading(asked.findings(), Set.of(), false));
    if (!asked.asksAnything()) return repeats.wasTold() ? Optional.empty() : Optional.of(asked);
    var history = new History(assessment);
    var known = history.known();
    var complaint = history.concern().complaint();
    var asks = EnumSet.noneOf(DetailKind.class);
    for (var detailKind : asked.asks()) {
      if (!known.asking().was(detailKind)
          && known.open(QuestionTopic.about(detailKind, ""), complaint)) asks.add(detailKind);
    }
    var findings = new TreeSet<Finding>();
    for (var finding : asked.findings()) {
      if (!known.asking().was(finding) && known.open(QuestionTopic.whether(finding, ""), complaint))
        findings.add(finding);
    }
    if (asks.isEmpty() && findings.isEmpty() && !repeats.asksMore()) return Optional.empty();
    return Optional.of(new QuestionReading(findings, asks, false));
  }

  /// A model's summary with what the rules owe the doctor: every statement that it lacks, quoted,
  /// and the urgency as the rules have it.
  public static String complete(Assessment assessment, String summary) {
    var told = told(summary);
    var end = new ArrayList<String>();
    if (!assessment.understood()) end.add(SummaryText.NOT_UNDERSTOOD);
    end.add("");
    end.add(SummaryText.urgencyLine(assessment));
    var ending = "\n" + String.join("\n", end);
    var left = UnquotedText.words(assessment.story(), told);
    if (left.isEmpty()) return told + ending;
    var longest = SummaryText.LONGEST;
    while (true) {
      var room = longest - told.length() - ending.length() - ALSO_SAID.length();
      var text =
          told
              + ALSO_SAID
              + String.join(" ", Quote.fitting(left, Math.max(room, 0)))
              + "."
              + ending;
      if (longest < SummaryText.LONGEST / 8
          || (text.length() <= SummaryText.LONGEST
              && text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length
                  <= SummaryText.LARGEST)) return text;
      longest = longest * 4 / 5;
    }
  }

  /// What of a model's summary goes to the doctor, before the rules add theirs. Of the beginning of
  /// a summary it is the beginning.
  public static String told(String summary) {
    var lines = new ArrayList<String>();
    for (var line : summary.strip().split("\\R", -1)) {
      // The rules' own line follows, and a model's may say something else.
      var plain = MARKS.matcher(line).replaceAll("");
      if (!plain.strip().toLowerCase(Locale.ROOT).startsWith("urgency")) lines.add(plain);
    }
    return String.join("\n", lines).strip();
  }

  /// Markdown, which nobody renders here: a heading's, an emphasis', a list's.
  private static final Pattern MARKS =
      Pattern.compile(
          "\\*\\*|__|^\\s*(?:#{1,4}|[-*•])\\s+|(?<![\\w*])\\*(?=\\w)|(?<=\\w)\\*(?![\\w*])");

  private static final String ALSO_SAID = "\nAlso said: ";

  /// A rating that a model wants to raise, if the words it points to are the patient's and do not
  /// deny what they name.
  ///
  /// @param by the rule id that it gets
  public static Optional<Assessment> raised(
      Assessment assessment, UrgencyLevel level, @Nullable String quote, String by) {
    if (quote == null || level.compareTo(assessment.urgency().level()) <= 0)
      return Optional.empty();
    var wanted = quote.strip();
    if (wanted.length() < SHORTEST_EVIDENCE) return Optional.empty();
    for (var reading : assessment.story().readings().reversed()) {
      var at = reading.message().toLowerCase(Locale.ROOT).indexOf(wanted.toLowerCase(Locale.ROOT));
      if (at < 0 || at + wanted.length() > reading.message().length()) continue;
      var span = new Span(reading.messageId(), at, at + wanted.length());
      if (isDenial(reading, span)) continue;
      var rating = new StoredUrgency(level, by, java.util.List.of(span));
      return Optional.of(assessment.under(rating, "a model saw a warning sign"));
    }
    return Optional.empty();
  }

  private static boolean isDenial(Reading reading, Span span) {
    var named = reading.mentions().stream().filter(m -> m.span().overlaps(span)).toList();
    return named.stream().anyMatch(Mention::absent) && named.stream().noneMatch(Mention::present);
  }
}
