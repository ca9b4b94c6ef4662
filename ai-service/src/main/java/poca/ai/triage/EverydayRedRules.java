package poca.ai.triage;

import static poca.ai.reading.Finding.*;
import static poca.ai.triage.Rule.red;
import static poca.ai.triage.Sign.*;

import java.util.List;

/// The emergencies that are told with the words of an everyday complaint: a stye with the whole lid
/// swollen and fever, a hernia that is stuck, a child that is thirsty.
///
/// For clinicians: `docs/clinical-rules.md`, which says how each source was checked.
final class EverydayRedRules {

  private static final String CKS = "NICE Clinical Knowledge Summaries";

  static final List<Rule> ALL =
      List.of(
          red(
              "eye.lid-fever",
              "a swollen eyelid with fever",
              CKS + ", cellulitis around the eye; NHS, Cellulitis",
              any(SWOLLEN_EYELID),
              fever()),
          red(
              "eye.pain-vision",
              "eye pain with changed vision, aversion to light, nausea or vomiting",
              CKS + ", red eye: acute glaucoma, keratitis, uveitis; NHS, Red eye",
              any(EYE_PAIN),
              any(VISION_CHANGE, LIGHT_SENSITIVE, NAUSEA, VOMITING)),
          red(
              "dental.spreading",
              "a tooth problem with trouble swallowing, breathing or opening the mouth",
              "NHS, Dental abscess: when to go to the emergency department",
              any(TOOTHACHE, TOOTH_PROBLEM, DENTAL_ABSCESS),
              any(TROUBLE_SWALLOWING, BREATHLESS, CANNOT_OPEN_MOUTH, SWOLLEN_EYELID)),
          red(
              "ear.mastoid",
              "swelling behind the ear with fever, ear pain or discharge",
              "NICE NG91, acute otitis media: mastoiditis",
              any(SWELLING_BEHIND_EAR),
              either(fever(), any(EAR_PAIN, EAR_DISCHARGE))),
          red(
              "airway.drooling",
              "drooling with noisy or difficult breathing or trouble swallowing",
              CKS + ", sore throat: epiglottitis",
              any(DROOLING),
              any(STRIDOR, BREATHLESS, TROUBLE_SWALLOWING, FOOD_STUCK)),
          red(
              "nosebleed.long",
              "a nosebleed for more than 10 minutes",
              "NHS, Nosebleed: go to the emergency department after 10 to 15 minutes",
              longerThanHours(0.17, NOSEBLEED),
              not(longerThanHours(6, NOSEBLEED))),
          red(
              "skin.infection-ill",
              "infected skin with confusion, drowsiness, fainting or trouble breathing",
              "NICE NG141, cellulitis; NICE NG253, suspected sepsis",
              any(SKIN_INFECTED),
              any(CONFUSION, DROWSY, FAINTED, BREATHLESS, FAST_BREATHING)),
          red(
              "heat.stroke",
              "too much sun or heat with confusion, drowsiness, fainting or a seizure",
              "NHS, Heat exhaustion and heatstroke",
              any(HEAT_EXHAUSTION, SUNBURN),
              any(CONFUSION, DROWSY, FAINTED, SEIZURE, UNCONSCIOUS, SPEECH_TROUBLE)),
          red(
              "hernia.stuck",
              "a hernia that cannot be pushed back, or one with vomiting or severe pain",
              "NHS, Hernia: when to go to the emergency department",
              any(HERNIA, HERNIA_STUCK),
              either(any(HERNIA_STUCK, VOMITING, PERSISTENT_VOMITING), painFrom(7))),
          red(
              "penis.emergency",
              "a foreskin stuck back or an erection that does not go down",
              "NHS, Tight foreskin (paraphimosis); NHS, Priapism",
              any(FORESKIN_STUCK, LASTING_ERECTION)),
          red(
              "leg.ischaemia",
              "a cold pale leg with pain or numbness",
              CKS + ", peripheral arterial disease: acute limb ischaemia",
              any(COLD_LIMB),
              any(PAIN, SEVERE_PAIN, LIMB_PAIN, NUMBNESS, SUDDEN)),
          red(
              "joint.septic",
              "a hot swollen joint with fever",
              CKS + ", gout: septic arthritis",
              any(HOT_JOINT),
              fever()),
          red(
              "child.limp-fever",
              "a child that limps or cannot stand on a leg, with fever",
              CKS + ", acute childhood limp: septic arthritis and osteomyelitis",
              youngerThanYears(16),
              any(LIMPING, CANNOT_BEAR_WEIGHT),
              fever()),
          red(
              "foot.diabetic-infected",
              "a foot ulcer or infection with diabetes and fever or spreading redness",
              "NICE NG19 (2015), diabetic foot problems: limb-threatening",
              known(DIABETES),
              any(FOOT_ULCER),
              either(fever(), any(SKIN_INFECTED))),
          red(
              "diabetes.child",
              "thirst with much urine, bedwetting or weight loss in a child",
              "NICE NG18 (2015), diabetes in children: refer the same day",
              youngerThanYears(16),
              any(THIRST),
              any(FREQUENT_URINE, NIGHT_URINE, BEDWETTING, WEIGHT_LOSS)),
          red(
              "alcohol.withdrawal-severe",
              "confusion after alcohol was stopped",
              "NICE CG100 (2010), alcohol-use disorders: acute withdrawal, delirium tremens",
              any(ALCOHOL_STOPPED),
              any(CONFUSION, SEIZURE)));

  private EverydayRedRules() {}
}
