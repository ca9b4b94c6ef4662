package poca.ai.triage;

import static poca.ai.reading.Finding.*;
import static poca.ai.reading.Measurement.Kind.*;
import static poca.ai.triage.Rule.red;
import static poca.ai.triage.Rule.yellow;
import static poca.ai.triage.Sign.*;

import java.util.List;
import poca.ai.reading.Measurement;

/// What a measurement says by itself or beside a symptom, a condition or an age.
///
/// For clinicians: `docs/clinical-rules.md`, which says how each source was checked.
final class MeasurementRules {

  private static final String NEWS =
      "Royal College of Physicians, National Early Warning Score (NEWS) 2 (2017): a single score of"
          + " 3";
  private static final String NEWS_TWO =
      "Royal College of Physicians, National Early Warning Score (NEWS) 2 (2017): a single score of"
          + " 2";
  private static final String SEPSIS_CHILD =
      "NICE NG51 (2016) and NG254 (2025), suspected sepsis in under 16s: high-risk criteria by age";
  private static final String FEVER_CHILD =
      "NICE NG143 (2019, updated 2021), fever in under 5s, traffic light table: amber";
  private static final String KETOACIDOSIS =
      "NHS, Diabetic ketoacidosis: over 3 mmol/L in blood or over 2+ in urine; JBDS 02 (2023): 3"
          + " mmol/L and over, 2+ and over";
  private static final String HYPOGLYCAEMIA =
      "International Hypoglycaemia Study Group (2017): below 3.0 mmol/L is serious; JBDS 01 (2023):"
          + " 4 is the floor";
  private static final String PARACETAMOL_SOURCE =
      "TOXBASE and MHRA (2012), paracetamol: hospital from 75 mg/kg in 24"
          + " hours; BNF: at most 4 g in 24 hours";
  private static final String HYPERTENSION_PREGNANCY =
      "NICE NG133 (2019), hypertension in pregnancy";
  private static final String ASTHMA_ATTACK =
      "BTS/SIGN 158 (2019), British guideline on the management of asthma";

  static final List<Rule> ALL =
      List.of(
          red(
              "oxygen.low",
              "oxygen saturation of 92 % or less",
              "NHS England, pulse oximetry at home (2020): 92 % or less is an emergency; " + NEWS,
              below(OXYGEN, 93),
              not(takes("copd"))),
          red(
              "oxygen.low-copd",
              "oxygen saturation below 88 % with COPD",
              "BTS guideline for oxygen use (2017): target 88 to 92 % in COPD",
              below(OXYGEN, 88),
              takes("copd")),
          yellow(
              "oxygen.lowish",
              "oxygen saturation of 93 or 94 %",
              "NHS England, pulse oximetry at home (2020): 93 or 94 % is to be told the same day",
              below(OXYGEN, 95),
              not(takes("copd"))),
          red(
              "pressure.crisis",
              "blood pressure from 180/120 with symptoms",
              "NICE NG136 (2019, updated 2023), 1.5: same-day referral with life-threatening"
                  + " symptoms; International Society of Hypertension (2020): hypertensive emergency",
              either(atLeast(SYSTOLIC, 180), atLeast(DIASTOLIC, 120)),
              any(
                  HEADACHE,
                  WORST_HEADACHE,
                  VISION_CHANGE,
                  VISION_LOSS,
                  CHEST_PAIN,
                  CHEST_PRESSURE,
                  BREATHLESS,
                  MILD_BREATHLESS,
                  CONFUSION,
                  DROWSY,
                  NAUSEA,
                  VOMITING,
                  NUMBNESS,
                  ONE_SIDED_WEAKNESS,
                  SPEECH_TROUBLE,
                  SEIZURE,
                  NOSEBLEED,
                  BACK_PAIN,
                  FAINTED)),
          yellow(
              "pressure.high",
              "blood pressure from 180/120 without symptoms",
              "NICE NG136 (2019, updated 2023), 1.5: tests for organ damage as soon as possible",
              either(atLeast(SYSTOLIC, 180), atLeast(DIASTOLIC, 120))),
          red(
              "pressure.low",
              "systolic blood pressure below 90 in an adult",
              NEWS,
              fromYears(16),
              below(SYSTOLIC, 90)),
          yellow(
              "pressure.lowish",
              "systolic blood pressure of 90 to 100 with dizziness or fainting",
              NEWS_TWO,
              fromYears(16),
              below(SYSTOLIC, 101),
              any(DIZZY, FAINTED, LOST_BALANCE)),
          red(
              "pressure.pregnancy-severe",
              "blood pressure from 160/110 in pregnancy or after birth",
              HYPERTENSION_PREGNANCY + ": severe hypertension, admit",
              known(PREGNANT, POSTPARTUM),
              either(atLeast(SYSTOLIC, 160), atLeast(DIASTOLIC, 110))),
          red(
              "pressure.pre-eclampsia",
              "blood pressure from 140/90 in pregnancy or after birth with signs of pre-eclampsia",
              HYPERTENSION_PREGNANCY + "; NHS, Pre-eclampsia",
              known(PREGNANT, POSTPARTUM),
              either(atLeast(SYSTOLIC, 140), atLeast(DIASTOLIC, 90)),
              any(
                  HEADACHE,
                  VISION_CHANGE,
                  VISION_LOSS,
                  ABDOMINAL_PAIN,
                  FACE_SWELLING,
                  SWELLING,
                  VOMITING,
                  BREATHLESS)),
          yellow(
              "pressure.pregnancy",
              "blood pressure from 140/90 in pregnancy or after birth",
              HYPERTENSION_PREGNANCY + ": hypertension from 140/90",
              known(PREGNANT, POSTPARTUM),
              either(atLeast(SYSTOLIC, 140), atLeast(DIASTOLIC, 90))),
          red(
              "pulse.fast",
              "a pulse of 131 or more at rest in an adult",
              NEWS,
              fromYears(16),
              atLeast(PULSE, 131)),
          red(
              "pulse.slow",
              "a pulse of 40 or less in an adult",
              NEWS,
              fromYears(16),
              below(PULSE, 41)),
          yellow(
              "pulse.fastish",
              "a pulse of 111 to 130 at rest in an adult",
              NEWS_TWO,
              fromYears(16),
              atLeast(PULSE, 111)),
          red(
              "pulse.child-fast",
              "a very fast pulse for the age of a child",
              SEPSIS_CHILD,
              either(
                  both(years(0, 1), atLeast(PULSE, 160)),
                  both(years(1, 3), atLeast(PULSE, 150)),
                  both(years(3, 5), atLeast(PULSE, 140)),
                  both(years(5, 6), atLeast(PULSE, 130)),
                  both(years(6, 8), atLeast(PULSE, 120)),
                  both(years(8, 12), atLeast(PULSE, 115)),
                  both(years(12, 16), atLeast(PULSE, 131)))),
          red(
              "pulse.child-slow",
              "a pulse below 60 in a child",
              SEPSIS_CHILD,
              youngerThanYears(12),
              below(PULSE, 60)),
          red(
              "breathing.rate-fast",
              "25 breaths a minute or more in an adult",
              NEWS,
              fromYears(16),
              atLeast(BREATHING_RATE, 25)),
          red("breathing.rate-slow", "8 breaths a minute or less", NEWS, below(BREATHING_RATE, 9)),
          yellow(
              "breathing.rate-fastish",
              "21 to 24 breaths a minute in an adult",
              NEWS_TWO,
              fromYears(16),
              atLeast(BREATHING_RATE, 21)),
          red(
              "breathing.child-rate",
              "very fast breathing for the age of a child",
              SEPSIS_CHILD + "; NICE NG143: over 60 at any age",
              either(
                  both(years(0, 1), atLeast(BREATHING_RATE, 60)),
                  both(years(1, 3), atLeast(BREATHING_RATE, 50)),
                  both(years(3, 5), atLeast(BREATHING_RATE, 40)),
                  both(years(5, 6), atLeast(BREATHING_RATE, 29)),
                  both(years(6, 8), atLeast(BREATHING_RATE, 27)),
                  both(years(8, 16), atLeast(BREATHING_RATE, 25)))),
          yellow(
              "breathing.child-rate-raised",
              "fast breathing for the age of a small child",
              FEVER_CHILD,
              either(
                  both(years(0, 1), atLeast(BREATHING_RATE, 50)),
                  both(years(1, 5), atLeast(BREATHING_RATE, 40)))),
          red(
              "glucose.very-low",
              "blood glucose below 3.0 mmol/L (54 mg/dL)",
              HYPOGLYCAEMIA,
              below(GLUCOSE, 2.995)),
          red(
              "glucose.low-signs",
              "blood glucose below 4 mmol/L (72 mg/dL) with drowsiness, confusion, sweating or"
                  + " shaking",
              HYPOGLYCAEMIA + "; NHS, Low blood sugar",
              below(GLUCOSE, 4),
              any(DROWSY, CONFUSION, SWEATING, TREMOR, SEIZURE, FAINTED, DIZZY, PALPITATIONS)),
          yellow(
              "glucose.low",
              "blood glucose below 4 mmol/L (72 mg/dL)",
              HYPOGLYCAEMIA,
              below(GLUCOSE, 4)),
          red(
              "ketones.high",
              "ketones of 3 mmol/L or more, or over 2+ in urine, with diabetes or high glucose",
              KETOACIDOSIS,
              either(atLeast(KETONES, 3), atLeast(URINE_KETONES, 3)),
              either(
                  known(DIABETES),
                  takes("insulin"),
                  takes("sglt2"),
                  takes("sulfonylurea"),
                  takes("metformin"),
                  atLeast(GLUCOSE, 11))),
          yellow(
              "ketones.raised",
              "ketones of 1.5 mmol/L or more, or 2+ in urine",
              "NHS, Diabetic ketoacidosis: 1.6 to 3 mmol/L is a risk; ours is 1.5",
              either(atLeast(KETONES, 1.5), atLeast(URINE_KETONES, 2))),
          red(
              "ketones.ill",
              "ketones of 1.5 mmol/L or more with vomiting, abdominal pain or drowsiness",
              "NICE NG17 and NG18: features of ketoacidosis; NHS, Diabetic ketoacidosis",
              either(atLeast(KETONES, 1.5), atLeast(URINE_KETONES, 2)),
              any(VOMITING, PERSISTENT_VOMITING, DROWSY, CONFUSION, FAST_BREATHING, BREATHLESS),
              either(known(DIABETES), takes("insulin"), takes("sglt2"), atLeast(GLUCOSE, 11))),
          red(
              "glucose.very-high",
              "blood glucose of 30 mmol/L (540 mg/dL) or more, or too high for the meter",
              "JBDS 06 (2022), hyperosmolar hyperglycaemic state: 30 mmol/L or more",
              atLeast(GLUCOSE, 30)),
          red(
              "glucose.high-ill",
              "blood glucose over 11 mmol/L (200 mg/dL) with vomiting, fast breathing, drowsiness"
                  + " or abdominal pain",
              "NICE NG17 and NG18: features of ketoacidosis",
              atLeast(GLUCOSE, 11.1),
              any(
                  VOMITING,
                  PERSISTENT_VOMITING,
                  ABDOMINAL_PAIN,
                  DROWSY,
                  CONFUSION,
                  FAST_BREATHING,
                  BREATHLESS)),
          red(
              "glucose.child",
              "blood glucose over 11 mmol/L (200 mg/dL) in a child without known diabetes",
              "NICE NG18 (2015), diabetes in children: refer the same day",
              youngerThanYears(16),
              atLeast(GLUCOSE, 11.1),
              not(known(DIABETES)),
              not(takes("insulin"))),
          yellow(
              "glucose.high",
              "blood glucose of 15 mmol/L (270 mg/dL) or more",
              "NHS, High blood sugar; American Diabetes Association: test ketones from 240 mg/dL;"
                  + " ours is 270",
              atLeast(GLUCOSE, 14.9)),
          red(
              "peak-flow.half",
              "a peak flow of half the best or less",
              ASTHMA_ATTACK + ": acute severe, 33 to 50 % of best",
              below(PEAK_FLOW_SHARE, 50.1)),
          yellow(
              "peak-flow.three-quarters",
              "a peak flow of 50 to 75 % of the best",
              ASTHMA_ATTACK + ": moderate, 50 to 75 % of best",
              below(PEAK_FLOW_SHARE, 75.1)),
          red(
              "inr.very-high",
              "an INR above 8, or above 5 with bleeding",
              "British Society for Haematology (2011), oral anticoagulation with warfarin",
              either(
                  atLeast(INR, 8.01),
                  both(
                      atLeast(INR, 5.01),
                      any(
                          BLEEDING,
                          NOSEBLEED,
                          BLOOD,
                          BLOOD_URINE,
                          BLOODY_STOOL,
                          VAGINAL_BLEEDING,
                          BLEEDING_GUMS,
                          EASY_BRUISING,
                          HEADACHE)))),
          yellow(
              "inr.high",
              "an INR above 5",
              "British Society for Haematology (2011), oral anticoagulation with warfarin",
              atLeast(INR, 5.01)),
          red(
              "poison.paracetamol",
              "more than 4 g of paracetamol in a day, or 75 mg or more per kg of weight",
              PARACETAMOL_SOURCE,
              either(atLeast(PARACETAMOL, 4_001), perKilogram(PARACETAMOL, 75))),
          red(
              "seizure.five-minutes",
              "a seizure of 5 minutes or more",
              "NICE NG217 (2022), epilepsies: convulsive status epilepticus from 5 minutes",
              atLeast(SEIZURE_MINUTES, 5)),
          red(
              "bleeding.pads",
              "two soaked pads an hour, or one in pregnancy or after birth",
              "American College of Obstetricians and Gynecologists, heavy bleeding: a pad an hour"
                  + " for hours; AWHONN, Post-birth warning signs: one pad an hour",
              either(
                  atLeast(PADS, 2),
                  both(
                      atLeast(PADS, 1),
                      either(known(PREGNANT, POSTPARTUM), atLeast(DAYS_AFTER_BIRTH, 0))))),
          yellow(
              "bleeding.pad-an-hour",
              "a soaked pad an hour",
              "American College of Obstetricians and Gynecologists, heavy menstrual bleeding; NHS,"
                  + " Heavy periods",
              atLeast(PADS, 0.5)),
          red(
              "pregnancy.preterm",
              "contractions or leaking fluid before 37 weeks of pregnancy",
              "NICE NG25 (2015), preterm labour and birth",
              below(PREGNANCY_WEEKS, 37),
              any(CONTRACTIONS, WATERS_BROKEN)),
          red(
              "pregnancy.bleeding-late",
              "bleeding from 24 weeks of pregnancy",
              "RCOG Green-top Guideline 63, antepartum haemorrhage",
              atLeast(PREGNANCY_WEEKS, 24),
              any(BLEEDING, VAGINAL_BLEEDING, HEAVY_BLEEDING),
              not(any(BLEEDING_GUMS, NOSEBLEED))),
          red(
              "postpartum.infection",
              "fever within 6 weeks of birth with chills, pain, bleeding, confusion or fast"
                  + " breathing",
              "RCOG Green-top Guideline 64 (2025), maternal sepsis; NICE NG194 (2021), postnatal"
                  + " care",
              below(DAYS_AFTER_BIRTH, 43),
              fever(),
              any(
                  CHILLS,
                  ABDOMINAL_PAIN,
                  PELVIC_PAIN,
                  VAGINAL_BLEEDING,
                  VAGINAL_DISCHARGE,
                  CONFUSION,
                  FAST_BREATHING,
                  BREATHLESS,
                  DIZZY,
                  FAINTED)),
          red(
              "postpartum.clot",
              "a swollen leg, chest pain or trouble breathing within 6 weeks of birth",
              "RCOG Green-top Guideline 37b (2015), thromboembolism in pregnancy and puerperium",
              below(DAYS_AFTER_BIRTH, 43),
              any(LEG_SWELLING, CHEST_PAIN, BREATHLESS, COUGHING_BLOOD)),
          yellow(
              "weight.gain-heart",
              "2 kg or more gained with heart disease",
              "European Society of Cardiology (2021), heart failure: more than 2 kg in 3 days",
              atLeast(Measurement.Kind.WEIGHT_GAIN, 2),
              known(HEART_DISEASE)));

  private MeasurementRules() {}
}
