package poca.ai.triage;

import static poca.ai.reading.Finding.*;
import static poca.ai.triage.Rule.red;
import static poca.ai.triage.Sign.*;

import java.util.List;

/// Findings that cannot wait: the patient is told to seek emergency care and the doctor hears of it
/// at once.
///
/// For clinicians: `docs/clinical-rules.md`, which says how each source was checked.
final class RedRules {

  private static final String CHEST =
      "NHS, Chest pain: when to call 999; NICE CG95 (2010), recent-onset chest pain";
  private static final String STROKE =
      "BE-FAST: sudden loss of balance, sudden change of vision, face, arm, speech; NICE NG128"
          + " (2019)";
  private static final String SEPSIS =
      "NICE NG51 (2016) and NG253 (2025), suspected sepsis: high-risk criteria";
  private static final String MENINGITIS =
      "NICE NG240 (2024), 1.1: red flag combinations of meningitis and meningococcal disease";
  private static final String IMCI = "WHO IMCI chart booklet (2014), diarrhoea: severe dehydration";
  private static final String ESI =
      "Emergency Severity Index: needs immediate action or is a high-risk situation";
  private static final String HEAD =
      "NICE NG232 (2023, before it CG176), head injury: referral to hospital";

  /// Any age unless a sign says otherwise; 16 years and unknown ages count as adult.
  static final List<Rule> ALL =
      List.of(
          red(
              "breathing.severe",
              "severe trouble breathing",
              ESI + "; NICE NG51: signs of severe respiratory distress",
              any(BREATHLESS_SEVERE, NOT_BREATHING, CHOKING)),
          red(
              "breathing.blue",
              "blue or grey colour of lips or face",
              ESI + "; WHO ETAT: central cyanosis",
              any(BLUE_LIPS)),
          red(
              "consciousness.lost",
              "loss of consciousness or no response",
              ESI + ": unresponsive",
              any(UNCONSCIOUS, UNRESPONSIVE)),
          red(
              "consciousness.confused-suddenly",
              "sudden confusion",
              "NHS, Sudden confusion: call 999",
              any(CONFUSION),
              any(SUDDEN)),
          red(
              "chest-pain.cardiac-features",
              "chest pain with radiation, sweating, breathlessness, nausea or fainting",
              CHEST,
              fromYears(16),
              any(CHEST_PAIN, CHEST_PRESSURE),
              any(RADIATING, SWEATING, BREATHLESS, MILD_BREATHLESS, NAUSEA, VOMITING, FAINTED)),
          red(
              "chest-pain.pressure",
              "pressing, tight or crushing chest pain in an adult",
              CHEST,
              fromYears(16),
              any(CHEST_PRESSURE)),
          red(
              "chest-pain.severe",
              "severe chest pain in an adult",
              CHEST,
              fromYears(16),
              any(CHEST_PAIN),
              painFrom(7)),
          red(
              "chest-pain.heart-disease",
              "chest pain with known heart disease",
              CHEST,
              any(CHEST_PAIN),
              known(HEART_DISEASE)),
          red(
              "chest-pain.feared-attack",
              "the patient fears a heart attack or stroke happening now",
              ESI,
              any(HEART_ATTACK_NOW)),
          red(
              "clot.lung",
              "chest symptoms with a swollen or painful calf",
              "NICE NG158, venous thromboembolic diseases",
              any(CHEST_PAIN, BREATHLESS, COUGHING_BLOOD),
              any(LEG_SWELLING)),
          red(
              "coughing-blood.breathless",
              "coughing up blood with chest pain or breathlessness",
              "NICE NG158; " + ESI,
              any(COUGHING_BLOOD),
              any(CHEST_PAIN, BREATHLESS)),
          red(
              "stroke.face-arm-speech",
              "drooping face, weakness of one side or slurred speech",
              STROKE,
              fromYears(16),
              any(FACE_DROOP, ONE_SIDED_WEAKNESS, SPEECH_TROUBLE)),
          red("stroke.eyes", "loss or sudden change of vision", STROKE, any(VISION_LOSS)),
          red(
              "stroke.balance",
              "sudden loss of balance",
              STROKE,
              fromYears(16),
              any(LOST_BALANCE),
              any(SUDDEN)),
          red(
              "seizure.first",
              "a seizure without known epilepsy",
              ESI + "; WHO IMCI danger sign in children",
              any(SEIZURE),
              not(known(EPILEPSY))),
          red(
              "seizure.ongoing",
              "a seizure that goes on or comes back",
              ESI + "; NICE NG217: status epilepticus",
              any(SEIZURE),
              any(ONGOING)),
          red(
              "headache.thunderclap",
              "sudden or worst headache ever",
              "NICE CG150, headaches: thunderclap headache",
              any(WORST_HEADACHE)),
          red(
              "headache.sudden-severe",
              "sudden and severe headache",
              "NICE CG150, headaches: thunderclap headache",
              any(HEADACHE),
              any(SUDDEN),
              painFrom(7)),
          red(
              "meningitis.stiff-neck",
              "fever with stiff neck and headache, confusion, rash, vomiting or aversion to light",
              MENINGITIS,
              fever(),
              any(STIFF_NECK),
              any(HEADACHE, CONFUSION, NON_BLANCHING, RASH, LIGHT_SENSITIVE, VOMITING, DROWSY)),
          red(
              "meningitis.rash",
              "fever with a rash that does not fade under pressure",
              MENINGITIS,
              fever(),
              any(NON_BLANCHING)),
          red("sepsis.confusion", "fever with confusion", SEPSIS, fever(), any(CONFUSION)),
          red(
              "sepsis.urine",
              "no urine for more than 18 hours",
              SEPSIS,
              longerThanHours(18, NO_URINE)),
          red(
              "sepsis.chemotherapy",
              "fever during cancer treatment",
              "NICE CG151, neutropenic sepsis",
              fever(),
              known(CANCER_TREATMENT)),
          red(
              "bleeding.heavy",
              "heavy bleeding or bleeding that does not stop",
              ESI,
              any(HEAVY_BLEEDING)),
          red(
              "bleeding.vomit",
              "blood in vomit",
              "NICE CG141, acute upper gastrointestinal bleeding",
              any(BLOOD_VOMIT)),
          red(
              "bleeding.vomiting-and-blood",
              "vomiting and blood",
              "NICE CG141, acute upper gastrointestinal bleeding",
              any(VOMITING),
              any(BLOOD)),
          // The first stools of a newborn are black.
          red(
              "bleeding.black-stool",
              "black stool",
              "NICE CG141, acute upper gastrointestinal bleeding",
              any(BLACK_STOOL),
              fromDays(7)),
          red(
              "anaphylaxis.named",
              "anaphylaxis",
              "NICE CG134; Resuscitation Council UK, anaphylaxis",
              any(ANAPHYLAXIS)),
          red(
              "anaphylaxis.airway",
              "throat closing",
              "NICE CG134; Resuscitation Council UK, anaphylaxis",
              any(THROAT_CLOSING)),
          red(
              "anaphylaxis.swelling",
              "swelling of face, hives or an insect sting with trouble breathing or fainting",
              "NICE CG134; Resuscitation Council UK, anaphylaxis",
              any(FACE_SWELLING, HIVES, INSECT_STING),
              any(BREATHLESS, MILD_BREATHLESS, WHEEZE, STRIDOR, FAINTED)),
          red(
              "mind.suicide",
              "thoughts of suicide or self-harm",
              "NICE NG225, self-harm; " + ESI,
              any(SUICIDAL)),
          red(
              "poison.overdose",
              "overdose, poison or snake bite",
              ESI + "; WHO, snakebite envenoming",
              any(OVERDOSE, POISONING, SNAKE_BITE)),
          red(
              "abdomen.rigid",
              "abdominal pain with a hard abdomen",
              "Manchester Triage System, abdominal pain; surgical teaching on peritonitis",
              any(ABDOMINAL_PAIN),
              any(RIGID_BELLY)),
          red(
              "abdomen.fainting",
              "abdominal pain with fainting",
              "Manchester Triage System, abdominal pain",
              any(ABDOMINAL_PAIN),
              any(FAINTED)),
          red(
              "testicle.pain",
              "sudden, severe or recent testicle pain",
              "Manchester Triage System, testicular pain",
              any(TESTICLE_PAIN),
              either(
                  painFrom(7),
                  any(SUDDEN, VOMITING, NAUSEA, SWELLING),
                  not(longerThanHours(24, TESTICLE_PAIN)))),
          red(
              "back.cauda-equina",
              "back pain with numbness in the groin or lost control of bladder or bowel",
              "NHS, Back pain: when to call 999; NICE NG127 (2019)",
              any(BACK_PAIN),
              any(CAUDA_EQUINA)),
          red(
              "fainting.heart",
              "fainting with palpitations or chest pain",
              "NICE CG109, transient loss of consciousness",
              any(FAINTED),
              any(PALPITATIONS, CHEST_PAIN)),
          red(
              "diabetes.ketoacidosis",
              "diabetes with vomiting or abdominal pain and drowsiness, confusion or fast"
                  + " breathing",
              "NICE NG17 and NG18: features of ketoacidosis",
              known(DIABETES),
              any(VOMITING, ABDOMINAL_PAIN),
              any(DROWSY, CONFUSION, FAST_BREATHING)),
          red(
              "head-injury.signs",
              "head injury with vomiting, drowsiness, confusion, fainting or a blood thinner",
              HEAD,
              any(HEAD_INJURY),
              either(any(VOMITING, DROWSY, CONFUSION, FAINTED, SEIZURE), known(BLOOD_THINNER))),
          red(
              "dehydration.severe",
              "vomiting or diarrhoea with signs of severe dehydration",
              IMCI + " (two signs)",
              any(VOMITING, PERSISTENT_VOMITING, DIARRHOEA),
              some(
                  2,
                  DROWSY,
                  SUNKEN_EYES,
                  SUNKEN_FONTANELLE,
                  POOR_DRINKING,
                  NOT_FEEDING,
                  NO_URINE,
                  CONFUSION,
                  FAINTED)));

  private RedRules() {}
}
