package poca.ai.interview;

import static poca.ai.interview.Asking.*;
import static poca.ai.interview.Complaint.*;
import static poca.ai.interview.Topic.*;
import static poca.ai.reading.Finding.*;

import java.util.List;
import poca.ai.reading.Ask;

/// The table of everyday complaints of skin, hair, nails and feet.
final class ComplaintsOfSkin {

  static final List<Complaint> ALL =
      List.of(
          baby(
              "baby's skin",
              "the skin problem",
              on(RASH, ACNE, DRY_SKIN, SKIN_MARK, WART, SKIN_COLOUR, SCALP),
              asking(AGE, anyOf(FEVER, DROWSY, SKIN_INFECTED), FEEDING, DURATION, LOCATION, REMEDY),
              "Is a picture or an examination of the skin needed?",
              SEE),
          // Before the others: what spreads or grows is the concern
          any(
              "skin infection",
              "the infection",
              on(SKIN_INFECTED, SHINGLES),
              asking(
                  anyOf(FEVER, CONFUSION, SEVERE_PAIN),
                  LOCATION,
                  DURATION,
                  whether(DIABETES, "{do} have diabetes?"),
                  REMEDY,
                  ALLERGY),
              "Is an antibiotic or antiviral needed, and is it spreading?",
              "Is there a sign of sepsis or a deep infection?",
              SEE),
          any(
              "mole",
              "the mole",
              on(MOLE, MOLE_CHANGED),
              asking(
                  whether(MOLE_CHANGED, "has {it} changed or grown lately?"), DURATION, LOCATION),
              "Is dermoscopy or an urgent referral for suspected skin cancer needed?",
              SEE),
          any(
              "acne",
              "the acne",
              on(ACNE),
              asking(DURATION, LOCATION, REMEDY, PREGNANCY, anyOf(SCAR, LOW_MOOD)),
              "Which treatment fits, and can {who} be pregnant?",
              SEE),
          any(
              "cold sore",
              "the cold sore",
              on(COLD_SORE),
              asking(
                  DURATION,
                  anyOf(EYE_PAIN, FEVER),
                  whether(WEAK_IMMUNITY, "{do} have a weakened immune system?"),
                  REMEDY),
              "Is an antiviral worth it at this stage?",
              SEE),
          any(
              "sunburn",
              "the sunburn",
              on(SUNBURN, HEAT_EXHAUSTION),
              asking(
                  anyOf(CONFUSION, VOMITING, HEADACHE),
                  about(Ask.DURATION, "when did {it} happen?"),
                  whether(RASH, "is there any blister on the skin?"),
                  LOCATION,
                  REMEDY),
              "Is there heat exhaustion or a burn that needs dressing?",
              SEE),
          any(
              "scalp and hair",
              "the problem of scalp or hair",
              on(SCALP, HAIR_LOSS, UNWANTED_HAIR),
              asking(
                  DURATION,
                  anyOf(FATIGUE, WEIGHT_GAIN, SKIN_INFECTED),
                  PREGNANCY,
                  REMEDY,
                  LONG_TERM),
              "Are blood tests, such as thyroid and iron, needed?",
              SEE),
          any(
              "head lice",
              "the lice",
              on(HEAD_LICE),
              asking(AGE, DURATION, REMEDY, anyOf(SKIN_INFECTED, SWOLLEN_GLANDS)),
              "Which treatment fits the age, and are contacts to be treated?",
              SEE),
          any(
              "nail",
              "the nail problem",
              on(NAIL, INGROWN_NAIL),
              asking(
                  LOCATION,
                  anyOf(SKIN_INFECTED, INJURY),
                  DURATION,
                  whether(DIABETES, "{do} have diabetes?"),
                  REMEDY),
              "Is a nail sample or foot care needed?",
              SEE),
          any(
              "foot",
              "the foot problem",
              on(HARD_FOOT_SKIN, FOOT_ULCER),
              asking(
                  whether(DIABETES, "{do} have diabetes?"),
                  anyOf(SKIN_INFECTED, NUMBNESS),
                  DURATION,
                  REMEDY),
              "Is a foot examination or podiatry needed?",
              SEE),
          any(
              "fungal skin",
              "the skin problem",
              on(FUNGAL_SKIN),
              asking(
                  LOCATION,
                  DURATION,
                  anyOf(SKIN_INFECTED, FEVER),
                  REMEDY,
                  whether(DIABETES, "{do} have diabetes?")),
              "Is a skin sample needed before treatment?",
              SEE),
          any(
              "wart",
              "the skin growth",
              on(WART),
              asking(LOCATION, DURATION, anyOf(MOLE_CHANGED, BLEEDING, PAIN), REMEDY),
              "Is removal needed, or is it harmless to leave?",
              SEE),
          any(
              "sweating",
              "the sweating",
              on(SWEATING, NIGHT_SWEATS, BODY_ODOUR),
              asking(
                  whether(NIGHT_SWEATS, "are there night sweats?"),
                  anyOf(WEIGHT_LOSS, FEVER, PALPITATIONS),
                  DURATION,
                  TRIGGER,
                  REMEDY),
              "Are thyroid or other blood tests needed?",
              SEE),
          any(
              "bruising",
              "the bruising",
              on(EASY_BRUISING),
              asking(
                  anyOf(FEVER, BLEEDING_GUMS, FATIGUE),
                  whether(BLOOD_THINNER, "{do} take blood thinners?"),
                  DURATION,
                  LOCATION),
              "Is a blood count needed within two days?",
              SEE),
          any(
              "flushing",
              "the flushing",
              on(FLUSHING),
              asking(DURATION, TRIGGER, anyOf(PALPITATIONS, EYE_PROBLEM), REMEDY),
              "Is this rosacea or a reaction to a medicine?",
              SEE),
          any(
              "skin",
              "the skin problem",
              on(BOIL, DRY_SKIN, SKIN_COLOUR, SCAR, SKIN_MARK),
              asking(
                  DURATION, LOCATION, anyOf(SKIN_INFECTED, FEVER, ITCH), TRIGGER, REMEDY, ALLERGY),
              "Is a picture or an examination of the skin needed?",
              SEE));

  private ComplaintsOfSkin() {}
}
