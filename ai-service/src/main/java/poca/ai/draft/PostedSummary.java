package poca.ai.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Complaints;
import poca.ai.interview.Intake;
import poca.ai.reading.ClassMention;
import poca.ai.reading.ClassMentions;
import poca.ai.reading.Finding;
import poca.ai.reading.Measurement;
import poca.ai.reading.Mention;
import poca.ai.reading.Remedy;
import poca.ai.reading.Story;
import poca.ai.reading.Temperature;
import poca.ai.triage.Background;
import poca.ai.triage.Triage;
import poca.ai.triage.Urgency;
import poca.ai.triage.UrgencyLevel;

/// What a posted summary says, whoever wrote or edited it: read by the lines that the built-in
/// interviewer writes where they are there, and as free text otherwise.
///
/// @param concern the complaint in a few words
/// @param duration as said, with its "for" or "since"; null if it does not say
/// @param celsius the highest temperature it names
/// @param main what the main concern tells of
/// @param present what the patient has, dangers first, then in the order of the text
/// @param names what the reply calls those of them that it names
/// @param absent what it says the patient has not
/// @param reason what the rating saw; null if it does not say
/// @param questions of the patient to the doctor, without quotation marks
/// @param safety what it says of the patient's safety, beside what is wrong
/// @param refusesHelp whether somebody does not want emergency care
/// @param language in which it is written that is not read; null if it is read
/// @param understood whether the patient was understood (contract 6.2.6) and the summary names
///   something that is known here
/// @param ageDays in days; null where neither summary nor record know it
/// @param measured what was measured and counts, with its name
/// @param weeksPregnant that the patient is pregnant and how far, if so, ready to be appended
/// @param takes the classes of medicines that it says are taken
/// @param weightKg null where neither knows it
record PostedSummary(
    String concern,
    @Nullable String duration,
    @Nullable Double celsius,
    Set<Finding> main,
    Set<Finding> present,
    Map<Finding, String> names,
    Set<Finding> absent,
    Set<Finding> conditions,
    List<String> remedies,
    UrgencyLevel level,
    @Nullable String reason,
    @Nullable Double ageDays,
    @Nullable Double weightKg,
    List<String> measured,
    String weeksPregnant,
    Set<String> takes,
    List<String> wishes,
    List<String> questions,
    Safety safety,
    boolean refusesHelp,
    @Nullable String language,
    boolean understood,
    String text) {

  private static final double YEAR = 365.25;

  /// A fever that the thermometer denies is none.
  private static final double FEVER_FROM = 38;

  private static final int GROWN_UP_YEARS = 16;
  private static final int LONGEST_CONCERN = 120;
  private static final int MOST_NAMED = 3;
  private static final String NOT_STATED = "not stated";
  private static final String NOT_UNDERSTOOD = "not understood:";
  private static final String OTHERS_NAMED = "the words name somebody else too";
  private static final String REFUSED = "declines emergency care: ";
  private static final Pattern UP_TO_QUESTION = Pattern.compile("[^.!?\\n]*\\?");
  private static final Pattern WRITTEN_IN =
      Pattern.compile("Not understood: written in ([^;\\n]{1,40});");
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)urgency[^\\p{L}\\n]{0,5}(red|yellow|green)\\b(?:[ \\t]*\\(((?:[^()\\n]|\\([^()\\n]{0,80}\\)){1,900})\\))?");
  private static final Pattern WEIGHT =
      Pattern.compile("(?<![\\d.,/])(\\d{1,3}(?:\\.\\d{1,2})?) ?kgs?\\b", Pattern.CASE_INSENSITIVE);

  private static final Set<Finding> SAID_BY_OTHERS =
      Set.of(
          Finding.NOTHING,
          Finding.FIGURE_OF_SPEECH,
          Finding.SEVERE_PAIN,
          Finding.BABY,
          Finding.CHILD);

  /// @param rated what the session was rated; null if it was not
  /// @param understood whether the interview's patient was understood
  static PostedSummary of(
      String summary,
      Intake.PatientRecord patient,
      @Nullable UrgencyLevel rated,
      boolean understood) {
    var told = SummaryContent.of(summary);
    var absent = new LinkedHashSet<>(told.absent());
    var writersBasics = summary.contains(OTHERS_NAMED);
    var text = String.join("\n", told.passages());
    var story = story(told.passages());
    var present = findings(story.mentions());
    var hottest = highestTemperature(story);
    if (hottest != null && hottest < FEVER_FROM) present.remove(Finding.FEVER);
    story.mentions().filter(Mention::absent).map(Mention::finding).forEach(absent::add);
    absent.removeIf(f -> present.contains(f) || f.opposite() != null || f.isCourse());
    absent.removeIf(f -> f.isCondition() || SAID_BY_OTHERS.contains(f));
    var elsewhere =
        writersBasics
            || (story.about() == Story.About.CHILD
                && (patient.ageYears() == null || patient.ageYears() >= GROWN_UP_YEARS));
    var ageDays = age(story, elsewhere ? Intake.PatientRecord.EMPTY : patient);
    var weight = weight(story, elsewhere ? text : summary, elsewhere ? null : patient.weightKg());
    var tag = highestTag(summary);
    var assessed =
        Triage.assess(
            story,
            new Background(
                ageDays,
                conditions(patient, story),
                ClassMentions.classes(patient.medications(), patient.conditions()),
                weight));
    var level =
        tag != null ? tag.level() : assessed == null ? UrgencyLevel.GREEN : assessed.level();
    var highest = rated != null && rated.compareTo(level) > 0 ? rated : level;
    var why = tag != null ? tag.reason() : assessed == null ? null : assessed.reason();
    var names = new ConditionNames(story, told.passages(), present, assessed);
    var ordered = names.dangersFirst();
    var main = new LinkedHashSet<>(ordered);
    main.retainAll(findings(story(told.main()).mentions()));
    return new PostedSummary(
        concern(told, names.of(main.isEmpty() ? ordered : main), text),
        told.duration() == null && told.concern() == null ? firstTime(story) : told.duration(),
        hottest,
        main,
        ordered,
        highest == UrgencyLevel.RED ? names.grave(main) : names.all(),
        absent,
        conditions(patient, story),
        story.remedies().filter(Remedy::taken).map(Remedy::said).toList(),
        highest,
        highest == level ? why : null,
        ageDays,
        weight,
        measured(story, assessed, highest),
        weeksPregnant(story),
        story.readings().stream()
            .flatMap(r -> r.takings().stream())
            .filter(ClassMention::isNow)
            .map(ClassMention::of)
            .collect(Collectors.toUnmodifiableSet()),
        told.wishes(),
        told.questions(),
        Safety.of(summary, told.passages(), why, present, assessed),
        summary.contains(REFUSED) || refuses(told.passages(), story),
        language(summary),
        understood
            && (!present.isEmpty() || !told.wishes().isEmpty())
            && !summary.toLowerCase(Locale.ROOT).contains(NOT_UNDERSTOOD),
        text);
  }

  /// In words that were added later or written freely; a question is no refusal.
  private static boolean refuses(List<String> passages, Story story) {
    return story
        .mentions()
        .filter(m -> m.present() && m.finding() == Finding.REFUSES_HELP)
        .anyMatch(m -> {
          var said = passages.get(Integer.parseInt(m.span().messageId().substring(1)));
          return !UP_TO_QUESTION.matcher(said.substring(m.span().end())).lookingAt();
        });
  }

  /// The newest value of each kind: of an emergency all, else those that a rule rests on.
  private static List<String> measured(Story story, @Nullable Urgency urgency, UrgencyLevel level) {
    if (urgency == null) return List.of();
    var evidence = urgency.firings().stream().flatMap(f -> f.evidence().stream()).toList();
    var newest = new LinkedHashMap<String, String>();
    story.readings().stream()
        .flatMap(r -> r.measurements().stream())
        .filter(m -> m.isNow() && m.kind().isVital())
        .filter(m -> level == UrgencyLevel.RED || evidence.stream().anyMatch(m.span()::overlaps))
        .forEach(m -> newest.put(m.kind().label(), m.kind().label() + " " + figures(story, m)));
    return List.copyOf(newest.values());
  }

  private static String figures(Story story, Measurement measurement) {
    var span = measurement.span();
    var message =
        story.readings().stream()
            .filter(r -> r.messageId().equals(span.messageId()))
            .findFirst()
            .orElseThrow()
            .message();
    return message.substring(span.start(), span.end());
  }

  private static String weeksPregnant(Story story) {
    if (!story.has(Finding.PREGNANT)) return "";
    return story.readings().stream()
        .flatMap(r -> r.measurements().stream())
        .filter(m -> m.kind() == Measurement.Kind.PREGNANCY_WEEKS && m.isNow())
        .findFirst()
        .map(m -> ", pregnant (" + Math.round(m.value()) + " weeks)")
        .orElse(", pregnant");
  }

  private static @Nullable String language(String summary) {
    var written = WRITTEN_IN.matcher(summary);
    return written.find() ? written.group(1) : null;
  }

  private record Tag(UrgencyLevel level, @Nullable String reason) {}

  /// What was added later may have made it more urgent than it says at first, or named a new danger
  /// before the old ones.
  private static @Nullable Tag highestTag(String summary) {
    return TAG.matcher(summary)
        .results()
        .map(tag ->
            new Tag(UrgencyLevel.valueOf(tag.group(1).toUpperCase(Locale.ROOT)), tag.group(2)))
        .reduce((a, b) -> b.level().compareTo(a.level()) >= 0 ? b : a)
        .orElse(null);
  }

  /// Of a summary that was written freely.
  private static @Nullable String firstTime(Story story) {
    return story.durations().map(d -> d.said()).findFirst().orElse(null);
  }

  private static Story story(List<String> passages) {
    var exchanges = new ArrayList<Story.Exchange>();
    for (var passage : passages)
      exchanges.add(new Story.Exchange("p" + exchanges.size(), passage, null, false));
    return Story.of(exchanges, Set.of());
  }

  /// Only what somebody comes with has a name that a patient would know.
  private static Set<Finding> findings(Stream<Mention> mentions) {
    var findings = new LinkedHashSet<Finding>();
    mentions
        .filter(Mention::present)
        .map(Mention::finding)
        .filter(f -> !f.isCourse() && !f.isCondition() && f.opposite() == null)
        .filter(f -> !SAID_BY_OTHERS.contains(f) && Complaints.isConcern(f))
        .forEach(findings::add);
    if (findings.size() > 1) {
      findings.removeAll(Set.of(Finding.PAIN, Finding.MEDICINE_QUESTION));
    }
    return findings;
  }

  private static String concern(SummaryContent told, List<String> named, String text) {
    var said = told.concern();
    if (said != null && !said.startsWith("\"") && !said.equals(NOT_STATED)) {
      return said;
    }
    if (!named.isEmpty()) return Phrasing.list(named.stream().limit(MOST_NAMED).toList(), "and");
    if (!told.wishes().isEmpty()) {
      return Phrasing.list(told.wishes(), "and");
    }
    var first = text.strip().lines().findFirst().orElse("").strip();
    return "\"" + Phrasing.shortened(first.replace('"', '\''), LONGEST_CONCERN) + "\"";
  }

  private static @Nullable Double highestTemperature(Story story) {
    return story
        .temperatures()
        .map(Temperature::celsius)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Set<Finding> conditions(Intake.PatientRecord patient, Story story) {
    var conditions = new LinkedHashSet<Finding>();
    patient.conditions().forEach(c -> conditions.addAll(Story.named(c)));
    patient.medications().forEach(m -> conditions.addAll(Story.named(m)));
    if (patient.caseHistory() != null) {
      Story.of(List.of(new Story.Exchange("history", patient.caseHistory(), null, false)), Set.of())
          .mentions()
          .filter(Mention::present)
          .map(Mention::finding)
          .forEach(conditions::add);
    }
    story.mentions().filter(Mention::present).map(Mention::finding).forEach(conditions::add);
    conditions.removeIf(f -> !f.isCondition() || f.isWho());
    return conditions;
  }

  private static @Nullable Double age(Story story, Intake.PatientRecord patient) {
    var stated = story.ages().findFirst();
    if (stated.isPresent()) {
      return stated.get().days();
    }
    if (patient.ageDays() != null) {
      return (double) patient.ageDays();
    }
    // "0 years" can be any age within the first
    return patient.ageYears() == null || patient.ageYears() == 0 ? null : patient.ageYears() * YEAR;
  }

  private static @Nullable Double weight(Story story, String text, @Nullable Number onRecord) {
    if (onRecord != null) {
      return onRecord.doubleValue();
    }
    var said = OptionalDouble.empty();
    var weight = WEIGHT.matcher(text);
    if (weight.find()) {
      said = OptionalDouble.of(Double.parseDouble(weight.group(1)));
    }
    if (said.isEmpty()) {
      var stated =
          story.readings().stream()
              .flatMap(r -> r.measurements().stream())
              .filter(m -> m.kind() == Measurement.Kind.WEIGHT && m.isNow())
              .findFirst();
      if (stated.isPresent()) return stated.get().value();
    }
    return said.isEmpty() || said.getAsDouble() < 0.5 ? null : said.getAsDouble();
  }

  boolean isOfSelfHarm() {
    return safety.selfHarm();
  }

  boolean hasCompany() {
    return safety.company();
  }

  /// Whether the next dose of the blood thinner waits until the patient has been seen.
  boolean holdsTheThinner() {
    return isBleeding() && conditions.contains(Finding.BLOOD_THINNER);
  }

  boolean isBleeding() {
    return safety.bleeding();
  }

  boolean asksForDiscretion() {
    return safety.discretion();
  }

  boolean hasAny(Set<Finding> findings) {
    return present.stream().anyMatch(findings::contains);
  }

  /// Whether the main concern is one of these.
  boolean isMainly(Set<Finding> findings) {
    return main.stream().anyMatch(findings::contains);
  }
}
