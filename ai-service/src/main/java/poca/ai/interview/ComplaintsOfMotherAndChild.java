package poca.ai.interview;

import static poca.ai.interview.Asking.*;
import static poca.ai.interview.Complaint.*;
import static poca.ai.interview.Topic.*;
import static poca.ai.reading.Finding.*;

import java.util.List;
import poca.ai.reading.Ask;

/// The table of complaints of the first year of life, of pregnancy and after birth.
final class ComplaintsOfMotherAndChild {

  static final List<Complaint> ALL =
      List.of(
          // The first year of life
          baby(
              "newborn or infant fever",
              "the fever",
              on(FEVER),
              asking(
                  AGE,
                  TEMPERATURE,
                  FEEDING,
                  anyOf(DROWSY, RASH, BREATHLESS),
                  WET_DIAPERS,
                  DURATION,
                  REMEDY),
              "Does the age call for an examination today?",
              "Is a search for the source of the fever needed?",
              SEE),
          baby(
              "jaundice",
              "the yellow colour",
              on(JAUNDICE, JAUNDICE_FROM_BIRTH, PALE_STOOL),
              asking(
                  AGE,
                  about(Ask.DURATION, "on which day of life did {it} start?"),
                  FEEDING,
                  anyOf(DROWSY, FEVER, ABNORMAL_CRY),
                  about(Ask.STOOL_COLOUR, "what colour are the stools?"),
                  WET_DIAPERS),
              "Is a bilirubin measurement needed, and when?",
              "Is feeding sufficient, or is weight to be checked?",
              SEE),
          baby(
              "umbilical cord",
              "the problem with the cord",
              on(CORD, CORD_INFECTED, CORD_BLEEDING),
              asking(AGE, anyOf(CORD_INFECTED, CORD_BLEEDING, FEVER), DURATION, FEEDING, REMEDY),
              "Is there an infection of the navel that needs an examination?",
              SEE),
          baby(
              "vomiting",
              "the vomiting",
              on(
                  VOMITING,
                  PERSISTENT_VOMITING,
                  GREEN_VOMIT,
                  BLOOD_VOMIT,
                  PROJECTILE_VOMIT,
                  SPIT_UP),
              asking(
                  AGE,
                  about(Ask.VOMIT_LOOK, "what colour is the vomit?"),
                  WET_DIAPERS,
                  DURATION,
                  anyOf(FEVER, PROJECTILE_VOMIT, DIARRHOEA),
                  FEEDING,
                  TIMES),
              "Is there a sign of obstruction or dehydration that needs an examination?",
              SEE),
          baby(
              "diarrhoea",
              "the diarrhoea",
              on(DIARRHOEA, BLOODY_STOOL),
              asking(
                  AGE,
                  WET_DIAPERS,
                  anyOf(BLOODY_STOOL, FEVER, VOMITING),
                  DURATION,
                  FEEDING,
                  TIMES,
                  REMEDY),
              "Is the fluid intake enough, or is rehydration to be supervised?",
              SEE),
          baby(
              "diaper output",
              "this problem",
              on(NO_URINE, LITTLE_URINE, CONSTIPATION),
              asking(
                  AGE, WET_DIAPERS, FEEDING, anyOf(DROWSY, VOMITING, FEVER), DURATION, FEED_TYPE),
              "Is there dehydration that needs an examination?",
              "Is feeding sufficient, or is weight to be checked?",
              SEE),
          baby(
              "feeding",
              "the feeding problem",
              on(NOT_FEEDING, POOR_FEEDING, POOR_DRINKING, POOR_APPETITE),
              asking(AGE, WET_DIAPERS, anyOf(DROWSY, FEVER, VOMITING), DURATION, FEED_TYPE, REMEDY),
              "Is weight to be checked, or feeding to be observed?",
              SEE),
          baby(
              "crying",
              "the crying",
              on(CRYING, INCONSOLABLE, ABNORMAL_CRY),
              asking(
                  AGE,
                  anyOf(FEVER, VOMITING, INCONSOLABLE),
                  FEEDING,
                  DURATION,
                  WET_DIAPERS,
                  anyOf(BLOODY_STOOL, RASH),
                  REMEDY),
              "Is an examination needed to find a cause of the crying?",
              SEE),
          // The mother
          any(
              "pregnancy",
              "this problem",
              on(LESS_MOVEMENT, WATERS_BROKEN, CONTRACTIONS, PREGNANT),
              asking(
                  about(Ask.PREGNANCY_WEEKS, "how many weeks pregnant {are}?"),
                  anyOf(VAGINAL_BLEEDING, ABDOMINAL_PAIN, WATERS_BROKEN),
                  DURATION,
                  anyOf(HEADACHE, VISION_CHANGE, FEVER),
                  REMEDY),
              "Is an examination of mother and unborn child needed today?",
              SEE),
          any(
              "after birth",
              "this problem",
              on(POSTPARTUM),
              asking(
                  about(Ask.BIRTH_WHEN, "how many days ago was the birth?"),
                  anyOf(VAGINAL_BLEEDING, FEVER, LEG_SWELLING),
                  DURATION,
                  anyOf(HEADACHE, ABDOMINAL_PAIN, BREAST_PAIN),
                  REMEDY),
              "Is there an infection or bleeding after birth that needs an examination?",
              SEE),
          any(
              "breast and lactation",
              "the breast problem",
              on(BREAST_PAIN, LOW_MILK),
              asking(
                  anyOf(FEVER, CHILLS, LUMP),
                  DURATION,
                  about(Ask.BIRTH_WHEN, "how many days ago was the birth?"),
                  SEVERITY,
                  REMEDY),
              "Is an examination of the breast needed?",
              "Which medicines are suitable during breastfeeding?",
              SEE));

  private ComplaintsOfMotherAndChild() {}
}
