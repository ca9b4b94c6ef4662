package poca.ai.reading;

/// The words for what is wrong with digestion, urine, genitals, periods and breasts, and for
/// contraception and fertility; read as part of [FindingPhrases].
final class BellyPhrases {

  static final String TABLE =
      """
      STOMACH_BUG: {belly} ~1 bug|flu|virus ; food poisoning ; norovirus ; sick* bug ; dodgy|upset|funny {belly} ; winter vomit
        vomit bug ; bug ~3 going ; ate ~4 dodgy|off|funny ; dodgy ~2 takeaway|food|chicken|curry|prawns
      INDIGESTION: {belly} ~3 bloat*|acid|swollen|distend* ; swollen {belly} ; acid ~4 throat|mouth|up|stomach ; burning ~3 behind ~2 breastbone|ribs ; full ~2 after ; gastritis ; dyspepsia
        acid|acidic ; tums|rennie ; {belly} ~4 balloon|tight|full|swells|sour|burn*|churn*|upset|heavy|unsettled|sensitive ; repeats on me ; food ~3 comes up|back
      WIND: wind|windy ; fart* ; flatul* ; burp* ; belch* ; passing gas ; {belly} ~3 rumbl*|gurgl*|noisy|noises ; rumbl*|gurgl* ~2 {belly} ; trapped gas
        gas ; {belly} ~4 noises|noisy|growl* ; gurgl*|growl* ~4 {belly}
      HICCUPS: hiccup* ; hiccough*
      IRRITABLE_BOWEL: ibs ; irritable bowel ; colitis ; crohn* ; diverticul* ; coeliac|celiac
        bowel condition
      FOOD_INTOLERANCE: intoleran* ; lactose ; gluten ; milk|dairy|bread|wheat|eggs|cheese|pasta|onions|food|foods ~3 agree*|upset*|bloat*|makes|disagree*|triggers ; react ~2 to ~2 food|foods|milk
        after ~3 milk|dairy|bread|pasta|cheese|wheat|beans|onions
      CHANGED_STOOL: stool ~4 green|smelly|float*|phlegm|thin|pencil|different|changed|pellets|sticky|foul|yellow|orange|seedy|frothy|explosive|smell* ; green|smelly|float*|thin|sticky|foul|changed|orange|explosive ~2 stool ; bowel ~1 habit|habits ; bowel|bowels ~3 chang*|irregular|urgent* ; change* ~3 bowel|bowels ; phlegm ~3 stool ; undigested food
        stool ~5 mushy|sticky|runny|colour|weird ; mushy|urgent ~2 toilet|motions ; toilet ~4 times ; always loose ; rush* ~3 toilet
      PILES: piles ; haemorrhoid*|hemorrhoid* ; lump|bump|grape|swelling ~4 anus|bottom|bum|passage
        lump|lumps ~5 wiping|wipe
      ITCHY_BOTTOM: itch* ~3 bottom|bum|anus|anal|passage|arse ; bottom|bum|anus ~3 itch* ; anal ~1 itch*
      PAINFUL_BOTTOM: {pain} ~3 bottom|bum|anus|anal|rectum|rectal|passage ; bottom|bum|anus ~3 {pain} ; hurts|hurt|painful ~4 stool ; stool ~3 glass|knives|painful|hurts ; fissure* ; passing glass
        tear ~5 stool|bottom|bum|passage|there ; stool ~3 sting*|burn*|tear*|rip* ; sting*|burn* ~5 stool
      WORMS: worm|worms ; threadworm*|pinworm*|tapeworm* ; white threads
      HERNIA: hernia* ; bulge ~4 groin|navel|button|{belly} ; groin|navel|button ~4 bulge*|bulging|sticks|sticking|pops
      HERNIA_STUCK: hernia ~6 stuck|strangulat*|trapped ; hernia ~3 hard|firm ; hernia ~3 hard and? stuck ; hernia|bulge ~6 wont|cant|doesnt|not ~3 back|in ; cant ~2 push ~3 back ; wont ~2 push|go back in ; hernia ~1 that ~2 cant ~2 pushed
      HANGOVER: hangover* ; hungover ; hung over ; too much ~2 drink|alcohol|beer|wine|drank ; drank too much
        feel* ~1 rough ; night out
        drank ~3 much|heavily|many ; feel* like death
      TRAVEL_SICKNESS: travel|motion|car|sea|air|bus|train|boat sick* ; carsick*|seasick*|airsick* ; sick ~3 in|on ~2 car|boat|plane|bus|train|coach|journey|journeys
        sick|nausea|dizzy|queasy ~4 boat|boats|car|cars|plane|planes|bus|buses|train|trains|ferry|rides|cruise|coach|travelling
      CONSTIPATION: strain* ~3 toilet|stool|go|lot ; strain* ; havent|hasnt|not ~2 been ~3 toilet|stool ; cant ~1 stool ; cant ~1 go ~2 toilet|loo ; hard ~1 pellets|lumps ; bowels ~3 open|move|moved|slow|sluggish
        holds|holding ~1 it|stool|in ~1 in? ; wont|cant|doesnt|refuses ~1 stool
        havent|hasnt|not|didnt|cant ~2 pooped|pood ; havent|hasnt|not ~2 gone ~2 toilet|loo ; backed up ; laxative* ; grunt*|groan* and? strain* ~6 stool ; strain* ~5 stool ; bowel movement|movements ~4 days|hard|rare ; goes|go ~2 every # days ; sluggish|irregular bowel|bowels
      FREQUENT_URINE: running|run|rushing|rush|dash* ~3 loo|toilet|bathroom ; always|constantly|keep ~3 urine ; overactive bladder ; urgent*|urgency ~3 urine|loo ; cant hold ~2 urine|it ; urine ~3 all|every ~2 time|hours ; need* ~3 urine ~3 all|every|lot
        urine ~3 every # minutes|hours ; urine ~4 often|constantly ; toilet|loo ~4 often|constantly ; small bladder
      NIGHT_URINE: passing urine ~1 at night ; up ~5 night ~4 urine|loo|toilet|bathroom ; urine ~4 night ; up ~4 night ~3 urine ; wak* ~4 urine|loo|toilet ; nocturia ; night ~3 loo|toilet
      LEAKING_URINE: leak* ~4 urine ; urine ~4 leak*|myself ; incontinen* ; leak* ~5 cough|laugh|laughing|sneeze|sneez*|jump*|run* ; weak bladder|pelvic ; wet|wetting|wets ~2 myself|pants|knickers|himself|herself ; pelvic floor ; bladder ~3 leak*|weak
        wet ~3 trampoline|cough*|laugh*|sneez*|run* ; accident|accidents ~3 sneez*|laugh*|cough* ; drips ~2 urine|after
      WEAK_STREAM: weak ~1 urine stream ; weak|slow|poor|stops ~2 stream|flow ; stream ~3 weak|slow|stops ; takes ~5 urine ; dribbl* ~3 urine ; urine ~4 dribbl*
      BEDWETTING: bedwet* ; bed wetting ; wet|wets|wetting ~2 bed ; bed ~2 wet ; dry at night ; soiling|soils ; accidents ~2 at|in ~1 night|bed|school
        pull up|ups ~3 night ; pullup|pullups ; diaper ~3 at? night|bed ; wet ~2 nights|sheets
      SMELLY_URINE: urine ~3 smell*|strong|cloudy|stinks|foamy|frothy|bright|bubbly ; smelly|cloudy|strong|foamy ~2 urine
        urine ~4 odd|weird|different|strange|orange|asparagus
      FORESKIN: foreskin ; penis ; balanitis ; willy
        penis problem
      FORESKIN_STUCK: foreskin ~3 stuck ~3 back|behind|down ; foreskin ~8 forward|forwards ; cant ~2 it forward|forwards ; paraphimosis
      LASTING_ERECTION: erection ~5 wont|doesnt|not|hasnt|didnt ~2 go|gone|down|away ; erection ~3 # hours ; priapism
      ERECTION_TROUBLE: erection trouble ; erectile ; erection*|erections ~5 problem*|keep|lose|losing|weak|soft|lately|anymore ; cant|trouble|lose|losing|weak|no|keep*|maintain* ~4 erection* ; impoten* ; viagra|sildenafil|cialis|tadalafil ; get|getting it up ; cant|not ~2 get|stay hard
        performance ~4 bed|bedroom ; size and performance ; penis size ; bedroom problem*|performance ; morning erection*
      EARLY_EJACULATION: ejaculat* ; i ~1 come|cum|climax|finish ~2 quick*|fast|early|soon
      LOW_LIBIDO: low sex drive ; libido ; sex drive ; no|not|lost|lack|low ~3 interest|desire|mood ~3 sex ; interest|desire ~2 sex ; go|gone off sex
      PAINFUL_SEX: sex ~4 {pain}|uncomfortable|burn*|bleed* ; {pain}|uncomfortable ~5 sex|intercourse ; intercourse ~4 {pain}
      SEX_INFECTION: worry ~3 infection ~2 sex ; std|sti|stds|stis ; chlamydia|gonorrh*|syphilis|herpes|trichomon* ; sexual* transmitted ; sexual health ~2 test|check|clinic
      PENIS_DISCHARGE: discharge ~4 penis|willy ; pus|drip*|yellow|green|white ~4 penis|willy ; penis|willy ~4 discharge|pus|drip*|leak*
      GENITAL_SORE: genital sore ; sore|sores|ulcer*|blister*|bumps|lump|wart|warts ~5 penis|genital*|vagina|vulva|labia ; genital|penis|vagina|vulva|labia ~3 sore|sores|ulcer*|blister*|wart*|lump|bumps
      GENITAL_ITCH: genital itch* ; itch* ~4 genital*|vagin*|vulva|below|groin|penis|balls|private|privates|foreskin ; vagin*|vulva|privates|private ~4 itch*|sore|irritat*|burn* ; itch* ~2 down ~1 there|below
        genital irritation
        rash|red|itch* ~5 private|privates|genital*|balls|scrotum ; shaving|waxing|shaved ~3 down|bikini|pubic ; pubic ; bikini line
      THRUSH: thrush ; yeast infection ; candida
      VAGINAL_DISCHARGE: vagin* ~3 discharge ; discharge ~4 vagin*|knickers|underwear|below ; white|creamy|smelly|fishy|thick|watery|grey|gray|brown|yellow|green|clear|more|lumpy ~1 discharge ; bacterial vaginosis ; bv ; fishy smell
        cottage cheese ; discharge ~3 itch*|smell*|normal|thick|thin|watery|white
      VAGINAL_DRYNESS: vagin* ~2 dry* ; dry* ~3 down ~1 there|below ; dry* ~2 vagin*|intimate*
      MENOPAUSE: menopaus* ; perimenopaus* ; peri menopaus* ; hrt ; change of life ; through the change ; it the change
        estrogen|oestrogen ; hormone replacement
      BLEEDING_AFTER_MENOPAUSE: bleed*|bled|spotting|blood ~7 menopause|menopausal|postmenopausal ; menopause|menopausal|postmenopausal ~7 bleed*|bled|spotting|blood ; bleed*|bled|spotting|blood ~8 after ~4 years ~3 no|without ~1 period* ; period* ~3 stopped ~6 years ~6 bleed*|bled|spotting|blood
      BLEEDING_BETWEEN_PERIODS: bleed*|bled|spotting ~4 between ~2 period|periods ; bleed*|bled|spotting ~3 after ~2 sex|intercourse ; intermenstrual
      PERIOD_PROBLEM: period|periods ~4 over|stopped|skipped|short|long|clots|heavier|lasting|twice|random|worse|light|early|weird|longer ; skip* ~2 period|periods ; no ~1 period|periods ; heavy|long|short|light ~2 period|periods ; my cycle ; period|menstrual cramp|cramps|pain|pains ; late ~2 period ; endometriosis ; pcos ; polycystic ; fibroid*
        period problem
        start|starting|first ~1 period|periods
        period|periods ~5 closer|heavier|lighter|longer|shorter|further|missed|gone|months|regular|start|started|come|coming|delay* ; havent|hasnt|didnt|not ~3 period|periods ; time of ~1 month ; tampon* ; pain|pains|cramps ~3 first days
      PREMENSTRUAL: premenstrual ; pms|pmt|pmdd ; before ~2 period|periods
        days|weeks ~2 before ~2 period|periods
      CONTRACEPTION: contracept* ; birth control ; missed|forgot|forgotten ~3 pill|pills ; the ~1 pill ; go|going|start|starting|come|coming|came|been|off ~3 pill ; mini|combined pill ; coil|iud|mirena|nexplanon|depo ; implant ~3 out|in|removed|arm|bleed*|contracept* ; my|the implant ; condom* ; vasectomy ; sterilis*|steriliz*
        which|what|best|new|change|switch*|different ~3 pill|contraceptive ; no hormones ; hormone free ; rigevidon|microgynon|cerazette|yasmin ; pill ~5 period|skin|mood|acne ; minipill
      EMERGENCY_CONTRACEPTION: morning after ; emergency contracept* ; plan b ; unprotected sex ; condom ~3 broke|split|slipped|burst|came|fell ; didnt use ~3 condom|protection ; sex without ~3 condom|protection
      TRYING_TO_CONCEIVE: trying ~5 baby|conceive|pregnant ; conceiv* ; fertil*|infertil* ; ivf ; sperm ; ovulat* ; want|wanting ~2 baby|babies ; get|getting|become|fall|falling pregnant
        still ~2 not pregnant ; ttc ; not ~2 pregnant yet ; folic acid
      PELVIC_PAIN: pelvi* ~3 {pain} ; {pain} ~3 pelvi* ; pelvic girdle ; {pain} ~3 ovar*|womb|uterus ; ovar* ~2 {pain} ; spd
      PROLAPSE: prolaps* ; something ~4 down ~4 vagina|below|there ; heav*|dragging ~4 down ~1 below|vagina|there
      NIPPLE_CHANGE: change ~3 nipple ; nipple* ~4 discharge|inverted|pulled|crust* ; breast ~5 dimpl*|pucker* ; dimpl*|pucker* ~3 breast ; discharge ~4 nipple*
      BLOCKED_DUCT: blocked|clogged|plugged ~2 duct|ducts ; duct ~2 blocked|clogged ; hard ~1 spot|patch ~5 breast ; leak* ~3 milk|breast|breasts ; breasts ~3 leak* ; oversupply ; too much milk
        milk flow problem
        breasts|breast ~4 rock|full|engorg* ~1 hard? ; breast pump* ; expressing milk
      WEANING: wean* ; stop|stopping ~2 breastfe*|nursing ; solid|solids ; first foods|food ; refus*|wont ~3 spoon|solids|bottle|formula ; formula ~3 switch*|change|much|which|best ; which formula ; dry* up ~2 milk
        change ~2 feed*
        give|giving|have|introduce ~3 peanut|peanuts|egg|eggs|honey|yoghurt|solids|cereal|rice
        puree* ; baby led ; cows milk ; bottle ~4 refus*|take|switch* ; how much ~3 milk|formula ; vitamin drops ; gag* ~3 food|solids|lumps
      BREAST_PAIN: breast|breasts ~4 {pain}|tender|lumpy ; tender ~1 breast|breasts
        nipple|nipples ~4 hurt|hurts|white|itch*|sting* ; latch* ~4 hurts|pain*|sore
      SPIT_UP: brings|bringing up ~3 milk ; sicky
      NAUSEA: feel|feels|feeling|felt ~2 sick ; morning sickness
        queas* ; cant stand ~3 smell ; sickness
      FLANK_PAIN: kidney stone|stones
      NOTHING: in ~1 wind ; sick of|leave|note|day ; feel* sick ~1 of ; worms ~1 dog|cat ; discharge ~1 from hospital|letter ; in ~1 long run ; discharged from ; gone off to
      LOW_MILK: pump*|express* ~5 little|less|nothing|drops ; supply ~3 drop*|low|dip* ; breasts ~3 soft|empty
      HOT_FLUSHES: hot flush*|flash*|flushing ; hot sweats
      """;

  private BellyPhrases() {}
}
