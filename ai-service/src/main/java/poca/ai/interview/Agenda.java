package poca.ai.interview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.triage.Triage;
import poca.ai.triage.Triage.Outlook;
import poca.ai.triage.UrgencyLevel;

/// What is still worth asking, the most important first (contract 6.2.7): signs that alone would
/// make an emergency of it, two of the same one together; onset and course; what else would raise
/// the urgency, risk factors, severity, a measurement; remedies. Which sign makes an emergency the
/// rules say themselves, so that the record of this patient counts.
final class Agenda {

  /// Questions for signs of an emergency before the onset is asked, if it has to be.
  private static final int SIGNS_BEFORE_ONSET = 2;

  /// Between two topics of a complaint, with room for those of a second one.
  private static final int STEP = 4;

  /// Each further sign of one list waits for the topic behind it.
  private static final int FURTHER_SIGN = 6;

  private enum Rank {
    EMERGENCY,
    /// The first sign that would make it urgent, where none alone makes an emergency.
    WARNING,
    ONSET,
    COURSE,
    MATTERS,
    REMEDY,
    BESIDES
  }

  /// @param place among those of its rank: those of a second concern take turns with the first's
  private record Item(AssistantTurn.Question question, Rank rank, boolean optional, int place) {}

  private final History history;
  private final KnownFacts known;
  private final Map<Finding, Outlook> outlooks;
  private final List<Item> items = new ArrayList<>();

  private Agenda(History history, Voice voice) {
    this.history = history;
    this.known = history.known();
    var complaints = history.concern().complaints();
    this.outlooks = outlooks(complaints);
    for (int i = 0; i < complaints.size(); i++) {
      var complaint = complaints.get(i);
      var topics = known.topics(complaint);
      for (int at = 0; at < topics.size(); at++)
        if (known.open(topics.get(at), complaint))
          add(topics.get(at), voice, complaint, STEP * at + i);
    }
    firstWarning();
    items.sort(Comparator.comparing(Item::rank).thenComparing(Item::place));
  }

  private void firstWarning() {
    if (signsPut() > 0 || items.stream().anyMatch(i -> i.rank == Rank.EMERGENCY)) return;
    for (int at = 0; at < items.size(); at++) {
      var item = items.get(at);
      if (item.rank != Rank.MATTERS || item.question.asked().findings().isEmpty()) continue;
      items.set(at, new Item(item.question, Rank.WARNING, item.optional, item.place));
      return;
    }
  }

  /// The next question; null when nothing is worth one.
  ///
  /// @param put how many questions were put so far
  static AssistantTurn.@Nullable Question next(History history, int put) {
    var agenda = new Agenda(history, history.voice());
    boolean onsetFirst =
        agenda.items.stream().anyMatch(i -> i.rank == Rank.ONSET)
            && agenda.signsPut() >= SIGNS_BEFORE_ONSET;
    for (var item : agenda.items) {
      if (onsetFirst && item.rank.compareTo(Rank.ONSET) < 0) continue;
      if (item.optional && put >= 2) continue;
      return agenda.repeated(item.question);
    }
    return null;
  }

  /// What helps emergency care, and nothing else; nothing of it twice.
  static AssistantTurn.@Nullable Question nextOnceRed(History history) {
    return onceRed(history, history.voice()).findFirst().orElse(null);
  }

  private static Stream<AssistantTurn.Question> onceRed(History history, Voice voice) {
    var known = history.known();
    return topicsOnceRed(history)
        .filter(own -> known.open(own.topic, own.of))
        .map(own -> {
          var signs =
              own.topic instanceof QuestionTopic.AnyOf t ? known.open(t) : List.<Finding>of();
          return QuestionText.of(own.topic, voice, own.of, signs);
        })
        .filter(question -> !known.asking().was(question.asked()));
  }

  /// @param of which complaint a question names where it says "it"
  private record Own(QuestionTopic topic, Complaint of) {}

  /// The emergency's first question, then the signs that decide about the complaints themselves,
  /// since what made it red may be something else than what the patient came for, then the
  /// emergency's others.
  private static Stream<Own> topicsOnceRed(History history) {
    var complaints = history.concern().complaints();
    var ofEmergency =
        Emergencies.of(history.urgency().ruleId()).topics().stream()
            .map(topic -> new Own(topic, complaints.getFirst()))
            .toList();
    var deciding =
        complaints.stream()
            .flatMap(of -> of.topics().stream().map(topic -> new Own(topic, of)))
            .filter(own -> own.topic.terms().decides() && !own.topic.findings().isEmpty());
    return Stream.of(ofEmergency.stream().limit(1), deciding, ofEmergency.stream().skip(1))
        .flatMap(owns -> owns);
  }

  /// What could not be asked, for the doctor.
  static List<String> open(History history) {
    if (history.urgency().level() == UrgencyLevel.RED)
      return onceRed(history, Voice.THE_PATIENT).map(AssistantTurn::text).toList();
    return new Agenda(history, Voice.THE_PATIENT)
        .items.stream()
            .filter(i -> !i.optional && i.rank != Rank.BESIDES)
            .map(i -> i.question.text())
            .distinct()
            .toList();
  }

  private AssistantTurn.Question repeated(AssistantTurn.Question question) {
    boolean before = known.asking().was(question.asked());
    return before ? QuestionText.onceMore(question) : question;
  }

  private int signsPut() {
    return (int)
        history.story().exchanges().stream()
            .filter(e -> !e.askedFor().findings().isEmpty() && !e.askedFor().clarifying())
            .count();
  }

  /// What each open sign would mean.
  private Map<Finding, Outlook> outlooks(List<Complaint> complaints) {
    var signs = new TreeSet<Finding>();
    for (var complaint : complaints)
      for (var topic : known.topics(complaint))
        if (known.open(topic, complaint)) topic.findings().forEach(f -> signs.add(feared(f)));
    return Triage.outlooks(history.story(), history.assessment().background(), signs);
  }

  /// What is feared of a function is that it fails.
  private static Finding feared(Finding finding) {
    var opposite = finding.opposite();
    return opposite == null ? finding : opposite;
  }

  private @Nullable UrgencyLevel outlook(Finding finding) {
    var outlook = outlooks.get(feared(finding));
    return outlook == null ? null : outlook.level();
  }

  private void add(QuestionTopic topic, Voice voice, Complaint complaint, int place) {
    switch (topic) {
      case QuestionTopic.About t ->
          add(QuestionText.about(t, voice, complaint), t.terms(), rank(t.ask(), complaint), place);
      case QuestionTopic.Whether t -> {
        var level = outlook(t.finding());
        var rank = level == null ? Rank.MATTERS : rank(level);
        add(QuestionText.whether(t, voice, complaint), t.terms(), rank, place);
      }
      case QuestionTopic.AnyOf t -> signs(t, voice, place);
    }
  }

  private void add(
      AssistantTurn.Question question, QuestionTopic.Terms terms, Rank rank, int place) {
    items.add(new Item(question, terms.decides() ? Rank.EMERGENCY : rank, terms.optional(), place));
  }

  private void signs(QuestionTopic.AnyOf topic, Voice voice, int place) {
    var open = new LinkedHashSet<>(known.open(topic));
    var all = List.copyOf(topic.findings());
    while (!open.isEmpty()) {
      var sign = open.removeFirst();
      var together = new ArrayList<>(List.of(sign));
      open.stream().filter(f -> isSameEmergency(sign, f)).findFirst().ifPresent(together::add);
      open.removeAll(together);
      var level = outlook(sign);
      var rank =
          topic.terms().decides() ? Rank.EMERGENCY : level == null ? Rank.BESIDES : rank(level);
      items.add(
          new Item(
              QuestionText.signs(together, voice),
              rank,
              topic.terms().optional(),
              place + FURTHER_SIGN * all.indexOf(sign)));
    }
  }

  private boolean isSameEmergency(Finding sign, Finding other) {
    var one = outlooks.get(sign);
    return one != null
        && one.level() == UrgencyLevel.RED
        && one.equals(outlooks.get(other))
        && QuestionText.canBeListed(sign)
        && QuestionText.canBeListed(other);
  }

  private static Rank rank(UrgencyLevel level) {
    return level == UrgencyLevel.RED ? Rank.EMERGENCY : Rank.MATTERS;
  }

  /// How it runs is asked where since when is told already.
  private Rank rank(DetailKind detailKind, Complaint complaint) {
    if (detailKind == DetailKind.COURSE)
      return known.wasAsked(DetailKind.DURATION)
              || known.open(Complaints.DURATION, complaint)
              || complaint != history.concern().complaint()
          ? Rank.BESIDES
          : Rank.COURSE;
    return switch (detailKind) {
      case AGE, SAFE_NOW, COMPANY, MEANS, ALSO_TAKEN -> Rank.EMERGENCY;
      case DURATION, ONSET, BIRTH_WHEN, PREGNANCY_WEEKS -> Rank.ONSET;
      case COURSE -> Rank.COURSE;
      case CONCERN,
          TEMPERATURE,
          SEVERITY,
          LOCATION,
          SPUTUM,
          VOMIT_LOOK,
          STOOL_COLOUR,
          FEED_TYPE,
          TRIGGER,
          FREQUENCY,
          WET_DIAPERS,
          HOW_HAPPENED,
          IMPACT,
          OTHER_SYMPTOMS,
          GLUCOSE,
          BLOOD_PRESSURE,
          OXYGEN ->
          Rank.MATTERS;
      case MEDICATION, ALLERGIES, CONDITIONS -> Rank.REMEDY;
    };
  }
}
