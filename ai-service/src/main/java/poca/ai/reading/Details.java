package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds descriptions that settle a question before it is asked: where, how strong, what colour,
/// how often.
final class Details {

  static final Phrases<DetailKind> SAID =
      Phrases.read(
          """
          SEVERITY: pain score|level|scale|intensity ~1 # ; severity|score ~1 # ; mild|mildly ; moderate|moderately ; severe ; slight|slightly ; unbearable ; excruciating ; worst ; intense ; intolerable ; tolerable ; bearable ; manageable ; agonising|agonizing ; terrible ; horrible ; awful
            {very}|not|rather|pretty|quite|really ~1 bad|badly|strong|severe|mild|painful|intense ; bad ; strong ; not very|too|so bad|strong|severe|much
          LOCATION: upper|lower|middle|centre|center|left|right ~1 side|part|half|{belly}|abdomen ; lower|upper right|left side? ; right|left lower|upper side? ; around ~2 navel|button ; below ~2 navel|ribs|breastbone ; under ~2 ribs|breastbone ; behind ~2 breastbone|sternum|eyes|eye ; both sides ; one side ; all over ; epigastric ; groin
            in ~1 middle|centre|center|left|right|groin|flank ; on ~1 arm|arms|leg|legs|face|back|chest|{belly}|hand|hands|neck|bottom|trunk|scalp ; left|right arm|leg|knee|ankle|wrist|hand|foot|shoulder|hip|elbow|ear|eye|breast
          SPUTUM: dry ~1 cough ; cough ~2 dry ; yellow|green|greenish|yellowish|white|clear|brown|bloody ~1 phlegm ; phlegm ~3 yellow|green|greenish|yellowish|white|clear|brown|bloody ; productive|wet|chesty ~1 cough
          VOMIT_LOOK: green|greenish|yellow|yellowish|white|clear|brown|bloody|milky|curdled|dark ~1 vomit ; vomit ~4 green|greenish|yellow|yellowish|white|clear|brown|milk|milky|curdled|food|bile|blood|bloody
          STOOL_COLOUR: pale|white|clay|yellow|mustard|green|brown|black ~1 stool ; stool ~3 pale|white|clay|yellow|mustard|green|brown|black
          FEED_TYPE: breastfe* ; breast fed|milk ; formula ; bottle fed|feeding|feeds ; mixed feeding ; solids
          ONSET: sudden ; gradual* ; slowly ; all at once
          TRIGGER: after|when|while|on|with|by|during ~2 eat*|walk*|climb*|exert*|exercis*|breath|cough|lying|mov*|stairs|bend*|run|running|meal*|stress|rest|food ; at rest ; exertion
          FREQUENCY: # times ; twice ; thrice ; every # hours ; every hours|time|feed|meal ; # ~2 stool|motions
          WET_DIAPERS: # ~2 wet|dry ~1 diaper ; # ~2 urine
          PREGNANCY_WEEKS: # weeks|months ~1 pregnant|pregnancy ; pregnant ~3 # weeks|months ; first|second|third trimester
          BIRTH_WHEN: baby is|was|born|had|came ~2 # days|weeks|months ; birth|delivery|delivered|csection|section|caesarean|cesarean ~4 # days|weeks|months ; # days|weeks|months ~1 after|since ~1 birth|delivery|giving|csection|c|caesarean ; # days|weeks|months postpartum ; gave birth ~1 yesterday|today|last
          HOW_HAPPENED: slipped|slip ~1 on|in|while ; tripped ~1 over|on ; fell from|off|on|down|over|while ; hit by ; accident ; twisted ; cut ~3 with|on ; burn|burned|burnt ~3 with|by|on ; playing ; lifting ; crash ; hit ~4 on|against
          IMPACT: cant ~2 work|walk|sleep|move|stand|go|play|eat|do ; daily activities ; off work|school ; bedridden ; wakes ~3 night
          CONDITIONS: no ~1 medical|health|chronic ~1 conditions|problems|history ; otherwise healthy|well
          ALLERGIES: allergic ~1 to ; allergy ~1 to ; no ~1 known? allergies|allergy ; # allergies
          """,
          DetailKind::valueOf);

  private static final Set<DetailKind> TAKES_CLAUSE =
      Set.of(DetailKind.ALLERGIES, DetailKind.HOW_HAPPENED, DetailKind.TRIGGER);
  private static final Set<DetailKind> NUMBERED =
      Set.of(
          DetailKind.WET_DIAPERS,
          DetailKind.PREGNANCY_WEEKS,
          DetailKind.FREQUENCY,
          DetailKind.SEVERITY);

  private static final Set<String> AFTER_SCORE =
      Set.of(
          "or", "to", "out", "of", "maybe", "i", "at", "now", "when", "on", "and", "today",
          "think");
  private static final Set<String> BEFORE_OTHER_NUMBER =
      Set.of("was", "age", "aged", "every", "for", "since", "at", "in", "took", "had", "got");

  private Details() {}

  /// @param asked what the assistant asked last, if it asked for a detail: then a bare number is
  ///   the answer
  static List<Detail> in(TokenisedText text, @Nullable DetailKind asked) {
    var details = new ArrayList<Detail>();
    for (var hit : SAID.find(text.words())) {
      int end =
          TAKES_CLAUSE.contains(hit.key())
              ? Math.min(text.clauseEnd(hit.end() - 1), hit.end() + 8)
              : hit.end();
      var detail =
          new Detail(
              hit.key(),
              text.said(hit.first(), end),
              text.span(hit.first(), end),
              numberIn(text, hit.first(), end));
      if (details.stream()
          .noneMatch(d -> d.ask() == detail.ask() && d.span().overlaps(detail.span())))
        details.add(detail);
    }
    scores(text, details);
    if (asked != null
        && NUMBERED.contains(asked)
        && details.stream().noneMatch(d -> d.ask() == asked)) {
      bareNumber(text, asked, details);
    }
    return details;
  }

  /// "8/10", "8 out of 10", "7 on ten".
  private static void scores(TokenisedText text, List<Detail> details) {
    var words = text.words();
    for (int at = 0; at < words.size(); at++) {
      var number = Numbers.at(words, at);
      if (number == null || number.value() > 10 || words.get(at).before() == Word.Break.SLASH)
        continue;
      int ten = number.end();
      if (ten < words.size() && Set.of("out", "on", "of").contains(words.get(ten).text())) ten++;
      if (ten < words.size() && words.get(ten).text().equals("of")) ten++;
      if (ten >= words.size() || !Set.of("10", "ten").contains(words.get(ten).text())) continue;
      boolean slash = words.get(ten).before() == Word.Break.SLASH;
      if (!slash && ten == number.end()) continue;
      details.removeIf(d ->
          d.ask() == DetailKind.SEVERITY
              && d.span().overlaps(text.span(number.end() - 1, number.end())));
      details.add(
          new Detail(
              DetailKind.SEVERITY, text.said(at, ten + 1), text.span(at, ten + 1), number.value()));
    }
  }

  private static void bareNumber(TokenisedText text, DetailKind asked, List<Detail> details) {
    var words = text.words();
    for (int at = 0; at < words.size(); at++) {
      var number = Numbers.at(words, at);
      if (number == null) continue;
      if (asked == DetailKind.SEVERITY && number.value() > 10) return;
      if (asked != DetailKind.SEVERITY && number.value() != Math.rint(number.value())) return;
      int end = number.end();
      // "She is 9 months. Yesterday 8": the age is not what was asked for.
      if (asked != DetailKind.PREGNANCY_WEEKS && end < words.size() && isUnit(words.get(end)))
        continue;
      // "5 days a week", "when he was 3": the number counts something else.
      if (asked == DetailKind.SEVERITY && !standsAlone(words, at, end)) return;
      var said = text.said(at, end);
      details.add(
          new Detail(
              asked,
              asked == DetailKind.SEVERITY ? said + "/10" : said,
              text.span(at, end),
              number.value()));
      return;
    }
  }

  private static boolean isUnit(Word word) {
    return !word.startsClause()
        && Set.of("days", "weeks", "months", "years", "kg", "ml", "mg", "c", "f")
            .contains(word.text());
  }

  private static boolean standsAlone(List<Word> words, int at, int end) {
    boolean followed = end < words.size() && !words.get(end).startsClause();
    if (followed && !AFTER_SCORE.contains(words.get(end).text())) return false;
    return at == 0
        || words.get(at).startsClause()
        || !BEFORE_OTHER_NUMBER.contains(words.get(at - 1).text());
  }

  private static double numberIn(TokenisedText text, int first, int end) {
    for (int at = first; at < end; at++) {
      var number = Numbers.at(text.words(), at);
      if (number != null) return number.value();
    }
    return Double.NaN;
  }
}
