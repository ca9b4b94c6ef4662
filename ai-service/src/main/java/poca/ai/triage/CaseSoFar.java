package poca.ai.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Age;
import poca.ai.reading.ClassMention;
import poca.ai.reading.Detail;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Duration;
import poca.ai.reading.Finding;
import poca.ai.reading.Measurement;
import poca.ai.reading.Reading;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.reading.Temperature;

/// What has been said so far; grows message by message and forgets nothing, so that no rule that
/// fired can be unsaid.
final class CaseSoFar {

  private Story.About about = Story.About.UNSAID;
  private final Background background;
  private final Map<Finding, Span> present = new TreeMap<>();
  private final Set<Finding> first = new TreeSet<>();
  private final List<Temperature> temperatures = new ArrayList<>();
  private final List<Measurement> measurements = new ArrayList<>();
  private final Map<String, Span> takings = new HashMap<>();
  private final List<Duration> durations = new ArrayList<>();
  private final List<Age> ages = new ArrayList<>();
  private final List<Detail> scores = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private @Nullable Finding supposed;

  CaseSoFar(Background background) {
    this.background = background;
  }

  void add(Reading reading) {
    messages.add(reading.messageId());
    about = reading.whom().about();
    boolean opening = present.keySet().stream().allMatch(f -> f.isCondition() || f.isCourse());
    for (var mention : reading.mentions()) {
      if (!mention.present()) continue;
      present.putIfAbsent(mention.finding(), mention.span());
      if (opening) first.add(mention.finding());
    }
    temperatures.addAll(reading.temperatures());
    reading.measurements().stream().filter(Measurement::isNow).forEach(measurements::add);
    reading.takings().stream()
        .filter(ClassMention::isNow)
        .forEach(t -> takings.putIfAbsent(t.of(), t.span()));
    durations.addAll(reading.durations());
    // A bare duration is about the concern only when it was asked for or introduced as one.
    if (!reading.asked().asks().contains(DetailKind.DURATION)) {
      durations.removeIf(d ->
          d.of().isEmpty() && !d.introduced() && d.span().messageId().equals(reading.messageId()));
    }
    reading.ages().stream().filter(a -> Story.isPatients(a, about)).forEach(ages::add);
    reading.details().stream()
        .filter(d -> d.ask() == DetailKind.SEVERITY && !Double.isNaN(d.number()))
        .forEach(scores::add);
  }

  /// As if the patient had this, too; takes back what was supposed before.
  void suppose(@Nullable Finding finding, Span span) {
    if (supposed != null) present.remove(supposed);
    supposed = finding == null || present.containsKey(finding) ? null : finding;
    if (supposed != null) present.put(supposed, span);
  }

  @Nullable Span present(Finding finding) {
    return present.get(finding);
  }

  /// What the patient complains of in these words.
  Set<Finding> complaintsAt(Span span) {
    var complaints = new TreeSet<Finding>();
    present.forEach((finding, said) -> {
      if (said.equals(span) && !finding.isCondition() && !finding.isCourse())
        complaints.add(finding);
    });
    return complaints;
  }

  /// "I have a fever": a baby that is spoken of besides is not the patient.
  boolean isTheWriter() {
    return about == Story.About.WRITER;
  }

  boolean onRecord(Finding condition) {
    return background.conditions().contains(condition);
  }

  List<Temperature> temperatures() {
    return temperatures;
  }

  /// What was measured of this kind, without targets and what is past.
  List<Measurement> measurements(Measurement.Kind kind) {
    return measurements.stream().filter(m -> m.kind() == kind).toList();
  }

  /// The weight that was stated last, else the one on record.
  @Nullable Double weightKg() {
    var stated = measurements(Measurement.Kind.WEIGHT);
    return stated.isEmpty() ? background.weightKg() : Double.valueOf(stated.getLast().value());
  }

  /// Where a medicine or condition of a class was said to be there.
  @Nullable Span taking(String of) {
    return takings.get(of);
  }

  boolean onRecord(String of) {
    return background.classes().contains(of);
  }

  List<Detail> scores() {
    return scores;
  }

  /// Whether one of these is said to have lasted so long; a pregnancy's weeks are no illness.
  boolean haveLasted(Set<Finding> complaints, double hours) {
    var longest = complaints.isEmpty() ? null : longest(complaints);
    return longest != null && longest.hours() >= hours && !longest.said().contains("week");
  }

  /// Whether a message was sent after another one.
  boolean isAfter(Span one, Span other) {
    return messages.indexOf(one.messageId()) > messages.indexOf(other.messageId());
  }

  /// Whether a time is told that began so few hours ago.
  boolean tellsOfTheLast(double hours) {
    return durations.stream().anyMatch(d -> d.hours() <= hours);
  }

  /// The longest time that one of these findings has lasted, null when none was said.
  @Nullable Duration longest(Set<Finding> findings) {
    Duration longest = null;
    for (var duration : durations) {
      if (Double.isNaN(duration.hours())) continue;
      boolean about =
          duration.of().isEmpty()
              ? first.stream().anyMatch(findings::contains)
              : duration.of().stream().anyMatch(findings::contains);
      if (about && (longest == null || duration.hours() > longest.hours())) longest = duration;
    }
    return longest;
  }

  /// Whether the patient may be as young as this: by a stated age or the one on record.
  @Nullable Span youngerThan(double days) {
    for (var age : ages) if (age.days() < days) return age.span();
    return null;
  }

  boolean recordYoungerThan(double days) {
    return background.ageDays() != null && background.ageDays() < days;
  }

  /// Whether an age is known at all.
  boolean ageKnown() {
    return background.ageDays() != null || !ages.isEmpty();
  }

  /// A stated age speaks of the patient of this concern, the record's only if none was stated.
  boolean atLeast(double days) {
    if (!ages.isEmpty()) return ages.stream().anyMatch(a -> a.days() >= days);
    return background.ageDays() != null && background.ageDays() >= days;
  }
}
