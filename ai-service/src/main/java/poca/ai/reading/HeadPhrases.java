package poca.ai.reading;

/// The words for what is wrong with eyes, ears, nose, mouth, teeth and throat; read as part of
/// [FindingPhrases].
final class HeadPhrases {

  static final String TABLE =
      """
      EYE_PROBLEM: bloodshot ; eye|eyes ~4 goo|gunk|gunky|gooey|stuck|weep* ; gunk|goo|gunky|gooey|bloodshot ~4 eye|eyes ; burst blood vessel ~3 eye ; itch* ~2 eye|eyes ; sore ~1 eye|eyes ; eye infection
      EYE_PAIN: eye pain ; painful ~2 eye|eyes ; eye|eyes ~2 painful|hurt|hurts|hurting|throb* ; eye|eyes is|are ~2 painful|agony ; pain|hurts|ache in ~2 eye|eyes ; {bad} eye pain
      DRY_EYES: dry|gritty|watery|watering|tired|strained|burning|scratchy|streaming|runny|puffy|stinging ~1 eye|eyes ; eye|eyes ~5 dry|gritty|water|watery|watering|stream|streaming|strain|tired|scratchy|burn|burning|sting|stinging|puffy ; eye strain ; eyestrain ; bags ~2 eyes ; dark circles ; blephar* ; crust*|flak* ~2 eyelid|eyelids|lashes|eyelashes ; eyelid|eyelids|lashes ~3 crust*|itch*|flak*|sticky|stuck|sore|dry
      STYE: stye|sty|styes ; chalazion ; lump|bump|spot|pimple ~4 eyelid|lid|lash|eyelash ; eyelid|lid ~3 lump|bump|spot
      SWOLLEN_EYELID: eyelid|eyelids|lid|lids ~3 swollen|swelling|swelled|puffed|puffy ; swollen|swelling|puffed|puffy ~2 eyelid|eyelids|lid|lids|eye|eyes ; eye|eyes ~2 swollen|swelling|swelled|puffed ; whole lid ~3 swollen
      EYE_TWITCH: eye|eyes|eyelid|lid ~3 twitch*|flicker* ; twitch* ~3 eye|eyes|eyelid|lid
      FLOATERS: floater* ; specks|squiggles|cobwebs|strings|dots ~4 vision|eye|eyes|sight
      WEAK_EYESIGHT: weak eyesight ; glasses ; small print ; shortsighted|longsighted|nearsighted ; short|long|near sighted ; eyesight ~3 worse|worsen*|weak|bad|poor|going|getting|deteriorat* ; eye test ; squint* ; see ~3 far|distance|board ; hold* ~4 further|away ~2 read* ; lazy eye
      CONTACT_LENSES: contact lens|lenses ; contacts ; lens|lenses ~3 eye|eyes|wear*|in ; wear ~2 lenses
      EYE_FOREIGN_BODY: something|grit|sand|dust|metal|glass|sawdust ~4 in ~2 eye|eyes ; grinding|welding|drilling|hammering ~8 eye|eyes
      VISION_LOSS: curtain|shadow|veil ~5 eye|vision|sight ; vision|eye|sight ~4 curtain|shadow|veil
      VISION_CHANGE: sight|eyesight|vision ~3 hazy|cloudy|foggy|dim|blurr* ; blurr*|hazy|cloudy|foggy ~1 sight|eyesight|vision ; cant see ~2 well|properly|clearly ; halos ~4 lights|light
      BLOCKED_EAR: blocked|clogged|plugged|muffled|full|bunged ~1 ear|ears ; ear|ears ~3 blocked|clogged|plugged|full|pop|pops|popping|popped|bunged|muffled|underwater|crackl*|click* ; ear wax ; earwax ; wax ~4 ear|ears ; muffled ; glue ear
      ITCHY_EAR: itchy ears ; itch* ~2 ear|ears ; ear|ears ~3 itch*|scab*|flak*|dry
      EAR_DISCHARGE: discharge ~2 ear ; yellow|green|smelly|clear|brown|white|sticky ~1 discharge|fluid|liquid|stuff|gunk|pus ~4 ear|ears ; discharge|fluid|pus|gunk|liquid|goo ~5 ear|ears ; ear|ears ~4 discharge|leak*|weep*|ooz*|runny|running|pus|gunk|smelly|dripping|draining
      SWELLING_BEHIND_EAR: swell*|swollen|redness|red|puffy ~3 behind ~2 ear ; behind ~2 ear ~4 swollen|swell*|red|puffy|tender|lump ; ear ~3 sticks|sticking|pushed ~1 out|forward
      HEARING_LOSS: hearing loss ; hard of hearing ; hearing aid|aids ; cant|trouble|difficult*|struggl*|hard ~2 hear|hearing ; hearing ~4 worse|bad|poor|gone|going|dull|down|decreas* ; deaf* ; tv|telly|television ~4 loud|up ; lost|losing|loss ~3 hearing ; missing|miss ~4 people say ; ask* ~4 repeat
      SUDDEN_HEARING_LOSS: sudden hearing loss ; sudden* ~5 hearing|deaf|hear ; hearing|hear|deaf ~4 sudden*|overnight ; woke ~3 deaf ; woke ~4 cant hear ; hearing ~4 gone|lost ~4 today|yesterday|overnight|sudden
      TINNITUS: tinnitus ; ring*|buzz*|humming|whoosh*|hissing|whistling|roaring ~3 ear|ears ; ear|ears ~3 ring*|buzz*|whistl*|hiss*|hum|humming|whoosh*
      HAY_FEVER: hay fever ; hayfever ; pollen ; rhinitis ; grass|tree|dust allergy ; dust mite|mites
      ALLERGIC: allerg* ; allergy
      RUNNY_NOSE: streaming|dripping|drippy|snotty|snuffly|sniffly ~1 nose ; nose ~2 streaming|dripping|snotty|snuffly|stuffed|stuffy ; sniffl* ; snuffl* ; snot|snotty ; bunged up ; sniff* ; nasal ~2 congest*|drip|blockage
      COLD: man flu ; common cold ; cold symptoms ; lurgy
      SORE_NOSE: sore|dry|crusty ~2 nose|nostril|nostrils ; scab*|sores|crust* ~4 nose|nostril|nostrils ; nose|nostril|nostrils ~3 scab*|sore|dry|crust* ; nasal polyp|polyps ; polyps ~2 nose ; deviated septum
      SMELL_TASTE: loss ~2 smell|taste ; lost|losing|no|cant|without ~4 smell|taste ; smell|taste ~3 gone|lost|disappeared|back ; taste|tastes ~2 metallic|bitter|funny|horrible|bad|salty|off|different|weird ; metallic|bitter|funny|horrible|strange|bad taste ; anosmia ; sense of smell|taste
      THROAT_PHLEGM: phlegm in ~2 throat ; phlegm ~6 throat ; post nasal ; postnasal ; drip* ~5 throat ; clear* ~2 throat ; throat clearing
      SNORING: snor* ; sleep ~1 apnoea|apnea ; osa
      HOARSE: hoarse* ; voice ~3 gone|lost|croaky|husky|raspy|going|crack*|disappeared ; lost|losing|lose ~2 voice ; laryngitis ; croaky
      THROAT_LUMP_FEELING: feel* ~3 something|lump|stuck ~4 throat ; something stuck ~1 in ~2 throat ; lump in ~2 throat ; throat ~3 lump ; globus
      TROUBLE_SWALLOWING: hardly|barely ~1 swallow* ; trouble|difficult*|hard|cant|problem*|problems|struggl*|unable ~3 swallow* ; food ~4 stick*|stuck ; dysphagia ; swallow* ~2 difficult|hard
      FOOD_STUCK: meat|bone|fishbone|steak|chicken|tablet|pill|coin ~5 stuck|lodged ; stuck|lodged ~3 gullet|oesophagus ; food stuck ~3 throat
      SWOLLEN_GLANDS: gland|glands ~3 swollen|up|sore|swell*|tender|raised ; swollen|sore|tender|enlarged|raised ~2 gland|glands|lymph ; lymph node*|nodes
      MOUTH_ULCER: mouth|tongue|lip|cheek ~3 ulcer* ; ulcer*|canker|sore|sores ~5 mouth|tongue|cheek ; canker sore* ; aphthous ; mouth ~1 sore|sores
      SORE_TONGUE: tongue ~4 sore|coat*|white|burn*|hairy|crack*|furry|bumps|tie|tied ; coat*|furry|burning|sore|hairy|white ~3 tongue ; burning mouth ; oral thrush ; thrush ~3 mouth|tongue ; white ~1 patches|spots ~4 mouth|tongue|gums|cheeks ; geographic tongue
      BAD_BREATH: bad|smelly|stinky|foul|stinking ~1 breath ; breath ~2 smells|stinks|smell|smelly ; halitosis
      BLEEDING_GUMS: gum|gums ~3 bleed*|bled|swollen|receding|red ; bleed*|swollen|receding|red ~3 gum|gums ; gingivitis ; gum disease ; spit* ~2 blood ~4 brush*
      TOOTHACHE: tooth|teeth|molar ~4 throb*|kill* ; nerve ~2 tooth
      TOOTH_PROBLEM: tooth problem ; tooth|teeth|molar ~4 chip*|broke*|crack*|sensitive|loose|wobbl*|grind*|clench*|yellow|stain*|filling|crown|came|fell|crooked ; chip*|broke*|crack*|sensitive|loose|wobbly|wisdom|yellow|stain* ~3 tooth|teeth|molar ; filling|crown|veneer|cap|brace|braces|bridge ~3 fell|fallen|came|lost|out|loose|broke*|hurt*|rub* ; lost|missing ~2 filling|crown ; denture* ; grind*|clench* ~3 teeth|jaw ; bruxism ; cavity|cavities ; braces
      TOOTH_KNOCKED_OUT: knocked ~3 tooth|teeth ~2 out? ; tooth|teeth ~3 knocked ~1 out? ; knocked out ~4 tooth|teeth
      DENTAL_ABSCESS: infect* ~3 tooth|gum ; tooth|gum ~2 infect* ; dental|tooth|gum|mouth ~1 abscess ; abscess ~4 tooth|gum|teeth|mouth ; pus|boil ~4 gum|gums|tooth ; gum boil ; swollen|swelling|swelled ~3 cheek|jaw|gum ; cheek|jaw ~3 swollen|swelling|swelled|swells|puffy
      CANNOT_OPEN_MOUTH: cant|unable|hard|difficult*|barely ~3 open* ~2 mouth|jaw ; jaw ~3 locked|stuck ; lockjaw ; mouth ~3 not|doesnt|wont open
      CLICKING_JAW: jaw ~3 click*|pop|pops|popping|tight|clench* ; click*|popping ~2 jaw ; tmj
      TEETHING: teething ; teethes ; cutting ~2 tooth|teeth ; first|new|baby ~1 tooth|teeth ; tooth|teeth ~2 coming|come ~1 through|in
      DROOLING: drool* ; dribbl* ; cant swallow ~2 saliva|spit
      SORE_THROAT: throat ~3 burn*|raw|dry|tickl*|sore ; scratchy|tickly|dry|raw ~1 throat ; glandular fever
      COUGH: tickly|tickle ~3 throat
      """;

  private HeadPhrases() {}
}
