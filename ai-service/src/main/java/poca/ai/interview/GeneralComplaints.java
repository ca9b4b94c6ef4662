package poca.ai.interview;

import static poca.ai.interview.Asking.*;
import static poca.ai.interview.Complaint.*;
import static poca.ai.interview.Topic.*;
import static poca.ai.reading.Finding.*;

import java.util.List;
import poca.ai.reading.Ask;

/// The table of what is a concern only where nothing more definite was said; looked up last.
final class GeneralComplaints {

  static final List<Complaint> ALL =
      List.of(
          any(
              "palpitations",
              "the palpitations",
              on(PALPITATIONS),
              asking(
                  anyOf(CHEST_PAIN, FAINTED, BREATHLESS),
                  DURATION,
                  TRIGGER,
                  whether(HEART_DISEASE, "{do} have a known heart disease?"),
                  REMEDY),
              "Is an ECG needed, and how soon?",
              SEE),
          any(
              "sleep",
              "the sleep",
              on(INSOMNIA, JET_LAG),
              asking(
                  DURATION,
                  anyOf(LOW_MOOD, PAIN, SNORING),
                  about(Ask.IMPACT, "how does {it} affect daily activities?"),
                  REMEDY),
              "Is there a treatable cause of the bad sleep?",
              SEE),
          any(
              "stress",
              "this",
              on(STRESS, IRRITABILITY),
              asking(
                  whether(SUICIDAL, "are there thoughts of suicide or self-harm?"),
                  DURATION,
                  anyOf(LOW_MOOD, INSOMNIA),
                  about(Ask.IMPACT, "how does {it} affect daily activities?"),
                  REMEDY),
              "Is support or a talk needed, and how soon?",
              SEE),
          any(
              "grief",
              "the grief",
              on(GRIEF),
              asking(
                  whether(SUICIDAL, "are there thoughts of suicide or self-harm?"),
                  DURATION,
                  anyOf(INSOMNIA, POOR_APPETITE),
                  about(Ask.IMPACT, "how does {it} affect daily activities?")),
              "Is support or a talk needed, and how soon?",
              SEE),
          any(
              "concentration",
              "this",
              on(CONCENTRATION),
              asking(
                  DURATION,
                  anyOf(LOW_MOOD, INSOMNIA, HEADACHE),
                  about(Ask.IMPACT, "how does {it} affect daily activities?"),
                  LONG_TERM),
              "Is an assessment of attention or mood needed?",
              SEE),
          any(
              "memory",
              "the memory",
              on(FORGETFULNESS),
              asking(
                  DURATION,
                  anyOf(CONFUSION, LOW_MOOD, HEADACHE),
                  about(Ask.IMPACT, "how does {it} affect daily activities?"),
                  LONG_TERM),
              "Is a memory test needed?",
              SEE),
          any(
              "blood pressure",
              "the blood pressure",
              on(BLOOD_PRESSURE_READING, HYPERTENSION),
              asking(anyOf(CHEST_PAIN, HEADACHE, VISION_CHANGE), DURATION, REMEDY, LONG_TERM),
              "Is treatment to be started or changed, or are home readings needed?",
              SEE),
          any(
              "diabetes",
              "the sugar",
              on(BLOOD_SUGAR_READING, DIABETES),
              asking(anyOf(VOMITING, DROWSY, THIRST), DURATION, REMEDY, LONG_TERM),
              "Is treatment to be changed, and is a blood test due?",
              SEE),
          any(
              "test result",
              "the test result",
              on(TEST_RESULT),
              asking(OTHER, DURATION, LONG_TERM, REMEDY),
              "Is the result to be repeated or acted on?",
              SEE),
          any(
              "medicine",
              "the medicine",
              on(MEDICINE_QUESTION),
              asking(
                  about(Ask.MEDICATION, "which medicine is it, and what dose?"),
                  LONG_TERM,
                  PREGNANCY,
                  ALLERGY),
              "Is it safe with the record, and is a prescription due?",
              SEE),
          any(
              "swelling",
              "the swelling",
              on(ANKLE_SWELLING, SWELLING),
              asking(
                  LOCATION, anyOf(BREATHLESS, LEG_SWELLING, FEVER), DURATION, PREGNANCY, LONG_TERM),
              "Are heart, kidneys and veins to be examined?",
              SEE),
          any(
              "appetite",
              "the appetite",
              on(POOR_APPETITE, POOR_DRINKING, DRY_MOUTH),
              asking(DURATION, anyOf(WEIGHT_LOSS, ABDOMINAL_PAIN, LOW_MOOD), LONG_TERM, REMEDY),
              "Is weight to be checked?",
              SEE),
          any(
              "tiredness",
              "the tiredness",
              on(FATIGUE, DROWSY),
              asking(
                  DURATION,
                  anyOf(WEIGHT_LOSS, FEVER, BREATHLESS),
                  anyOf(LOW_MOOD, INSOMNIA, HEAVY_BLEEDING),
                  LONG_TERM,
                  REMEDY),
              "Are blood tests needed?",
              SEE),
          any(
              "allergy",
              "this problem",
              on(ALLERGIC),
              asking(anyOf(FACE_SWELLING, WHEEZE, HIVES), TRIGGER, DURATION, REMEDY),
              "Is an allergy test or an emergency plan needed?",
              SEE),
          any(
              "pain",
              "the pain",
              on(PAIN, SEVERE_PAIN),
              asking(LOCATION, DURATION, SEVERITY, anyOf(FEVER, SWELLING, INJURY), TRIGGER, REMEDY),
              "Is an examination needed to find the cause of the pain?",
              SEE));

  private GeneralComplaints() {}
}
