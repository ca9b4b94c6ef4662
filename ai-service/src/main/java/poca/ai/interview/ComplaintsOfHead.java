package poca.ai.interview;

import static poca.ai.interview.Asking.*;
import static poca.ai.interview.Complaint.*;
import static poca.ai.interview.Topic.*;
import static poca.ai.reading.Finding.*;

import java.util.List;
import poca.ai.reading.Ask;

/// The table of everyday complaints of eyes, ears, nose, mouth, teeth and throat.
final class ComplaintsOfHead {

  static final List<Complaint> ALL =
      List.of(
          any(
              "eye",
              "the eye problem",
              on(
                  EYE_PAIN,
                  EYE_PROBLEM,
                  DRY_EYES,
                  STYE,
                  SWOLLEN_EYELID,
                  EYE_TWITCH,
                  FLOATERS,
                  EYE_FOREIGN_BODY,
                  WEAK_EYESIGHT,
                  CONTACT_LENSES),
              asking(
                  anyOf(EYE_PAIN, VISION_LOSS, LIGHT_SENSITIVE),
                  DURATION,
                  whether(CONTACT_LENSES, "{do} wear contact lenses?").only(When.FROM_5),
                  anyOf(FEVER, SWOLLEN_EYELID),
                  REMEDY),
              "Is an eye examination needed today?",
              SEE),
          any(
              "ear",
              "the ear problem",
              on(BLOCKED_EAR, ITCHY_EAR, EAR_DISCHARGE, SWELLING_BEHIND_EAR),
              asking(
                  anyOf(EAR_PAIN, EAR_DISCHARGE, FEVER),
                  DURATION,
                  anyOf(HEARING_LOSS, DIZZY),
                  REMEDY),
              "Is an examination of the ear needed?",
              SEE),
          any(
              "hearing",
              "the hearing problem",
              on(HEARING_LOSS, SUDDEN_HEARING_LOSS, TINNITUS),
              asking(
                  ONSET,
                  anyOf(DIZZY, EAR_DISCHARGE, EAR_PAIN),
                  DURATION,
                  about(Ask.IMPACT, "how does {it} affect daily activities?"),
                  LONG_TERM),
              "Is a hearing test or an urgent referral needed?",
              SEE),
          any(
              "smell and taste",
              "this problem",
              on(SMELL_TASTE),
              asking(DURATION, anyOf(RUNNY_NOSE, HEADACHE, MOUTH_ULCER), REMEDY, LONG_TERM),
              "Is an examination of nose or mouth needed?",
              SEE),
          any(
              "nose",
              "the nose problem",
              on(SORE_NOSE),
              asking(DURATION, anyOf(NOSEBLEED, SKIN_INFECTED, FEVER), REMEDY),
              "Is an examination of the nose needed?",
              SEE),
          any(
              "snoring",
              "the snoring",
              on(SNORING),
              asking(
                  whether(NOT_BREATHING, "are there pauses in breathing at night?"),
                  anyOf(DROWSY, HEADACHE),
                  DURATION,
                  LONG_TERM),
              "Is a sleep study needed?",
              SEE),
          any(
              "mouth",
              "the mouth problem",
              on(MOUTH_ULCER, SORE_TONGUE, BAD_BREATH, CHAPPED_LIPS, COLD_SORE),
              asking(DURATION, LOCATION, anyOf(FEVER, LUMP, TROUBLE_SWALLOWING), REMEDY, LONG_TERM),
              "Is an examination of the mouth needed?",
              SEE),
          any(
              "teeth",
              "the tooth problem",
              on(
                  TOOTHACHE,
                  TOOTH_PROBLEM,
                  TOOTH_KNOCKED_OUT,
                  BLEEDING_GUMS,
                  DENTAL_ABSCESS,
                  CLICKING_JAW,
                  CANNOT_OPEN_MOUTH),
              asking(
                  anyOf(DENTAL_ABSCESS, FEVER, TROUBLE_SWALLOWING),
                  DURATION,
                  SEVERITY,
                  REMEDY,
                  ALLERGY),
              "Is a dentist needed today?",
              SEE),
          any(
              "swallowing",
              "the trouble with swallowing",
              on(TROUBLE_SWALLOWING, FOOD_STUCK),
              asking(anyOf(DROOLING, BREATHLESS, WEIGHT_LOSS), DURATION, TRIGGER, REMEDY),
              "Is an urgent referral needed?",
              SEE),
          any(
              "throat feeling",
              "the feeling in the throat",
              on(THROAT_LUMP_FEELING),
              asking(anyOf(TROUBLE_SWALLOWING, HOARSE, WEIGHT_LOSS), DURATION, TRIGGER, REMEDY),
              "Is an examination of the throat needed?",
              SEE),
          any(
              "voice",
              "the hoarseness",
              on(HOARSE),
              asking(
                  DURATION,
                  anyOf(TROUBLE_SWALLOWING, BREATHLESS, FEVER),
                  whether(SMOKING, "{do} smoke?").only(When.FROM_5),
                  REMEDY),
              "Is an examination of the voice box needed?",
              SEE),
          any(
              "glands",
              "the swollen glands",
              on(SWOLLEN_GLANDS),
              asking(DURATION, anyOf(FEVER, NIGHT_SWEATS, WEIGHT_LOSS), LOCATION, SEVERITY, REMEDY),
              "Is a blood test or a scan of the glands needed?",
              SEE),
          any(
              "cold",
              "the phlegm",
              on(THROAT_PHLEGM),
              asking(DURATION, anyOf(FEVER, BREATHLESS, TROUBLE_SWALLOWING), TRIGGER, REMEDY),
              "Is an examination of nose or throat needed?",
              SEE),
          any(
              "allergy",
              "this problem",
              on(HAY_FEVER),
              asking(
                  anyOf(WHEEZE, FACE_SWELLING),
                  DURATION,
                  REMEDY,
                  whether(ASTHMA, "{do} have asthma?")),
              "Is a nasal steroid or allergy test worth it?",
              SEE));

  private ComplaintsOfHead() {}
}
