package poca.ai.reading;

/// The words for what is wrong with muscles, joints, sleep and mood, for growing up, habits, weight
/// and what medicines and tests bring; read as part of [FindingPhrases].
final class EverydayPhrases {

  static final String TABLE =
      """
      STIFFNESS: stiff|stiffness ; {joint} ~4 stiff*|lock*|seiz* ; seized up
      CRAMP: muscle cramp|cramps ; cramp|cramps|cramping ~4 leg|legs|foot|feet|calf|calves|toe|toes|hand|hands|thigh|thighs ; leg|legs|foot|feet|calf|calves|toe|toes|hand|thigh|muscle ~3 cramp|cramps|cramping ; charley horse
      CLICKING_JOINT: knee|knees|shoulder|shoulders|hip|hips|ankle|ankles|joint|joints|knuckles|neck|elbow|wrist ~4 click*|crack|cracks|cracking|crunch*|creak*|pop|pops|popping|grind* ; click*|crack|cracking|creak*|crunch*|popping ~2 knee|knees|shoulder|hip|ankle|joint|joints|knuckles|neck|elbow|wrist ; knee ~3 gives|giving ~1 way
      RESTLESS_LEGS: restless ~1 leg|legs ; legs ~4 restless|fidget*|jumpy ; urge ~3 move ~3 legs ; fidget* ~2 legs
      TWITCHING: muscle twitch* ; twitch* ; spasm*
      GOUT: gout
      HOT_JOINT: hot ~1 and? swollen ~2 {joint} ; swollen ~1 and? hot|red ~2 {joint} ; red ~1 and? swollen ~2 {joint} ; {joint} ~4 hot|red|warm ~1 and? swollen ; {joint} ~4 swollen ~1 and? hot|red|warm
      VARICOSE_VEINS: varicose ; spider|thread|bulging|visible ~1 vein|veins ; veins ~4 leg|legs|bulg*|ache|stick*
      TREMOR: tremor* ; hand|hands|fingers ~3 shake|shakes|shaking|trembl*|shaky ; shaky|trembling|shaking ~1 hand|hands
      CANNOT_BEAR_WEIGHT: inability ~2 bear weight ; cant|unable|not|hardly|barely|painful ~3 bear|put|take ~3 weight ; cant|unable|hardly|barely ~2 walk|stand|step ~2 on ; cant walk
      COLD_LIMB: cold ~1 pale leg|foot ; leg|foot ~4 cold ~1 and? white|pale|blue|grey|numb ; leg|foot ~4 white|pale|blue ~1 and? cold ; cold ~1 and? white|pale|numb ~1 leg|foot
      FOOT_ULCER: foot|feet|toe|toes|heel|leg|shin|sole ~4 ulcer*|wound|open ; ulcer*|wound|blister*|cut|open ~4 foot|feet|toe|toes|heel|leg|shin|sole ; sore on ~3 foot|feet|toe|heel|leg|shin|sole ; foot|toe ~3 black|gangren*
      LIMB_PAIN: tennis|golfers elbow ; frozen shoulder ; plantar fasci* ; carpal tunnel ; rsi ; bursitis ; tendon*|tendin* ; rheumat* ; osteoarth* ; shin splints ; trigger finger ; rib|ribs|groin|calf|shin|shins|thumb|arm|arms|forearm|buttock|tailbone|coccyx|hamstring|ankles|wrists|elbows|hips|shoulders|heels|thighs|toes|thumbs|feet|legs|limbs|limb ~2 {pain} ; {pain} ~4 rib|ribs|groin|shin|shins|thumb|arm|arms|forearm|buttock|tailbone|coccyx|hamstring|ankles|wrists|elbows|hips|shoulders|heels|thighs|thumbs ; cant ~1 reach ~2 behind|up|overhead ; joints ~3 {pain}
      BODY_ACHE: achy ; aches all|and ; muscle|muscles ~4 {pain} ; sore|tight ~1 muscle|muscles|shoulders ; sore ~2 after ~3 gym|workout|run|exercise ; knots ~3 back|shoulders|neck ; tense|tight ~1 shoulders|neck|back
      BACK_PAIN: slipped disc|disk ; lumbago ; sciatic ; back ~2 gone|went|out|spasm* ; put ~2 back out ; bad back
      ANKLE_SWELLING: swollen|puffy|swelling ~2 ankle|ankles|feet|foot ; ankle|ankles|feet|foot ~3 swell*|swollen|puffy ; fluid|water retention
      GROWING_PAINS: growing pain|pains
      LIMPING: limping|limps ; with ~1 limp ; has|have|had a? limp ; wont|refuses|refusing ~1 walk
      INSOMNIA: wake|wakes|waking|woke ~4 night|hours|am|every|early|middle ; awake ~4 night|hours|am|early ; cant|not|wont|hard|trouble|unable ~2 asleep|drift|settle ; back to sleep ; up all night ; keeps|kept|keep ~3 awake|up ~2 night? ; wont|doesnt|cant|refuses|not ~1 nap* ; nap|naps|napping ; sleep regression ; bad|poor|broken|rubbish ~1 sleep ; sleep ~2 bad|badly|poor|poorly|terrible|broken|awful ; tossing and turning ; night feeds ; bedtime
      JET_LAG: jet lag|lagged ; jetlag* ; night shift|shifts ; shift work
      NIGHT_TERRORS: night terror* ; nightmare* ; sleepwalk* ; sleep walk*|talk* ; scream* ~4 night|sleep ; bad dreams ; sleeptalk*
      STRESS: stress ; stressed|stressful ; burnt|burned|burning out ; burnout ; overwhelm* ; overworked ; under ~3 pressure ; cant cope ; not coping ; tension ; work ~2 too much
      IRRITABILITY: irritability ; irritable ; short|bad|quick ~1 tempered|temper ; temper ; snapp* ; angry|anger ; mood swing|swings ; moody ; moods ; grumpy ; short fuse
      GRIEF: grief|griev* ; bereave* ; mourning ; since ~4 died|death|passed|funeral ; lost my ~2 mum|mom|dad|husband|wife|mother|father|baby|son|daughter|friend|dog|cat|partner ; miscarriage
      LOW_MOOD: tearful|weepy ; miserable ; unhappy ; lonely|loneliness ; worthless ; empty inside ; lost ~2 interest ; no ~1 joy|motivation ; feel* ~2 flat|empty|blue ; down in the dumps ; baby blues ; cant enjoy ; motivation ; nothing ~3 enjoy ; mood ~2 low|down
      ANXIETY: nervous|nerves ; worrier|worrying ~2 constantly|everything|lot|too|about ; worry ~2 too|constantly|everything|all|lot ; on edge ; overthink* ; phobia* ; scared|fear|afraid ~2 of ~2 flying|heights|needles|dentist|spiders|leaving ; butterflies ; mind ~4 racing|switch|stop ; racing thoughts ; ocd ; intrusive thoughts ; shy ; fear of
      DISORDERED_EATING: disordered eating ; anorex* ; bulimi* ; binge* ; making myself sick ; make myself sick ; starv* ~1 myself ; purging ; obsess* ~3 calories|weight|food
      CONCENTRATION: trouble concentrat* ; concentrat* ; cant|trouble|hard|unable ~2 focus|think ; focus* ; attention ; adhd ; sit still ; fidgety ; brain fog ; foggy ; distract*
      FORGETFULNESS: forget* ; memory ; lose|losing|misplac* ~3 keys|words|names|things
      SMOKING: smok* ; vape|vapes|vaping ; nicotine ; cigarette|cigarettes ; cigs
      ALCOHOL_USE: alcohol use|intake|problem ; drink|drinking ~3 too|less|more ~2 much|wine|alcohol|beer|should? ; cut|cutting|cutting down|back ~3 drink*|alcohol|wine|beer ; alcoholic ; units ~3 weeks ; drinking problem ; drink|drinking ~4 every ~1 night|days|evening ; cannabis|weed|cocaine
      ALCOHOL_STOPPED: stopped|quit ~2 drinking|alcohol ; gave|given|giving up ~1 drinking|alcohol|drink ; last drink ; alcohol withdrawal ; coming off ~1 alcohol|drink ; not had ~2 drink ~3 days
      BEHAVIOUR: behaviour worries ; tantrum* ; meltdown* ; behav* ; naughty ; clingy ; hitting|hits|biting|bites ~3 nursery|school|kids|children|others|people|sister|brother|nails ; bite|bites|biting ~2 nails ; thumb suck* ; suck* ~2 thumb ; screen time ; tic|tics ; potty|toilet training ; potty ; dummy ; wont listen ; defian* ; separation anxiety ; blinking
      DEVELOPMENT: development ; milestone|milestones ; not|isnt|doesnt|hasnt|cant|wont ~3 crawl*|walk*|talk*|speak*|roll*|sit|sitting|babbl*|smil* ~3 yet ; not ~1 yet crawling|walking|talking ; speech delay ; late ~1 talker|walker ; tiptoe|tiptoes ; autis* ; stammer*|stutter* ; lisp ; dyslex*
      FLAT_HEAD: flat ~2 head ; head ~4 flat|shape|misshapen ; flat spot
      SLOW_GROWTH: slow weight gain ; not|isnt|hasnt ~3 gain* ~2 weight|enough ; poor|slow ~1 weight gain|growth ; centile*|percentile* ; losing weight ~3 baby ; small for ~2 age
      FUSSY_EATING: fussy|picky ~1 eat* ; only|just eats|eat ; lives on ; wont|doesnt|refuses|not ~1 eat ~3 veg*|vegetables|fruit|meat|anything|lumps ; refuses ~2 food|dinner|vegetables
      FATIGUE: shattered|knackered|drained|sleepy ; worn|wiped|wipe|zonked out ; burnt|burned out ; cant ~2 out of bed ; no ~1 get up and go ; need ~2 nap ; yawning ; rundown ; under ~1 weather ; out of sorts ; not ~1 feeling|feel ~1 myself
      WEIGHT_GAIN: weight gain ; put|putting|gain*|gained|piled|piling ~3 weight|pounds|kilos|kg|stone|pounds ; overweight ; obes* ; belly fat
      WISH_TO_LOSE_WEIGHT: wish to lose weight ; how|want|wants|need|like|help|trying|try|tips|struggling|struggle|cant|difficult|hard|diet ~5 lose|losing|shift ~3 weight|kg|kilos|pounds|stone ; diet|diets|dieting ; weight loss injection*|jab|jabs|drug*|medicine ; wegovy|ozempic|mounjaro|semaglutide ; bmi
      POOR_APPETITE: dont ~2 feel like eating ; not hungry ; off ~2 food ; gone off ~2 food ; appetite ~3 gone|poor|less|lost|back
      THIRST: thirst* ; drink|drinks|drinking ~2 gallons|litres|loads|constantly|lots|tons ; cant ~2 quench ; always drinking
      FEELING_COLD: feeling cold ; always|constantly|so|often|feel ~2 cold ; cold all ~1 time ; cold hands|feet|fingers|toes ; hands|feet|fingers|toes ~3 cold|freezing|icy ; raynaud* ; poor circulation ; fingers|toes ~3 white|blue ~4 cold
      VACCINATION: vaccin* ; jab|jabs ; immunis*|immuniz* ; booster ; flu|covid shot|injection ; shots
      SIDE_EFFECT: side effect|effects ; since|after ~3 start*|taking|began ~4 {medicine} ; {medicine} ~3 make|makes|making|made|give|gives|giving|cause|causes|causing|upset ; reaction ~2 to ~2 {medicine} ; coming off ~3 {medicine} ; stop|stopping ~2 {medicine}
      TEST_RESULT: result|results ; blood test|tests|work|results ; test ~3 came|back|show*|said|says|positive ; cholesterol ; low|high ~1 iron|vitamin|b12|ferritin|potassium|sodium ; scan|xray|ultrasound|mri|ecg|smear ; x ray ; anaemi*|anemi* ; vitamin ~1 d|b12|deficien* ; deficien* ; borderline
      BLOOD_PRESSURE_READING: blood pressure ; bp
      BLOOD_SUGAR_READING: blood sugar|sugars|glucose ; my|his|her sugar|sugars ; sugar ~2 level|levels|high|low ; hba1c
      THYROID: thyroid ; underactive|overactive ; hypothyroid*|hyperthyroid*
      TRAVEL_ADVICE: travel advice ; travel*|flying|holiday|trip ~6 jab|jabs|vaccin*|malaria|tablets ; malaria ; safe|ok|okay|allowed ~3 fly|travel ; fit to fly
      MEDICINE_QUESTION: can|should|may|could ~2 i|he|she|we ~1 take|give|use|have ~4 {medicine}|together ; ran|running|run out of ~3 {medicine} ; repeat prescription ; prescription ; missed|forgot|forgotten ~3 dose|tablet|tablets ; change|increase|reduce|lower ~3 dose ; dose of ; dosage ; is it safe ~3 take
      SWELLING: puffed up
      NUMBNESS: pins and needles ; dead ~1 arm|leg|hand|fingers ; gone|goes|go|going ~1 to sleep ~2 hand|arm|leg|foot|fingers ; hand|arm|leg|foot|fingers ~2 fall|falls|falling|go|goes asleep
      HEADACHE: head ~2 tight|pressure|heavy|killing|splitting|thumping|banging ; splitting|thumping|banging head ; temples ~2 {pain}|throb*
      LOW_MILK: dont|havent|doesnt|isnt|not ~2 enough ~2 milk ; dry* up|out milk
      DIZZY: lightheadedness ; spinny ; wobbly ; head ~3 rush|swim*|spin* ; faint when ; feel* faint
      PAIN: stitch ; {bad} pain ; throb* ; twinge*
      NOTHING: give|gave ~1 me ~1 headache ; pain in the neck
      """;

  private EverydayPhrases() {}
}
