package poca.ai.interview;

import static poca.ai.interview.Asking.*;
import static poca.ai.interview.Complaint.*;
import static poca.ai.interview.Topic.*;
import static poca.ai.reading.Finding.*;

import java.util.List;
import poca.ai.reading.Ask;

/// The table of everyday complaints of limbs, growing up, sleep, mood, habits and health in
/// general.
final class EverydayComplaints {

  static final List<Complaint> ALL =
      List.of(
          baby(
              "teething",
              "the teething",
              on(TEETHING, DROOLING),
              asking(AGE, anyOf(FEVER, BREATHLESS, DIARRHOEA), FEEDING, DURATION, REMEDY),
              "Is there another cause of the fever or the crying?",
              SEE),
          baby(
              "baby's sleep",
              "the sleep",
              on(INSOMNIA),
              asking(AGE, anyOf(FEVER, BREATHLESS, INCONSOLABLE), FEEDING, DURATION),
              "Is there a physical cause of the waking?",
              SEE),
          any(
              "teething",
              "the teething",
              on(TEETHING, DROOLING),
              asking(AGE, anyOf(FEVER, BREATHLESS, TROUBLE_SWALLOWING), DURATION, REMEDY),
              "Is an examination of mouth and throat needed?",
              SEE),
          any(
              "flat head",
              "the shape of the head",
              on(FLAT_HEAD),
              asking(
                  AGE,
                  whether(DEVELOPMENT, "is there any worry about development?"),
                  FEEDING,
                  DURATION),
              "Is the head to be measured?",
              SEE),
          any(
              "growth",
              "the growth",
              on(SLOW_GROWTH),
              asking(AGE, anyOf(VOMITING, DIARRHOEA, FEVER), WET_DIAPERS, FEED_TYPE),
              "Are weight and length to be measured and plotted?",
              SEE),
          any(
              "development",
              "the development",
              on(DEVELOPMENT),
              asking(AGE, whether(HEARING_LOSS, "is there hearing loss?"), DURATION, LONG_TERM),
              "Is a developmental check needed?",
              SEE),
          any(
              "behaviour",
              "the behaviour",
              on(BEHAVIOUR),
              asking(
                  AGE,
                  DURATION,
                  anyOf(INSOMNIA, HEARING_LOSS, ANXIETY),
                  about(Ask.IMPACT, "how does {it} affect daily activities?")),
              "Is support for the family needed?",
              SEE),
          any(
              "night terrors",
              "the nights",
              on(NIGHT_TERRORS),
              asking(DURATION, anyOf(SEIZURE, ANXIETY, SNORING), TRIGGER, REMEDY),
              "Is a seizure to be excluded?",
              SEE),
          any(
              "growing pains",
              "the pain",
              on(GROWING_PAINS, LIMPING),
              asking(anyOf(LIMPING, FEVER, SWELLING), DURATION, LOCATION, REMEDY),
              "Is an examination of the leg needed?",
              SEE),
          any(
              "eating",
              "the eating",
              on(FUSSY_EATING, DISORDERED_EATING),
              asking(
                  DURATION,
                  anyOf(WEIGHT_LOSS, FAINTED, LOW_MOOD),
                  about(Ask.IMPACT, "how does {it} affect daily activities?"),
                  LONG_TERM),
              "Is weight to be checked, or specialist help needed?",
              SEE),
          // Limbs
          any(
              "limb or joint",
              "the pain",
              on(HOT_JOINT, GOUT, CANNOT_BEAR_WEIGHT, COLD_LIMB),
              asking(anyOf(FEVER, INJURY, COLD_LIMB), LOCATION, DURATION, SEVERITY, REMEDY),
              "Is an examination or imaging of the limb needed?",
              SEE),
          any(
              "cramp",
              "the cramps",
              on(CRAMP),
              asking(anyOf(LEG_SWELLING, NUMBNESS), DURATION, LOCATION, TRIGGER, LONG_TERM),
              "Are blood tests or a check of the medicines needed?",
              SEE),
          any(
              "restless legs",
              "the restless legs",
              on(RESTLESS_LEGS),
              asking(DURATION, anyOf(NUMBNESS, PREGNANT), REMEDY, LONG_TERM),
              "Is iron to be measured?",
              SEE),
          any(
              "veins",
              "the veins",
              on(VARICOSE_VEINS),
              asking(anyOf(LEG_SWELLING, BLEEDING, FOOT_ULCER), DURATION, LOCATION, REMEDY),
              "Is a vascular opinion needed?",
              SEE),
          any(
              "joint",
              "the joint",
              on(CLICKING_JOINT),
              asking(
                  anyOf(SWELLING, CANNOT_BEAR_WEIGHT),
                  LOCATION,
                  DURATION,
                  about(Ask.HOW_HAPPENED, "how did {it} happen?"),
                  REMEDY),
              "Is an examination of the joint needed?",
              SEE),
          any(
              "tremor",
              "the shaking",
              on(TREMOR, TWITCHING),
              asking(
                  DURATION, anyOf(ONE_SIDED_WEAKNESS, FEVER, ALCOHOL_STOPPED), TRIGGER, LONG_TERM),
              "Is a neurological examination needed?",
              SEE),
          any(
              "stiffness",
              "the stiffness",
              on(STIFFNESS),
              asking(LOCATION, anyOf(FEVER, HEADACHE, HOT_JOINT), DURATION, TRIGGER, REMEDY),
              "Is an examination or a blood test for inflammation needed?",
              SEE),
          // Habits, weight, medicines, tests
          any(
              "smoking and alcohol",
              "this",
              on(SMOKING, ALCOHOL_USE, ALCOHOL_STOPPED),
              asking(
                  anyOf(TREMOR, CONFUSION, SEIZURE),
                  DURATION,
                  anyOf(LOW_MOOD, CHEST_PAIN),
                  LONG_TERM,
                  REMEDY),
              "Which support or medicine to stop fits?",
              SEE),
          any(
              "weight",
              "the weight",
              on(WEIGHT_GAIN, WISH_TO_LOSE_WEIGHT, WEIGHT_LOSS),
              asking(DURATION, anyOf(FATIGUE, THIRST, SWELLING), LONG_TERM, REMEDY),
              "Are blood tests needed, such as thyroid and sugar?",
              SEE),
          any(
              "thirst",
              "the thirst",
              on(THIRST),
              asking(anyOf(FREQUENT_URINE, WEIGHT_LOSS, VOMITING), DURATION, LONG_TERM, REMEDY),
              "Is blood sugar to be measured today?",
              SEE),
          any(
              "feeling cold",
              "this",
              on(FEELING_COLD),
              asking(DURATION, anyOf(FATIGUE, WEIGHT_LOSS, COLD_LIMB), LOCATION, LONG_TERM),
              "Are blood tests needed, such as thyroid and iron?",
              SEE),
          any(
              "travel advice",
              "the journey",
              on(TRAVEL_ADVICE),
              asking(about(Ask.DURATION, "when did {it} start?"), PREGNANCY, LONG_TERM, ALLERGY),
              "Which vaccines or tablets does the journey need?",
              SEE),
          any(
              "vaccination",
              "the vaccination",
              on(VACCINATION),
              asking(
                  anyOf(FEVER, FACE_SWELLING, BREATHLESS),
                  about(Ask.DURATION, "when did {it} happen?"),
                  REMEDY,
                  ALLERGY),
              "Is this a usual reaction, or one to be reported?",
              SEE),
          any(
              "side effect",
              "this",
              on(SIDE_EFFECT),
              asking(
                  about(Ask.MEDICATION, "which medicine is it, and what dose?"),
                  anyOf(RASH, FACE_SWELLING, BREATHLESS),
                  STARTED,
                  LONG_TERM),
              "Is the medicine to be changed, or can it go on?",
              SEE),
          any(
              "thyroid",
              "the thyroid problem",
              on(THYROID),
              asking(DURATION, anyOf(PALPITATIONS, FATIGUE, WEIGHT_LOSS), PREGNANCY, REMEDY),
              "Is a thyroid blood test due?",
              SEE));

  private EverydayComplaints() {}
}
