package poca.ai.reading;

/// The words for what is wrong with digestion, urine, genitals, periods and breasts, and for
/// contraception and fertility; read as part of [FindingPhrases].
final class BellyPhrases {

  static final String TABLE =
      """
      STOMACH_BUG: {belly} ~1 bug|flu|virus ; food poisoning ; norovirus ; sick* bug ; dodgy|upset|funny {belly} ; winter vomit
      INDIGESTION: {belly} ~3 bloat*|acid|swollen|distend* ; swollen {belly} ; acid ~4 throat|mouth|up|stomach ; burning ~3 behind ~2 breastbone|ribs ; full ~2 after ; gastritis ; dyspepsia
      WIND: wind|windy ; fart* ; flatul* ; burp* ; belch* ; passing gas ; {belly} ~3 rumbl*|gurgl*|noisy|noises ; rumbl*|gurgl* ~2 {belly} ; trapped gas
      HICCUPS: hiccup* ; hiccough*
      IRRITABLE_BOWEL: ibs ; irritable bowel ; colitis ; crohn* ; diverticul* ; coeliac|celiac
      FOOD_INTOLERANCE: intoleran* ; lactose ; gluten ; milk|dairy|bread|wheat|eggs|cheese|pasta|onions|food|foods ~3 agree*|upset*|bloat*|makes|disagree*|triggers ; react ~2 to ~2 food|foods|milk
      CHANGED_STOOL: stool ~4 green|smelly|float*|phlegm|thin|pencil|different|changed|pellets|sticky|foul|yellow|orange|seedy|frothy|explosive|smell* ; green|smelly|float*|thin|sticky|foul|changed|orange|explosive ~2 stool ; bowel ~1 habit|habits ; bowel|bowels ~3 chang*|irregular|urgent* ; change* ~3 bowel|bowels ; phlegm ~3 stool ; undigested food
      PILES: piles ; haemorrhoid*|hemorrhoid* ; lump|bump|grape|swelling ~4 anus|bottom|bum|passage
      ITCHY_BOTTOM: itch* ~3 bottom|bum|anus|anal|passage|arse ; bottom|bum|anus ~3 itch* ; anal ~1 itch*
      PAINFUL_BOTTOM: {pain} ~3 bottom|bum|anus|anal|rectum|rectal|passage ; bottom|bum|anus ~3 {pain} ; {pain} ~4 stool ; stool ~3 {pain}|glass|knives ; fissure* ; passing glass ; {pain} ~3 sit
      WORMS: worm|worms ; threadworm*|pinworm*|tapeworm* ; white threads
      HERNIA: hernia* ; bulge ~4 groin|navel|button|{belly} ; groin|navel|button ~4 bulge*|bulging|sticks|sticking|pops
      HERNIA_STUCK: hernia ~6 stuck|strangulat*|trapped ; hernia ~3 hard|firm ; hernia ~3 hard and? stuck ; hernia|bulge ~6 wont|cant|doesnt|not ~3 back|in ; cant ~2 push ~3 back ; wont ~2 push|go back in ; hernia ~1 that ~2 cant ~2 pushed
      HANGOVER: hangover* ; hungover ; hung over ; too much ~2 drink|alcohol|beer|wine|drank ; drank too much
      TRAVEL_SICKNESS: travel|motion|car|sea|air|bus|train|boat sick* ; carsick*|seasick*|airsick* ; sick ~3 in|on ~2 car|boat|plane|bus|train|coach|journey|journeys
      CONSTIPATION: strain* ~3 toilet|stool|go|lot ; strain* ; havent|hasnt|not ~2 been ~3 toilet|stool ; cant ~1 stool ; cant ~1 go ~2 toilet|loo ; hard ~1 pellets|lumps ; bowels ~3 open|move|moved|slow|sluggish
      FREQUENT_URINE: running|run|rushing|rush|dash* ~3 loo|toilet|bathroom ; always|constantly|keep ~3 urine ; overactive bladder ; urgent*|urgency ~3 urine|loo ; cant hold ~2 urine|it ; urine ~3 all|every ~2 time|hours ; need* ~3 urine ~3 all|every|lot
      NIGHT_URINE: passing urine ~1 at night ; up ~5 night ~4 urine|loo|toilet|bathroom ; urine ~4 night ; up ~4 night ~3 urine ; wak* ~4 urine|loo|toilet ; nocturia ; night ~3 loo|toilet
      LEAKING_URINE: leak* ~4 urine ; urine ~4 leak*|myself ; incontinen* ; leak* ~5 cough|laugh|laughing|sneeze|sneez*|jump*|run* ; weak bladder|pelvic ; wet|wetting|wets ~2 myself|pants|knickers|himself|herself ; pelvic floor ; bladder ~3 leak*|weak
      WEAK_STREAM: weak ~1 urine stream ; weak|slow|poor|stops ~2 stream|flow ; stream ~3 weak|slow|stops ; prostate ; takes ~5 urine ; dribbl* ~3 urine ; urine ~4 dribbl*
      BEDWETTING: bedwet* ; bed wetting ; wet|wets|wetting ~2 bed ; bed ~2 wet ; dry at night ; soiling|soils ; accidents ~2 at|in ~1 night|bed|school
      SMELLY_URINE: urine ~3 smell*|strong|cloudy|stinks|foamy|frothy|bright|bubbly ; smelly|cloudy|strong|foamy ~2 urine
      FORESKIN: foreskin ; penis ; balanitis ; willy
      FORESKIN_STUCK: foreskin ~3 stuck ~3 back|behind|down ; foreskin ~8 forward|forwards ; cant ~2 it forward|forwards ; paraphimosis
      LASTING_ERECTION: erection ~5 wont|doesnt|not|hasnt|didnt ~2 go|gone|down|away ; erection ~3 # hours ; priapism
      ERECTION_TROUBLE: erection trouble ; erectile ; erection*|erections ~5 problem*|keep|lose|losing|weak|soft|lately|anymore ; cant|trouble|lose|losing|weak|no|keep*|maintain* ~4 erection* ; impoten* ; viagra|sildenafil|cialis|tadalafil ; get|getting it up ; get|stay|getting hard
      EARLY_EJACULATION: ejaculat* ; come|cum|climax|finish ~2 quick*|fast|early|soon
      LOW_LIBIDO: low sex drive ; libido ; sex drive ; no|not|lost|lack|low ~3 interest|desire|mood ~3 sex ; interest|desire ~2 sex ; go|gone off sex
      PAINFUL_SEX: sex ~4 {pain}|uncomfortable|burn*|bleed* ; {pain}|uncomfortable ~5 sex|intercourse ; intercourse ~4 {pain}
      SEX_INFECTION: worry ~3 infection ~2 sex ; std|sti|stds|stis ; chlamydia|gonorrh*|syphilis|herpes|trichomon* ; sexual* transmitted ; sexual health ~2 test|check|clinic
      PENIS_DISCHARGE: discharge ~4 penis|willy ; pus|drip*|yellow|green|white ~4 penis|willy ; penis|willy ~4 discharge|pus|drip*|leak*
      GENITAL_SORE: genital sore ; sore|sores|ulcer*|blister*|bumps|lump|wart|warts ~5 penis|genital*|vagina|vulva|labia ; genital|penis|vagina|vulva|labia ~3 sore|sores|ulcer*|blister*|wart*|lump|bumps
      GENITAL_ITCH: genital itch* ; itch* ~4 genital*|vagin*|vulva|below|groin|penis|balls|private|privates|foreskin ; vagin*|vulva|privates|private ~4 itch*|sore|irritat*|burn* ; itch* ~2 down ~1 there|below
      THRUSH: thrush ; yeast infection ; candida
      VAGINAL_DISCHARGE: vagin* ~3 discharge ; discharge ~4 vagin*|knickers|underwear|below ; white|creamy|smelly|fishy|thick|watery|grey|gray|brown|yellow|green|clear|more|lumpy ~1 discharge ; bacterial vaginosis ; bv ; fishy smell
      VAGINAL_DRYNESS: vagin* ~2 dry* ; dry* ~3 down ~1 there|below ; dry* ~2 vagin*|intimate*
      MENOPAUSE: menopaus* ; perimenopaus* ; peri menopaus* ; hot flush*|flash*|flushing ; hrt ; change of life
      BLEEDING_AFTER_MENOPAUSE: bleed*|bled|spotting|blood ~7 menopause|menopausal|postmenopausal ; menopause|menopausal|postmenopausal ~7 bleed*|bled|spotting|blood ; bleed*|bled|spotting|blood ~8 after ~4 years ~3 no|without ~1 period* ; period* ~3 stopped ~6 years ~6 bleed*|bled|spotting|blood
      BLEEDING_BETWEEN_PERIODS: bleed*|bled|spotting ~4 between ~2 period|periods ; bleed*|bled|spotting ~3 after ~2 sex|intercourse ; intermenstrual
      PERIOD_PROBLEM: period|periods ~4 over|stopped|skipped|short|long|clots|heavier|lasting|twice|random|worse|light|early|weird|longer ; skip* ~2 period|periods ; no ~1 period|periods ; heavy|long|short|light ~2 period|periods ; my cycle ; period|menstrual cramp|cramps|pain|pains ; late ~2 period ; endometriosis ; pcos ; polycystic ; fibroid*
      PREMENSTRUAL: premenstrual ; pms|pmt|pmdd ; before ~2 period|periods
      CONTRACEPTION: contracept* ; birth control ; missed|forgot|forgotten ~3 pill|pills ; the ~1 pill ; go|going|start|starting|come|coming|came|been|off ~3 pill ; mini|combined pill ; coil|iud|mirena|nexplanon|depo ; implant ~3 out|in|removed|arm|bleed*|contracept* ; my|the implant ; condom* ; vasectomy ; sterilis*|steriliz*
      EMERGENCY_CONTRACEPTION: morning after ; emergency contracept* ; plan b ; unprotected sex ; condom ~3 broke|split|slipped|burst|came|fell ; didnt use ~3 condom|protection ; sex without ~3 condom|protection
      TRYING_TO_CONCEIVE: trying ~5 baby|conceive|pregnant ; conceiv* ; fertil*|infertil* ; ivf ; sperm ; ovulat* ; want|wanting ~2 baby|babies ; get|getting|become|fall|falling pregnant
      PELVIC_PAIN: pelvi* ~3 {pain} ; {pain} ~3 pelvi* ; pelvic girdle ; {pain} ~3 ovar*|womb|uterus ; ovar* ~2 {pain} ; spd
      PROLAPSE: prolaps* ; something ~4 down ~4 vagina|below|there ; heav*|dragging ~4 down ~1 below|vagina|there
      NIPPLE_CHANGE: change ~3 nipple ; nipple* ~4 discharge|inverted|pulled|crust* ; breast ~5 dimpl*|pucker* ; dimpl*|pucker* ~3 breast ; discharge ~4 nipple*
      BLOCKED_DUCT: blocked|clogged|plugged ~2 duct|ducts ; duct ~2 blocked|clogged ; hard ~1 spot|patch ~5 breast ; leak* ~3 milk|breast|breasts ; breasts ~3 leak* ; oversupply ; too much milk
      WEANING: wean* ; stop|stopping ~2 breastfe*|nursing ; solid|solids ; first foods|food ; refus*|wont ~3 spoon|solids|bottle|formula ; formula ~3 switch*|change|much|which|best ; which formula ; dry* up ~2 milk
      BREAST_PAIN: breast|breasts ~4 {pain}|tender|lumpy ; tender ~1 breast|breasts
      SPIT_UP: brings|bringing up ~3 milk ; sicky
      NAUSEA: feel|feels|feeling|felt ~2 sick ; morning sickness
      FLANK_PAIN: kidney stone|stones
      NOTHING: in ~1 wind ; sick of|leave|note|day ; feel* sick ~1 of ; worms ~1 dog|cat ; discharge ~1 from hospital|letter ; in ~1 long run ; discharged from ; gone off to
      """;

  private BellyPhrases() {}
}
