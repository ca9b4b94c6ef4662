package poca.ai.draft;

import static poca.ai.reading.Finding.*;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import poca.ai.reading.Finding;

/// What a doctor would answer to a complaint that is no emergency.
///
/// @param to the findings it is for
/// @param text what to do
/// @param comeBack what must not be waited with
/// @param visit whether a doctor wants to see it whatever the rules say
record Advice(Set<Finding> to, String text, String comeBack, boolean visit) {

  /// The most serious first. General advice of the WHO's home care and NICE's self-care pages; no
  /// diagnosis and no prescription.
  private static final List<Advice> GENERAL =
      List.of(
          visit(
              "Rest until I have examined you.",
              "the pain comes back at rest, spreads, or you get breathless or sweaty",
              CHEST_PAIN,
              CHEST_PRESSURE,
              PALPITATIONS),
          visit(
              "Feed every 2 to 3 hours. The yellow colour should be checked by daylight and with a"
                  + " blood test.",
              "feeding gets poor, the stool is pale, or the baby is hard to wake",
              JAUNDICE),
          home(
              "Sit upright, keep to fresh air and rest.",
              "speaking gets hard or the lips look blue",
              BREATHLESS,
              MILD_BREATHLESS,
              WHEEZE,
              FAST_BREATHING),
          home(
              "Rest, light clothes and plenty to drink.",
              "there is drowsiness, trouble breathing, a new rash, or nothing is drunk",
              FEVER,
              CHILLS),
          home(
              "Warm drinks and rest, saline drops for a blocked nose.",
              "breathing gets fast or hard, or it lasts beyond 3 weeks",
              COUGH,
              DRY_COUGH,
              WET_COUGH,
              COLD,
              RUNNY_NOSE,
              SORE_THROAT),
          home(
              "Small plain meals and enough to drink, no alcohol, no ibuprofen or aspirin.",
              "the pain becomes constant or moves to the lower right, or there is blood",
              ABDOMINAL_PAIN,
              INDIGESTION),
          home(
              "Smaller, more frequent feeds, held upright for 20 minutes after each.",
              "two feeds are refused, there are fewer than 4 wet diapers a day, or the vomit is"
                  + " green",
              SPIT_UP,
              POOR_FEEDING,
              CRYING),
          home(
              "Rest in a dark, quiet room, drink enough and eat regularly.",
              "it is sudden and the worst ever, or there is weakness, confusion or a stiff neck",
              HEADACHE,
              DIZZY),
          home(
              "Keep the skin cool and dry, nothing new on it. Send me a photo in daylight.",
              "the face swells, breathing gets hard, or spots do not fade when pressed",
              RASH,
              HIVES,
              ITCH),
          home(
              "Keep the ear dry and put nothing into it.",
              "there is discharge, swelling behind the ear, or fever beyond 2 days",
              EAR_PAIN),
          visit(
              "Drink plenty; I need a urine sample before choosing a medicine.",
              "there is fever, back pain, vomiting or blood",
              BURNING_URINE,
              FREQUENT_URINE,
              BLOOD_URINE),
          home(
              "Keep moving gently, use warmth, avoid heavy lifting.",
              "there is numbness, weakness, or trouble with bladder or bowels",
              BACK_PAIN,
              LIMB_PAIN),
          home(
              "More water, fruit and fibre, and a walk every day.",
              "there is strong pain, vomiting or blood",
              CONSTIPATION),
          home(
              "Keep feeding or expressing, warm before and cool after.",
              "there is fever or a red, hot area, or it is not better in 24 hours",
              BREAST_PAIN,
              LOW_MILK),
          home(
              "Cool it for 15 minutes several times a day, keep it raised and rest it.",
              "it cannot be moved or loaded, goes numb, or the swelling grows",
              INJURY,
              SWELLING),
          home(
              "Warmth on the belly and gentle movement.",
              "the bleeding is heavy or you feel faint",
              PERIOD_PROBLEM),
          home(
              "Regular sleep times, no coffee or screens late, and talk to somebody close.",
              "you think of harming yourself: then call at once",
              ANXIETY,
              LOW_MOOD,
              INSOMNIA));

  static final List<Advice> ALL =
      Stream.of(EverydayAdvice.TO_BE_SEEN, GENERAL, EverydayAdvice.AT_HOME)
          .flatMap(List::stream)
          .toList();

  static final Set<Finding> LOSING_FLUID = Set.of(DIARRHOEA, VOMITING, NAUSEA, PERSISTENT_VOMITING);

  /// For which paracetamol is an answer. Not for pain in chest or belly, which it would hide.
  static final Set<Finding> FEVER_OR_PAIN =
      Set.of(
          FEVER,
          HEADACHE,
          EAR_PAIN,
          SORE_THROAT,
          BODY_ACHE,
          TOOTHACHE,
          BACK_PAIN,
          LIMB_PAIN,
          PERIOD_PROBLEM);

  static Advice home(String text, String comeBack, Finding... to) {
    return new Advice(Set.of(to), text, comeBack, false);
  }

  static Advice visit(String text, String comeBack, Finding... to) {
    return new Advice(Set.of(to), text, comeBack, true);
  }
}
