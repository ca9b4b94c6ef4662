package poca.ai.reading;

import java.util.ArrayList;
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
            gripe water ; gas drops ; colic drops ; simethicone ; colicaid ; vitamin* ; iron tablets ; painkiller* ; pain killer|killers|relief|reliever|medicine ; medicine ; tablet|tablets ; pills ; pill ; syrup ; nasal|saline drops|spray ; eye|ear drops ; suppository ; suppositories
            insulin ; metformin ; amlodipine ; lisinopril ; losartan ; telmisartan ; atorvastatin ; statin* ; levothyroxine ; thyroxine ; warfarin ; clopidogrel ; methotrexate
            home remedy|remedies ; steam ~1 inhalation? ; honey ; ginger ~1 tea? ; turmeric ; gargl* ; salt water ; warm|hot|cold|cool compress* ; hot water bag|bottle ; heating pad ; ice pack|packs ; applied|put|used|using|applying ~2 ice ; sponging ; sponge ; tepid ; vicks ; balm ; ointment ; cream ; lotion ; calamine ; bandage* ; herbal ; ayurvedic ; homeopath* ; massage ; rest and fluids ; peppermint
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

  private Remedies() {}

  static List<Remedy> in(Text text) {
    var remedies = new ArrayList<Remedy>();
    var words = text.words();
    var hits = NAMES.find(words);
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
      if (onlySpokenOf(text, start, hit.first())) continue;
      int end = end(text, hit.end(), start);
      boolean taken = !negation.covers(hit.first()) && !hit.negatedInside();
      add(remedies, new Remedy(text.said(start, end), text.span(start, end), taken));
    }
    return remedies;
  }

  /// What is said in one breath is one remedy.
  private static void add(List<Remedy> remedies, Remedy next) {
    for (var known : remedies) if (known.span().overlaps(next.span())) return;
    remedies.add(next);
  }

  private static int start(Text text, int at) {
    var words = text.words();
    int start = at;
    for (int i = at; i >= 0 && at - i <= 6; i--) {
      if (VERBS.contains(words.get(i).text())) start = i;
      if (words.get(i).startsClause() || (i < at && words.get(i).text().equals("but"))) break;
    }
    return start;
  }

  private static boolean onlySpokenOf(Text text, int start, int at) {
    int from = start;
    while (from > 0 && at - from <= 7 && !words(text, from).startsClause()) from--;
    for (int i = from; i < at; i++) if (NOT_TAKEN.contains(words(text, i).text())) return true;
    return false;
  }

  private static Word words(Text text, int at) {
    return text.words().get(at);
  }

  private static int end(Text text, int from, int start) {
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
