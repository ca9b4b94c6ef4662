package poca.ai.problem;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Content;
import poca.ai.content.ContentErrors;
import poca.ai.content.Line;
import poca.ai.interview.Intake;
import poca.ai.reading.ClassMention;
import poca.ai.reading.ClassMentions;
import poca.ai.reading.Finding;
import poca.ai.reading.Measurement;
import poca.ai.reading.Mention;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.reading.Temperature;
import poca.ai.reading.Wordings;

/// What was told of the patient and what is on record, as far as it can be the evidence of a
/// problem.
final class PatientEvidence {

  /// What the table's own words are called.
  static final Set<String> WORDS;

  /// From so many letters on a word says something.
  private static final int SAYING = 4;

  private static final Wordings WORDINGS;

  static {
    var contentErrors = new ContentErrors();
    var lines = new LinkedHashMap<String, Line>();
    for (var line : Content.lines("problems/words.tsv")) {
      var cells = line.text().split("\t", -1);
      if (cells.length != 2) contentErrors.add(line, "is no label, tab, phrases");
      else if (lines.put(cells[0], line.with(cells[1])) != null)
        contentErrors.add(line, "repeats `" + cells[0] + "`");
    }
    WORDINGS = Wordings.of(lines, contentErrors);
    contentErrors.refuse();
    WORDS = Set.copyOf(lines.keySet());
  }

  private final Story story;
  private final Intake.PatientRecord patient;
  private final Set<Finding> onRecord = new TreeSet<>();
  private final Set<String> classes;
  private final Map<Finding, Span> present = new TreeMap<>();
  private final Map<Finding, Span> denied = new TreeMap<>();
  private final Map<Finding, Span> others = new TreeMap<>();
  private final Map<String, Span> said = new HashMap<>();
  private final Map<String, Span> asked = new HashMap<>();
  private final Map<Finding, String> unanswered = new TreeMap<>();
  private final Set<Span> doubtful;

  PatientEvidence(Story story, Intake.PatientRecord patient) {
    this.story = story;
    this.patient = patient;
    this.classes = ClassMentions.classes(patient.medications(), patient.conditions());
    patient.conditions().forEach(c -> onRecord.addAll(Story.named(c)));
    onRecord.removeIf(f -> !f.isCondition() || f.isWho());
    var evidenceWeight = new EvidenceWeight(story);
    this.doubtful = evidenceWeight.doubtful();
    story.mentions().forEach(mention -> place(mention, evidenceWeight));
    denied.keySet().removeAll(present.keySet());
    for (var exchange : story.exchanges())
      for (var found : WORDINGS.in(exchange.messageId(), exchange.message()))
        (evidenceWeight.isAsked(found.span()) ? asked : said)
            .putIfAbsent(found.label(), found.span());
    readUnanswered();
  }

  /// What was asked and neither affirmed nor denied, with the message that passed it over.
  private void readUnanswered() {
    var exchanges = story.exchanges();
    for (int at = 0; at + 1 < exchanges.size(); at++) {
      var next = exchanges.get(at + 1);
      if (exchanges.get(at).response() == null || next.message().isBlank()) continue;
      for (var finding : exchanges.get(at).askedFor().findings())
        if (!present.containsKey(finding)
            && !denied.containsKey(finding)
            && !speaksOf(next.message(), finding))
          unanswered.putIfAbsent(finding, next.messageId());
    }
  }

  private static boolean speaksOf(String message, Finding finding) {
    var words = new HashSet<>(List.of(message.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
    return Stream.of(finding.label().split(" "))
        .anyMatch(word -> word.length() >= SAYING && words.contains(word));
  }

  private void place(Mention mention, EvidenceWeight evidenceWeight) {
    var span = mention.span();
    switch (mention.sense()) {
      case PRESENT -> {
        if (evidenceWeight.holds(mention)) present.putIfAbsent(mention.finding(), span);
      }
      case ABSENT -> {
        if (evidenceWeight.denies(mention)) denied.putIfAbsent(mention.finding(), span);
      }
      case OTHER_PERSON -> others.putIfAbsent(mention.finding(), span);
      case PAST, HYPOTHETICAL, TARGET -> {}
    }
  }

  Set<Finding> conditions() {
    return onRecord;
  }

  Set<String> classes() {
    return classes;
  }

  @Nullable Span present(Finding finding) {
    return present.get(finding);
  }

  @Nullable Span denied(Finding finding) {
    return denied.get(finding);
  }

  @Nullable Span ofOthers(Finding finding) {
    return others.get(finding);
  }

  boolean onRecord(Finding finding) {
    return onRecord.contains(finding);
  }

  @Nullable Span said(String label) {
    return said.get(label);
  }

  /// In a question.
  @Nullable Span asked(String label) {
    return asked.get(label);
  }

  /// The id of the message that should have answered; null if nobody asked or it was answered.
  @Nullable String unanswered(Finding finding) {
    return onRecord(finding) ? null : unanswered.get(finding);
  }

  @Nullable Span temperature(double from) {
    return story
        .temperatures()
        .filter(t -> t.celsius() >= from)
        .map(Temperature::span)
        .findFirst()
        .orElse(null);
  }

  /// Whether words that a rule rests on are none of a kind that says nothing.
  boolean isSound(List<Span> evidence) {
    return evidence.stream().noneMatch(doubtful::contains);
  }

  boolean isMeasured(Span span) {
    return story.readings().stream()
        .flatMap(r -> r.measurements().stream())
        .anyMatch(measured -> measured.span().overlaps(span));
  }

  @Nullable Span taking(String of, boolean now) {
    return story.readings().stream()
        .flatMap(r -> r.takings().stream())
        .filter(t -> t.of().equals(of) && (!now || t.isNow()))
        .map(ClassMention::span)
        .findFirst()
        .orElse(null);
  }

  /// The entry of the record with a medicine or condition of this class, or a medicine of this
  /// name.
  @Nullable String onRecord(String name) {
    return Stream.concat(patient.medications().stream(), patient.conditions().stream())
        .filter(
            e -> ClassMentions.classes(List.of(e), List.of()).contains(name) || isNamed(e, name))
        .findFirst()
        .orElse(null);
  }

  boolean isAllergic(String name) {
    return patient.allergies().stream().anyMatch(e -> isNamed(e, name))
        || ClassMentions.classes(patient.allergies(), List.of()).contains(name);
  }

  private static boolean isNamed(String entry, String name) {
    return entry.toLowerCase(Locale.ROOT).contains(name);
  }

  /// A meter that is somebody else's measures the patient, if the patient's pressure was asked for.
  @Nullable Span pressure(int systolic, int diastolic) {
    boolean asked = false;
    for (int at = 0; at < story.readings().size(); at++) {
      for (var measured : story.readings().get(at).measurements()) {
        boolean high =
            (measured.kind() == Measurement.Kind.SYSTOLIC && measured.isFrom(systolic))
                || (measured.kind() == Measurement.Kind.DIASTOLIC && measured.isFrom(diastolic));
        if (high && (measured.isNow() || asked)) return measured.span();
      }
      var response = story.exchanges().get(at).response();
      if (response != null)
        asked = Objects.requireNonNull(response).contains(Measurement.Kind.SYSTOLIC.label());
    }
    return null;
  }

  /// The name of what stands there, of several the one that shares most words with the rule's
  /// reason.
  @Nullable String label(Span span, String reason) {
    var words = new HashSet<>(List.of(reason.toLowerCase(Locale.ROOT).split("[^a-z]+")));
    return present.entrySet().stream()
        .filter(e -> e.getValue().equals(span))
        .map(e -> e.getKey().label())
        .max(Comparator.comparingLong(label -> shared(label, words)))
        .orElse(null);
  }

  private static long shared(String label, Set<String> words) {
    return List.of(label.split(" ")).stream().filter(words::contains).count();
  }
}
