package poca.ai.interview;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import poca.ai.reading.Ask;
import poca.ai.reading.Detail;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Reading;
import poca.ai.reading.Reply;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.reading.Temperature;
import poca.ai.triage.Urgency;

/// The line about the patient's condition: severity, temperature, course, what is there and what is
/// not.
final class ConditionText {

  private static final String NOTHING_FURTHER = "nothing further was recognised";
  static final String NOT_CLEAR = "not clear";
  private static final Set<Ask> DESCRIBED_ELSEWHERE =
      EnumSet.of(
          Ask.DURATION,
          Ask.TEMPERATURE,
          Ask.SEVERITY,
          Ask.MEDICATION,
          Ask.CONCERN,
          Ask.AGE,
          Ask.ALLERGIES,
          Ask.CONDITIONS);
  private static final Set<Finding> SAID_BY_OTHERS =
      EnumSet.of(Finding.PAIN, Finding.NOTHING, Finding.ONGOING, Finding.BABY, Finding.CHILD);
  private static final int NEAR = 25;

  /// An answer stands at the beginning.
  private static final int OPENING = 20;

  /// What these ask for is said of many things: of the concern it is only where the concern is said
  /// or where it was asked for.
  private static final Set<Ask> OF_ANYTHING =
      EnumSet.of(Ask.LOCATION, Ask.TRIGGER, Ask.ONSET, Ask.FREQUENCY, Ask.HOW_HAPPENED, Ask.IMPACT);

  private final Story story;
  private final Urgency urgency;
  private final Concern concern;
  private final Known known;
  private final Answers answers;
  private final Passages passages;

  ConditionText(Story story, Urgency urgency, Concern concern, Known known, Answers answers) {
    this.story = story;
    this.urgency = urgency;
    this.concern = concern;
    this.known = known;
    this.answers = answers;
    this.passages = new Passages(story);
  }

  /// @param main the findings that were named as the concern
  String text(List<Finding> main) {
    var parts = new ArrayList<String>();
    severity(main).ifPresent(s -> parts.add("severity: " + s));
    temperature().ifPresent(t -> parts.add("temperature: " + t));
    add(parts, "course", course(main));
    for (var ask : Ask.values())
      if (matters(ask)) detail(ask).ifPresent(d -> parts.add(ask.label() + ": " + d));
    add(parts, "associated symptoms present", present(main));
    add(parts, "associated symptoms absent", absent());
    parts.addAll(affirmedLists());
    add(parts, "not known to the patient", answers.unknown());
    return parts.isEmpty() ? NOTHING_FURTHER + "." : String.join("; ", parts) + ".";
  }

  /// Details are shown where they bear on the concern or were asked for.
  private boolean matters(Ask ask) {
    if (DESCRIBED_ELSEWHERE.contains(ask) || (ask == Ask.ONSET && story.has(Finding.SUDDEN)))
      return false;
    return known.wasAsked(ask)
        || concern.complaint().topics().stream()
            .anyMatch(t -> t instanceof Topic.About a && a.ask() == ask);
  }

  /// Listed is what was asked for, what the complaint asks for, and what a rule rests on. A single
  /// word that looks like something else stays in its quotation.
  private boolean matters(Finding finding) {
    return known.wasAsked(finding)
        || concern.complaint().triggers().contains(finding)
        || concern.complaint().topics().stream().anyMatch(t -> t.findings().contains(finding))
        || urgency.firings().stream()
            .flatMap(f -> f.evidence().stream())
            .anyMatch(span ->
                story.mentions().anyMatch(m -> m.finding() == finding && m.span().equals(span)));
  }

  private static void add(List<String> parts, String name, List<String> items) {
    if (!items.isEmpty()) parts.add(name + ": " + String.join(", ", items));
  }

  /// "Worse" and the like, said in one sentence with the concern or where it was asked for.
  private List<String> course(List<Finding> main) {
    return story
        .mentions()
        .filter(m -> m.present() && m.finding().isCourse() && m.finding() != Finding.ONGOING)
        .filter(m -> !passages.isDoubtful(m.span()))
        .filter(m ->
            Known.answers(passages.reading(m.span()), Ask.DURATION)
                || Known.answers(passages.reading(m.span()), Ask.ONSET)
                || saidWithConcern(m.span(), main))
        .map(passages::label)
        .distinct()
        .toList();
  }

  private boolean saidWithConcern(Span span, List<Finding> main) {
    return story
        .mentions()
        .anyMatch(m ->
            m.present() && main.contains(m.finding()) && passages.areInOneSentence(m.span(), span));
  }

  private Optional<String> detail(Ask ask) {
    if (!OF_ANYTHING.contains(ask)) return answers.detail(ask);
    var said =
        story
            .details(ask)
            .filter(d ->
                Known.answers(passages.reading(d.span()), ask) && !passages.isDoubtful(d.span()))
            .map(d -> passages.quoted(d.span()))
            .distinct()
            .limit(3)
            .toList();
    return said.isEmpty() ? answers.raw(ask) : Optional.of(String.join(", ", said));
  }

  private Optional<String> severity(List<Finding> main) {
    var said =
        story
            .details(Ask.SEVERITY)
            .filter(d -> ofTheConcern(d, main))
            .map(Detail::said)
            .distinct()
            .limit(3)
            .toList();
    return said.isEmpty() ? answers.raw(Ask.SEVERITY) : Optional.of(String.join(", ", said));
  }

  /// A score or an answer; in "bad cough and mild fever" each word goes with the finding beside it.
  private boolean ofTheConcern(Detail detail, List<Finding> main) {
    if (!Double.isNaN(detail.number())) return true;
    var reading = passages.reading(detail.span());
    if (Known.answers(reading, Ask.SEVERITY) && detail.span().start() <= OPENING) return true;
    return reading.mentions().stream()
        .anyMatch(m ->
            m.present()
                && near(m, detail)
                && (main.contains(m.finding())
                    || (m.finding() == Finding.PAIN && concern.isSaidIn(m.span()))));
  }

  private static boolean near(Mention mention, Detail detail) {
    int gap =
        Math.max(
            mention.span().start() - detail.span().end(),
            detail.span().start() - mention.span().end());
    return gap <= (mention.span().start() >= detail.span().end() ? 2 : NEAR);
  }

  private Optional<String> temperature() {
    var readings = story.temperatures().map(this::reading).distinct().toList();
    if (!readings.isEmpty()) return Optional.of(String.join(", ", readings));
    var raw = answers.raw(Ask.TEMPERATURE);
    return raw.or(() ->
        story
                    .mentions()
                    .anyMatch(m -> m.finding() == Finding.FEVER && m.present() && !groupAnswer(m))
                && !answers.unknown().contains(Ask.TEMPERATURE.label())
            ? Optional.of(NOT_CLEAR)
            : Optional.empty());
  }

  private String reading(Temperature temperature) {
    boolean whole = temperature.celsius() == Math.rint(temperature.celsius());
    var figure = whole && !temperature.said().contains(".0") ? "%.0f °C" : "%.1f °C";
    return String.format(Locale.ROOT, figure, temperature.celsius())
        + " (said: "
        + passages.clauseQuoted(temperature.span())
        + ")";
  }

  private List<String> present(List<Finding> main) {
    var present = new LinkedHashMap<Finding, Mention>();
    story
        .mentions()
        .filter(m ->
            m.present()
                && !groupAnswer(m)
                && !m.finding().isCourse()
                && !SAID_BY_OTHERS.contains(m.finding()))
        .filter(m ->
            !m.finding().isCondition()
                && m.finding() != Finding.SEVERE_PAIN
                && !main.contains(m.finding())
                && matters(m.finding()))
        .filter(m -> m.answer() || !(passages.isDoubtful(m.span()) || passages.isPast(m.span())))
        .filter(m -> story.temperatures().noneMatch(t -> t.span().overlaps(m.span())))
        .forEach(m -> present.putIfAbsent(m.finding(), m));
    var all = Stream.concat(present.keySet().stream(), main.stream()).toList();
    return Known.withoutBroader(all).stream()
        .map(present::get)
        .filter(Objects::nonNull)
        .map(passages::label)
        .distinct()
        .toList();
  }

  private List<String> absent() {
    return story
        .mentions()
        .filter(
            m -> m.absent() && story.denies(m.finding()) && !SAID_BY_OTHERS.contains(m.finding()))
        .filter(m ->
            m.finding().opposite() == null
                && !m.finding().isCourse()
                && !impliedByWell(m.finding())
                && matters(m.finding()))
        .filter(m -> !passages.isPartial(m.span()))
        .map(passages::denial)
        .distinct()
        .toList();
  }

  private boolean impliedByWell(Finding finding) {
    return story.mentions().anyMatch(m -> m.present() && m.finding().opposite() == finding);
  }

  /// A bare "yes" to several findings at once says that there is something, not which.
  private boolean groupAnswer(Mention mention) {
    return mention.answer()
        && story.readings().stream()
            .anyMatch(r ->
                affirmsList(r)
                    && r.messageId().equals(mention.span().messageId())
                    && r.asked().findings().contains(mention.finding()));
  }

  private static boolean affirmsList(Reading reading) {
    return reading.reply() == Reply.YES && reading.asked().findings().size() > 1;
  }

  private List<String> affirmedLists() {
    return story.readings().stream()
        .filter(r ->
            affirmsList(r)
                && unresolved(r)
                && r.mentions().stream().anyMatch(m -> m.answer() && m.present()))
        .map(r ->
            "answered \"yes\", without saying which, to: "
                + Questions.joined(
                    r.asked().findings().stream().map(Finding::label).toList(), "or"))
        .toList();
  }

  /// Whether no later message said which of them it was.
  private boolean unresolved(Reading list) {
    return story
        .mentions()
        .noneMatch(
            m -> m.present() && !m.answer() && list.asked().findings().contains(m.finding()));
  }
}
