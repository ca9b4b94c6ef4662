package poca.ai.reading;

/// The words for what is wrong with skin, hair, nails and feet, and for small wounds; read as part
/// of [FindingPhrases].
final class SkinPhrases {

  static final String TABLE =
      """
      ACNE: acne ; zit|zits ; blackhead*|whitehead* ; spotty ; spots ~5 face|chin|forehead|jaw|jawline|cheek|cheeks|nose ; spots ~2 my|his|her back|shoulders ; breakout* ; break|breaking|breaks|broke|broken out ; pimple* ; greasy|oily skin|face
      DRY_SKIN: dry|flaky|flaking|peeling|cracked|chapped|scaly|rough|bumpy ~3 {site}|patch|patches ; {site} ~4 flaky|flaking|peel*|cracked|chapped|scaly|rough|bumpy ; {site} ~2 dry ; hands|heels|fingers|fingertips|feet|skin|knuckles ~5 crack|cracks|cracking|split|splits ; dermatitis ; keratosis ; chicken skin ; skin ~3 tight|sensitive
      DRY_SKIN: psoriasis ; plaque|plaques ~3 {site}
      FLUSHING: rosacea ; blush* ; facial flushing ; face|cheeks ~3 flush* ; red ~1 face|cheeks ; flushed ~2 face|cheeks
      FUNGAL_SKIN: fungal ; fungus ; ringworm ; athletes foot ; jock itch ; tinea ; intertrigo ; ring ~1 shaped ; sweat rash ; itch*|peeling|soggy|cracked|smelly ~3 between ~2 toes ; between ~2 toes ~4 itch*|peel*|soggy|crack*|smell*
      WART: wart* ; verruca* ; verruccas ; skin tag|tags ; molluscum ; milk spots ; milia
      MOLE: mole|moles ; freckle* ; birthmark* ; age|liver spot|spots ; seborrhoeic|seborrheic ; brown|crusty|waxy|dark|black|scaly|pink ~1 patch|spot|lesion|growth|mark|bump ; strawberry mark
      MOLE_CHANGED: mole|moles|freckle|birthmark ~6 chang*|grow*|grew|bigger|larger|bleed*|bled|darker|black|crust*|itch*|irregular|jagged|uneven|ooz*|raised|shape ; changing|growing|bleeding|new|crusty|itchy ~1 mole ; spot|lesion|patch|mark ~4 bleeds|bleeding|bled|growing|grown|grew|bigger|darker|changed|changing
        sore|spot|scab|lesion|patch|ulcer ~4 wont|doesnt|not|hasnt|never|didnt ~1 heal* ; black|dark|brown line|streak|stripe ~3 nail|toenail|thumbnail|fingernail
      COLD_SORE: cold sore|sores ; fever blister* ; herpes ~3 lip|lips|mouth|face
      SKIN_INFECTED: infected skin ; cellulitis ; impetigo ; erysipelas ; abscess* ; paronychia ; whitlow ; infected ~2 {wound}|finger|toe|toenail|hand|foot|leg|eczema|piercing|spot ; {wound}|finger|toe|toenail|piercing ~4 infected|pus|ooz*|weep* ; pus ~5 {wound}|finger|toe|leg|foot|hand|arm
        redness|red ~3 spread* ; red streak|streaks|line|lines ; golden|honey|yellow ~1 crust* ; hot and? red ~2 skin|patch|leg|arm|shin|foot|hand ; red and? hot ~2 skin|patch|leg|arm|shin|foot|hand ; {wound}|leg|shin|foot|arm|skin ~3 red ~1 and? hot|swollen|warm ; {wound}|leg|shin|foot|arm|skin ~3 hot ~1 and? red|swollen ; {wound} ~4 hot|redder|smelly
      BOIL: boil|boils ; cyst|cysts ; carbuncle* ; pilonidal ; lipoma*
      SUNBURN: sunburn* ; sun burn|burnt|burned ; burnt|burned|burn ~4 sun|beach|sunbed ; caught ~2 sun ; too much sun
      HEAT_EXHAUSTION: heat exhaustion|stroke ; heatstroke ; sunstroke ; sun stroke ; overheat* ; hours ~4 in ~2 sun|heat
      SKIN_COLOUR: pigment* ; melasma ; vitiligo ; discolour*|discolor* ; dark|white|pale|brown|light ~1 patch|patches|blotches|marks|areas ; skin ~3 darker|lighter ; change ~2 skin colour
      SCAR: scar|scars|scarring|keloid* ; stretch mark|marks
      SKIN_MARK: patch|patches|blotch*|blotches|bump|bumps|spot|spots|mark|marks|pimply ~5 {site} ; marks ~2 skin
      EASY_BRUISING: easy bruising ; bruis* ~2 easily|easy|nothing|reason ; bruise|bruises|bruising ~2 nowhere|everywhere ; bruise|bruises|bruising ~4 no|without|unexplained ~2 reason|cause|injury|knowing ; unexplained|random ~1 bruis* ; covered ~1 bruises
      SHINGLES: shingles ; zoster ; band|strip|stripe ~2 blisters|rash
      SCALP: scalp problem ; dandruff ; cradle cap ; scalp ~4 itch*|flak*|dry|scab*|sore|scal*|spots|tender|psoriasis ; itch*|flak*|dry|sore|scab*|scaly ~3 scalp ; flakes ~4 hair|shoulders ; itch* ~1 head
      HAIR_LOSS: hair loss ; losing|lost|lose|shedding ~2 hair ; hair ~4 falling|falls|thin|thinning|coming|comes|shedding|receding ; bald* ; receding ; alopecia ; thin|thinning ~1 hair ; handfuls|clumps ~3 hair
      UNWANTED_HAIR: unwanted|excess|excessive|facial ~1 hair ; hair|hairs ~3 chin|lip|face ; hirsut* ; hairy ~2 face|chin|chest
      HEAD_LICE: lice|louse|nits|nit ; headlice
      TICK_BITE: tick ~3 bit|bite|bites|bitten|attached|removed|skin|leg|arm ; removed|found|pulled ~3 tick ; bulls eye ; bullseye ; lyme
      NAIL: {nail} ~5 thick*|yellow*|brittle|split*|break*|crumbl*|ridge*|lines|white|black|peel*|discolour*|fungal|fungus|lifting|loose|falling|fell|fallen|dent*|pitted|green|brown|weak|soft|flak*|bruise* ; thick*|yellow|brittle|split*|peel*|ridge*|lines|white|fungal|weak|broken|black|dents ~4 {nail} ; nail problem
      INGROWN_NAIL: ingrown|ingrowing ~2 nail|nails|toenail*|toe ; {nail} ~4 digging|ingrown|ingrowing ; in growing ~1 toenail|nail
      HARD_FOOT_SKIN: corn|corns ; callus*|callous* ; hard skin ; bunion* ; cracked|dry ~1 heel|heels ; heels ~3 crack* ; blister* ~3 heel|heels|foot|feet|toe|toes ; flat feet|foot ; fallen arches
      BODY_ODOUR: body odour|odor ; smelly ~1 feet|foot|armpits|underarms ; feet|foot|armpits|underarms ~2 smell*|stink* ; i smell|stink ; stink* ~3 sweat
      CHAPPED_LIPS: chapped|cracked|peeling ~1 lip|lips ; lips ~3 chapped|crack*|peel* ; crack*|split*|sore* ~3 corner|corners ~3 mouth|lips ; corner|corners ~2 mouth ~3 crack*|sore|split|red ; cheilitis
      RASH: scabies ; prickly heat ; folliculitis ; ingrown hair|hairs ; razor burn|bumps ; slapped cheek ; hand foot and? mouth ; blotchy ; {site} ~3 blotchy ; diaper ~3 red|raw|sore ; red|raw|sore ~2 bottom|bum ; bottom|bum ~2 red|raw
      SWEATING: perspir* ; hyperhidrosis
      INSECT_STING: flea|fleas|midge|midges|horsefly|bug|bugs|bedbug|bedbugs|sandfly|hornet|jellyfish|gnat|mozzie ~2 bit|bite|bites|bitten|sting|stung|stings ; bit|bitten|stung ~3 flea|fleas|midge|midges|horsefly|bug|bugs|hornet|jellyfish ; bites ~3 leg|legs|arm|arms|ankle|ankles|feet|back ; bedbug*|bed bugs ; itchy ~1 bites|bite ; stung|sting ~2 nettle*|nettles
      INJURY: stubb* ; graz* ; scraped ~2 knee|knees|elbow|hand|leg|arm|shin ; splinter* ; roll*|turned ~2 ankle ; went over ~3 ankle ; jammed|trapped|caught|shut|slammed|crushed|squashed ~3 finger|fingers|thumb|hand|toe ; knock*|bang*|hit|bash*|bumped ~3 knee|shin|elbow|toe|arm|leg|hand|finger|hip|shoulder|foot|ankle ; bumped into ; black eye ; nicked ; paper cut
        cut ~1 my|his|her|myself|himself|herself ; cut|cuts ~3 thumb|toe|lip|shin ; pull*|strain*|tore|torn ~3 muscle|hamstring|calf|groin ; muscle strain ; whiplash ; bruis* ; trip*|tripped ~2 over ; slipped ~2 on
      FRACTURE: dislocat*
      NOTHING: razor burn|rash ; badly|ill|well|loose|tight|poorly seizure ; seizure ~1 shoes|dentures|boots|clothes|bra ; coil|iud|implant|mirena seizure ; black|blue eye ; corn flakes ; sweet corn ; sleeping|back tablets ; mole hill ; bites ~2 nails ; burnt|burned out ; collapsed arch|arches
      """;

  private SkinPhrases() {}
}
