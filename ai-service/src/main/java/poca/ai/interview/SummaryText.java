package poca.ai.interview;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import poca.ai.triage.Urgency;
import poca.ai.words.Ask;
import poca.ai.words.Detail;
import poca.ai.words.Finding;
import poca.ai.words.Mention;
import poca.ai.words.Reading;
import poca.ai.words.Remedy;
import poca.ai.words.Reply;
import poca.ai.words.Story;
import poca.ai.words.Temperature;

/// Sums up for the doctor what was said and what is on record, and nothing else.
final class SummaryText {

  private static final int LONGEST_HISTORY = 300;
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
  private static final Set<Ask> CAN_BE_NONE =
      EnumSet.of(Ask.MEDICATION, Ask.OTHER_SYMPTOMS, Ask.ALLERGIES, Ask.CONDITIONS);
  private static final Set<Finding> SAID_BY_OTHERS =
      EnumSet.of(
          Finding.PAIN,
          Finding.NOTHING,
          Finding.ONGOING,
          Finding.BABY,
          Finding.CHILD,
          Finding.SWELLING);

  private final Intake intake;
  private final Intake.PatientRecord patient;
  private final Story story;
  private final Urgency urgency;
  private final Voice voice;
  private final Concern concern;
  private final Known known;

  SummaryText(
      Intake intake, Story story, Urgency urgency, Voice voice, Concern concern, Known known) {
    this.intake = intake;
    this.patient = intake.patient();
    this.story = story;
    this.urgency = urgency;
    this.voice = voice;
    this.concern = concern;
    this.known = known;
  }

  String text() {
    var lines = new ArrayList<String>();
    lines.add("Summary for the " + designation());
    lines.add("");
    lines.add("Patient: " + basics());
    lines.add("Main concern: " + mainConcern());
    lines.add("Condition: " + condition());
    lines.add("Current remedy or medication: " + remedies());
    var extra = extra();
    if (!extra.isEmpty()) lines.add("Extra information: " + extra);
    lines.add("Key questions:");
    int number = 1;
    for (var question : KeyQuestions.of(patient, story, urgency, concern, known))
      lines.add(number++ + ". " + question);
    lines.add("");
    lines.add(
        "Urgency: "
            + urgency.level()
            + Evidence.of(story, urgency)
                .map(e -> " (" + e + ")")
                .orElse(" (no warning sign in the patient's words)"));
    return String.join("\n", lines);
  }

  private String designation() {
    var designation = intake.doctor().designation();
    return designation == null || designation.isBlank() ? "doctor" : Quote.oneLine(designation, 80);
  }

  private String basics() {
    var parts = new ArrayList<String>();
    parts.add(age());
    parts.add(patient.gender() == null ? "gender " + NOT_STATED : patient.gender());
    parts.add(patient.weightKg() == null ? "weight " + NOT_STATED : patient.weightKg() + " kg");
    if (patient.heightCm() != null) parts.add(patient.heightCm() + " cm");
    if (patient.bloodGroup() != null && !patient.bloodGroup().isBlank())
      parts.add("blood group " + Quote.oneLine(patient.bloodGroup(), 10));
    var text = String.join(", ", parts) + ".";
    if ("self".equals(patient.relation()) && voice == Voice.YOU)
      return text + " Written by the patient.";
    if ("self".equals(patient.relation())) return text + aboutSomebodyElse();
    return patient.relation() == null
        ? text
        : text + " Written by another person (relation on record: " + patient.relation() + ").";
  }

  /// The account's own record is the writer's, the concern is about a child or relative.
  private String aboutSomebodyElse() {
    if (patient.ageYears() != null && patient.ageYears() < 12) return "";
    var who = voice.isBaby() ? "a baby" : voice == Voice.THE_CHILD ? "a child" : "another person";
    var stated = story.ages().findFirst().map(a -> " (" + a.said() + ")").orElse("");
    return " The concern is about " + who + stated + "; these basics are on record for the writer.";
  }

  private String age() {
    var stated = story.ages().findFirst().map(a -> "age as stated: " + a.said());
    var days = patient.ageDays();
    if (days != null && days < 90) return days + " days old";
    if (days != null && days < 730) return (int) (days / 30.4375) + " months old";
    if (patient.ageYears() != null) return patient.ageYears() + " years old";
    return stated.orElse("age " + NOT_STATED);
  }

  private String mainConcern() {
    var reading = concern.reading();
    var duration =
        known.duration(concern.complaint()).map(d -> d.said()).or(() -> raw(Ask.DURATION));
    var lasting = ", duration: " + duration.orElse(NOT_STATED) + ".";
    if (reading == null) return NOT_STATED + lasting;
    var words = Quote.concern(reading);
    var labels = mainFindings().stream().map(Finding::label).toList();
    if (labels.isEmpty()) return words + lasting;
    return Questions.joined(labels, "and") + lasting + " In the patient's words: " + words;
  }

  /// The findings in the message of the concern that belong to its complaint.
  private List<Finding> mainFindings() {
    var reading = concern.reading();
    if (reading == null) return List.of();
    return withoutBroader(
        reading.mentions().stream()
            .filter(m -> m.present() && concern.complaint().triggers().contains(m.finding()))
            .map(Mention::finding)
            .distinct()
            .toList());
  }

  private String condition() {
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
      if (matters(ask)) detail(ask).ifPresent(d -> parts.add(ask.label() + ": " + d));
    add(parts, "associated symptoms present", present());
    add(parts, "associated symptoms absent", absent());
    parts.addAll(affirmedLists());
    add(parts, "not known to the patient", unknown());
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

  private static void add(List<String> parts, String name, List<String> items) {
    if (!items.isEmpty()) parts.add(name + ": " + String.join(", ", items));
  }

  private Optional<String> severity() {
    var said = story.details(Ask.SEVERITY).map(Detail::said).distinct().toList();
    if (!said.isEmpty()) return Optional.of(String.join(", ", said));
    var raw = raw(Ask.SEVERITY);
    boolean wanted =
        concern.complaint().topics().stream()
            .anyMatch(t -> t instanceof Topic.About a && a.ask() == Ask.SEVERITY);
    return raw.or(
        () -> wanted && !known.wasAsked(Ask.SEVERITY) ? Optional.of(NOT_STATED) : Optional.empty());
  }

  private Optional<String> temperature() {
    var readings = story.temperatures().map(SummaryText::reading).distinct().toList();
    if (!readings.isEmpty()) return Optional.of(String.join(", ", readings));
    var raw = raw(Ask.TEMPERATURE);
    return raw.or(() ->
        story
                    .mentions()
                    .anyMatch(m -> m.finding() == Finding.FEVER && m.present() && !groupAnswer(m))
                && !unknown().contains(Ask.TEMPERATURE.label())
            ? Optional.of(NOT_STATED)
            : Optional.empty());
  }

  private static String reading(Temperature temperature) {
    var celsius = String.format(Locale.ROOT, "%.1f °C", temperature.celsius());
    return celsius + " (said: " + temperature.said() + ")";
  }

  private Optional<String> detail(Ask ask) {
    var said = story.details(ask).map(Detail::said).distinct().limit(3).toList();
    return said.isEmpty() ? raw(ask) : Optional.of(String.join(", ", said));
  }

  private List<String> present() {
    var shown = new LinkedHashSet<>(mainFindings());
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
                && !shown.contains(m.finding()))
        .forEach(m -> present.add(m.finding()));
    return withoutBroader(List.copyOf(present)).stream().map(Finding::label).toList();
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
                && !impliedByWell(m.finding()))
        .forEach(m -> absent.add(m.finding()));
    return absent.stream().map(Finding::label).toList();
  }

  private boolean impliedByWell(Finding finding) {
    return story.mentions().anyMatch(m -> m.present() && m.finding().opposite() == finding);
  }

  private List<Finding> withoutBroader(List<Finding> findings) {
    return findings.stream()
        .filter(f -> findings.stream().noneMatch(narrower -> Known.implied(narrower) == f))
        .toList();
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

  private List<String> unknown() {
    var unknown = new LinkedHashSet<String>();
    for (var reading : story.readings()) {
      if (reading.reply() != Reply.UNKNOWN) continue;
      reading.asked().asks().stream()
          .filter(a -> a != Ask.CONCERN && answered(reading, a).isEmpty())
          .forEach(a -> unknown.add(a.label()));
      reading.asked().findings().stream()
          .filter(f -> story.mentions().noneMatch(m -> m.finding() == f))
          .forEach(f -> unknown.add(f.label()));
    }
    return List.copyOf(unknown);
  }

  private static List<String> answered(Reading reading, Ask ask) {
    return switch (ask) {
      case DURATION -> reading.durations().stream().map(d -> d.said()).toList();
      case TEMPERATURE -> reading.temperatures().stream().map(Temperature::said).toList();
      case MEDICATION -> reading.remedies().stream().map(Remedy::said).toList();
      case AGE -> reading.ages().stream().map(a -> a.said()).toList();
      default -> reading.details().stream().filter(d -> d.ask() == ask).map(Detail::said).toList();
    };
  }

  /// An answer that holds nothing known is passed on as it was written.
  private Optional<String> raw(Ask ask) {
    return story.readings().stream()
        .filter(r ->
            r.asked().asks().contains(ask)
                && r.reply() != Reply.UNKNOWN
                && answered(r, ask).isEmpty())
        .filter(r -> r.mentions().stream().noneMatch(m -> !m.answer()))
        .filter(r -> !r.message().isBlank() && (r.reply() != Reply.NO || CAN_BE_NONE.contains(ask)))
        .map(r -> r.reply() == Reply.NO ? "none" : Quote.of(r.message(), 100))
        .findFirst();
  }

  private String remedies() {
    var taken =
        story
            .remedies()
            .filter(Remedy::taken)
            .map(r -> Quote.of(r.said(), 120))
            .distinct()
            .limit(5)
            .toList();
    if (!taken.isEmpty()) return String.join(", ", taken) + ".";
    if (story.remedies().anyMatch(r -> !r.taken())) return "none so far.";
    var raw = raw(Ask.MEDICATION);
    if (raw.isPresent()) return raw.get().equals("none") ? "none so far." : raw.get() + ".";
    return unknown().contains(Ask.MEDICATION.label())
        ? "not known to the patient."
        : NOT_STATED + ".";
  }

  private String extra() {
    var parts = new ArrayList<String>();
    record("allergies on record", patient.allergies()).ifPresent(parts::add);
    record("conditions on record", patient.conditions()).ifPresent(parts::add);
    record("regular medication on record", patient.medications()).ifPresent(parts::add);
    detail(Ask.ALLERGIES).ifPresent(a -> parts.add("allergies as stated: " + a));
    var said =
        story
            .mentions()
            .filter(m ->
                m.present()
                    && m.finding().isCondition()
                    && !m.finding().isWho()
                    && (m.finding() != Finding.BREASTFEEDING || voice == Voice.YOU))
            .map(m -> m.finding().label())
            .distinct()
            .toList();
    if (!said.isEmpty()) parts.add("stated: " + String.join(", ", said));
    var conditions = raw(Ask.CONDITIONS);
    conditions.ifPresent(c -> parts.add("long-term conditions as stated: " + c));
    if (patient.caseHistory() != null && !patient.caseHistory().isBlank())
      parts.add("newest case history: " + Quote.oneLine(patient.caseHistory(), LONGEST_HISTORY));
    return parts.isEmpty() ? "" : String.join("; ", parts) + ".";
  }

  private static Optional<String> record(String name, List<String> items) {
    var listed =
        items.stream().filter(i -> !i.isBlank()).map(i -> Quote.oneLine(i, 80)).limit(10).toList();
    return listed.isEmpty()
        ? Optional.empty()
        : Optional.of(name + ": " + String.join(", ", listed));
  }
}
