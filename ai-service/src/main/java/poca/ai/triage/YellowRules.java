package poca.ai.triage;

import static poca.ai.reading.Finding.*;
import static poca.ai.triage.Rule.yellow;
import static poca.ai.triage.Sign.*;

import java.util.List;

/// Findings that may worsen: the patient is checked on again and booked if no better.
///
/// For clinicians: `docs/clinical-rules.md`, which says how each source was checked.
final class YellowRules {

  private static final String FEVER_CHILD =
      "NICE NG143 (2019, updated 2021), fever in under 5s, traffic light table: amber";
  private static final String SEPSIS =
      "NICE NG51 (2016) and NG253 (2025), suspected sepsis: moderate risk, people at higher risk";
  private static final String IMCI = "WHO IMCI chart booklet (2014)";
  private static final String MTS = "Manchester Triage System";
  private static final String CKS = "NICE Clinical Knowledge Summaries";

  static final List<Rule> ALL =
      List.of(
          yellow(
              "chest-pain.other",
              "chest pain",
              "NICE CG95, recent-onset chest pain",
              any(CHEST_PAIN, CHEST_PRESSURE)),
          yellow(
              "breathing.mild",
              "trouble breathing, wheezing, fast or noisy breathing",
              SEPSIS + "; " + FEVER_CHILD,
              any(BREATHLESS, MILD_BREATHLESS, WHEEZE, FAST_BREATHING, STRIDOR)),
          yellow(
              "fever.3-to-6-months",
              "fever in an infant of 3 to 6 months",
              FEVER_CHILD + " from 39 °C; ours is any fever",
              youngerThanDays(183),
              fever()),
          yellow(
              "fever.baby-age-unknown",
              "fever in a baby whose age is not known",
              FEVER_CHILD,
              babyOfUnknownAge(),
              fever()),
          yellow(
              "fever.high",
              "temperature of 39 °C or more",
              FEVER_CHILD + "; " + MTS,
              temperatureFrom(39.0)),
          yellow(
              "fever.long",
              "fever for more than 3 days",
              FEVER_CHILD + " from 5 days; ours is 3",
              longerThanHours(72, FEVER)),
          yellow(
              "cough.long",
              "cough for more than 3 weeks",
              "NHS, Cough: see a GP after more than 3 weeks",
              longerThanHours(503, COUGH, WET_COUGH, DRY_COUGH)),
          yellow(
              "cough.phlegm-fever",
              "cough with phlegm and fever",
              "NICE NG250 and CKS, pneumonia",
              any(WET_COUGH),
              fever()),
          yellow(
              "cough.blood",
              "coughing up blood",
              "NICE NG12, suspected cancer",
              any(COUGHING_BLOOD)),
          yellow(
              "abdomen.over-a-day",
              "abdominal pain for more than 24 hours",
              MTS + ", abdominal pain",
              longerThanHours(24, ABDOMINAL_PAIN, LOWER_RIGHT_PAIN)),
          yellow(
              "abdomen.lower-right",
              "pain in the lower right abdomen",
              CKS + ", appendicitis",
              any(LOWER_RIGHT_PAIN),
              any(ABDOMINAL_PAIN, PAIN)),
          yellow(
              "abdomen.fever",
              "abdominal pain with fever",
              CKS + ", appendicitis",
              any(ABDOMINAL_PAIN),
              fever()),
          yellow("pain.severe", "severe pain, 7 of 10 or more", MTS + ", pain scale", painFrom(7)),
          yellow(
              "vomiting.persistent",
              "repeated vomiting",
              "NICE CG84, gastroenteritis in under 5s; " + IMCI,
              any(PERSISTENT_VOMITING)),
          yellow(
              "vomiting.long",
              "vomiting for more than 2 days",
              "NICE CG84 (2009), 1.1.1.3: usually 1 to 2 days",
              longerThanHours(47, VOMITING)),
          yellow(
              "vomiting.green",
              "green vomit",
              "Surgical teaching on bowel obstruction",
              any(GREEN_VOMIT, PROJECTILE_VOMIT)),
          yellow(
              "diarrhoea.long",
              "diarrhoea for more than a week",
              "NICE CG84 (2009), 1.1.1.3: usually 5 to 7 days",
              longerThanHours(168, DIARRHOEA)),
          yellow(
              "diarrhoea.infant",
              "diarrhoea in an infant",
              "NICE CG84 (2009): infants younger than 1 year are at higher risk of dehydration",
              either(youngerThanYears(1), babyOfUnknownAge()),
              any(DIARRHOEA)),
          yellow("blood.somewhere", "blood", MTS + ": bleeding", any(BLOOD)),
          yellow(
              "diarrhoea.blood",
              "blood in the stool",
              CKS + ", diarrhoea; NICE NG12",
              any(BLOODY_STOOL)),
          yellow(
              "dehydration.some",
              "signs of dehydration",
              "NICE CG84; " + IMCI,
              any(
                  LITTLE_URINE,
                  NO_URINE,
                  DRY_MOUTH,
                  SUNKEN_EYES,
                  SUNKEN_FONTANELLE,
                  NO_TEARS,
                  POOR_DRINKING)),
          yellow(
              "pregnancy.symptoms",
              "a symptom in pregnancy",
              "WHO pregnancy danger signs; NICE NG126",
              known(PREGNANT),
              any(
                  ABDOMINAL_PAIN,
                  FEVER,
                  VOMITING,
                  HEADACHE,
                  BLEEDING,
                  VAGINAL_BLEEDING,
                  SWELLING,
                  VISION_CHANGE,
                  BURNING_URINE,
                  CONTRACTIONS,
                  DIZZY,
                  FAINTED,
                  DIARRHOEA,
                  RASH,
                  ITCH)),
          yellow(
              "postpartum.symptoms",
              "fever, bleeding or leg swelling after birth",
              SEPSIS + "; NICE NG194, postnatal care",
              known(POSTPARTUM),
              any(FEVER, BLEEDING, VAGINAL_BLEEDING, LEG_SWELLING, HEADACHE, LOW_MOOD)),
          yellow(
              "breast.fever",
              "breast pain with fever",
              CKS + ", mastitis and breast abscess",
              any(BREAST_PAIN),
              fever()),
          yellow(
              "risk.infection",
              "signs of infection with diabetes or weakened immunity",
              SEPSIS,
              known(DIABETES, WEAK_IMMUNITY, CANCER_TREATMENT),
              any(
                  FEVER,
                  COUGH,
                  WET_COUGH,
                  BURNING_URINE,
                  DIARRHOEA,
                  VOMITING,
                  SORE_THROAT,
                  RASH,
                  INJURY)),
          yellow(
              "jaundice",
              "yellow skin or eyes",
              "NICE CG98, jaundice in newborn babies; NICE NG12",
              any(JAUNDICE)),
          yellow(
              "jaundice.pale-stool",
              "pale stools or dark urine",
              "NICE CG98: pale chalky stools or dark urine",
              any(PALE_STOOL)),
          yellow(
              "infant.feeding",
              "an infant that feeds poorly",
              FEVER_CHILD + "; " + IMCI,
              either(youngerThanYears(1), babyOfUnknownAge()),
              any(NOT_FEEDING, POOR_FEEDING, POOR_DRINKING)),
          yellow(
              "infant.crying",
              "crying that cannot be calmed, or an unusual cry",
              FEVER_CHILD,
              either(youngerThanYears(2), babyOfUnknownAge()),
              any(INCONSOLABLE, ABNORMAL_CRY)),
          yellow(
              "infant.cord",
              "redness, pus or bleeding at the navel",
              IMCI + ": local bacterial infection",
              any(CORD_INFECTED, CORD_BLEEDING)),
          yellow(
              "child.drowsy",
              "a child that is drowsy or less active",
              FEVER_CHILD,
              either(youngerThanYears(16), babyOfUnknownAge()),
              any(DROWSY, LESS_ACTIVE)),
          yellow(
              "nerves.other",
              "confusion, changed vision, loss of balance or drowsiness",
              MTS + "; NICE NG127",
              any(CONFUSION, VISION_CHANGE, LOST_BALANCE, DROWSY)),
          yellow("seizure.known-epilepsy", "a seizure", "NICE NG217, epilepsies", any(SEIZURE)),
          yellow(
              "nerves.child",
              "weak face, arm or speech in a child",
              MTS,
              any(FACE_DROOP, ONE_SIDED_WEAKNESS, SPEECH_TROUBLE)),
          yellow(
              "fainting", "fainting", "NICE CG109, transient loss of consciousness", any(FAINTED)),
          yellow("heart.palpitations", "palpitations", MTS + ", palpitations", any(PALPITATIONS)),
          yellow(
              "leg.swollen",
              "a swollen or painful calf",
              "NICE NG158, venous thromboembolic diseases",
              any(LEG_SWELLING)),
          yellow(
              "headache.sudden",
              "sudden headache",
              "NICE CG150, headaches",
              any(HEADACHE),
              any(SUDDEN)),
          yellow(
              "neck.stiff",
              "stiff neck with headache or fever",
              "NICE NG240, bacterial meningitis",
              any(STIFF_NECK),
              any(HEADACHE, FEVER, VOMITING)),
          yellow(
              "skin.non-blanching",
              "a rash that does not fade under pressure",
              MTS + ", rashes: purpura",
              any(NON_BLANCHING)),
          yellow(
              "allergy.swelling",
              "swelling of face, lips or tongue",
              "NICE CG134, anaphylaxis",
              any(FACE_SWELLING)),
          yellow(
              "urine.kidney",
              "urinary symptoms with fever or flank pain",
              CKS + ", pyelonephritis",
              any(BURNING_URINE, FREQUENT_URINE, BLOOD_URINE, FLANK_PAIN),
              any(FEVER, FLANK_PAIN, CHILLS)),
          yellow(
              "urine.blood", "blood in the urine", "NICE NG12, suspected cancer", any(BLOOD_URINE)),
          yellow(
              "urine.retention",
              "unable to pass urine",
              MTS + ", urinary problems: retention",
              any(CANNOT_PASS_URINE)),
          yellow(
              "testicle.pain-long", "testicle pain", MTS + ", testicular pain", any(TESTICLE_PAIN)),
          yellow(
              "back.cauda-equina-alone",
              "numbness in the groin or lost control of bladder or bowel",
              CKS + ", sciatica",
              any(CAUDA_EQUINA)),
          yellow("injury.head", "head injury", "NICE NG232, head injury", any(HEAD_INJURY)),
          yellow(
              "injury.other",
              "broken bone, burn or bite",
              MTS + ", limb problems, burns, bites",
              any(FRACTURE, BURN, BITE)),
          yellow(
              "bleeding.blood-thinner",
              "bleeding or injury with blood thinners",
              MTS + ": bleeding disorder",
              known(BLOOD_THINNER),
              any(BLEEDING, NOSEBLEED, INJURY)),
          yellow(
              "bleeding.stool-newborn",
              "black stool",
              "NICE CG141, acute upper gastrointestinal bleeding",
              any(BLACK_STOOL),
              not(youngerThanDays(7))),
          yellow(
              "mind.low-mood",
              "feeling low or hopeless",
              "NICE NG222, depression in adults",
              any(LOW_MOOD)),
          yellow(
              "weight-loss",
              "unintended weight loss or night sweats",
              "NICE NG12, suspected cancer; WHO: symptoms of tuberculosis",
              any(WEIGHT_LOSS, NIGHT_SWEATS)),
          yellow("lump", "a lump", "NICE NG12, suspected cancer", any(LUMP)));

  private YellowRules() {}
}
