package poca.ai.interview;

import static poca.ai.interview.Asking.*;
import static poca.ai.interview.Complaint.*;
import static poca.ai.interview.Topic.*;
import static poca.ai.reading.Finding.*;

import java.util.List;
import poca.ai.reading.Ask;

/// The table of everyday complaints of digestion, urine, genitals, periods and contraception.
final class ComplaintsOfBelly {

  static final List<Complaint> ALL =
      List.of(
          baby(
              "wind",
              "the wind",
              on(WIND),
              asking(AGE, anyOf(FEVER, GREEN_VOMIT, INCONSOLABLE), FEEDING, DURATION, REMEDY),
              "Is an examination of the belly needed?",
              SEE),
          baby(
              "infant feeding",
              "the feeding",
              on(WEANING, FUSSY_EATING),
              asking(AGE, anyOf(SLOW_GROWTH, VOMITING, BLOODY_STOOL), WET_DIAPERS, FEED_TYPE),
              "Is weight to be checked, or is advice on feeding enough?",
              SEE),
          baby(
              "bowel habit",
              "the stools",
              on(CHANGED_STOOL),
              asking(AGE, anyOf(BLOODY_STOOL, FEVER, PALE_STOOL), FEEDING, FEED_TYPE, DURATION),
              "Is this a usual stool for the age and the feed?",
              SEE),
          any(
              "hernia",
              "the bulge",
              on(HERNIA, HERNIA_STUCK),
              asking(anyOf(HERNIA_STUCK, VOMITING, SEVERE_PAIN), DURATION, LOCATION, TRIGGER),
              "Is a surgical opinion needed, and how soon?",
              SEE),
          any(
              "bottom",
              "the problem at the bottom",
              on(PILES, ITCHY_BOTTOM, PAINFUL_BOTTOM),
              asking(
                  anyOf(BLOODY_STOOL, BLACK_STOOL, FEVER),
                  DURATION,
                  anyOf(CONSTIPATION, WEIGHT_LOSS, CHANGED_STOOL),
                  REMEDY),
              "Is an examination of the back passage needed?",
              SEE),
          any(
              "worms",
              "the worms",
              on(WORMS),
              asking(AGE, DURATION, anyOf(ABDOMINAL_PAIN, WEIGHT_LOSS), PREGNANCY, REMEDY),
              "Which treatment fits the age, and is the household to be treated?",
              SEE),
          any(
              "vomiting or diarrhoea",
              "the stomach bug",
              on(STOMACH_BUG),
              asking(DURATION, anyOf(BLOODY_STOOL, FEVER, ABDOMINAL_PAIN), DRINKING, URINE, REMEDY),
              "Is there dehydration that needs treatment in person?",
              SEE),
          any(
              "hangover",
              "the hangover",
              on(HANGOVER),
              asking(anyOf(PERSISTENT_VOMITING, CONFUSION, HEAD_INJURY), DRINKING, STARTED, REMEDY),
              "Is advice on alcohol wanted?",
              SEE),
          any(
              "travel sickness",
              "the travel sickness",
              on(TRAVEL_SICKNESS),
              asking(AGE, PREGNANCY, REMEDY, LONG_TERM),
              "Which remedy fits the age and the journey?",
              SEE),
          any(
              "hiccups",
              "the hiccups",
              on(HICCUPS),
              asking(DURATION, anyOf(CHEST_PAIN, TROUBLE_SWALLOWING, VOMITING), TRIGGER, REMEDY),
              "Do the hiccups last beyond two days?",
              SEE),
          any(
              "wind",
              "the wind",
              on(WIND),
              asking(DURATION, anyOf(WEIGHT_LOSS, BLOODY_STOOL, ABDOMINAL_PAIN), TRIGGER, REMEDY),
              "Is an examination or a food diary needed?",
              SEE),
          any(
              "bowel habit",
              "the bowel problem",
              on(IRRITABLE_BOWEL, CHANGED_STOOL),
              asking(DURATION, anyOf(BLOODY_STOOL, WEIGHT_LOSS, FEVER), TRIGGER, REMEDY, LONG_TERM),
              "Are stool or blood tests needed?",
              SEE),
          any(
              "food intolerance",
              "the trouble with food",
              on(FOOD_INTOLERANCE),
              asking(
                  TRIGGER,
                  anyOf(FACE_SWELLING, WHEEZE, WEIGHT_LOSS),
                  DURATION,
                  anyOf(DIARRHOEA, RASH),
                  REMEDY),
              "Is a test for coeliac disease or allergy needed?",
              SEE),
          // Urine
          any(
              "bedwetting",
              "the bedwetting",
              on(BEDWETTING),
              asking(AGE, anyOf(BURNING_URINE, THIRST, CONSTIPATION), DURATION, REMEDY),
              "Is a urine test needed?",
              SEE),
          any(
              "bladder",
              "the bladder problem",
              on(LEAKING_URINE, NIGHT_URINE, WEAK_STREAM, SMELLY_URINE),
              asking(
                  anyOf(CAUDA_EQUINA, BLOOD_URINE, CANNOT_PASS_URINE),
                  anyOf(BURNING_URINE, THIRST, FEVER),
                  DURATION,
                  LONG_TERM),
              "Are a urine test and an examination needed?",
              SEE),
          // Genitals and sex
          any(
              "genital",
              "the problem",
              on(
                  FORESKIN,
                  FORESKIN_STUCK,
                  LASTING_ERECTION,
                  GENITAL_ITCH,
                  GENITAL_SORE,
                  PENIS_DISCHARGE,
                  SEX_INFECTION),
              asking(
                  anyOf(GENITAL_SORE, FEVER, CANNOT_PASS_URINE),
                  DURATION,
                  anyOf(PENIS_DISCHARGE, PELVIC_PAIN, TESTICLE_PAIN),
                  REMEDY,
                  ALLERGY),
              "Is a test for sexually transmitted infections needed?",
              SEE),
          any(
              "sexual function",
              "this problem",
              on(ERECTION_TROUBLE, EARLY_EJACULATION, LOW_LIBIDO, PAINFUL_SEX),
              asking(DURATION, anyOf(LOW_MOOD, CHEST_PAIN, PELVIC_PAIN), LONG_TERM, REMEDY),
              "Are blood pressure, sugar and hormones to be checked?",
              SEE),
          // Women
          any(
              "bleeding after menopause",
              "the bleeding",
              on(BLEEDING_AFTER_MENOPAUSE, BLEEDING_BETWEEN_PERIODS),
              asking(anyOf(HEAVY_BLEEDING, PELVIC_PAIN, WEIGHT_LOSS), DURATION, PREGNANCY, REMEDY),
              "Is an urgent referral or an examination needed?",
              SEE),
          any(
              "vaginal discharge",
              "the discharge",
              on(VAGINAL_DISCHARGE, THRUSH),
              asking(
                  anyOf(PELVIC_PAIN, FEVER, BLEEDING_BETWEEN_PERIODS), DURATION, PREGNANCY, REMEDY),
              "Is a swab needed?",
              SEE),
          any(
              "vaginal dryness",
              "the dryness",
              on(VAGINAL_DRYNESS),
              asking(anyOf(BLEEDING_AFTER_MENOPAUSE, PAINFUL_SEX), DURATION, REMEDY, LONG_TERM),
              "Is local oestrogen suitable?",
              SEE),
          any(
              "menopause",
              "this problem",
              on(MENOPAUSE),
              asking(anyOf(BLEEDING_AFTER_MENOPAUSE, LOW_MOOD), DURATION, LONG_TERM, REMEDY),
              "Is hormone replacement suitable, given the record?",
              SEE),
          any(
              "contraception",
              "the contraception",
              on(EMERGENCY_CONTRACEPTION, CONTRACEPTION),
              asking(
                  about(Ask.DURATION, "when did {it} start?"),
                  PREGNANCY,
                  anyOf(HEADACHE, LEG_SWELLING, HYPERTENSION),
                  whether(SMOKING, "{do} smoke?"),
                  REMEDY),
              "Which method fits, given the record and the blood pressure?",
              "Is emergency contraception still in time?",
              SEE),
          any(
              "fertility",
              "the wish for a child",
              on(TRYING_TO_CONCEIVE),
              asking(DURATION, anyOf(PERIOD_PROBLEM, PELVIC_PAIN), LONG_TERM, REMEDY),
              "Are tests of both partners needed?",
              SEE),
          any(
              "pelvic pain",
              "the pelvic pain",
              on(PELVIC_PAIN, PROLAPSE),
              asking(
                  PREGNANCY,
                  anyOf(FEVER, VAGINAL_BLEEDING, VAGINAL_DISCHARGE),
                  DURATION,
                  SEVERITY,
                  REMEDY),
              "Is a pregnancy test or an examination needed?",
              SEE),
          any(
              "period",
              "the problem before the period",
              on(PREMENSTRUAL),
              asking(
                  DURATION,
                  anyOf(LOW_MOOD, HEAVY_BLEEDING),
                  about(Ask.IMPACT, "how does {it} affect daily activities?"),
                  REMEDY),
              "Is a diary of the cycle or a treatment needed?",
              SEE),
          any(
              "breast and lactation",
              "the breast problem",
              on(NIPPLE_CHANGE, BLOCKED_DUCT, BREASTFEEDING, WEANING),
              asking(
                  anyOf(FEVER, CHILLS, LUMP),
                  DURATION,
                  about(Ask.BIRTH_WHEN, "how many days ago was the birth?"),
                  REMEDY),
              "Is an examination of the breast needed?",
              "Which medicines are suitable during breastfeeding?",
              SEE));

  private ComplaintsOfBelly() {}
}
