package poca.ai.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Finds what has been taken or tried, in the patient's words with the dose as said.
final class Remedies {

  private enum Kind {
    REMEDY,
    NONE
  }

  static final Phrases<Kind> NAMES =
      Phrases.read(
          """
          REMEDY: paracetamol ; acetaminophen ; tylenol ; panadol ; calpol ; crocin ; dolo ; ibuprofen ; advil ; brufen ; nurofen ; motrin ; combiflam ; aspirin ; disprin ; ecosprin ; naproxen ; aleve ; diclofenac ; voltaren ; meftal ; mefenamic ; tramadol ; codeine ; morphine
            amoxicillin ; amoxycillin ; augmentin ; azithromycin ; azithral ; cefixime ; ciprofloxacin ; doxycycline ; metronidazole ; flagyl ; penicillin ; antibiotics ; cetirizine ; zyrtec ; levocetirizine ; loratadine ; claritin ; allegra ; benadryl ; antihistamine* ; hydrocortisone
            omeprazole ; pantoprazole ; pan 40 ; ranitidine ; rantac ; antacid* ; gaviscon ; tums ; digene ; eno ; ors ; oral rehydration ~1 salts|solution? ; electrolyte* ; pedialyte ; zinc ; loperamide ; imodium ; ondansetron ; zofran ; domperidone ; buscopan ; laxative* ; lactulose
            cough syrup|medicine|drops ; salbutamol ; albuterol ; ventolin ; asthalin ; inhaler* ; nebuli* ; puffer ; montelukast ; prednisolone ; prednisone ; steroids ; dexamethasone ; nitroglycerin ; sorbitrate ; gtn
            gripe water ; gas drops ; colic drops ; simethicone ; colicaid ; vitamin* ; iron tablets ; painkiller* ; pain killer|killers|relief|reliever|medicine ; medicine ; tablets ; water|sleeping|iron|blood|pressure|one|#|half ~1 tablet ; pills ; pill ; syrup ; nasal|saline drops|spray ; eye|ear drops ; suppository ; suppositories
            insulin ; metformin ; amlodipine ; lisinopril ; losartan ; telmisartan ; atorvastatin ; statin* ; levothyroxine ; thyroxine ; warfarin ; clopidogrel ; methotrexate
            home remedy|remedies ; steam ~1 inhalation? ; honey ; ginger ~1 tea? ; turmeric ; gargl* ; salt water ; warm|hot|cold|cool compress* ; hot water bag|bottle ; heating pad ; ice pack|packs ; applied|put|used|using|applying ~2 ice ; iced ; icing it ; frozen peas ; strapped ; strapping ; elevat* ; rested it ; sponging ; sponge ; tepid ; vicks ; balm ; ointment ; cream ; lotion ; calamine ; codamol|cocodamol|dydramol|amoxiclav|clav ; strepsils|lozenge|lozenges ; wort ; infacol ; dioralyte ; bonjela ; canesten ; e45 ; sudocrem ; cranberry ; primrose oil? ; karela ; cinnamon ; probiotic* ; cbd ; magnesium ; fish oil ; the pill ; hrt ; contraceptive* ; bandage* ; herbal ; ayurvedic ; homeopath* ; massage ; rest and fluids ; peppermint
          NONE: havent|hasnt|hadnt|not|didnt|dont|never ~2 given|taken|tried|used|give|take|try|use|taking|giving ~2 anything|medicine|any|something ; no medicine|treatment|remedy|remedies|tablets|pills|medical|drugs ; nothing ~1 taken|given|tried|yet ; without ~1 medicine|treatment ; not on ~1 any|medicine
          """,
          Kind::valueOf);

  private static final Set<String> VERBS =
      Set.of(
          "gave",
          "given",
          "give",
          "giving",
          "took",
          "taken",
          "taking",
          "take",
          "takes",
          "tried",
          "trying",
          "try",
          "using",
          "used",
          "use",
          "uses",
          "started",
          "start",
          "applied",
          "applying",
          "had",
          "put",
          "drank",
          "drinking",
          "having",
          "on",
          "administered",
          "got",
          "has",
          "did",
          "received");
  private static final Set<String> NOT_TAKEN =
      Set.of(
          "should",
          "can",
          "could",
          "may",
          "shall",
          "would",
          "allergic",
          "allergy",
          "which",
          "what",
          "need",
          "want",
          "prescribe",
          "recommend",
          "suggest",
          "intolerant",
          "buy");
  private static final Set<String> GOES_ON =
      Set.of("twice", "once", "every", "three", "thrice", "two", "four", "then", "last", "and");
  private static final int LONGEST = 16;

  /// How far in front of a remedy a word stands that says it is over.
  private static final int NEAR = 4;

  /// What was left off, ran out or was borne badly is no remedy of now. `NONE` says so anywhere in
  /// the sentence, `REMEDY` right in front of what it speaks of.
  private static final Phrases<Kind> OVER =
      Phrases.read(
          """
          REMEDY: stopped|stop|stopping|finished|finish|quit|off ; ran|run|running|came|come|coming|gave|been|weaned|went ~1 out|off|up of? ; used to ~1 be|take|have? on? ; was|were ~1 on|taking|given ; forgot|forget|forgotten to? ~1 get|take|pick|collect
          NONE: stopped|stop|stopping|finished|finish|quit ~1 it|them|that|those|taking|using ; ran|run out ; not allowed|supposed ; cant|couldnt|cannot|not ~1 have|take|tolerate|had|use|stand ; i|we|he|she ~2 stopped|quit ; packed|chucked|jacked ~1 in ; burnt|burned me ; made|makes|make my ~1 ankles|legs|head|stomach|tummy|skin|heart ; was|were|is ~1 ok|okay|useless ; gave me|him|her ~3 ulcer|bleed* ; made|makes|gave|gives|give me|him|her|us|them ~4 spots|rash|hives|itch*|sick|swell*|vomit*|ill|dizzy|runs|blotch* ; come|came|comes|broke out|up? ~1 in spots|hives|rash|blotches ; reaction|reacted to ; years|months|ages ago ; last year
            in 194*|195*|196*|197*|198*|199*|200*|201*|202* ; as a child|kid|baby|boy|girl ; when i|he|she was ; previously ; forgot|forget|forgotten to? ~1 get|take|pick|collect ; dont|didnt|doesnt agree
          """,
          Kind::valueOf);

  private Remedies() {}

  static List<Remedy> in(TokenisedText text) {
    var remedies = new ArrayList<Remedy>();
    var words = text.words();
    var hits = named(words);
    var over = OVER.find(words);
    var negation = new Negation(words);
    for (var hit : hits) {
      if (hit.key() == Kind.NONE) {
        add(
            remedies,
            new Remedy(
                text.said(hit.first(), hit.end()), text.span(hit.first(), hit.end()), false));
        continue;
      }
      int start = start(text, hit.first());
      if (onlySpokenOf(text, start, hit.first()) || isOver(text, hit.first(), over)) continue;
      int end = end(text, hit.end(), start);
      boolean taken = !negation.covers(hit.first()) && !hit.negatedInside();
      add(remedies, new Remedy(text.said(start, end), text.span(start, end), taken));
    }
    return remedies;
  }

  private static List<Phrases.Hit<Kind>> named(List<Word> words) {
    var hits = new ArrayList<>(NAMES.find(words));
    for (int at = 0; at < words.size(); at++) {
      int word = at;
      if (Lexicon.isDrug(words.get(at).text())
          && hits.stream().noneMatch(h -> h.first() <= word && word < h.end()))
        hits.add(new Phrases.Hit<>(Kind.REMEDY, at, at + 1, false));
    }
    hits.sort(Comparator.comparing(Phrases.Hit::first));
    return hits;
  }

  private static boolean isOver(TokenisedText text, int at, List<Phrases.Hit<Kind>> over) {
    int start = text.sentenceStart(at);
    int end = text.sentenceEnd(at);
    return over.stream()
        .filter(hit -> hit.first() >= start && hit.first() < end)
        .anyMatch(hit -> hit.key() == Kind.NONE || (hit.end() <= at && at - hit.end() < NEAR));
  }

  /// What is said in one breath is one remedy.
  private static void add(List<Remedy> remedies, Remedy next) {
    for (var known : remedies) if (known.span().overlaps(next.span())) return;
    remedies.add(next);
  }

  private static int start(TokenisedText text, int at) {
    var words = text.words();
    int start = at;
    for (int i = at; i >= 0 && at - i <= 6; i--) {
      if (VERBS.contains(words.get(i).text())) start = i;
      if (words.get(i).startsClause() || (i < at && words.get(i).text().equals("but"))) break;
    }
    return start;
  }

  private static boolean onlySpokenOf(TokenisedText text, int start, int at) {
    int from = start;
    while (from > 0 && at - from <= 7 && !words(text, from).startsClause()) from--;
    for (int i = from; i < at; i++) if (NOT_TAKEN.contains(words(text, i).text())) return true;
    return false;
  }

  private static Word words(TokenisedText text, int at) {
    return text.words().get(at);
  }

  private static int end(TokenisedText text, int from, int start) {
    int end = text.clauseEnd(from - 1);
    if (end < text.words().size()
        && !words(text, end).startsSentence()
        && words(text, end).startsClause()
        && (GOES_ON.contains(words(text, end).text()) || words(text, end).isNumber())) {
      end = text.clauseEnd(end);
    }
    return Math.max(from, Math.min(end, start + LONGEST));
  }
}
