package poca.ai.reading;

import java.util.List;

/// What is recognised besides findings, measurements, details and remedies: things that say
/// something clinical and are no finding. A bare part of the body is none.
final class Concepts {

  private enum Kind {
    TIMING,
    FREQUENCY,
    TRIGGER,
    SITE,
    QUALITY,
    ACTIVITY,
    SELF_CARE,
    TEST,
    FUNCTION,
    HISTORY
  }

  private static final Phrases<Kind> TABLE =
      Phrases.read(
          """
          TIMING: at|during|in|by|every|all|most|some|each ~1 night|nights|nighttime|morning|mornings|evening|evenings|afternoon|afternoons|daytime|bedtime ; every ~1 days|weeks|months|winter|summer|spring|autumn|time ; after|before|between|during ~3 meals|meal|food|eating|lunch|dinner|breakfast|exercise|work|bed|shower|bath|feed|feeds|sex|period|periods|running|walking|drinking|coffee|school|nursery
            first thing ; in ~1 winter|summer|spring|autumn|heat ; at weekends ; most|some days ; end of ~1 days ; recently ; lately ; nowadays ; these days ; for|been ~2 ages|while ; all the time ; always ; overnight ; cold|hot|warm|dry weather ; since ~1 then|i|the|my|a|last|this|christmas|easter ; started ~3 after|when|with|as
          FREQUENCY: days # ; sometimes ; occasional* ; often ; usually ; rarely ; constantly ; daily|weekly|monthly ; # times|episodes|attacks|nights ; once|twice|thrice ; several|many|few|couple ~2 times ; now and then|again ; from time to time ; keeps|keep|kept ~1 coming|getting|happening|going|doing|returning ; come|comes|came|coming ~1 back|again ; every|each|first time ; back again ; recurr* ; regular|regularly ; again ; more|less and more|less ; more|less often ; every # ; every other
          TRIGGER: when|whenever|while|if|after ~4 walk*|run|runs|running|climb*|bend*|lift*|sit*|stand*|lie|lies|lying|lay|sleep*|eat|eats|eating|drink*|cough*|sneez*|laugh*|breath|swallow*|move|moves|moving|turn*|touch*|press*|exercis*|work*|type|typing|drive|driving|read*|brush*|wash*|shower*|feed*|cry|cries|crying|play*|wake*|waking|up|grip*|wear*|chew*|stress*|tired|nervous|cold|hot|blow*|shav*|swim*|urine|stool|down
            worse|better|worst ~2 with|after|when|in|at|on|if|by|during|from|since|before|than ; brought|brings on ; trigger* ; makes|make|made ~3 worse|better ; caused ~1 by ; because of ; from ~2 sitting|standing|lifting|sleeping|typing|staring|wearing|new ; since ~2 changed|change|changing|started|starting|moved|moving ; helps|eases|relieves ; after a|an|the|my ~3 walk|run|match|game|party|wedding|flight|holiday|trip|cold|infection|workout|session|bath|haircut
          SITE: left|right|upper|lower|inner|outer|front|back|top|inside|outside|underneath|both|middle|one ~2 {site}|eye|eyes|ear|ears|side|sides|ankle|wrist|nostril|breast|breasts|eyelid|lip|cheek|tooth|scalp|thumb|half ; both ~1 sides ; one ~1 side ; side of ~2 {site}|head|nose|mouth ; all over ; in ~1 places ; between ~2 toes|fingers|legs ; behind|under|inside|around ~2 ear|ears|eye|eyes|knee|knees|breast|breasts|arm|arms|nail|nails|mouth|navel|skin
          QUALITY: sharp|dull|stabbing|burning|throbbing|tight|tingly|tingling|stinging|prickly|gnawing|colicky ; soft|hard|firm|painless|smooth|raised|flat|round|crusty|scaly|weepy|oozy|lumpy|bumpy|flaky ; itchy|sore|tender|swollen|red|dry|raw|inflamed|puffy|warm|stiff ; yellow|green|white|black|purple|brown|clear|bloody|cloudy|watery ; size ~2 of ; big|bigger|small|smaller|tiny|huge|large ; smelly|smells ; # cm|mm ; spreading|spread ; embarrass*|embarass* ; annoying|uncomfortable|unbearable|bother*|irritating|ugly ; heavy|thick|thin ; muffled|fuzzy|blurry
          ACTIVITY: gym|running|jogging|football|cycling|swimming|yoga|tennis|gardening|decorating|hiking|marathon|training|workout|sport|sports ; desk|computer|screen|laptop ; on ~1 feet ; shoes|boots|trainers|gloves|heels|helmet ; flight|flew|flying|travel* ; school|nursery|college|exam|exams ; new ~1 job|shampoo|soap|detergent|pillow|bed|shoes|cream|makeup|glasses|baby|partner|diet ; work|job|office|boss ; lifting|carrying ; holiday ; house move ; on the beach ; outdoors ; caffeine|coffee|tea|fizzy|spicy|chocolate|cheese|sugar
          SELF_CARE: tried|trying|try ; tried ~6 help* ; rest|resting|rested ; ice|iced ; stretch* ; physio* ; exercises ; cut ~1 out ; brush* ~3 teeth|twice|day ; wash*|rins* ; shampoo* ; moistur* ; emollient* ; sudocrem|e45|vaseline|aloe|savlon|germolene|bonjela|dettol|corsodyl|sunscreen ; drops ; spray|sprays ; mouthwash ; chemist|pharmacist|pharmacy ; over the counter ; comb|combing|combed ; avoid* ; plaster|plasters|dressing|strapped|strapping|brace|insoles ; drink*|drank ~2 water|plenty|fluids|lots ; floss* ; cutting ~1 down|out ; soak* ~3 water|bath ; eating healthy|healthily ; keeping ~2 clean|dry ; fibre|prunes
          TEST: test|tests|tested ~3 negative|positive|normal|clear|done|fine|ok|came ; covid|pregnancy|flow|blood|urine test ; gp|nurse|optician|dentist|hospital|midwife|visitor|specialist|surgery|consultant ~3 said|says|told|gave|saw|checked|thinks|mentioned|prescribed|put|suggest* ; seen|saw|visited ~3 gp|nurse|optician|dentist|specialist|doctor|hospital ; weigh|weighs|weighed ; # kg|kilos|stone|pounds|cm|ml|mg ; scan|scans|xray|bloods ; diagnosed ; thermometer
          FUNCTION: otherwise ~2 well|fine|healthy|happy|ok|okay|good ; eating|drinking|sleeping|feeding|playing|walking|breathing ~2 ok|okay|fine|well|normally|normal|good ; happy|fine|well|ok|okay|good ~1 in herself|himself|myself ; happy ~2 baby|enough ; keep*|kept|keeping ~3 down ; no ~1 temperature ; nobody|noone else ; other ~1 kids|children|people ~2 have ; same ~2 as ; whole family|house|class ; no other symptoms|problems ; cant|unable|hard|difficult|trouble|struggle|struggling ~2 work|sleep|walk|concentrate|sit|stand|wear|play|eat|go ; gaining ~2 weight ; can ~2 see|walk|move|eat|drink|breath|hear|swallow|talk|bend|keep ; off work|school ; energy ; appetite ; well in ~1 herself|himself
          HISTORY: runs in ~2 family ; family history ; never ~2 had ~4 before ; had ~3 before ; had ~4 years|ages|always|since ; used ~1 to ; since ~1 birth|childhood|pregnancy|delivery|teenager ; born ; runs|run in ; healthy ; medical history ; allergies ; my|his|her mum|mom|dad|mother|father|brother|sister|gran ~2 has|had|have ; after ~2 birth|pregnancy|baby|operation|surgery ; periods|period ; smoker ; worried ~4 cancer|serious|infection ; going round|around ; caught ~2 from
          """,
          Kind::valueOf);

  private Concepts() {}

  /// Where something is said that is clinical and no finding.
  static List<Span> in(TokenisedText text) {
    return TABLE.find(text.words()).stream().map(hit -> text.span(hit.first(), hit.end())).toList();
  }
}
