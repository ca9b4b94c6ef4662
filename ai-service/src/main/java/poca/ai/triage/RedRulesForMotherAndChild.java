package poca.ai.triage;

import static poca.ai.reading.Finding.*;
import static poca.ai.triage.Rule.red;
import static poca.ai.triage.Sign.*;

import java.util.List;

/// Findings that cannot wait: the patient is told to seek emergency care and the doctor hears of it
/// at once.
///
/// For clinicians: `docs/clinical-rules.md`, which says how each source was checked.
final class RedRulesForMotherAndChild {

  private static final String MENINGITIS =
      "NICE NG240 (2024), 1.1: red flag combinations of meningitis and meningococcal disease";
  private static final String FEVER_CHILD =
      "NICE NG143 (2019, updated 2021), fever in under 5s, traffic light table: red";
  private static final String IMCI =
      "WHO IMCI chart booklet (2014): general danger signs, 2 months to 5 years";
  private static final String PSBI =
      "WHO, possible serious bacterial infection in young infants (2015): signs at 0 to 59 days";

  static final List<Rule> ALL =
      List.of(
          red(
              "infant.fever-under-3-months",
              "fever from 38.0 °C in an infant younger than 3 months",
              FEVER_CHILD,
              youngerThanDays(90),
              fever()),
          red(
              "infant.cold",
              "low temperature in a young infant, below 35.5 °C or cold to the touch",
              PSBI,
              youngerThanDays(60),
              either(temperatureBelow(35.5), any(COLD_TO_TOUCH))),
          red(
              "infant.not-feeding-young",
              "a young infant that does not feed",
              PSBI,
              youngerThanDays(60),
              any(NOT_FEEDING)),
          red(
              "infant.feeding-dry",
              "a young infant that feeds poorly with few wet diapers",
              PSBI + "; NICE CG84 (2009): decreased urine output",
              youngerThanDays(60),
              any(POOR_FEEDING, NOT_FEEDING),
              any(LITTLE_URINE, NO_URINE)),
          red(
              "infant.feeding-lethargic",
              "an infant that feeds poorly and is drowsy or floppy",
              IMCI + "; " + FEVER_CHILD,
              either(youngerThanYears(1), babyOfUnknownAge()),
              any(NOT_FEEDING, POOR_FEEDING, POOR_DRINKING, POOR_APPETITE),
              any(DROWSY, FLOPPY)),
          red(
              "infant.floppy",
              "a floppy infant",
              IMCI,
              either(youngerThanYears(5), babyOfUnknownAge()),
              any(FLOPPY)),
          red(
              "infant.drowsy-fever",
              "fever with unusual drowsiness in an infant",
              FEVER_CHILD,
              either(youngerThanYears(1), babyOfUnknownAge()),
              fever(),
              any(DROWSY)),
          red(
              "infant.fever-cry",
              "fever with a weak or high-pitched cry",
              FEVER_CHILD,
              either(youngerThanYears(1), babyOfUnknownAge()),
              fever(),
              any(ABNORMAL_CRY)),
          red(
              "infant.fontanelle",
              "bulging soft spot",
              FEVER_CHILD + "; " + MENINGITIS,
              any(BULGING_FONTANELLE)),
          red(
              "infant.no-urine",
              "no wet diaper for 8 hours or more in an infant",
              "NHS, Healthier Together (Frimley), fever: 8 hours under 3 months, 12 above; ours is 8"
                  + " for all",
              either(youngerThanYears(1), babyOfUnknownAge()),
              longerThanHours(7.9, NO_URINE)),
          red(
              "infant.green-vomit",
              "green vomit in an infant",
              "NICE CG84 (2009), 1.1.1.4: bilious vomit points to more than gastroenteritis",
              either(youngerThanYears(1), babyOfUnknownAge()),
              any(GREEN_VOMIT)),
          red(
              "infant.jaundice-first-day",
              "jaundice in the first 24 hours of life",
              "NICE CG98 (2010, updated 2016), jaundice in newborn babies",
              any(JAUNDICE),
              either(youngerThanDays(1.1), any(JAUNDICE_FROM_BIRTH)),
              either(youngerThanDays(90), babyOfUnknownAge())),
          red(
              "infant.jaundice-drowsy",
              "jaundice in a newborn that feeds poorly or is drowsy",
              "NICE CG98 (2010, updated 2016); " + PSBI,
              either(youngerThanDays(60), babyOfUnknownAge()),
              any(JAUNDICE),
              any(DROWSY, FLOPPY, NOT_FEEDING, POOR_FEEDING, ABNORMAL_CRY)),
          red(
              "infant.breathing",
              "fast or difficult breathing in a young infant",
              PSBI,
              youngerThanDays(60),
              any(FAST_BREATHING, BREATHLESS, CHEST_INDRAWING, STRIDOR)),
          red(
              "child.chest-indrawing",
              "chest drawn in or grunting",
              FEVER_CHILD + "; " + IMCI,
              any(CHEST_INDRAWING)),
          red(
              "child.stridor",
              "noisy breathing with trouble breathing or drowsiness in a child",
              IMCI,
              youngerThanYears(5),
              any(STRIDOR),
              any(BREATHLESS, DROWSY, POOR_DRINKING)),
          red(
              "child.stiff-neck",
              "fever with stiff neck in a child",
              FEVER_CHILD,
              youngerThanYears(5),
              fever(),
              any(STIFF_NECK)),
          red(
              "child.bloody-stool",
              "blood in the stool with crying or vomiting in a small child",
              "Manchester Triage System; paediatric teaching on intussusception",
              either(youngerThanYears(2), babyOfUnknownAge()),
              any(BLOODY_STOOL),
              any(INCONSOLABLE, VOMITING, DROWSY)),
          red(
              "child.cannot-drink",
              "vomits everything or cannot drink, with drowsiness",
              IMCI,
              youngerThanYears(5),
              any(PERSISTENT_VOMITING, POOR_DRINKING),
              any(DROWSY)),
          red(
              "pregnancy.bleeding-pain",
              "bleeding with abdominal pain in pregnancy",
              "NICE NG126, ectopic pregnancy and miscarriage",
              known(PREGNANT),
              any(ABDOMINAL_PAIN, PAIN, CONTRACTIONS),
              any(BLEEDING, VAGINAL_BLEEDING, HEAVY_BLEEDING)),
          red(
              "pregnancy.severe-pain",
              "severe abdominal pain in pregnancy",
              "NICE NG126; WHO pregnancy danger signs",
              known(PREGNANT),
              any(ABDOMINAL_PAIN),
              painFrom(7)),
          red(
              "pregnancy.movements",
              "the unborn baby moves less",
              "RCOG Green-top Guideline 57, reduced fetal movements",
              known(PREGNANT),
              any(LESS_MOVEMENT)),
          red(
              "pregnancy.pre-eclampsia",
              "headache in pregnancy with changed vision or swelling of face",
              "NICE NG133 (2019), hypertension in pregnancy; NHS, Pre-eclampsia",
              known(PREGNANT),
              any(HEADACHE),
              any(VISION_CHANGE, VISION_LOSS, FACE_SWELLING)),
          red(
              "pregnancy.waters",
              "leaking fluid in pregnancy",
              "WHO pregnancy danger signs; NICE NG25",
              known(PREGNANT),
              any(WATERS_BROKEN)));

  private RedRulesForMotherAndChild() {}
}
