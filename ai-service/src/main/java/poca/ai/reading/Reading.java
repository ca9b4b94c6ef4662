package poca.ai.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
  private static final int LONGEST_DENIAL = 4;
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
      mention(mentions, hit.key(), status, text.span(hit.first(), hit.end()), false);
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
    var soleAsk = asked.asks().size() == 1 ? asked.asks().iterator().next() : null;
    var remedies = Remedies.in(text);
    var details = new ArrayList<>(Details.in(text, soleAsk));
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
    described(mentions, soleAsk, text);
    howWell(mentions, asked, text);
    saidOtherwise(mentions, asked);
    var opening = AnswerOpening.of(text, asked != QuestionReading.NOTHING);
    if (opening == AnswerOpening.NONE) allIsFine(mentions, asked, text);
    if (opening == AnswerOpening.YES
        || (opening == AnswerOpening.NO && !deniesSomethingElse(mentions, asked, text)))
      answer(mentions, asked, opening, text);
    else if (opening == AnswerOpening.NONE) denyTheBroader(mentions, asked, text);
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
    boolean partner = Experiencer.isPartnerNamed(text.words());
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

  /// A function that is not well is its opposite.
  private static void mention(
      List<Mention> mentions, Finding finding, AssertionStatus status, Span span, boolean answer) {
    mentions.add(new Mention(finding, status, span, answer));
    var opposite = finding.opposite();
    if (opposite == null) return;
    if (status == AssertionStatus.ABSENT)
      mentions.add(new Mention(opposite, AssertionStatus.PRESENT, span, answer));
    if (status == AssertionStatus.PRESENT)
      mentions.add(new Mention(opposite, AssertionStatus.ABSENT, span, answer));
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

  private enum Look {
    GREEN,
    BLOODY,
    BLACK,
    PALE,
    UNBEARABLE,
    LESS,
    AS_USUAL
  }

  static final Phrases<Look> LOOKS =
      Phrases.read(
          """
          GREEN: green* ; bile ; bilious
          BLOODY: blood* ; red ; coffee
          BLACK: black ; tarry
          PALE: pale ; white* ; clay ; chalky
          UNBEARABLE: {bad} ; very bad|strong|severe
          LESS: less ; little ~1 less ; a little less ; little ; barely ; hardly ; poorly ; half ; reduced ; not much|enough|properly|well|really|as|like ; worse ; only ~1 sips|bit
          AS_USUAL: normal|normally ; fine ; well ; usual ; good ; okay|ok ; same
          """,
          Look::valueOf);

  /// A colour or a degree that makes sense only as the answer to what was asked.
  private static void described(
      List<Mention> mentions, @Nullable DetailKind asked, TokenisedText text) {
    if (asked == null) return;
    var negation = new Negation(text.words());
    for (var hit : LOOKS.find(text.words())) {
      Finding finding =
          switch (hit.key()) {
            case GREEN -> asked == DetailKind.VOMIT_LOOK ? Finding.GREEN_VOMIT : null;
            case BLOODY ->
                asked == DetailKind.VOMIT_LOOK
                    ? Finding.BLOOD_VOMIT
                    : asked == DetailKind.STOOL_COLOUR ? Finding.BLOODY_STOOL : null;
            case BLACK -> asked == DetailKind.STOOL_COLOUR ? Finding.BLACK_STOOL : null;
            case PALE -> asked == DetailKind.STOOL_COLOUR ? Finding.PALE_STOOL : null;
            case UNBEARABLE -> asked == DetailKind.SEVERITY ? Finding.SEVERE_PAIN : null;
            case LESS, AS_USUAL -> null;
          };
      if (finding == null) continue;
      var status =
          negation.covers(hit.first())
                  || negation.triggerWithin(Math.max(0, hit.first() - 1), hit.first())
              ? AssertionStatus.ABSENT
              : AssertionStatus.PRESENT;
      mentions.add(new Mention(finding, status, text.span(hit.first(), hit.end()), true));
    }
  }

  /// "A little less", "as usual" in answer to whether a function is as usual.
  private static void howWell(List<Mention> mentions, QuestionReading asked, TokenisedText text) {
    if (asked.findings().size() != 1) return;
    var function = asked.findings().iterator().next();
    if (function.opposite() == null
        || named(mentions).contains(function)
        || named(mentions).contains(function.opposite())) return;
    var hits =
        LOOKS.find(text.words()).stream()
            .filter(h -> h.key() == Look.LESS || h.key() == Look.AS_USUAL)
            .toList();
    if (hits.isEmpty()) return;
    var less = hits.stream().filter(h -> h.key() == Look.LESS).findFirst();
    var hit = less.orElse(hits.getFirst());
    var negation = new Negation(text.words());
    boolean well =
        less.isEmpty() && !negation.covers(hit.first()) && !negation.triggerWithin(0, hit.first());
    mention(
        mentions,
        function,
        well ? AssertionStatus.PRESENT : AssertionStatus.ABSENT,
        text.span(hit.first(), hit.end()),
        true);
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

  /// "Peeing fine", "I told you, it's normal" when a sign was asked for: there is none.
  private static void allIsFine(List<Mention> mentions, QuestionReading asked, TokenisedText text) {
    if (asked.findings().size() != 1 || text.words().size() > LONGEST_FINE) return;
    var sign = asked.findings().iterator().next();
    if (sign.opposite() != null || sign.isCondition() || named(mentions).contains(sign)) return;
    var words = text.words();
    for (var hit : FINE.find(words)) {
      var span = text.span(hit.first(), hit.end());
      boolean besides =
          mentions.stream()
              .anyMatch(m ->
                  m.present()
                      && m.finding().kind() != Finding.Kind.WELL
                      && !m.span().overlaps(span));
      boolean negated =
          hit.key() == Fine.IT_IS
              && words.subList(0, hit.first()).stream().anyMatch(w -> NOT.contains(w.text()));
      if (besides || negated) continue;
      mention(mentions, sign, AssertionStatus.ABSENT, span, true);
      return;
    }
  }

  private static final int LONGEST_FINE = 7;
  private static final Set<String> NOT =
      Set.of("not", "isnt", "arent", "never", "hardly", "no", "dont", "doesnt", "wasnt");

  private enum Fine {
    IT_IS,
    NOTHING_WRONG
  }

  private static final Phrases<Fine> FINE =
      Phrases.read(
          """
          IT_IS: fine ; normal|normally ; as usual|always ; all|perfectly|quite good|ok|okay|well|clear ; easy|easily
          NOTHING_WRONG: no ~1 problem|problems|trouble|troubles|issue|issues|bother ; nothing wrong|unusual|odd ; not ~1 problem
          """,
          Fine::valueOf);

  /// "It came up positive" when a pregnancy was asked for, "a bit of pus" when an infection was.
  private static void saidOtherwise(List<Mention> mentions, QuestionReading asked) {
    var named = named(mentions);
    for (var finding : asked.findings()) {
      if (named.contains(finding)) continue;
      mentions.stream()
          .filter(m -> Finding.CONCEPTS.answers(m.finding(), finding))
          .filter(m -> m.present() || m.absent())
          .min(Comparator.comparing(m -> m.present() ? 0 : 1))
          .ifPresent(m -> mention(mentions, finding, m.sense(), m.span(), true));
    }
  }

  /// "No he's not stiff" denies what it names, not the list that was asked for.
  private static boolean deniesSomethingElse(
      List<Mention> mentions, QuestionReading asked, TokenisedText text) {
    int end = 1;
    while (end < text.words().size() && !text.words().get(end).startsClause()) end++;
    var first = text.span(0, end);
    return mentions.stream()
        .filter(m -> m.span().overlaps(first) && !m.finding().isCourse())
        .filter(m -> !m.present() || m.finding().kind() != Finding.Kind.WELL)
        .anyMatch(m -> !asked.findings().contains(m.finding()));
  }

  private static void answer(
      List<Mention> mentions, QuestionReading asked, AnswerOpening opening, TokenisedText text) {
    int word = AnswerOpening.word(text.words());
    var span = text.span(word, word + 1);
    if (opening == AnswerOpening.NO && asked.isFor(DetailKind.WET_DIAPERS)) {
      mentions.add(new Mention(Finding.NO_URINE, AssertionStatus.PRESENT, span, true));
    }
    var named = named(mentions);
    boolean anyNamed = asked.findings().stream().anyMatch(named::contains);
    if (opening == AnswerOpening.YES && anyNamed) return;
    for (var finding : asked.findings()) {
      if (named.contains(finding)) continue;
      mention(
          mentions,
          finding,
          opening == AnswerOpening.YES ? AssertionStatus.PRESENT : AssertionStatus.ABSENT,
          span,
          true);
    }
  }

  /// "No numbness" to the question for numbness in the groin, and nothing else.
  private static void denyTheBroader(
      List<Mention> mentions, QuestionReading asked, TokenisedText text) {
    if (text.words().size() > LONGEST_DENIAL) return;
    var named = named(mentions);
    var denied =
        mentions.stream().filter(m -> m.absent() && !m.answer()).map(Mention::finding).toList();
    for (var finding : asked.findings())
      if (!named.contains(finding) && denied.stream().anyMatch(d -> isKindOf(finding, d)))
        mention(mentions, finding, AssertionStatus.ABSENT, text.span(0, 1), true);
  }

  private static boolean isKindOf(Finding finding, Finding broader) {
    var words = List.of(finding.label().split(" ", -1));
    return words.containsAll(List.of(broader.label().split(" ", -1)));
  }

  private static Set<Finding> named(List<Mention> mentions) {
    var named = new TreeSet<Finding>();
    mentions.forEach(m -> named.add(m.finding()));
    return named;
  }
}
