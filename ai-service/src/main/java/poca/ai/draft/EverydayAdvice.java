package poca.ai.draft;

import static poca.ai.draft.Advice.home;
import static poca.ai.draft.Advice.visit;
import static poca.ai.reading.Finding.*;

import java.util.List;

/// What a doctor would answer to everyday complaints: care at home and what must not be waited
/// with; general advice of the NHS's pages, no diagnosis, no prescription, no all-clear.
final class EverydayAdvice {

  /// What a doctor wants to see before long.
  static final List<Advice> TO_BE_SEEN =
      List.of(
          visit(
              "Keep it out of the sun and send me a photo in daylight with a coin beside it.",
              "it grows, bleeds or changes colour",
              MOLE,
              MOLE_CHANGED),
          visit(
              "Keep it clean and covered, and draw a line around the redness with a pen.",
              "the redness passes the line, or there is fever, shivering or strong pain",
              SKIN_INFECTED,
              FOOT_ULCER,
              TICK_BITE),
          visit(
              "Keep the blisters covered and stay away from pregnant women and people with weak immunity.",
              "it comes near the eye, or you feel very ill",
              SHINGLES),
          visit(
              "No contact lenses, do not rub, and rinse with clean water if something got in.",
              "sight gets worse, light hurts or the pain grows",
              EYE_PAIN,
              EYE_FOREIGN_BODY,
              CONTACT_LENSES,
              NEW_FLOATERS),
          visit(
              "Keep water out of the ear and put nothing into it.",
              "there is swelling behind the ear, fever, dizziness or lost hearing",
              EAR_DISCHARGE,
              SUDDEN_HEARING_LOSS,
              SWELLING_BEHIND_EAR),
          visit(
              "Small bites, well chewed, sitting upright.",
              "nothing goes down, you cannot swallow your saliva, or you lose weight",
              TROUBLE_SWALLOWING,
              FOOD_STUCK),
          visit(
              "No heavy lifting or straining.",
              "it gets hard or cannot be pushed back, or there is strong pain or vomiting",
              HERNIA),
          visit(
              "No sex until you have been tested, and partners need a test too.",
              "there is fever, pain in the belly or testicles, or you cannot pass urine",
              PENIS_DISCHARGE,
              GENITAL_SORE,
              SEX_INFECTION),
          visit(
              "Emergency contraception works better the sooner it is taken: ask a pharmacy today.",
              "you vomit soon after the tablet, or the next period is late",
              EMERGENCY_CONTRACEPTION),
          visit(
              "Note the days and how much it is.",
              "the bleeding is heavy, or you feel faint",
              BLEEDING_AFTER_MENOPAUSE,
              BLEEDING_BETWEEN_PERIODS),
          visit(
              "Note which side it is and since when.",
              "a lump, redness or fever comes with it",
              NIPPLE_CHANGE),
          visit(
              "Rest it, keep it raised and cool it.",
              "there is fever, it goes numb, or the swelling grows",
              HOT_JOINT,
              CANNOT_BEAR_WEIGHT,
              LIMPING,
              GOUT),
          visit(
              "Drink water as you need it; I would like a sugar test.",
              "there is vomiting, belly pain, drowsiness or fast breathing",
              THIRST,
              BLOOD_SUGAR_READING),
          visit(
              "No ibuprofen or aspirin until I have seen the bruises.",
              "there is fever, bleeding of nose or gums, or new spots",
              EASY_BRUISING),
          visit(
              "I would like to talk about eating with you in person.",
              "you faint, cannot drink, or think of harming yourself: then call at once",
              DISORDERED_EATING),
          visit(
              "Do not stop drinking alcohol all at once without help.",
              "there is shaking, confusion, a seizure or seeing things",
              ALCOHOL_STOPPED,
              ALCOHOL_USE),
          visit(
              "I want to weigh and measure the child.",
              "feeds are refused, there are fewer wet diapers, or the child is drowsy",
              SLOW_GROWTH,
              DEVELOPMENT,
              FLAT_HEAD));

  static final List<Advice> AT_HOME =
      List.of(
          home(
              "Soft food, nothing hot or sweet on that side, brush gently, and see a dentist.",
              "the face swells, swallowing or opening the mouth gets hard, or there is fever",
              TOOTHACHE,
              TOOTH_PROBLEM,
              DENTAL_ABSCESS,
              TOOTH_KNOCKED_OUT,
              BLEEDING_GUMS,
              CLICKING_JAW),
          home(
              "Wash twice a day with a mild cleanser, do not squeeze; a change takes weeks.",
              "it scars, hurts deeply, or weighs on your mood",
              ACNE,
              FLUSHING),
          home(
              "A plain moisturiser several times a day, short lukewarm showers, no perfume.",
              "it weeps, crusts, gets hot or spreads",
              DRY_SKIN,
              SKIN_MARK,
              SKIN_COLOUR,
              SCAR),
          home(
              "Keep it dry, change socks or clothes daily, share no towels.",
              "it spreads, weeps or gets hot, or you have diabetes",
              FUNGAL_SKIN,
              NAIL),
          home(
              "Leave it alone, do not pick, and keep it covered when swimming.",
              "it bleeds, grows fast or changes colour",
              WART,
              BOIL),
          home(
              "Wash hands after touching it, no kissing of babies, nothing shared at the mouth.",
              "it comes near the eye, spreads, or lasts beyond 10 days",
              COLD_SORE,
              CHAPPED_LIPS),
          home(
              "Cool the skin with water, stay in the shade and drink enough.",
              "there is vomiting, dizziness, confusion, fever or large blisters",
              SUNBURN,
              HEAT_EXHAUSTION),
          home(
              "Be gentle with hair and scalp, and send me a photo in daylight.",
              "bald patches, scars, pus or fever come with it",
              SCALP,
              HAIR_LOSS,
              UNWANTED_HAIR),
          home(
              "Comb wet hair with a fine comb every few days for two weeks, and look at everybody at home.",
              "the scalp is sore, weeps, or glands swell",
              HEAD_LICE),
          home(
              "Wide shoes, soak and dry the foot well, cut nails straight.",
              "there is pus, redness that spreads, or you have diabetes or numb feet",
              INGROWN_NAIL,
              HARD_FOOT_SKIN),
          home(
              "Light clothes, wash daily, and note when it happens.",
              "it drenches you at night, or there is fever or weight loss",
              SWEATING,
              BODY_ODOUR),
          home(
              "Wash it with soap, cool it, and try not to scratch.",
              "redness spreads, fever comes, or face or breathing are affected",
              INSECT_STING),
          home(
              "Clean the lids with boiled, cooled water and a warm compress, share no towels.",
              "there is pain, light hurts, sight changes, or the lid swells shut",
              EYE_PROBLEM,
              STYE,
              SWOLLEN_EYELID,
              DRY_EYES,
              EYE_TWITCH,
              FLOATERS),
          home(
              "An optician should test the eyes.",
              "sight changes suddenly, or there are flashes or a shadow",
              WEAK_EYESIGHT),
          home(
              "A few drops of oil for some days and no cotton buds.",
              "there is pain, discharge, fever or dizziness",
              BLOCKED_EAR,
              ITCHY_EAR,
              HEARING_LOSS,
              TINNITUS),
          home(
              "Keep windows shut when pollen is high, rinse nose and face after being outside.",
              "you wheeze, or lips or face swell",
              HAY_FEVER,
              ALLERGIC,
              SORE_NOSE,
              SMELL_TASTE),
          home(
              "Soft, cool food and a soft brush, nothing sour or spicy.",
              "it lasts beyond 3 weeks, or there is fever or a lump",
              MOUTH_ULCER,
              SORE_TONGUE,
              BAD_BREATH),
          home(
              "Spare the voice, drink enough, no smoke.",
              "it lasts beyond 3 weeks, or swallowing or breathing get hard",
              HOARSE,
              THROAT_PHLEGM,
              THROAT_LUMP_FEELING,
              SWOLLEN_GLANDS),
          home(
              "Sleep on your side, no alcohol late, and ask somebody whether breathing stops.",
              "breathing stops in sleep, or you fall asleep by day",
              SNORING),
          home(
              "Eat slowly, keep a diary of food and complaints.",
              "there is blood, weight loss, strong pain or vomiting",
              WIND,
              IRRITABLE_BOWEL,
              FOOD_INTOLERANCE,
              CHANGED_STOOL,
              HICCUPS),
          home(
              "More fibre and water, no straining, and warm sitting baths.",
              "there is blood, black stool, fever or growing pain",
              PILES,
              PAINFUL_BOTTOM,
              ITCHY_BOTTOM),
          home(
              "Cut nails short, wash hands and bedding, and look at everybody at home.",
              "there is belly pain, weight loss, or it comes back",
              WORMS),
          home(
              "Sit in front, look at the horizon, eat light before the journey.",
              "it goes on after the journey",
              TRAVEL_SICKNESS),
          home(
              "Small sips of water, plain food and rest, no alcohol.",
              "vomiting goes on, there is blood, confusion or a head injury",
              HANGOVER),
          home(
              "Note how often and how much, and do pelvic floor exercises daily.",
              "there is blood, fever, no urine, or numbness in the groin",
              LEAKING_URINE,
              NIGHT_URINE,
              WEAK_STREAM,
              SMELLY_URINE,
              PROLAPSE),
          home(
              "Drink most by day, go before bed, and never scold.",
              "it comes back after dry months, with thirst, pain or weight loss",
              BEDWETTING),
          home(
              "Cotton underwear, no soap or perfume there.",
              "there is pain in the belly, fever, bleeding or a smell",
              THRUSH,
              VAGINAL_DISCHARGE,
              GENITAL_ITCH,
              VAGINAL_DRYNESS,
              FORESKIN),
          home(
              "Cool rooms, layers, regular movement, and a diary of the complaints.",
              "there is any bleeding, or your mood sinks",
              MENOPAUSE,
              HOT_FLUSHES),
          home(
              "Bring your blood pressure and the list of your medicines; until then use condoms.",
              "there is a swollen leg, chest pain, or a headache with changed vision",
              CONTRACEPTION),
          home(
              "Folic acid is advised while trying; note the cycle.",
              "periods stop, or there is strong pain",
              TRYING_TO_CONCEIVE),
          home(
              "Something cool and clean to chew, and wipe the chin dry.",
              "there is fever, diarrhoea, or feeds are refused",
              TEETHING,
              DROOLING),
          home(
              "Offer small tastes without pressure and keep the usual milk.",
              "weight falls, feeds are refused, or there is vomiting",
              WEANING,
              FUSSY_EATING),
          home(
              "The same bedtime each evening, a calm dark room, and few words at night.",
              "there is shaking, fever or trouble breathing",
              NIGHT_TERRORS,
              JET_LAG),
          home(
              "Stay calm, name what is allowed, praise what goes well, and note when it happens.",
              "it harms the child or others, or skills are lost",
              BEHAVIOUR,
              CONCENTRATION),
          home(
              "Stretch before bed, keep warm and move by day.",
              "one leg swells, gets hot or weak, or it limps",
              CRAMP,
              RESTLESS_LEGS,
              TWITCHING,
              GROWING_PAINS,
              STIFFNESS,
              CLICKING_JOINT),
          home(
              "Raise the legs, move often and avoid long standing.",
              "one leg swells or hurts more, or you get breathless",
              VARICOSE_VEINS,
              ANKLE_SWELLING),
          home(
              "Small breaks, sleep, movement, and talk to somebody close.",
              "you think of harming yourself: then call at once",
              STRESS,
              IRRITABILITY,
              GRIEF,
              FORGETFULNESS),
          home(
              "Regular sleep and meals, some movement by day, less coffee and alcohol.",
              "there is fever, weight loss, breathlessness or bleeding",
              FATIGUE,
              FEELING_COLD,
              THYROID),
          home(
              "Set a day to stop, tell your people, and ask about nicotine replacement.",
              "there is chest pain, breathlessness or blood",
              SMOKING),
          home(
              "Regular meals, less sugar and alcohol, a walk every day, and weigh once a week.",
              "the weight changes fast without a reason",
              WEIGHT_GAIN,
              WISH_TO_LOSE_WEIGHT),
          home(
              "Cool the arm, move it and drink enough.",
              "fever lasts beyond 2 days, or face swells or breathing is hard",
              VACCINATION),
          home(
              "Do not stop or change the medicine before we have spoken.",
              "there is a rash, swelling of the face, yellow skin or trouble breathing",
              SIDE_EFFECT,
              MEDICINE_QUESTION),
          home(
              "Send me the result with its normal range.",
              "you feel worse before I have answered",
              TEST_RESULT),
          home(
              "Measure sitting, after 5 minutes of rest, mornings and evenings for a week.",
              "there is chest pain, a strong headache or changed vision",
              BLOOD_PRESSURE_READING),
          home(
              "Tell me where you go and when, and which vaccines you have had.",
              "there is fever after the journey",
              TRAVEL_ADVICE));

  private EverydayAdvice() {}
}
