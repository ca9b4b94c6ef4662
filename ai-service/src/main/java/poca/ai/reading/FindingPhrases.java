package poca.ai.reading;

import static poca.ai.reading.Finding.*;

import java.util.Map;
import java.util.Set;

/// The words by which each finding is recognised, in the corrected spelling of [Spelling] (units
/// are plural: "days" stands for "day").
final class FindingPhrases {

  private static final String GENERAL =
      """
      FEVER: fever ; high|raised|running|spiked ~1 temperature ; has|have|had|having|got|with|running a temperature ; temperature ~2 high|up|spiked|raised ; burning up ; pyrexial
      CHILLS: chill* ; shiver* ; rigor* ; feel* cold ; shaking ~2 cold
      SWEATING: sweat* ; clammy ; diaphore* ; cold sweat*
      NIGHT_SWEATS: night sweat* ; sweat* ~2 night
      FATIGUE: tired ; tiredness ; fatigue* ; exhaust* ; weakness ; weak ; no|low energy ; no strength ; run down ; unwell ; malaise
      POOR_APPETITE: {not} ~1 eat* ; not able|want*|wanting to eat* ; no|lost|loss|poor|less|reduced|low|little ~2 appetite ; eat* ~1 less|little|poorly|nothing ; off ~1 food
      WEIGHT_LOSS: weight loss ; lost|losing|loss ~3 weight
      BODY_ACHE: body|muscle|muscles|bodyache|bodyaches ~1 {pain} ; bodyache* ; {pain} all over ; {pain} ~2 whole body ; myalgia
      PAIN: {pain} ; discomfort ; burning sensation
      SEVERE_PAIN: {bad} ~3 headache|migraine|toothache*|earache*|backache*|stomachache* ; headache|migraine|toothache* ~3 {bad} ; {bad} ~4 {pain} ; {pain} ~4 {bad} ; {pain} ~2 {very} bad|much|badly|strong ; {very} ~1 bad|much|painful|strong ~2 {pain} ; {very} painful
        cant bear|stand|tolerate|take ~3 {pain} ; {pain} ~3 cant bear|stand|tolerate ; screaming ~2 pain ; doubled|doubling over ; writhing
      SWELLING: swell* ; swollen ; puffy ; puffiness
      LUMP: lump ; lumps ; mass ; growth ; nodule*
      DIZZY: dizz* ; lightheaded* ; light headed* ; vertigo ; giddy ; giddiness ; woozy ; feel* faint ; room ~1 spinning ; head spinning
      FAINTED: fainted ; fainting ; faints ; collaps* ; syncope ; passed|passes|passing|pass out ; blacked|blacking|blackout|blackouts out?
      INSOMNIA: insomnia ; {not} ~1 sleep* ; not able to sleep* ; trouble|difficulty|problem|problems ~1 sleep* ; no sleep ; sleepless*
      """;

  private static final String CHEST =
      """
      COUGH: cough ; croup ; bronchitis
      WET_COUGH: productive|wet|chesty|phlegmy ~1 cough ; cough ~4 phlegm ; phlegm ; cough ~2 up|out stuff|green|yellow
      DRY_COUGH: dry ~1 cough ; cough ~2 dry ; cough without phlegm
      COLD: cold ; colds ; flu ; influenza
      RUNNY_NOSE: runny|blocked|stuffy|stuffed|congested|running|bunged ~1 nose ; nose ~2 runny|running|blocked|stuffy|stuffed|congested ; sneez* ; congest* ; sinus* ; catarrh
        cant ~1 breath ~3 nose|nostril|nostrils ; hard|difficult*|trouble ~2 breath ~3 nose|nostrils
      SORE_THROAT: sore|{pain} ~3 throat ; throat ~3 {pain}|infection|infected|red|scratchy|itchy|irritat* ; tonsil* ; pain* ~1 swallow* ; {pain} ~3 swallow* ; pharyngitis ; strep
      WHEEZE: wheezing ; whistling ~3 breath|chest
      MILD_BREATHLESS: mild*|slight*|little|bit ~3 breathless*|breath ; mild*|slight* short* ~1 breath
      BREATHLESS: breathless* ; short|shortness ~1 breath ; out of breath ; difficult*|trouble|hard|problem*|issue* ~2 breath ; breath ~2 difficult*|hard|heavy|heavily|laboured|labored|trouble|problem*|issue*|struggl* ; winded ; dyspnoea ; dyspnea
        breath ~3 bad|badly|worse ; not ~1 breath ~1 well|properly|normally|right
      BREATHLESS_SEVERE: cant ~3 breath ; cant get ~2 air ; gasp* ; fighting|struggl* ~3 breath|air ; severe|extreme|extremely ~4 breath|breathless* ; very|so|really|too ~1 breathless*|short ~1 breath?
        barely|hardly ~3 breath ; breath ~3 severe ; cant ~3 speak|talk|finish ~4 sentence*|breath ; suffocat* ; air hunger ; breathless ~2 rest|resting|sitting|talking
        short ~1 breath ~2 rest|resting ; difficult*|trouble ~2 breath ~3 severe
      BLUE_LIPS: blue|bluish|blueish|purple|grey|gray ~2 lips|lip|tongue|face|mouth|skin ; lips|lip|tongue|face|mouth|skin ~3 blue|bluish|blueish|purple|grey|gray
        turn*|went|gone|going|looks|looking blue|bluish|blueish|purple ; cyanosis|cyanotic|cyanosed
      FAST_BREATHING: fast|rapid*|quick*|faster ~1 breath ; breath ~3 fast|faster|rapid*|quickly ; panting ; tachypnoea
      CHEST_INDRAWING: chest|ribs|rib|belly ~3 sucking|sucks|sucked|pulling|drawing|indrawing|retract* ; ribs ~2 showing|visible ; drawing|sucking|pulling ~2 in ~3 ribs|chest ; grunting|grunts ; nostrils|nose ~2 flaring|flare ; nasal flaring ; retractions ; indrawing
      STRIDOR: noisy|noise|noises|raspy ~1 breath ; noise* ~3 breath ; breath ~2 noisy ; stridor ; bark* ~1 cough ; cough ~3 bark*
      NOT_BREATHING: not|isnt|wasnt|stopped|stops|stop breath ; no breath ; apnoea ; apnea ; pauses ~2 breath ; breath ~1 stopped|stops|pauses ; pause ~2 breath
      COUGHING_BLOOD: cough ~3 blood* ; blood* ~3 cough|phlegm ; phlegm ~3 blood* ; haemoptysis ; hemoptysis ; spit* ~1 blood
      CHOKING: choking
      EAR_PAIN: earache* ; ear|ears ~2 {pain} ; {pain} ~3 ear|ears ; ear|ears ~2 discharge|infection|infected|blocked ; pulling ~2 ear|ears
      EYE_PROBLEM: eye|eyes ~3 {pain}|red|sticky|discharge|itchy|pink ; red|pink|sticky ~1 eye|eyes ; conjunctivitis ; yellow|green ~1 discharge ~3 eye|eyes
      TOOTHACHE: toothache* ; tooth|teeth|gum|gums ~2 {pain} ; {pain} ~3 tooth|teeth
      CHEST_PAIN: chest ~3 {pain}|discomfort|tight*|heaviness|squeez*|crushing ; chest ~2 heavy ; {pain}|discomfort|tight*|heaviness|heavy|squeez*|crushing ~8 chest ; chestpain* ; angina ; pressure ~3 chest ; chest ~2 pressure ; heart {pain}
      CHEST_PRESSURE: chest ~3 pressure|tight*|squeez*|crushing ; chest ~2 heav* ; pressure|tight*|heav*|squeez*|crushing|elephant|weight ~5 chest ; crushing ~1 pain ; like ~2 elephant ; band ~2 chest
      RADIATING: spread*|radiat*|going|goes|travel*|moving|moves|shoot*|down ~4 arm|arms|jaw|neck|shoulder|shoulders|back|hand ; left arm ~3 {pain}|numb*|heavy|tingling|tingl* ; {pain} ~4 left arm ; {pain} ~3 jaw ; jaw ~2 {pain} ; arm|arms {pain}
        {pain} ~3 arm|arms
      PALPITATIONS: palpit* ; heart ~3 racing|pounding|fast|flutter*|skip*|irregular* ; racing heart ; fast|irregular heart|heartbeat
      LEG_SWELLING: calf|leg ~4 swell*|swollen ; swell*|swollen ~3 calf|leg ; calf ~2 {pain} ; {pain} ~3 calf
      HEART_ATTACK_NOW: having ~2 heart attack ; having ~2 stroke ; a heart attack or stroke feared now
      """;

  private static final String HEAD =
      """
      HEADACHE: headache ; migraine ; head ~1 {pain}|pounding|throbbing ; {pain} ~2 in ~1 head ; pain ~2 head ; head ~2 ache|aches|hurting|hurts
      WORST_HEADACHE: worst ~3 headache ; headache ~6 worst|thunderclap ; thunderclap ; worst ~3 pain ~3 head ; never ~5 headache ~4 like|bad|before|severe ; most ~2 headache ; {bad} ~2 sudden ~1 headache ; sudden ~3 {bad} ~1 headache ; headache ~3 sudden ~2 {bad}
        {bad} headache ~4 sudden ; explosive headache ; headache ~3 my life ; headache ~4 like ~2 hit ; headache ~2 peaked
      FACE_DROOP: face|mouth|smile|cheek ~4 droop*|dropped|dropping|sagg*|crooked|lopsided|twisted|uneven|deviated ; droop* ~3 face|mouth|smile ; numb* ~4 face ; face ~3 numb* ; one side ~2 face
      ONE_SIDED_WEAKNESS: left|right ~1 arm and leg ~3 weak*|numb*|paraly*|heavy ; arm and leg ~3 weak*|paraly* ; weak*|paraly* ~5 one|left|right ~1 side|arm|leg|hand ; one|left|right ~1 side|arm|leg|hand ~3 weak*|paraly* ; numb* ~4 one|left|right ~1 side ; one|left|right ~1 side ~3 numb* ; sudden ~2 weak* ~3 arm|leg
        cant ~2 move|lift|raise|feel ~2 one|left|right ~1 arm|leg|side|hand ; arm|leg ~2 gone? dead ; hemipleg* ; arm ~2 weak* ; one sided weak*
      SPEECH_TROUBLE: slurr* ; speech ~3 slurr*|unclear|garbled|gone|difficult|funny|strange|mumbled ; cant|unable|trouble|difficulty|struggl* ~2 speak|speaking|talk|talking ; cant find ~2 words ; words ~3 wrong|jumbled
      VISION_LOSS: lost|loss|losing|lose ~3 vision|sight|eyesight ; cant|unable ~1 see ~2 eye|eyes|anything ; gone|going blind ; blind ~2 one eye ; sudden ~2 blind* ; vision ~2 gone|black ; sudden ~2 double|blurred|blurry vision
      VISION_CHANGE: blurr* ~1 vision ; double vision ; vision ~3 blurr*|double ; seeing ~1 spots|double|flashes|stars ; flashing lights
      LOST_BALANCE: lost|loss|losing|lose ~2 balance ; cant ~1 walk|stand ~1 straight|properly ; unsteady ; off balance
      NUMBNESS: numb* ; tingl* ; pins ~1 needles
      CONFUSION: confus* ; disorient* ; delirious|delirium ; not making sense ; talking nonsense ; doesnt|not|cant recogni* ; acting strange|strangely
      SEIZURE: seizure ; had|having|has|have|another|first ~2 fit|fits ; epileptic attack ; jerking ~3 uncontroll*|limbs|body|arms|legs ; arms|legs|body|limbs ~2 jerk* ; shaking uncontroll* ; eyes ~2 rolled|rolling
      UNCONSCIOUS: unconscious ; lost|loss|losing|lose ~1 conscious* ; knocked out
      UNRESPONSIVE: unresponsive ; not|isnt|doesnt|wont|stopped|no ~2 respond*|response ; cant|unable|hard|difficult|impossible ~4 wake|rouse|arouse|waken ; not|isnt|wont|doesnt ~1 wake|waking ~1 up
      DROWSY: drows* ; letharg* ; sleepy ; sleepier ; sleeping ~2 more|much|usual ; listless ; sluggish ; not|isnt|hardly waking ~2 feed*
      FLOPPY: floppy ; limp ; flaccid ; lifeless
      LESS_ACTIVE: less|not|isnt ~1 active|playful|playing|alert|smiling
      STIFF_NECK: stiff* ~3 neck ; neck ~3 stiff*|rigid ; stiffneck ; cant ~2 bend|move|touch ~3 neck|chin
      LIGHT_SENSITIVE: photophobia ; light|lights ~3 hurt|hurts|bothers|bother ; sensitiv* ~2 light|lights
      BULGING_FONTANELLE: bulging ~2 soft|fontanel* ~1 spot? ; soft|fontanel* ~6 bulging|bulges|raised|swollen
      SUNKEN_FONTANELLE: sunken ~2 soft|fontanel* ~1 spot? ; soft|fontanel* ~6 sunken
      ANXIETY: anxi* ; panic* ; stressed
      LOW_MOOD: depress* ; feel* ~2 low|hopeless|sad|down ; hopeless ; low mood
      SUICIDAL: suicid* ; kill* ~1 myself|himself|herself|themselves ; want* ~2 die ; wish* ~3 dead ; end ~1 my|his|her life ; end it all ; take my ~1 life ; dont|not want ~3 live|alive ; no reason ~2 live ; better off dead
        want*|going|thinking|thoughts|urge* ~4 hurt*|harm*|cut* ~1 myself|himself|herself ; harming|cutting myself|himself|herself ; self harm*
      """;

  private static final String BELLY =
      """
      ABDOMINAL_PAIN: {belly} ~2 {pain}|discomfort ; {pain}|discomfort ~4 {belly}|navel ; stomachache* ; bellyache* ; tummyache* ; epigastric ~1 {pain} ; gastric {pain} ; lower|upper right|left ~1 side|{belly}|quadrant ~2 {pain} ; {pain} ~5 lower|upper right|left ~1 side|{belly}|quadrant
        {pain} ~4 right|left lower|upper ~1 side|{belly}|quadrant ; appendicitis ; {pain} ~3 belly button ; hard|rigid abdomen ~2 {pain}
      LOWER_RIGHT_PAIN: lower|low right ~1 side|{belly}|quadrant|part ; right lower ~1 side|{belly}|quadrant|part ; right side ~3 lower ~1 {belly} ; right iliac ; moved|shifted|migrated ~4 right ; appendicitis ; lower right
      RIGID_BELLY: {belly} ~3 rigid|hard|board|tense|stiff ; rigid|hard|tense ~1 {belly} ; rigidity
      INDIGESTION: indigestion ; bloat* ; gas ; gassy ; acidity ; heartburn ; heart burn ; upset {belly} ; {belly} upset ; acid reflux ; heavy {belly}
      VOMITING: vomit ; throw*|threw|thrown up ; been sick # times ; emesis ; brings|bringing|brought ~2 up ~2 food|milk|feeds|everything|feed
      PERSISTENT_VOMITING: {cant}|not|nothing ~2 keep*|hold|stay*|stays ~4 down ; nothing stays down ; vomit ~4 everything|constantly|continuously|repeatedly|nonstop ; vomit ~1 every|after ~2 feed*|hours|time|meal|drink*|bottle
        keeps|keep|repeated*|constant*|continuous*|persistent*|nonstop|frequent* vomit|throwing ; cant|wont|doesnt|not stop* vomit|throwing ; vomit ~4 all|whole|many ~1 days|night|times|morning
        vomit ~3 four|five|six|seven|eight|nine|ten|4|5|6|7|8|9|10|11|12|15|20 times
      GREEN_VOMIT: green*|bilious|bile ~2 vomit ; vomit ~4 green*|bile|bilious ; threw|throwing ~1 up ~2 green|bile
      BLOOD_VOMIT: vomit ~3 blood* ; blood* ~3 vomit ; throw*|threw ~1 up ~2 blood* ; coffee ground* ; haematemesis|hematemesis
      NAUSEA: nausea ; feel* ~1 sick|queasy ; queasy ; feel* like vomit|throwing ; urge to vomit ; retching ; retch*
      DIARRHOEA: diarrhoea ; loose|watery|runny ~1 stool|motion|bowel* ; stool ~3 loose|watery|runny|liquid ; the runs ; gastroenteritis ; dysentery
      BLOODY_STOOL: blood* ~4 stool|diarrhoea|diaper|rectum|bottom|anus|toilet ; stool|diarrhoea ~4 blood* ; rectal ~1 bleeding ; bleeding ~3 rectum|bottom|anus|back ; passing blood ; dysentery
      BLACK_STOOL: black*|tarry ~2 stool ; stool ~3 black|tarry ; melaena|melena
      CONSTIPATION: constipation ; hard stool ; no stool ; not|hasnt|havent|didnt ~1 passed|passing|pass|opened|had ~2 stool|bowel* ; not|hasnt|havent|didnt stool ; no bowel*
      POOR_DRINKING: {not} ~1 drink* ; not able|want*|wanting to drink* ; {not} ~1 tak* ~2 fluids|water|liquids ; drink* ~2 less|little|poorly|nothing|barely ; barely|hardly ~1 drink* ; less ~1 fluids ; poor fluid
      NO_URINE: no|zero|not|without ~1 wet ~1 diaper ; hasnt|havent|not|didnt|isnt ~3 wet ~1 diaper ; diaper ~3 dry ; dry ~1 diaper ; no urine ; hasnt|havent|hadnt|not|didnt|isnt ~1 urine ; {not} ~1 passed|passing|pass|made|produced ~2 urine ; anuria
      LITTLE_URINE: less|fewer|reduced|little|few ~2 diaper|urine ; urine ~1 less|little|reduced|decreased|low ; diaper ~3 less|fewer|drier ; barely|hardly ~2 urine ; urine output ~2 low|less|reduced
      DRY_MOUTH: dry ~2 mouth|lips|tongue ; mouth|lips|tongue ~2 dry
      SUNKEN_EYES: sunken ~1 eyes ; eyes ~2 sunken
      NO_TEARS: no|without tears
      FREQUENT_URINE: frequent*|often ~2 urine ; urine ~2 frequent*|often|lot|frequency ; urinary frequency
      BURNING_URINE: burn*|pain*|sting*|hurts|hurt ~4 urine ; urine ~3 burn*|pain*|sting*|hurts|hurting ; dysuria ; cystitis ; uti ; urine infection ; urinary ~2 infection|burning|pain
      BLOOD_URINE: blood* ~2 urine ; urine ~3 blood*|red|pink ; haematuria|hematuria
      FLANK_PAIN: flank|loin|kidney|kidneys ~1 {pain} ; {pain} ~3 flank|loin|kidney|kidneys
      CANNOT_PASS_URINE: inability ~1 pass ~1 urine ; cant|unable ~3 urine
      TESTICLE_PAIN: testic*|testis|testes|scrotum|scrotal ~4 {pain}|swell*|swollen ; {pain}|swell*|swollen ~4 testic*|testis|testes|scrotum|scrotal|balls
      PERIOD_PROBLEM: period|periods|menstrua* ~3 {pain}|late|missed|heavy|irregular|delayed ; missed|heavy|painful|irregular|late ~1 period|periods ; {pain} ~3 period|periods
      """;

  private static final String INFANT_AND_MOTHER =
      """
      NOT_FEEDING: not|isnt|wont|stopped|stops|refus*|doesnt|didnt|hasnt|no|cant ~2 feed*|fed|latch*|nurs*|suck*|breastfe*|bottle|milk ; no interest ~2 feed*|milk
      POOR_FEEDING: not|isnt|wont|doesnt|didnt|hasnt ~2 feed*|fed|latch*|nurs*|suck*|breastfe* ~2 well|properly|much|enough|usual|good|normally ; feed*|nurs*|suck*|latch* ~2 poor*|less|little|badly|slow*|weak* ; poor*|weak*|less ~1 feed*|suck*|latch*|milk|feeds
        trouble|difficulty|problem*|issue* ~2 feed*|latch*|breastfe*|nurs* ; fussy ~3 feed*|breast|bottle ; cant|not|wont|doesnt ~1 latch* ; feed*|latch* problem*|issue*|difficulty ; half ~3 feed*|bottle*|milk ; falls asleep ~3 feed*
      SPIT_UP: spit*|spat up ; posset* ; reflux ; regurgit*
      PROJECTILE_VOMIT: projectile vomit? ; forceful* ~1 vomit ; vomit ~2 forceful* ; shoots out
      CRYING: crying ; cry ; cries ; cried ; colic* ; fussy ; fussing ; irritab* ; unsettled ; inconsol*
      INCONSOLABLE: inconsol* ; cant|wont|not|doesnt|unable|isnt ~3 calm*|consol*|settl*|sooth*|comfort* ; crying ~2 nonstop|constantly|continuously ; crying ~1 for hours ; crying ~3 all ~1 night|days ; wont|doesnt|not|cant|never stop* crying ; nonstop|constant crying
      ABNORMAL_CRY: weak|high|highpitched|shrill|moaning ~2 cry|crying|cries ; moaning
      JAUNDICE: jaundice ; yellow* ~3 skin|eyes|eye|face|baby|body|whites|tinge ; skin|eyes|eye|face|body|whites|baby|newborn|he|she ~4 yellow* ; turn*|turned|looks|looking ~1 yellow* ; icterus ; bilirubin ; yellow colour|skin
      JAUNDICE_FROM_BIRTH: yellow*|jaundice ~5 since|at|from birth ; born ~1 yellow ; yellow*|jaundice ~6 first|within ~1 days|24|hours ; yellow skin since birth
      PALE_STOOL: pale|white|chalky|clay ~2 stool ; stool ~3 pale|white|chalky|clay
      DARK_URINE: dark|brown|tea|cola ~2 urine ; urine ~3 dark|brown|tea|cola
      CORD: umbilical cord? ; cord ; stump ; navel ; belly button ; umbilicus
      CORD_INFECTED: cord|stump|navel|button|umbilical|umbilicus ~4 red*|pus|smell*|swollen|discharge|oozing|infected|warm|yellow ; red*|pus|smell|discharge|oozing ~4 cord|stump|navel|button|umbilical|umbilicus
      CORD_BLEEDING: cord|stump|navel|button ~3 bleeding|blood|bleeds|bled ; bleeding|blood ~4 cord|stump|navel|button
      COLD_TO_TOUCH: cold to ~1 touch ; cold body ; body ~1 cold ; baby feels cold ; hands|feet ~2 cold ; low body? temperature ; hypothermi*
      VAGINAL_BLEEDING: vagin* ~2 bleeding|blood ; bleeding|blood ~4 vagina|vaginally|below ; spotting ; bleeding ~2 during pregnant|pregnancy
      WATERS_BROKEN: water|waters ~2 broke|broken|leaking|breaking|gone ; leaking ~2 fluid|water ; gush ~2 fluid
      LESS_MOVEMENT: baby ~2 moving|moves|kicking|kicks ~2 less ; baby ~2 not|isnt|hasnt|less|stopped ~2 mov*|kick* ; less|reduced|no|fewer|decreased ~2 movement|movements|kicks|kicking ; not|havent|cant|dont ~2 felt|feel|feeling ~3 move*|moving|kick*
      CONTRACTIONS: contraction* ; labour|labor pain*
      BREAST_PAIN: breast|breasts|nipple* ~4 {pain}|red|redness|lump|swollen|hard|engorged|hot|cracked|bleeding ; {pain}|lump|red|redness|cracked ~4 breast|breasts|nipple* ; mastitis ; engorge*
      LOW_MILK: low|less|little|insufficient ~2 milk ; not enough ~2 milk ; milk supply ; milk ~3 drying|dried
      PREGNANT: pregnant ; pregnancy ; expecting ~1 baby ; trimester
      POSTPARTUM: postpartum ; postnatal ; after ~2 delivery|birth|giving|childbirth ; gave birth ; since ~1 delivery ; delivered ~1 my|a|the baby ; had ~1 baby ~3 ago ; c section ; csection ; caesarean|cesarean
      BREASTFEEDING: breastfe* ; lactat* ; nursing ~1 baby|mother
      FEEDING_WELL: feed*|breastfe*|nursing|eat|eats|eating|latch* ~2 well|fine|normally|ok|okay|good|usual|great|normal ; good ~1 feed*|appetite|latch ; tak* ~2 feeds|milk|bottle ~2 well|normally|usual|fine ; normal feed*
      DRINKING_WELL: drink* ~2 well|fine|normally|ok|okay|enough|plenty|lots|usual|good|water|fluids ; taking|tolerat* ~2 fluids|water|liquids ; good fluid
      URINE_AS_USUAL: normal|usual|enough|plenty|many|regular ~2 diaper|urine ; urine ~2 normal*|fine|usual|ok|okay ; diaper ~2 normal|fine|usual|ok|okay ; passing urine ~2 as? usual?
      ACTIVE: active ~1 as? usual? ; alert ; playful ; playing ~1 normally|fine|well|usual ; smiling ; behaving|acting normally|normal
      """;

  private static final String SKIN_INJURY_CONDITIONS =
      """
      RASH: rash ; red|itchy|pink ~1 spots|patches|bumps|patch|bump|dots ; spots ~1 on|all ; eczema ; blister* ; diaper rash ; pimple* ; boil ; boils ; hives ; chickenpox ; measles
      NON_BLANCHING: rash|spots ~3 doesnt|not|wont|dont go away ~4 press*|glass|pressure ; rash|spots ~1 stay|stays ~1 visible ; stays ~3 press*|glass ; non blanching rash? ; nonblanching rash? ; rash|spots ~6 doesnt|not|wont|dont ~2 fade*|blanch*|disappear* ~4 press*|glass|pressure ; rash|spots ~4 doesnt|not|wont|dont ~1 blanch* ; doesnt|not|wont|dont fade* ~4 glass|press* ; petechia* ; purpur* ; purple|bruise|bruising ~1 rash|spots
      HIVES: hives ; urticaria ; welts
      ITCH: itch* ; pruritus
      FACE_SWELLING: swell*|swollen|puffy ~3 face|lip|lips|tongue ; face|lips|lip|tongue ~3 swell*|swollen|puffy ; angioedema|angiooedema
      THROAT_CLOSING: throat ~3 clos*|tight* ; tight* ~2 throat ; throat ~3 swelling shut? ; tongue ~2 blocking
      ANAPHYLAXIS: anaphyla* ; severe allergic reaction
      BLOOD: blood ; bloody
      BLEEDING: bleeding ; bleed ; bleeds ; bled
      HEAVY_BLEEDING: bleeding ~3 wont|doesnt|not|cant|isnt ~2 stop* ; cant|wont|unable|not ~2 stop* ~2 bleeding ; heavy|severe|profuse|heavily|lot|lots|massive|uncontroll* ~3 bleeding|blood ; bleeding ~2 heavily|heavy|profuse*|badly|lot
        los*|lost ~2 lot|lots|much ~2 blood ; spurting|gushing|pouring ~1 blood ; blood ~2 spurting|gushing|pouring|everywhere ; soak* ~4 pad|pads|towel*|bandage* ; haemorrhage ; bleeding nonstop|continuously
      NOSEBLEED: nosebleed* ; nose ~2 bleeding|bleeds|bleed ; epistaxis
      INJURY: injur* ; fell|fallen ; had a fall ; accident ; sprain* ; twisted ~2 ankle|knee|wrist|foot ; cut ~3 finger|hand|leg|arm|foot|head|knee|chin ; wound* ; bruise* ; hit by ; crash ; stitches
      HEAD_INJURY: hit|hurt|bumped|banged|injured|struck|fell|fall|landed|knocked ~4 head ; head injury|trauma|wound ; bump ~3 head ; concussion
      FRACTURE: fractur* ; broke|broken ~3 arm|leg|bone|bones|wrist|ankle|finger|hip|nose|rib|ribs|hand|foot|toe|collarbone
      BURN: burn|burned|burnt|burns|scald* ~4 hand|hands|arm|water|oil|finger|fingers|skin|face|leg|injury|tea|coffee|stove|iron|fire ; burn injury ; scald*
      BITE: dog|cat|animal|monkey|rat|spider|scorpion|bat|human ~2 bit|bite|bites|bitten|sting|stung|scratch* ; bit|bitten|stung|scratched|bite ~3 dog|cat|animal|monkey|rat|spider|scorpion|bat
      INSECT_STING: insect|tick|bee|wasp|mosquito|ant ~2 bit|bite|bites|bitten|sting|stung|stings ; bit|bitten|stung ~3 insect|tick|bee|wasp|mosquito|ant|ants ; mosquito bites
      SNAKE_BITE: snake* ~2 bit|bite|bites|bitten ; bit|bitten ~3 snake* ; snakebite
      OVERDOSE: overdos* ; took|taken|swallowed|ate|drank|drunk|ingested|eaten ~2 whole|entire|all ~3 bottle|pack|packet|strip|box|tablets|pills|medicine ; took|taken|swallowed|ate ~1 too many|much ~2 tablets|pills|medicine|paracetamol|of
        took|taken|swallowed ~1 20|25|30|40|50|60|100|twenty|thirty|forty|fifty|hundred ~2 tablets|pills|paracetamol|capsules
      POISONING: swallow*|drank|ate|ingest*|drunk|drink*|eaten ~4 bleach|battery|batteries|magnet*|detergent|poison*|pesticide|kerosene|acid|cleaner|phenyl|chemical*|petrol|antifreeze|mushroom*|turpentine ; poisoned|poisoning ; carbon monoxide ; swallow* ~1 poison
      BACK_PAIN: back ~2 {pain} ; {pain} ~4 back ; backache* ; sciatica
      CAUDA_EQUINA: numb* ~4 groin|saddle|buttocks|genitals|private ; lost|loss|losing ~2 control ~3 bladder|bowel* ; saddle numb*
      LIMB_PAIN: knee|knees|joint|joints|ankle|shoulder|hip|elbow|wrist|finger|fingers|toe|toes|foot|feet|leg|legs|hand|hands|neck|thigh|heel|limb ~2 {pain} ; {pain} ~3 knee|knees|joint|joints|ankle|shoulder|hip|elbow|wrist|finger|fingers|toe|toes|foot|feet|leg|legs|hand|hands|neck|thigh|heel ; arthritis ; joint or limb pain
      SUDDEN: sudden onset? ; abrupt* ; out of nowhere ; came on quickly
      COMES_AND_GOES: comes and goes ; come and go ; coming and going ; on and off ; off and on ; intermittent* ; in waves
      CONSTANT: constant* ; continuous* ; all the time ; nonstop ; persistent*
      WORSE: getting|got|gets|becoming|became|is|much|even ~1 worse ; worsening|worsened ; increasing
      BETTER: getting|feels|feeling|is|bit|little|much ~1 better ; improving|improved
      NOT_BETTER: not|isnt|hasnt|no ~2 better|improv*|relief ; doesnt|not|didnt|isnt ~1 help*|go|going|settl*|subsid*
      ONGOING: still going on? ; still ; wont|doesnt|hasnt|not stop* ; right now ; at the moment ; again and again ; more than five|5 minutes ; back to back
      BABY: my|our|the|his|her ~2 baby|infant|newborn ; baby|infant|newborn is|has|had|was|keeps|wont|not|isnt|hasnt|doesnt ; a baby ; # days|weeks|months ~1 baby ; # days|weeks|months old ; baby boy|girl ; newborn ; infant
      CHILD: my|our|the ~2 son|daughter|child|kid|toddler|boy|girl|grandson|granddaughter ; son|daughter|child|kid|toddler is|has|had|was|keeps ; a child ; little boy|girl
      DIABETES: diabet*
      CANCER_TREATMENT: chemotherapy|chemo ; cancer treatment ; neutropen*
      WEAK_IMMUNITY: immunosuppress* ; immunocompromis* ; weak* ~1 immun* ; low immunity ; transplant* ; long term steroids ; hiv ; leukaemia|leukemia ; no spleen ; on steroids
      ASTHMA: asthma* ; copd
      HEART_DISEASE: heart disease|failure|problem*|condition|patient|attack ; stent* ; bypass ; angioplasty ; pacemaker
      HYPERTENSION: hypertens* ; high blood pressure ; high bp ; bp ~1 high
      EPILEPSY: epilep*
      BLOOD_THINNER: warfarin ; blood thinner* ; apixaban ; rivaroxaban ; clopidogrel ; anticoag*
      NOTHING: as a baby|child|kid|toddler ; try*|want*|plan*|conceiv* ~1 for? a|another baby ; movie|film|book|show|news|article|documentary|song ~3 suicid* ; blood drawn|donation|donor ; give|giving|gave|donated ~1 blood ; blood thinner* ; high|low blood ; my|the|his|her blood was|is ; blood sample|draw|clot|transfusion|loss|pressures ; donat* ~1 blood ; expecting ~1 baby ; had ~2 baby ~3 ago ; delivered ~1 my|a|the baby ; deliver* ~2 baby ; blood pressure|test|tests|sugar|group|type|work|report|reports|glucose|count ; fell asleep|ill|sick|down? in love ; food poisoning ; poison ivy ; anti seizure ; seizure medicine|disorder|drugs ; came|come|comes|coming|went|go|gone|going back
        cant ~1 breath ~3 nose|nostril|nostrils ; hard|difficult*|trouble ~2 breath ~3 nose|nostrils ; confused about|which|whether|what|by|how ; cold hands|feet|water|compress*|drink*|sore|sores|weather|milk|air|sweat*|to ~1 touch|pack|food
        feel* ~1 cold ; hands|feet|body|skin|so|very ~2 cold ; with ~1 limp ; has|have|had a limp ; not|isnt|doesnt|didnt respond* ~1 to ~2 medicine|treatment|paracetamol|antibiotics|drugs|ibuprofen ; cant talk|speak ~1 now|later|much|right
        feel* like vomit|throwing ; urge to vomit ; drink* ~1 alcohol|beer|wine ; head cold ; stopped by ; period of ; hold* ~2 breath ; gas station ;
        worse in|at|when|with|if|after|on|for|by|lying|before|during|first ; fit and ; a heart attack or stroke feared now ; bleeding disorder ; follow up ; weight gain ; get back to ; not feeling|feel ~1 well|good|better|great|right|ok|okay|myself ; passed ~1 gas|wind
      """;

  /// A hit is dropped when it lies inside a longer hit of a finding that says it more exactly.
  private static final Map<Finding, Set<Finding>> SAID_MORE_EXACTLY_BY =
      Map.ofEntries(
          Map.entry(NOT_FEEDING, Set.of(POOR_FEEDING)),
          Map.entry(JAUNDICE, Set.of(EYE_PROBLEM)),
          Map.entry(SWEATING, Set.of(NIGHT_SWEATS)),
          Map.entry(BETTER, Set.of(NOT_BETTER)),
          Map.entry(NOT_BREATHING, Set.of(BREATHLESS, SNORING)),
          Map.entry(BREATHLESS, Set.of(MILD_BREATHLESS, BAD_BREATH)),
          Map.entry(FEVER, Set.of(HAY_FEVER, COLD_SORE)),
          Map.entry(WET_COUGH, Set.of(THROAT_PHLEGM, CHANGED_STOOL)),
          Map.entry(UNCONSCIOUS, Set.of(TOOTH_KNOCKED_OUT)),
          Map.entry(LUMP, Set.of(THROAT_LUMP_FEELING)),
          Map.entry(
              VAGINAL_DISCHARGE,
              Set.of(EAR_DISCHARGE, EYE_PROBLEM, PENIS_DISCHARGE, NIPPLE_CHANGE)),
          Map.entry(PREGNANT, Set.of(TRYING_TO_CONCEIVE)),
          Map.entry(WEIGHT_LOSS, Set.of(WISH_TO_LOSE_WEIGHT, SLOW_GROWTH)),
          Map.entry(CRYING, Set.of(FUSSY_EATING)),
          Map.entry(MOLE, Set.of(MOLE_CHANGED)),
          Map.entry(SEX_INFECTION, Set.of(COLD_SORE)),
          Map.entry(FLOATERS, Set.of(NEW_FLOATERS)),
          Map.entry(BURN, Set.of(SUNBURN)),
          Map.entry(CHEST_INDRAWING, Set.of(CONSTIPATION)),
          Map.entry(HEART_DISEASE, Set.of(HEART_ATTACK_NOW)),
          Map.entry(
              BABY, Set.of(POSTPARTUM, PREGNANT, LESS_MOVEMENT, BREASTFEEDING, TRYING_TO_CONCEIVE)),
          Map.entry(
              BLOOD,
              Set.of(
                  BLOODY_STOOL,
                  BLOOD_VOMIT,
                  BLOOD_URINE,
                  COUGHING_BLOOD,
                  HEAVY_BLEEDING,
                  VAGINAL_BLEEDING,
                  CORD_BLEEDING,
                  WET_COUGH)));

  static final Phrases<Finding> TABLE =
      Phrases.read(
          // Joined at run time: together they are longer than a constant may be.
          String.join(
              "",
              GENERAL,
              CHEST,
              HEAD,
              BELLY,
              INFANT_AND_MOTHER,
              SKIN_INJURY_CONDITIONS,
              SkinPhrases.TABLE,
              HeadPhrases.TABLE,
              BellyPhrases.TABLE,
              EverydayPhrases.TABLE),
          Finding::valueOf);

  private FindingPhrases() {}

  static boolean saysItMoreExactly(Finding exact, Finding finding) {
    return exact == NOTHING || SAID_MORE_EXACTLY_BY.getOrDefault(finding, Set.of()).contains(exact);
  }
}
