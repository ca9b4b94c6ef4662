package poca.ai.interview;

import static poca.ai.interview.Asking.*;
import static poca.ai.interview.Complaint.*;
import static poca.ai.interview.Topic.*;
import static poca.ai.reading.Finding.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import poca.ai.reading.Ask;

/// The table of complaints: for each, what to ask, the most important first.
///
/// The contents follow the usual history taking for each presenting complaint; what must not be
/// missed is asked early.
final class Complaints {

  static final Complaint GENERAL =
      new Complaint(
          "general",
          "this problem",
          Set.of(),
          false,
          List.of(
              AGE,
              DURATION,
              OTHER,
              about(Ask.SEVERITY, "how bad is {it} on a scale from 0 to 10?"),
              REMEDY,
              ALLERGY),
          List.of(SEE, "Is an examination or test needed?", MEDICINE));

  /// In the order in which they win when a message holds several at one place.
  static final List<Complaint> ALL =
      Stream.of(
              ComplaintsOfMotherAndChild.ALL,
              EverydayComplaints.ALL,
              ComplaintsOfSkin.ALL,
              ComplaintsOfHead.ALL,
              ComplaintsOfBelly.ALL,
              others(),
              GeneralComplaints.ALL)
          .flatMap(List::stream)
          .toList();

  private Complaints() {}

  private static List<Complaint> others() {
    return List.of(
        // Chest and airways
        any(
            "chest pain",
            "the chest pain",
            on(CHEST_PAIN, CHEST_PRESSURE, HEART_ATTACK_NOW),
            asking(
                anyOf(RADIATING, SWEATING, BREATHLESS),
                STARTED,
                SEVERITY,
                TRIGGER,
                whether(HEART_DISEASE, "{do} have a known heart disease?"),
                REMEDY),
            "Is an ECG needed now?",
            "Is there a risk of a cardiac cause in this patient's record?",
            SEE),
        any(
            "breathing",
            "the breathing trouble",
            on(
                BREATHLESS,
                BREATHLESS_SEVERE,
                MILD_BREATHLESS,
                NOT_BREATHING,
                BLUE_LIPS,
                WHEEZE,
                FAST_BREATHING,
                CHEST_INDRAWING,
                STRIDOR,
                CHOKING),
            asking(
                anyOf(BLUE_LIPS, CHEST_PAIN, FACE_SWELLING),
                STARTED,
                anyOf(FEVER, COUGH, WHEEZE),
                DRINKING.only(When.UNDER_5),
                TRIGGER,
                REMEDY,
                whether(ASTHMA, "{do} have asthma?")),
            "Are oxygen saturation and the chest to be examined today?",
            SEE),
        any(
            "cough",
            "the cough",
            on(COUGH, WET_COUGH, DRY_COUGH, COUGHING_BLOOD),
            asking(
                DURATION,
                anyOf(BREATHLESS, FEVER, COUGHING_BLOOD),
                about(Ask.SPUTUM, "is {it} dry or with phlegm?"),
                REMEDY,
                DRINKING.only(When.UNDER_5),
                anyOf(CHEST_PAIN, WHEEZE, RUNNY_NOSE),
                LONG_TERM),
            "Is the chest to be examined or an X-ray needed?",
            SEE),
        any(
            "cold",
            "the cold",
            on(COLD, RUNNY_NOSE),
            asking(
                DURATION,
                anyOf(FEVER, BREATHLESS, COUGH),
                anyOf(EAR_PAIN, SORE_THROAT, HEADACHE),
                REMEDY,
                DRINKING.only(When.UNDER_5)),
            "Is an examination of ears, throat or chest needed?",
            SEE),
        any(
            "sore throat",
            "the sore throat",
            on(SORE_THROAT),
            asking(
                DURATION,
                anyOf(FEVER, BREATHLESS, RASH),
                DRINKING,
                anyOf(COUGH, RUNNY_NOSE, EAR_PAIN),
                REMEDY,
                ALLERGY),
            "Is a throat swab or an examination needed?",
            SEE),
        any(
            "ear",
            "the ear pain",
            on(EAR_PAIN),
            asking(DURATION, anyOf(FEVER, SWELLING, DIZZY), SEVERITY, REMEDY, ALLERGY),
            "Is an examination of the ear needed?",
            SEE),
        // Head
        any(
            "headache",
            "the headache",
            on(HEADACHE, WORST_HEADACHE, STIFF_NECK),
            asking(
                ONSET,
                anyOf(STIFF_NECK, FEVER, CONFUSION),
                DURATION,
                SEVERITY,
                anyOf(VISION_CHANGE, VOMITING, ONE_SIDED_WEAKNESS),
                REMEDY),
            "Is a neurological examination or imaging needed?",
            SEE),
        any(
            "nerves",
            "this problem",
            on(
                FACE_DROOP,
                ONE_SIDED_WEAKNESS,
                SPEECH_TROUBLE,
                VISION_LOSS,
                SEIZURE,
                UNCONSCIOUS,
                UNRESPONSIVE,
                CONFUSION,
                LOST_BALANCE,
                FAINTED),
            asking(
                STARTED,
                anyOf(HEADACHE, FEVER, CHEST_PAIN),
                whether(EPILEPSY, "{do} have known epilepsy?"),
                REMEDY,
                LONG_TERM),
            "Is emergency imaging or an emergency examination needed?",
            SEE),
        any(
            "dizziness",
            "the dizziness",
            on(DIZZY, VISION_CHANGE, NUMBNESS),
            asking(
                DURATION,
                anyOf(FAINTED, CHEST_PAIN, ONE_SIDED_WEAKNESS),
                TRIGGER,
                REMEDY,
                LONG_TERM),
            "Are blood pressure and pulse to be checked?",
            SEE),
        // Belly
        any(
            "abdominal pain",
            "the pain",
            on(ABDOMINAL_PAIN, LOWER_RIGHT_PAIN, RIGID_BELLY),
            asking(
                DURATION,
                LOCATION,
                PREGNANCY,
                anyOf(VOMITING, FEVER, BLOODY_STOOL),
                SEVERITY,
                anyOf(DIARRHOEA, CONSTIPATION, BURNING_URINE),
                REMEDY),
            "Is an examination of the abdomen needed today?",
            "Are blood, urine or imaging tests needed?",
            SEE),
        any(
            "vomiting or diarrhoea",
            "this problem",
            on(
                VOMITING,
                PERSISTENT_VOMITING,
                GREEN_VOMIT,
                BLOOD_VOMIT,
                DIARRHOEA,
                BLOODY_STOOL,
                BLACK_STOOL,
                NAUSEA),
            asking(
                DURATION,
                anyOf(BLOODY_STOOL, FEVER, ABDOMINAL_PAIN),
                DRINKING,
                TIMES,
                PREGNANCY,
                URINE,
                REMEDY),
            "Is there dehydration that needs treatment in person?",
            SEE),
        any(
            "constipation or indigestion",
            "this problem",
            on(CONSTIPATION, INDIGESTION),
            asking(
                DURATION,
                anyOf(ABDOMINAL_PAIN, VOMITING, BLOODY_STOOL),
                anyOf(WEIGHT_LOSS, FEVER),
                REMEDY,
                LONG_TERM),
            "Is an examination of the abdomen needed?",
            SEE),
        // Urine
        any(
            "urinary",
            "the problem with urine",
            on(
                BURNING_URINE,
                FREQUENT_URINE,
                BLOOD_URINE,
                FLANK_PAIN,
                CANNOT_PASS_URINE,
                DARK_URINE),
            asking(
                DURATION,
                anyOf(FEVER, FLANK_PAIN, BLOOD_URINE),
                PREGNANCY,
                anyOf(VOMITING, ABDOMINAL_PAIN, CANNOT_PASS_URINE),
                REMEDY,
                ALLERGY),
            "Is a urine test needed before treatment?",
            SEE),
        any(
            "testicle",
            "the pain",
            on(TESTICLE_PAIN),
            asking(
                STARTED,
                anyOf(VOMITING, SWELLING, FEVER),
                SEVERITY,
                about(Ask.HOW_HAPPENED, "how did {it} happen?")),
            "Is an emergency examination to exclude torsion needed?",
            SEE),
        any(
            "period",
            "the problem with the period",
            on(PERIOD_PROBLEM, VAGINAL_BLEEDING),
            asking(DURATION, PREGNANCY, anyOf(HEAVY_BLEEDING, DIZZY, FEVER), SEVERITY, REMEDY),
            "Is a pregnancy test or an examination needed?",
            SEE),
        // Injury and skin
        any(
            "injury",
            "the injury",
            on(
                INJURY,
                HEAD_INJURY,
                FRACTURE,
                BURN,
                BITE,
                INSECT_STING,
                SNAKE_BITE,
                HEAVY_BLEEDING,
                BLEEDING,
                NOSEBLEED),
            asking(
                about(Ask.HOW_HAPPENED, "how did {it} happen?"),
                about(Ask.DURATION, "when did {it} happen?"),
                anyOf(HEAVY_BLEEDING, UNCONSCIOUS, VOMITING),
                LOCATION,
                SEVERITY,
                REMEDY,
                whether(BLOOD_THINNER, "{do} take blood thinners?")),
            "Is wound care, imaging or a tetanus booster needed?",
            SEE),
        any(
            "poisoning",
            "this",
            on(OVERDOSE, POISONING),
            asking(about(Ask.HOW_HAPPENED, "what exactly was swallowed, and how much?"), STARTED),
            "Is the poison centre or emergency service informed?",
            SEE),
        any(
            "skin",
            "the skin problem",
            on(RASH, HIVES, NON_BLANCHING, ITCH, FACE_SWELLING, THROAT_CLOSING, ANAPHYLAXIS, LUMP),
            asking(
                DURATION,
                anyOf(FEVER, FACE_SWELLING, BREATHLESS),
                LOCATION,
                whether(NON_BLANCHING, "does the rash stay visible when a glass is pressed on it?"),
                TRIGGER,
                REMEDY,
                ALLERGY),
            "Is a picture or an examination of the skin needed?",
            SEE),
        // Back and limbs
        any(
            "back pain",
            "the back pain",
            on(BACK_PAIN, CAUDA_EQUINA),
            asking(DURATION, anyOf(CAUDA_EQUINA, FEVER, INJURY), SEVERITY, TRIGGER, REMEDY),
            "Is a neurological examination or imaging needed?",
            SEE),
        any(
            "limb or joint",
            "the pain",
            on(LIMB_PAIN, BODY_ACHE, LEG_SWELLING),
            asking(DURATION, LOCATION, anyOf(SWELLING, FEVER, INJURY), SEVERITY, REMEDY),
            "Is an examination or imaging of the limb needed?",
            SEE),
        // Mind
        any(
            "mind",
            "this",
            on(SUICIDAL, LOW_MOOD, ANXIETY, INSOMNIA),
            asking(
                whether(SUICIDAL, "are there thoughts of suicide or self-harm?"),
                DURATION,
                about(Ask.IMPACT, "how does {it} affect daily activities?"),
                REMEDY),
            "Is the patient safe, and who is with the patient?",
            SEE),
        // Fever comes late: with a local complaint beside it, that one is the concern
        any(
            "fever",
            "the fever",
            on(FEVER, CHILLS),
            asking(
                TEMPERATURE,
                DURATION,
                anyOf(STIFF_NECK, RASH, CONFUSION).only(When.FROM_5),
                anyOf(DROWSY, RASH, BREATHLESS).only(When.UNDER_5),
                REMEDY,
                DRINKING.only(When.UNDER_5),
                anyOf(COUGH, SORE_THROAT, BURNING_URINE, VOMITING),
                ALLERGY),
            "Is a search for the source of the fever needed?",
            SEE,
            MEDICINE));
  }
}
