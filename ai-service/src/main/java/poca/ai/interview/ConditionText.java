package poca.ai.interview;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import poca.ai.reading.Ask;
import poca.ai.reading.Detail;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Reading;
import poca.ai.reading.Reply;
import poca.ai.reading.Story;
import poca.ai.reading.Temperature;
import poca.ai.triage.Urgency;

/// The line about the patient's condition: severity, temperature, course, what is there and what is
/// not.
final class ConditionText {

  private static final String NOT_STATED = "not stated";
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
      Set.of(Finding.PAIN, Finding.NOTHING, Finding.ONGOING, Finding.BABY, Finding.CHILD);
  private static final int NEAR = 25;

  private final Story story;
  private final Urgency urgency;
  private final Concern concern;
  private final Known known;
  private final Answers answers;

  ConditionText(Story story, Urgency urgency, Concern concern, Known known, Answers answers) {
    this.story = story;
    this.urgency = urgency;
    this.concern = concern;
    this.known = known;
    this.answers = answers;
  }

  /// @param main the findings that were named as the concern
  String text(List<Finding> main) {
    var parts = new ArrayList<String>();
    severity().ifPresent(s -> parts.add("severity: " + s));
    temperature().ifPresent(t -> parts.add("temperature: " + t));
    var course =
        story
            .mentions()
            .filter(m -> m.present() && m.finding().isCourse() && m.finding() != Finding.ONGOING)
            .map(m -> m.finding().label())
            .distinct()
            .toList();
    if (!course.isEmpty()) parts.add("course: " + String.join(", ", course));
    for (var ask : Ask.values())
      if (matters(ask)) answers.detail(ask).ifPresent(d -> parts.add(ask.label() + ": " + d));
    add(parts, "associated symptoms present", present(main));
    add(parts, "associated symptoms absent", absent());
    parts.addAll(affirmedLists());
    add(parts, "not known to the patient", answers.unknown());
    return parts.isEmpty() ? NOT_STATED + "." : String.join("; ", parts) + ".";
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

  private Optional<String> severity() {
    var said =
        story
            .details(Ask.SEVERITY)
            .filter(this::ofTheConcern)
            .map(Detail::said)
            .distinct()
            .limit(3)
            .toList();
    if (!said.isEmpty()) return Optional.of(String.join(", ", said));
    var raw = answers.raw(Ask.SEVERITY);
    boolean wanted =
        concern.complaint().topics().stream()
            .anyMatch(t -> t instanceof Topic.About a && a.ask() == Ask.SEVERITY);
    return raw.or(
        () -> wanted && !known.wasAsked(Ask.SEVERITY) ? Optional.of(NOT_STATED) : Optional.empty());
  }

  /// A score or an answer; in "bad cough and mild fever" each word goes with the finding beside it.
  private boolean ofTheConcern(Detail detail) {
    if (!Double.isNaN(detail.number())) return true;
    for (var reading : story.readings()) {
      if (!reading.messageId().equals(detail.span().messageId())) continue;
      if (Known.answers(reading, Ask.SEVERITY)) return true;
      return reading.mentions().stream()
          .anyMatch(m -> m.present() && near(m, detail) && concerns(m.finding()));
    }
    return false;
  }

  private boolean concerns(Finding finding) {
    return concern.complaint().triggers().contains(finding)
        || finding == Finding.PAIN
        || concern.complaint() == Complaints.GENERAL;
  }

  private static boolean near(Mention mention, Detail detail) {
    int gap =
        Math.max(
            mention.span().start() - detail.span().end(),
            detail.span().start() - mention.span().end());
    return gap <= (mention.span().start() >= detail.span().end() ? 2 : NEAR);
  }

  private Optional<String> temperature() {
    var readings = story.temperatures().map(ConditionText::reading).distinct().toList();
    if (!readings.isEmpty()) return Optional.of(String.join(", ", readings));
    var raw = answers.raw(Ask.TEMPERATURE);
    return raw.or(() ->
        story
                    .mentions()
                    .anyMatch(m -> m.finding() == Finding.FEVER && m.present() && !groupAnswer(m))
                && !answers.unknown().contains(Ask.TEMPERATURE.label())
            ? Optional.of(NOT_STATED)
            : Optional.empty());
  }

  private static String reading(Temperature temperature) {
    var celsius = String.format(Locale.ROOT, "%.1f °C", temperature.celsius());
    return celsius + " (said: " + temperature.said() + ")";
  }

  private List<String> present(List<Finding> main) {
    var present = new LinkedHashSet<Finding>();
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
        .forEach(m -> present.add(m.finding()));
    var all = Stream.concat(present.stream(), main.stream()).toList();
    return Known.withoutBroader(all).stream()
        .filter(present::contains)
        .map(Finding::label)
        .toList();
  }

  private List<String> absent() {
    var absent = new LinkedHashSet<Finding>();
    story
        .mentions()
        .filter(
            m -> m.absent() && story.denies(m.finding()) && !SAID_BY_OTHERS.contains(m.finding()))
        .filter(m ->
            m.finding().opposite() == null
                && !m.finding().isCourse()
                && !impliedByWell(m.finding())
                && matters(m.finding()))
        .forEach(m -> absent.add(m.finding()));
    return absent.stream().map(Finding::label).toList();
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
