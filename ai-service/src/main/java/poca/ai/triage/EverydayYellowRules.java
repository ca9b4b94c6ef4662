package poca.ai.triage;

import static poca.ai.reading.Finding.*;
import static poca.ai.triage.Rule.yellow;
import static poca.ai.triage.Sign.*;

import java.util.List;

/// Everyday complaints that may worsen or that a doctor wants to see before long.
///
/// For clinicians: `docs/clinical-rules.md`, which says how each source was checked.
final class EverydayYellowRules {

  private static final String CKS = "NICE Clinical Knowledge Summaries";
  private static final String CANCER = "NICE NG12, suspected cancer";

  /// Three weeks and six weeks, less an hour: "for 3 weeks" counts.
  private static final double THREE_WEEKS = 503;

  private static final double SIX_WEEKS = 1007;

  static final List<Rule> ALL =
      List.of(
          // Skin
          yellow(
              "skin.mole-changed",
              "a mole or spot that changes, grows, bleeds or does not heal",
              CANCER + ": weighted 7-point checklist",
              any(MOLE_CHANGED)),
          yellow(
              "skin.infected",
              "infected skin",
              "NICE NG141, cellulitis; NICE NG153, impetigo",
              any(SKIN_INFECTED)),
          yellow(
              "skin.shingles",
              "shingles",
              CKS + ", shingles: antivirals within 72 hours",
              any(SHINGLES)),
          yellow(
              "skin.bruising",
              "bruising without a cause",
              CANCER + ": blood count within 48 hours",
              any(EASY_BRUISING)),
          yellow(
              "skin.tick-rash",
              "a rash after a tick bite",
              "NICE NG95, Lyme disease",
              any(TICK_BITE),
              any(RASH, SKIN_MARK, FEVER, HEADACHE)),
          yellow(
              "skin.heat",
              "too much sun or heat with headache, dizziness, vomiting or fever",
              "NHS, Heat exhaustion and heatstroke",
              any(HEAT_EXHAUSTION, SUNBURN),
              any(HEADACHE, DIZZY, NAUSEA, VOMITING, FEVER, CHILLS, CRAMP)),
          yellow(
              "foot.diabetic",
              "a foot ulcer, wound or infection with diabetes",
              "NICE NG19 (2015), diabetic foot problems",
              known(DIABETES),
              any(FOOT_ULCER, INGROWN_NAIL, SKIN_INFECTED)),
          // Eyes and ears
          yellow(
              "eye.pain", "eye pain", CKS + ", red eye: refer when there is pain", any(EYE_PAIN)),
          yellow(
              "eye.lens",
              "red or painful eye with contact lenses",
              CKS + ", red eye: contact lens wearers",
              any(CONTACT_LENSES),
              any(EYE_PROBLEM, EYE_PAIN, VISION_CHANGE)),
          yellow(
              "eye.foreign-body",
              "something in the eye",
              "NHS, Eye injuries; " + CKS + ", corneal superficial injury",
              any(EYE_FOREIGN_BODY)),
          yellow(
              "eye.floaters",
              "floaters that came suddenly or with flashes",
              "NHS, Floaters and flashes in the eyes; " + CKS + ", retinal detachment",
              any(FLOATERS),
              any(SUDDEN, VISION_CHANGE, WORSE)),
          yellow(
              "eye.newborn",
              "a red or sticky eye in the first 4 weeks of life",
              CKS + ", conjunctivitis: ophthalmia neonatorum",
              youngerThanDays(29),
              any(EYE_PROBLEM)),
          yellow(
              "ear.discharge",
              "discharge from the ear",
              "NICE NG91, acute otitis media; " + CKS + ", otitis externa",
              any(EAR_DISCHARGE)),
          yellow(
              "ear.swelling",
              "swelling behind the ear",
              "NICE NG91, acute otitis media: mastoiditis",
              any(SWELLING_BEHIND_EAR)),
          yellow(
              "ear.hearing-sudden",
              "sudden hearing loss",
              "NICE NG98, hearing loss in adults: sudden onset",
              any(SUDDEN_HEARING_LOSS)),
          // Mouth and throat
          yellow(
              "dental.abscess",
              "a swollen cheek or gum, or toothache with fever or swelling",
              "NHS, Dental abscess; " + CKS + ", dental abscess",
              either(
                  any(DENTAL_ABSCESS),
                  both(any(TOOTHACHE, TOOTH_PROBLEM), any(FEVER, SWELLING, FACE_SWELLING)))),
          yellow(
              "dental.knocked-out",
              "a tooth knocked out",
              "NHS, Knocked-out tooth: emergency dental appointment",
              any(TOOTH_KNOCKED_OUT)),
          yellow(
              "mouth.ulcer-long",
              "a mouth ulcer for 3 weeks or more",
              CANCER + ": oral cancer",
              longerThanHours(THREE_WEEKS, MOUTH_ULCER, SORE_TONGUE)),
          yellow(
              "throat.hoarse-long",
              "hoarseness for 3 weeks or more",
              CANCER + ": laryngeal cancer; NHS, Laryngitis",
              longerThanHours(THREE_WEEKS, HOARSE)),
          yellow(
              "throat.swallowing",
              "trouble swallowing or food stuck",
              CANCER + ": dysphagia",
              any(TROUBLE_SWALLOWING, FOOD_STUCK)),
          yellow(
              "glands.long",
              "swollen glands for 6 weeks or with night sweats or weight loss",
              CANCER + ": lymphoma; NHS, Swollen glands",
              any(SWOLLEN_GLANDS),
              either(longerThanHours(SIX_WEEKS, SWOLLEN_GLANDS), any(NIGHT_SWEATS, WEIGHT_LOSS))),
          // Digestion
          yellow(
              "bowel.change-long",
              "a change of the bowels for 6 weeks or more in an adult",
              CANCER + ": colorectal cancer",
              fromYears(16),
              longerThanHours(SIX_WEEKS, CHANGED_STOOL, CONSTIPATION, IRRITABLE_BOWEL)),
          yellow(
              "bowel.bleeding",
              "bleeding with a problem at the bottom",
              "NHS, Rectal bleeding; " + CANCER,
              any(PILES, PAINFUL_BOTTOM, ITCHY_BOTTOM, CHANGED_STOOL, IRRITABLE_BOWEL),
              any(BLEEDING, BLOOD, BLOODY_STOOL)),
          yellow(
              "bowel.obstruction",
              "constipation with vomiting",
              CKS + ", constipation: suspected obstruction",
              any(CONSTIPATION),
              any(VOMITING, PERSISTENT_VOMITING)),
          yellow(
              "hernia.pain",
              "a hernia that hurts",
              "NHS, Hernia",
              any(HERNIA),
              any(PAIN, ABDOMINAL_PAIN, LIMB_PAIN, CONSTIPATION, NAUSEA)),
          // Urine and genitals
          yellow(
              "urine.infection",
              "pain on passing urine",
              "NICE NG109, lower urinary tract infection",
              any(BURNING_URINE)),
          yellow(
              "genital.infection",
              "discharge from the penis or a genital sore",
              "NHS, Sexually transmitted infections; NICE NG221",
              any(PENIS_DISCHARGE, GENITAL_SORE)),
          yellow(
              "pelvis.infection",
              "vaginal discharge with pelvic pain, abdominal pain or fever",
              CKS + ", pelvic inflammatory disease",
              any(VAGINAL_DISCHARGE, SEX_INFECTION),
              any(PELVIC_PAIN, ABDOMINAL_PAIN, FEVER, PAINFUL_SEX)),
          yellow(
              "menopause.bleeding",
              "bleeding after the menopause",
              CANCER + ": endometrial cancer",
              either(
                  any(BLEEDING_AFTER_MENOPAUSE),
                  both(any(MENOPAUSE), any(VAGINAL_BLEEDING, BLEEDING)),
                  both(any(VAGINAL_BLEEDING), fromYears(55)))),
          yellow(
              "period.between",
              "bleeding between periods or after sex",
              CKS + ", intermenstrual and postcoital bleeding",
              any(BLEEDING_BETWEEN_PERIODS)),
          yellow(
              "contraception.emergency",
              "emergency contraception may be needed",
              "FSRH, Emergency contraception (2017): within 5 days; NHS, Emergency contraception",
              any(EMERGENCY_CONTRACEPTION)),
          yellow(
              "breast.change",
              "discharge from the nipple or a drawn-in nipple or skin of the breast",
              CANCER + ": breast cancer",
              any(NIPPLE_CHANGE)),
          // Limbs
          yellow(
              "injury.weight",
              "an injured leg that cannot bear weight",
              "Ottawa ankle and knee rules; NICE NG38, fractures",
              any(CANNOT_BEAR_WEIGHT),
              any(INJURY, LIMB_PAIN, SWELLING, ANKLE_SWELLING, LEG_SWELLING, HOT_JOINT)),
          yellow(
              "joint.hot",
              "a hot swollen joint",
              CKS + ", gout; " + CKS + ", rheumatoid arthritis",
              any(HOT_JOINT)),
          yellow(
              "child.limp",
              "a child that limps",
              CKS + ", acute childhood limp",
              youngerThanYears(16),
              any(LIMPING, CANNOT_BEAR_WEIGHT)),
          yellow(
              "infant.growth",
              "an infant that does not gain weight",
              "NICE NG75, faltering growth",
              either(youngerThanYears(2), babyOfUnknownAge()),
              any(SLOW_GROWTH, WEIGHT_LOSS)),
          // General
          yellow(
              "diabetes.new",
              "thirst with much urine, weight loss, tiredness or blurred vision",
              "NICE NG28 and NG17: symptoms of diabetes; NHS, Thirst",
              any(THIRST),
              any(FREQUENT_URINE, NIGHT_URINE, WEIGHT_LOSS, FATIGUE, VISION_CHANGE, THRUSH)),
          yellow(
              "mind.eating",
              "disordered eating",
              "NICE NG69, eating disorders",
              any(DISORDERED_EATING)),
          yellow(
              "alcohol.withdrawal",
              "shaking, sweating or palpitations after alcohol was stopped",
              "NICE CG100 (2010), alcohol-use disorders: acute withdrawal",
              any(ALCOHOL_STOPPED),
              any(TREMOR, SWEATING, PALPITATIONS, VOMITING, ANXIETY, INSOMNIA)),
          yellow(
              "medicine.reaction",
              "a rash, swelling, yellow skin or fever since a medicine",
              "NICE CG183, drug allergy",
              any(SIDE_EFFECT),
              any(RASH, HIVES, ITCH, FACE_SWELLING, JAUNDICE, FEVER, FAINTED)));

  private EverydayYellowRules() {}
}
