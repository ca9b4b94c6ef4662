package poca.ai.reading;

/// The words for what is wrong with muscles, joints, sleep and mood, for growing up, habits, weight
/// and what medicines and tests bring; read as part of [FindingPhrases].
final class EverydayPhrases {

  static final String TABLE =
      """
      STIFFNESS: stiff|stiffness ; {joint} ~4 stiff*|lock*|seiz* ; seized up
        crick ; slept ~2 funny|wrong|awkward*
      CRAMP: muscle cramp|cramps ; cramp|cramps|cramping ~4 leg|legs|foot|feet|calf|calves|toe|toes|hand|hands|thigh|thighs ; leg|legs|foot|feet|calf|calves|toe|toes|hand|thigh|muscle ~3 cramp|cramps|cramping ; charley horse
      CLICKING_JOINT: knee|knees|shoulder|shoulders|hip|hips|ankle|ankles|joint|joints|knuckles|neck|elbow|wrist ~4 click*|crack|cracks|cracking|crunch*|creak*|pop|pops|popping|grind* ; click*|crack|cracking|creak*|crunch*|popping ~2 knee|knees|shoulder|hip|ankle|joint|joints|knuckles|neck|elbow|wrist ; knee ~3 gives|giving ~1 way
      RESTLESS_LEGS: restless ~1 leg|legs ; legs ~4 restless|fidget*|jumpy ; urge ~3 move ~3 legs ; fidget* ~2 legs
      TWITCHING: muscle twitch* ; twitch* ; spasm*
        legs|arm|muscle|thumb|finger|calf ~3 twitch*|jump*
      GOUT: gout
      HOT_JOINT: hot ~1 and? swollen ~2 {joint} ; swollen ~1 and? hot|red ~2 {joint} ; red ~1 and? swollen ~2 {joint} ; {joint} ~4 hot|red|warm ~1 and? swollen ; {joint} ~4 swollen ~1 and? hot|red|warm
      VARICOSE_VEINS: varicose ; spider|thread|bulging|visible ~1 vein|veins ; veins ~4 leg|legs|bulg*|ache|stick*
      TREMOR: tremor* ; hand|hands|fingers ~3 shake|shakes|shaking|trembl*|shaky ; shaky|trembling|shaking ~1 hand|hands
      CANNOT_BEAR_WEIGHT: inability ~2 bear weight ; cant|unable|not|hardly|barely|painful ~3 bear|put|take ~3 weight ; cant|unable|hardly|barely ~2 walk|stand|step ~2 on ; cant walk
      COLD_LIMB: cold ~1 pale leg|foot ; leg|foot ~4 cold ~1 and? white|pale|blue|grey|numb ; leg|foot ~4 white|pale|blue ~1 and? cold ; cold ~1 and? white|pale|numb ~1 leg|foot
        leg|foot ~2 cold
      FOOT_ULCER: foot|feet|toe|toes|heel|leg|shin|sole ~4 ulcer*|wound|open ; ulcer*|wound|blister*|cut|open ~4 foot|feet|toe|toes|heel|leg|shin|sole ; sore on ~3 foot|feet|toe|heel|leg|shin|sole ; foot|toe ~3 black|gangren*
      LIMB_PAIN: tennis|golfers elbow ; frozen shoulder ; plantar fasci* ; carpal tunnel ; rsi ; bursitis ; tendon*|tendin* ; rheumat* ; osteoarth* ; shin splints ; trigger finger ; groin|calf|shin|shins|thumb|arm|arms|forearm|buttock|tailbone|coccyx|hamstring|ankles|wrists|elbows|hips|shoulders|heels|thighs|toes|thumbs|feet|legs|limbs|limb ~2 {pain} ; {pain} ~4 groin|shin|shins|thumb|arm|arms|forearm|buttock|tailbone|coccyx|hamstring|ankles|wrists|elbows|hips|shoulders|heels|thighs|thumbs ; cant ~1 reach ~2 behind|up|overhead ; joints ~3 {pain}
        feet|soles|foot|toes|hands|legs|heels ~3 burn|burns|burning|throb*|kill*|aching ; outside of ~2 hip|knee|elbow|foot ; {pain} ~4 shoulder|shoulders blade|blades ; joint|joints ~4 sore|creaky|bad ; wrist|thumb|elbow|knee|shoulder|hip|ankle ~4 sore|bad|niggl*|twinge*|ache* ; hurt ~2 wrist|ankle|knee|shoulder|elbow|thumb|foot|toe|hip ; achilles ; pulled ~2 something
      BODY_ACHE: achy ; aches all|and ; muscle|muscles ~4 {pain} ; sore|tight ~1 muscle|muscles|shoulders ; sore ~2 after ~3 gym|workout|run|exercise ; knots ~3 back|shoulders|neck ; tense|tight ~1 shoulders|neck|back
        neck|shoulders|back ~4 tense
      BACK_PAIN: slipped disc|disk ; lumbago ; sciatic ; back ~2 gone|went|out|spasm* ; put ~2 back out ; bad back
        back ~3 seiz*|lock*|stiff|tight|twinge*|killing|niggl* ; between ~2 shoulder blade|blades
      ANKLE_SWELLING: swollen|puffy|swelling ~2 ankle|ankles|feet|foot ; ankle|ankles|feet|foot ~3 swell*|swollen|puffy ; fluid|water retention
      GROWING_PAINS: growing pain|pains
      LIMPING: limping|limps ; with ~1 limp ; has|have|had a? limp ; wont|refuses|refusing ~1 walk
      INSOMNIA: wake|wakes|waking|woke ~4 night|hours|am|every|early|middle ; awake ~4 night|hours|am|early ; cant|not|wont|hard|trouble|unable ~2 asleep|drift|settle ; back to sleep ; up all night ; keeps|kept|keep ~3 awake|up ~2 night? ; wont|doesnt|cant|refuses|not ~1 nap* ; nap|naps|napping ; sleep regression ; bad|poor|broken|rubbish ~1 sleep ; sleep ~2 bad|badly|poor|poorly|terrible|broken|awful ; tossing and turning ; night feeds ; bedtime
        awake ~3 every|single|night ; sleeps ~3 me|chest|arms|held|pram|boob ; insomniac ; sleep ~3 properly|through|routine|problem*|pattern|issues|alone ; through ~1 night ; overtired ; wont ~3 stay ~2 sleep|bed ; melatonin ; sleeping tablets|pills ; 3am|4am|2am|5am|1am
      JET_LAG: jet lag|lagged ; jetlag* ; night shift|shifts ; shift work
        shifted sleep
      NIGHT_TERRORS: night terror* ; nightmare* ; sleepwalk* ; sleep walk*|talk* ; scream* ~4 night|sleep ; bad dreams ; sleeptalk*
        disturbed nights
      STRESS: stress ; stressed|stressful ; burnt|burned|burning out ; burnout ; overwhelm* ; overworked ; under ~3 pressure ; cant cope ; not coping ; work ~2 too much
        cant ~2 relax|unwind|switch off? ; pressure ~4 work|boss|exams|school ; bullied|bullying|teased|teasing ; workload ; divorce|separation|breakup ; money worries ; juggling ; work is ~1 killing
      IRRITABILITY: irritability ; irritable ; short|bad|quick ~1 tempered|temper ; temper ; snapp* ; angry|anger ; mood swing|swings ; moody ; moods ; grumpy ; short fuse
      GRIEF: grief|griev* ; bereave* ; mourning ; since ~4 died|death|passed|funeral ; lost my ~2 mum|mom|dad|husband|wife|mother|father|baby|son|daughter|friend|dog|cat|partner
        my|his|her ~1 mum|mom|dad|husband|wife|mother|father|gran|grandma|grandad|brother|sister|dog|cat|friend|partner ~2 died|passed ; funeral
      LOW_MOOD: tearful|weepy ; miserable ; unhappy ; lonely|loneliness ; worthless ; empty inside ; lost ~2 interest ; no ~1 joy|motivation ; feel* ~2 flat|empty|blue ; down in the dumps ; baby blues ; cant enjoy ; no|low|lost|lack ~2 motivation ; nothing ~3 enjoy ; mood ~2 low|down
        fed up ; cry ~4 time|reason|nothing ; down ~2 lately ; sad ; low lately ; could cry ; homesick ; heartbroken
      ANXIETY: nervous|nerves ; worrier|worrying ~2 constantly|everything|lot|too|about ; worry ~2 too|constantly|everything|all|lot ; on edge ; overthink* ; phobia* ; scared|fear|afraid ~2 of ~2 flying|heights|needles|dentist|spiders|leaving ; butterflies ; mind ~4 racing|switch|stop ; racing thoughts ; ocd ; intrusive thoughts ; shy ; fear of
        {belly} ~3 knots|butterflies ; think*|thinking ~1 too much ; panicky ; jittery ; self conscious
      DISORDERED_EATING: disordered eating ; anorex* ; bulimi* ; binge* ; making myself sick ; make myself sick ; starv* ~1 myself ; purging ; obsess* ~3 calories|weight|food
      CONCENTRATION: trouble concentrat* ; concentrat* ; cant|trouble|hard|unable ~2 focus|think ; focus* ; attention span|deficit ; pay* ~1 attention ; adhd ; sit still ; fidgety ; brain fog ; foggy ; distract*
        mind ~3 wander*|foggy|blank ; easily distracted ; procrastinat* ; daydream*
      FORGETFULNESS: forget* ; memory ; lose|losing|misplac* ~3 keys|words|names|things
        cant|dont|didnt|couldnt remember ~4 why|names|where|words|what|things ; go|going|goes blank ; absent minded ; scatterbrained ; baby brain
      SMOKING: smok* ; vape|vapes|vaping ; nicotine ; cigarette|cigarettes ; cigs
        quit ~2 smoking|vaping ; fags ; roll ups
      ALCOHOL_USE: alcohol use|intake|problem ; drink|drinks|drinking too much ; drink|drinks|drinking ~3 too|less|more ~2 wine|alcohol|beer|spirits|vodka|whisky ; cut|cutting|cutting down|back ~3 drink*|alcohol|wine|beer ; alcoholic ; units ~3 weeks ; drinking problem ; i drink|drinking ~4 every ~1 night|evening ; cannabis|weed|cocaine
        drink|drinks ~5 wine|beer|vodka|whisky|alcohol|pints|cans|units|gin|lager ; sober
      ALCOHOL_STOPPED: stopped ~2 alcohol|beer|wine|spirits|vodka|booze ; i|ive|he|dad|husband|partner stopped drinking ; stopped drinking # days|weeks|hours ; quit ~2 drinking|alcohol ; gave|given|giving up ~1 drinking|alcohol|drink ; last drink ; alcohol withdrawal ; coming off ~1 alcohol|drink ; not had ~2 drink ~3 days
      BEHAVIOUR: behaviour worries ; tantrum* ; meltdown* ; behav* ; naughty ; clingy ; hitting|hits|biting|bites ~3 nursery|school|kids|children|others|people|sister|brother|nails ; bite|bites|biting ~2 nails ; thumb suck* ; suck* ~2 thumb ; screen time ; tic|tics ; potty|toilet training ; potty ; wont listen ; defian* ; separation anxiety
        hits|hitting|bites|kicks|kicking|pushes|pushing|spits|spitting ~3 kids|children|others|nursery|school|sister|brother|me ; wont ~2 share|listen ; phone ~3 all|addict* ; gaming ; scared of ~2 dark ; school refusal ; wont|refuses|doesnt ~3 go ~2 school|nursery ; head banging ; nail biting|biter ; hair ~1 pulling|twirling ; sleep alone
      DEVELOPMENT: development ; milestone|milestones ; not|isnt|doesnt|hasnt|cant|wont ~3 crawl*|walk*|talk*|speak*|roll*|sit|sitting|babbl*|smil* ~3 yet ; not ~1 yet crawling|walking|talking ; speech delay ; late ~1 talker|walker ; tiptoe|tiptoes ; autis* ; stammer*|stutter* ; lisp ; dyslex*
        development
        few words ; only ~1 says ; bow legs|legged ; knock knees|kneed ; pigeon toed ; walks on ~2 toes ; cruising ; not|isnt|hasnt|doesnt ~2 walking|talking|crawling|sitting|rolling|babbling ~2 cruis*
      FLAT_HEAD: flat ~2 head ; head ~4 flat|shape|misshapen ; flat spot
        head shape
      SLOW_GROWTH: slow weight gain ; not|isnt|hasnt ~3 gain* ~2 weight|enough ; poor|slow ~1 weight gain|growth ; centile*|percentile* ; losing weight ~3 baby ; small for ~2 age
      FUSSY_EATING: fussy|picky ~1 eat* ; only|just eats|eat ; lives on ; wont|doesnt|refuses|not ~1 eat ~3 veg*|vegetables|fruit|meat|anything|lumps ; refuses ~2 food|dinner|vegetables
        fussy eat*
        picky|fussy ~2 eat*|food|eater ; beige food ; eats ~2 nothing|only ; spits ~2 food
      FATIGUE: shattered|knackered|drained|sleepy ; worn|wiped|wipe|zonked out ; burnt|burned out ; cant ~2 out of bed ; no ~1 get up and go ; need ~2 nap ; yawning ; rundown ; under ~1 weather ; out of sorts ; not ~1 feeling|feel ~1 myself
        zero energy ; energy levels ; need ~3 sleep ; flagging ; slump ; run ragged ; worn down
      WEIGHT_GAIN: weight gain ; put|putting|gain*|gained|piled|piling ~3 weight|pounds|kilos|kg|stone|pounds ; overweight ; obes* ; belly fat
        beer belly ; # ~1 kilos|kg|pounds|stone heavier ; clothes|trousers|jeans ~3 tight* ; comfort eat* ; overeat*
      WISH_TO_LOSE_WEIGHT: wish to lose weight ; how|want|wants|need|like|help|trying|try|tips|struggling|struggle|cant|difficult|hard|diet ~5 lose|losing|shift ~3 weight|kg|kilos|pounds|stone ; diet|diets|dieting ; weight loss injection*|jab|jabs|drug*|medicine ; wegovy|ozempic|mounjaro|semaglutide ; bmi
        slim|slimmer|slimming ; lose ~2 belly|baby ~1 weight|fat ; keto ; calories
      POOR_APPETITE: dont ~2 feel like eating ; not hungry ; off ~2 food ; gone off ~2 food ; appetite ~3 gone|poor|less|lost|back
      THIRST: thirst* ; drink|drinks|drinking ~2 gallons|litres|loads|constantly|lots|tons ; cant ~2 quench ; always drinking
      FEELING_COLD: feeling cold ; always|constantly|so|often|feel ~2 cold ; cold all ~1 time ; cold hands|feet|fingers|toes ; hands|feet|fingers|toes ~3 cold|freezing|icy ; raynaud* ; poor circulation ; fingers|toes ~3 white|blue ~4 cold
        feet|hands|fingers|toes|nose ~3 freezing|icy ; freezing ~2 hands|feet|toes ; chilblain* ; white fingers
      VACCINATION: vaccin* ; jab|jabs ; immunis*|immuniz* ; booster ; flu|covid shot|shots|injection
        vaccine ; mmr|bcg
      SIDE_EFFECT: side effect|effects ; since|after ~3 start*|taking|began ~4 {medicine} ; {medicine} ~3 make|makes|making|made|give|gives|giving|cause|causes|causing|upset ; reaction ~2 to ~2 {medicine} ; coming off ~3 {medicine} ; stop|stopping ~2 {medicine}
        {medicine} ~3 upsets|disagree*
        ramipril|sertraline|citalopram|amlodipine|metformin|omeprazole|bisoprolol|fluoxetine|atorvastatin|propranolol|amitriptyline ~2 make*|making|cause*|give* ; since|after ~3 take|taking|took|started|start|on ~2 ramipril|sertraline|citalopram|amlodipine|metformin|bisoprolol|fluoxetine|atorvastatin|propranolol ; new ~2 tablets|medicine|pills ~5 make*|dizzy|sick|tired|headache*
      TEST_RESULT: test|blood|scan|lab|my|the results ; results ; test|blood|scan|lab|my result ; blood test|tests|work|results ; test ~3 came|back|show*|said|says|positive ; cholesterol ; low|high ~1 iron|vitamin|b12|ferritin|potassium|sodium ; scan|xray|ultrasound|mri|ecg|smear ; x ray ; anaemi*|anemi* ; vitamin ~1 d|b12|deficien* ; deficien* ; borderline
        iron|vitamin|b12|ferritin|haemoglobin|potassium|sodium|folate|sugar ~2 low|high
        prediabet* ; letter ~3 hospital|surgery|clinic
      BLOOD_PRESSURE_READING: blood pressure ; bp
        # over # ; home readings
      BLOOD_SUGAR_READING: blood sugar|sugars|glucose ; my|his|her sugar|sugars ; sugar ~2 level|levels|high|low ; hba1c
      THYROID: thyroid ; underactive|overactive ; hypothyroid*|hyperthyroid*
      TRAVEL_ADVICE: travel advice ; travel*|flying|holiday|trip ~6 jab|jabs|vaccin*|malaria|tablets ; malaria ; safe|ok|okay|allowed ~3 fly|travel ; fit to fly
        off|going|travel*|trip|flying ~5 kenya|india|africa|asia|thailand|brazil|egypt|tropics|abroad ~4 jab|jabs|vaccin*|tablets|shots ; off|going to kenya|india|africa|asia|thailand|brazil|egypt ; altitude
      MEDICINE_QUESTION: can|should|may|could ~2 i|he|she|we ~1 take|give|use|have ~4 {medicine}|together ; ran|running|run out of ~3 {medicine} ; repeat prescription ; prescription ; missed|forgot|forgotten ~3 dose|tablet|tablets ; change|increase|reduce|lower ~3 dose ; dose of ; dosage ; is it safe ~3 take
        question ~2 medicine
      SWELLING: puffed up
        puffy ~2 face|hands|feet|legs|fingers ; rings ~3 tight ; socks ~3 marks|dents
      NUMBNESS: pins and needles ; dead ~1 arm|leg|hand|fingers ; gone|goes|go|going ~1 to sleep ~2 hand|arm|leg|foot|fingers ; hand|arm|leg|foot|fingers ~2 fall|falls|falling|go|goes asleep
        fingertips|fingers|hand|hands|toes|feet|foot ~3 numb|tingl*|buzz*
      HEADACHE: head ~2 tight|pressure|heavy|killing|splitting|thumping|banging ; splitting|thumping|banging head ; temples ~2 {pain}|throb*
        tension headache ; dull ache ~4 head|forehead|temples ; head ~3 dull|heavy|fuzzy
      LOW_MILK: dont|havent|doesnt|isnt|not ~2 enough ~2 milk ; dry* up|out milk
      DIZZY: lightheadedness ; spinny ; wobbly ; head ~3 rush|swim*|spin* ; faint when ; feel* faint
      PAIN: stitch ; {bad} pain ; throb* ; twinge*
      NOTHING: give|gave ~1 me ~1 headache ; pain in the neck ; out|stone|ice|freezing|went|gone|goes|turned cold ; cold as|floor|water|weather|wind|air|drink|drinks|shower|compress|spoon|pack|day|night|snap|fish ; is|are|feels|feel|felt|was|were|look|looks|so|very|too cold ; hands|feet|fingers|toes|arm|leg|skin|hand|foot ~3 cold
      CAUDA_EQUINA: groin|saddle|genitals|private|privates|buttocks|bottom|bum ~3 numb* ; numb* ~5 bottom|bum|privates|down below|there
      WEIGHT_LOSS: lost|dropped|losing ~3 kg|kilos|pounds|stone|lbs
      NAIL: {nail} ~7 layer|layers|bendy|bendable
      DRY_SKIN: hands|heels|feet|elbows|skin ~3 sandpaper|parchment
      EYE_TWITCH: eyelid|eyelids|lid ~6 danc*|jump|jumps|jumping|flutter*
      TWITCHING: jump|jumps|jerk|jerks|jolt|jolts ~6 asleep|sleep
      INSOMNIA: switch off ~3 night|bed|sleep ; sleep ~1 schedule|pattern|routine
      CONSTIPATION: binding ~2 me|him|her|up|a ; bind ~2 up
      FUSSY_EATING: wont|doesnt|refuses|not ~1 touch|try ~4 peas|carrot|carrots|veg*|fruit|meat|greens|food
      TOOTH_PROBLEM: grind* ~3 teeth|night ; teeth|tooth ~2 grind* ; braces
      MEDICINE_QUESTION: tablet|tablets|pill|pills|inhaler|medicine ~8 with|before|after ~3 meal|meals|food|breakfast|dinner ; when|how ~3 take ~3 tablet|tablets|pill|pills|medicine
      RASH: diaper area|bottom ~4 pink|red|sore|raw ; diaper ~1 area ~4 pink|red
      """;

  private EverydayPhrases() {}
}
