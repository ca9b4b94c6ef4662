package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import poca.ai.language.Alarm;
import poca.ai.language.Alarms;
import poca.ai.language.Detected;

/// One message of the patient, read in the light of the question before it.
///
/// @param unreadGraveWords how many words of grave things stand in it that nothing read
/// @param everydaySubject whether it names something that everyday concerns are about
/// @param alarms words of an emergency in a language that is not read; their offsets are the
///   message's
/// @param language of all the patient's words up to this message
/// @param whom of whom the conversation speaks, as far as it was said by then
public record Reading(
    String messageId,
    String message,
    QuestionReading asked,
    AnswerOpening reply,
    List<Mention> mentions,
    List<Temperature> temperatures,
    List<Measurement> measurements,
    List<ClassMention> takings,
    List<Duration> durations,
    List<Age> ages,
    List<Detail> details,
    List<Remedy> remedies,
    List<StatedClause> statements,
    int unreadGraveWords,
    boolean everydaySubject,
    List<Alarm> alarms,
    Detected language,
    Whom whom) {

  /// Refuses a reading that was kept without its measurements, so that it is made again.
  public Reading {
    measurements = List.copyOf(measurements);
    takings = List.copyOf(takings);
  }

  /// @param patient words by which the writer calls the patient
  /// @param concernKnown whether a first concern has been said
  /// @param about of whom that concern speaks
  public record Whom(Set<String> patient, boolean concernKnown, Story.About about) {}

  /// Where the words stand that say something by themselves.
  public List<Span> content() {
    return Word.of(message).stream()
        .filter(StatedClauses::isContent)
        .map(word -> new Span(messageId, word.start(), word.end()))
        .toList();
  }

  /// Where its words stand, but for a greeting, a thanks and a bare yes or no.
  public List<Span> words() {
    return Word.of(message).stream()
        .filter(word -> !StatedClauses.isBare(word))
        .map(word -> new Span(messageId, word.start(), word.end()))
        .toList();
  }

  /// Whether it says anything of its own: a greeting, a thanks and a bare answer do not.
  public boolean states() {
    return !isSmallTalk() && !content().isEmpty();
  }

  /// Whether there is nothing in it to be understood: a greeting, a thanks, a bare answer.
  public boolean isSmallTalk() {
    if (asksAboutAssistant()) return true;
    if (!statements.isEmpty()) return false;
    return (asked != QuestionReading.NOTHING && reply != AnswerOpening.NONE)
        || StatedClauses.arePolite(Word.of(message));
  }

  /// A figure by itself answers whether there is a fever, too.
  private static boolean asksForTemperature(QuestionReading asked, TokenisedText text) {
    return asked.isFor(DetailKind.TEMPERATURE)
        || (asked.findings().contains(Finding.FEVER) && text.words().size() <= FIGURE_ALONE);
  }

  private static final int FIGURE_ALONE = 5;

  /// "Are you a person?", and nothing of an illness.
  public boolean asksAboutAssistant() {
    return mentions.stream().anyMatch(m -> m.finding() == Finding.ABOUT_ASSISTANT)
        && mentions.stream().allMatch(m -> NO_ILLNESS.contains(m.finding()));
  }

  private static final Set<Finding> NO_ILLNESS =
      Set.of(Finding.ABOUT_ASSISTANT, Finding.QUESTION, Finding.REQUEST);
  private static final double FEVER_FROM = 38.0;
  private static final int LITTLE_URINE_UP_TO = 3;

  static Reading of(
      String messageId,
      String message,
      QuestionReading asked,
      Experiencer experiencer,
      Detected language) {
    var text = TokenisedText.of(messageId, message);
    experiencer.correct(text.words());
    var hits = findings(text.words());
    int size = text.words().size();
    var assertionClassifier =
        new AssertionClassifier(
            text.words(), consumed(size, hits, 0), consumed(size, hits, 1), experiencer);
    var mentions = new ArrayList<Mention>();
    var present = new ArrayList<Phrases.Hit<Finding>>();
    var nothing = new ArrayList<Span>();
    for (var hit : hits) {
      if (hit.key().isNone()) {
        nothing.add(text.span(hit.first(), hit.end()));
        continue;
      }
      var status =
          isEcho(hit, asked, text)
              ? AssertionStatus.HYPOTHETICAL
              : assertionClassifier.of(hit, hits);
      if (status == AssertionStatus.PRESENT) {
        present.add(hit);
        if (!hit.key().isCondition() && !hit.key().isCourse())
          experiencer.concern(text, text.span(hit.first(), hit.end()));
      }
      mentions.addAll(
          Mention.withOpposite(hit.key(), status, text.span(hit.first(), hit.end()), false));
    }
    saidAlone(mentions, text);
    Function<Phrases.Hit<Finding>, AssertionStatus> sense =
        hit -> assertionClassifier.of(hit, hits);
    var ages = new ArrayList<>(Age.in(text, asked.isFor(DetailKind.AGE)));
    ages.removeIf(age -> at(text, age.span(), sense) == AssertionStatus.OTHER_PERSON);
    var measurements = Measurements.in(text, asked, sense);
    var takings = ClassMentions.in(text, hit -> assertionClassifier.of(hit, hits));
    var temperatures =
        new ArrayList<>(
            Temperature.in(
                text,
                asksForTemperature(asked, text),
                hit -> assertionClassifier.of(hit, hits) == AssertionStatus.PRESENT));
    temperatures.removeIf(t -> measurements.stream().anyMatch(m -> m.span().overlaps(t.span())));
    measurements.stream()
        .filter(m -> m.isNow() && m.kind().isVital())
        .findFirst()
        .ifPresent(m -> experiencer.concern(text, m.span()));
    temperatures.stream()
        .filter(t -> t.celsius() >= FEVER_FROM)
        .findFirst()
        .ifPresent(t -> experiencer.concern(text, t.span()));
    var remedies = Remedies.in(text);
    var details = new ArrayList<>(Details.in(text, asked.soleAsk()));
    details.removeIf(d -> remedies.stream().anyMatch(r -> r.span().overlaps(d.span())));
    var taken = new ArrayList<>(ages.stream().map(Age::span).toList());
    details.stream()
        .filter(d -> d.ask() == DetailKind.PREGNANCY_WEEKS || d.ask() == DetailKind.BIRTH_WHEN)
        .map(Detail::span)
        .forEach(taken::add);
    remedies.stream()
        .map(Remedy::span)
        .filter(s -> present.stream().noneMatch(h -> text.span(h.first(), h.end()).overlaps(s)))
        .forEach(taken::add);
    var durations = Duration.in(text, present, taken);
    measured(mentions, temperatures, details);
    var opening = AnswerOpening.of(text, asked != QuestionReading.NOTHING);
    AnswerMentions.add(mentions, asked, opening, text);
    var concepts = new ArrayList<Span>();
    mentions.stream()
        .filter(m -> !m.answer() && !m.finding().isWho())
        .map(Mention::span)
        .forEach(concepts::add);
    temperatures.stream().map(Temperature::span).forEach(concepts::add);
    measurements.stream().map(Measurement::span).forEach(concepts::add);
    durations.stream().map(Duration::span).forEach(concepts::add);
    ages.stream().map(Age::span).forEach(concepts::add);
    details.stream()
        .map(Detail::span)
        .filter(span -> !StatedClauses.isVague(text, span))
        .forEach(concepts::add);
    remedies.stream().map(Remedy::span).forEach(concepts::add);
    concepts.addAll(nothing);
    // What only describes how something runs does not explain a grave word.
    var explained = new ArrayList<>(concepts);
    mentions.stream()
        .filter(m -> m.finding().kind() == Finding.Kind.COURSE)
        .map(Mention::span)
        .forEach(explained::remove);
    int unreadGraveWords = StatedClauses.grave(text, concepts, assertionClassifier::of);
    concepts.addAll(Concepts.in(text));
    concepts.addAll(assertionClassifier.said(text));
    concepts.addAll(ofAnotherTime(text, assertionClassifier));
    var subjects = StatedClauses.subjects(text);
    concepts.addAll(subjects);
    return new Reading(
        messageId,
        message,
        asked,
        opening,
        List.copyOf(mentions),
        List.copyOf(temperatures),
        measurements,
        takings,
        List.copyOf(durations),
        List.copyOf(ages),
        List.copyOf(details),
        List.copyOf(remedies),
        StatedClauses.in(text, concepts),
        unreadGraveWords,
        !subjects.isEmpty(),
        alarms(message),
        language,
        experiencer.whom());
  }

  /// The words of what is past, somebody else's, no more than a question, or denied by name: their
  /// sense is known even where they are not.
  private static List<Span> ofAnotherTime(
      TokenisedText text, AssertionClassifier assertionClassifier) {
    var spans = new ArrayList<Span>();
    boolean partner = People.isPartnerNamed(text.words());
    for (int at = 0; at < text.words().size(); at++) {
      if (!StatedClauses.isContent(text.words().get(at))) continue;
      var of = assertionClassifier.of(at);
      boolean known =
          of == AssertionStatus.PAST
              || of == AssertionStatus.HYPOTHETICAL
              || (of == AssertionStatus.OTHER_PERSON && !partner)
              || (of == AssertionStatus.ABSENT && assertionClassifier.isDeniedByName(at));
      if (known) spans.add(text.span(at, at + 1));
    }
    return spans;
  }

  /// How the words of a place are meant, whatever stands there.
  private static AssertionStatus at(
      TokenisedText text, Span span, Function<Phrases.Hit<Finding>, AssertionStatus> senses) {
    int first = text.wordAt(span.start());
    return senses.apply(new Phrases.Hit<>(Finding.FEVER, first, first + 1, false));
  }

  private static List<Alarm> alarms(String message) {
    var plain = NormalisedText.of(message);
    return Alarms.in(plain.text()).stream()
        .map(alarm ->
            new Alarm(
                alarm.tag(),
                alarm.family(),
                plain.start(alarm.start()),
                plain.end(alarm.end() - 1)))
        .toList();
  }

  /// The findings named in a text, without those that another one says more exactly.
  static List<Phrases.Hit<Finding>> findings(List<Word> words) {
    var hits = Finding.CONCEPTS.phrases().find(words);
    var kept = new ArrayList<Phrases.Hit<Finding>>(hits.size());
    for (int i = 0; i < hits.size(); i++) if (!saidBetter(hits, i)) kept.add(hits.get(i));
    return kept;
  }

  private static boolean saidBetter(List<Phrases.Hit<Finding>> hits, int index) {
    var hit = hits.get(index);
    // Hits are in order of their first word and short: only near neighbours can touch each other.
    for (int i = Math.max(0, index - 60); i < Math.min(hits.size(), index + 60); i++) {
      var other = hits.get(i);
      if (other.end() <= hit.first() || other.first() >= hit.end() || i == index) continue;
      boolean inside = other.first() <= hit.first() && hit.end() <= other.end();
      boolean longer = other.end() - other.first() > hit.end() - hit.first();
      if (inside
          && longer
          && (Finding.CONCEPTS.saysItMoreExactly(other.key(), hit.key())
              || other.key() == hit.key())) return true;
      if (other.key() == Finding.FIGURE_OF_SPEECH && !hit.key().isNone()) return true;
      if (hit.key().opposite() == other.key()) return true;
    }
    return false;
  }

  /// The words of all hits, each from its word `skip` on.
  private static boolean[] consumed(int size, List<Phrases.Hit<Finding>> hits, int skip) {
    var consumed = new boolean[size];
    for (var hit : hits)
      for (int at = hit.first() + skip; at < hit.end(); at++) consumed[at] = true;
    return consumed;
  }

  /// What a number says: a temperature from 38.0 °C is a fever, few or no wet diapers are little or
  /// no urine.
  private static void measured(
      List<Mention> mentions, List<Temperature> temperatures, List<Detail> details) {
    for (var temperature : temperatures) {
      if (temperature.celsius() >= FEVER_FROM) {
        mentions.add(
            new Mention(Finding.FEVER, AssertionStatus.PRESENT, temperature.span(), false));
      }
    }
    for (var detail : details) {
      if (detail.ask() != DetailKind.WET_DIAPERS || Double.isNaN(detail.number())) continue;
      if (detail.number() == 0)
        mentions.add(new Mention(Finding.NO_URINE, AssertionStatus.PRESENT, detail.span(), false));
      else if (detail.number() <= LITTLE_URINE_UP_TO)
        mentions.add(
            new Mention(Finding.LITTLE_URINE, AssertionStatus.PRESENT, detail.span(), false));
    }
  }

  /// "Confused? She's a baby": the word of the question, asked back.
  private static boolean isEcho(
      Phrases.Hit<Finding> hit, QuestionReading asked, TokenisedText text) {
    int start = text.sentenceStart(hit.first());
    int end = text.sentenceEnd(hit.first());
    return asked.findings().contains(hit.key())
        && end < text.words().size()
        && end - start <= LONGEST_ECHO
        && text.isQuestion(hit.end());
  }

  private static final int LONGEST_ECHO = 3;

  /// "Low", "not great", and nothing else. Who only says that it goes badly has not said what does.
  private static void saidAlone(List<Mention> mentions, TokenisedText text) {
    for (var hit : Finding.CONCEPTS.alone().find(text.words())) {
      if (!StatedClauses.isAllThatIsSaid(text, hit.first(), hit.end())) continue;
      var finding = hit.key();
      mentions.add(
          new Mention(
              finding,
              AssertionStatus.PRESENT,
              text.span(hit.first(), hit.end()),
              finding.isCourse()));
    }
  }
}
