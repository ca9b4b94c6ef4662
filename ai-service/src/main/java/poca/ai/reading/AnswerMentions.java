package poca.ai.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Adds to what a message names what it says as the answer to a question: a bare "no", a colour,
/// "as usual", "all fine".
final class AnswerMentions {

  private static final int LONGEST_DENIAL = 4;
  private static final int LONGEST_FINE = 7;

  private static final Set<String> NOT =
      Set.of("not", "isnt", "arent", "never", "hardly", "no", "dont", "doesnt", "wasnt");

  enum Look {
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

  private final List<Mention> mentions;
  private final QuestionReading asked;
  private final AnswerOpening opening;
  private final TokenisedText text;

  private AnswerMentions(
      List<Mention> mentions, QuestionReading asked, AnswerOpening opening, TokenisedText text) {
    this.mentions = mentions;
    this.asked = asked;
    this.opening = opening;
    this.text = text;
  }

  /// @param mentions what the message names; is added to
  static void add(
      List<Mention> mentions, QuestionReading asked, AnswerOpening opening, TokenisedText text) {
    new AnswerMentions(mentions, asked, opening, text).read();
  }

  private void read() {
    described();
    howWell();
    saidOtherwise();
    if (opening == AnswerOpening.NONE) allIsFine();
    if (opening == AnswerOpening.YES || (opening == AnswerOpening.NO && !deniesSomethingElse()))
      answer();
    else if (opening == AnswerOpening.NONE) denyTheBroader();
  }

  /// A colour or a degree that makes sense only as the answer to what was asked.
  private void described() {
    var detail = asked.soleAsk();
    if (detail == null) return;
    var negation = new Negation(text.words());
    for (var hit : LOOKS.find(text.words())) {
      Finding finding =
          switch (hit.key()) {
            case GREEN -> detail == DetailKind.VOMIT_LOOK ? Finding.GREEN_VOMIT : null;
            case BLOODY ->
                detail == DetailKind.VOMIT_LOOK
                    ? Finding.BLOOD_VOMIT
                    : detail == DetailKind.STOOL_COLOUR ? Finding.BLOODY_STOOL : null;
            case BLACK -> detail == DetailKind.STOOL_COLOUR ? Finding.BLACK_STOOL : null;
            case PALE -> detail == DetailKind.STOOL_COLOUR ? Finding.PALE_STOOL : null;
            case UNBEARABLE -> detail == DetailKind.SEVERITY ? Finding.SEVERE_PAIN : null;
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
  private void howWell() {
    if (asked.findings().size() != 1) return;
    var function = asked.findings().iterator().next();
    if (function.opposite() == null
        || named().contains(function)
        || named().contains(function.opposite())) return;
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
    add(
        function,
        well ? AssertionStatus.PRESENT : AssertionStatus.ABSENT,
        text.span(hit.first(), hit.end()),
        true);
  }

  /// "Peeing fine", "I told you, it's normal" when a sign was asked for: there is none.
  private void allIsFine() {
    if (asked.findings().size() != 1 || text.words().size() > LONGEST_FINE) return;
    var sign = asked.findings().iterator().next();
    if (sign.opposite() != null || sign.isCondition() || named().contains(sign)) return;
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
      add(sign, AssertionStatus.ABSENT, span, true);
      return;
    }
  }

  /// "It came up positive" when a pregnancy was asked for, "a bit of pus" when an infection was.
  private void saidOtherwise() {
    var named = named();
    for (var finding : asked.findings()) {
      if (named.contains(finding)) continue;
      mentions.stream()
          .filter(m -> Finding.CONCEPTS.answers(m.finding(), finding))
          .filter(m -> m.present() || m.absent())
          .min(Comparator.comparingInt(m -> m.present() ? 0 : 1))
          .ifPresent(m -> add(finding, m.sense(), m.span(), true));
    }
  }

  /// "No he's not stiff" denies what it names, not the list that was asked for.
  private boolean deniesSomethingElse() {
    int end = 1;
    while (end < text.words().size() && !text.words().get(end).startsClause()) end++;
    var first = text.span(0, end);
    return mentions.stream()
        .filter(m -> m.span().overlaps(first) && !m.finding().isCourse())
        .filter(m -> !m.present() || m.finding().kind() != Finding.Kind.WELL)
        .anyMatch(m -> !asked.findings().contains(m.finding()));
  }

  private void answer() {
    int word = AnswerOpening.word(text.words());
    var span = text.span(word, word + 1);
    if (opening == AnswerOpening.NO && asked.isFor(DetailKind.WET_DIAPERS)) {
      mentions.add(new Mention(Finding.NO_URINE, AssertionStatus.PRESENT, span, true));
    }
    var named = named();
    boolean anyNamed = asked.findings().stream().anyMatch(named::contains);
    if (opening == AnswerOpening.YES && anyNamed) return;
    for (var finding : asked.findings()) {
      if (named.contains(finding)) continue;
      add(
          finding,
          opening == AnswerOpening.YES ? AssertionStatus.PRESENT : AssertionStatus.ABSENT,
          span,
          true);
    }
  }

  /// "No numbness" to the question for numbness in the groin, and nothing else.
  private void denyTheBroader() {
    if (text.words().size() > LONGEST_DENIAL) return;
    var named = named();
    var denied =
        mentions.stream().filter(m -> m.absent() && !m.answer()).map(Mention::finding).toList();
    for (var finding : asked.findings())
      if (!named.contains(finding) && denied.stream().anyMatch(d -> isKindOf(finding, d)))
        add(finding, AssertionStatus.ABSENT, text.span(0, 1), true);
  }

  private static boolean isKindOf(Finding finding, Finding broader) {
    var words = List.of(finding.label().split(" ", -1));
    return words.containsAll(List.of(broader.label().split(" ", -1)));
  }

  private Set<Finding> named() {
    var named = new TreeSet<Finding>();
    mentions.forEach(m -> named.add(m.finding()));
    return named;
  }

  private void add(Finding finding, AssertionStatus status, Span span, boolean answer) {
    mentions.addAll(Mention.withOpposite(finding, status, span, answer));
  }
}
