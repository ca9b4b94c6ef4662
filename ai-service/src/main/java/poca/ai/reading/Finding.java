package poca.ai.reading;

import org.jspecify.annotations.Nullable;

/// What a patient can say about a body, with the words in which a doctor and a question name it.
///
/// Every label is itself read as its finding (a test holds this), so a question that lists labels
/// can be understood again from its text.
public enum Finding {
  // General
  FEVER("fever"),
  CHILLS("chills"),
  SWEATING("sweating"),
  NIGHT_SWEATS("night sweats"),
  FATIGUE("tiredness"),
  POOR_APPETITE("poor appetite"),
  WEIGHT_LOSS("weight loss"),
  BODY_ACHE("body aches"),
  PAIN("pain"),
  SEVERE_PAIN("severe pain"),
  SWELLING("swelling"),
  LUMP("a lump"),
  DIZZY("dizziness"),
  FAINTED("fainting", Kind.EVENT),
  INSOMNIA("trouble sleeping"),
  // Chest and airways
  COUGH("cough"),
  WET_COUGH("cough with phlegm"),
  DRY_COUGH("dry cough"),
  COLD("a cold"),
  RUNNY_NOSE("runny nose"),
  SORE_THROAT("sore throat"),
  WHEEZE("wheezing"),
  BREATHLESS("trouble breathing"),
  BREATHLESS_SEVERE("severe trouble breathing"),
  MILD_BREATHLESS("mild breathlessness"),
  BLUE_LIPS("blue lips"),
  FAST_BREATHING("fast breathing"),
  CHEST_INDRAWING("drawing in of the ribs"),
  STRIDOR("noisy breathing"),
  NOT_BREATHING("pauses in breathing", Kind.EVENT),
  COUGHING_BLOOD("coughing up blood", Kind.EVENT),
  CHOKING("choking"),
  EAR_PAIN("ear pain"),
  EYE_PROBLEM("red eyes"),
  TOOTHACHE("toothache"),
  // Heart
  CHEST_PAIN("chest pain"),
  CHEST_PRESSURE("pressure on the chest"),
  RADIATING("pain spreading to the arm", Kind.SYMPTOM),
  PALPITATIONS("palpitations"),
  LEG_SWELLING("a swollen leg"),
  HEART_ATTACK_NOW("a heart attack or stroke feared now", Kind.EVENT),
  // Head and nerves
  HEADACHE("headache"),
  WORST_HEADACHE("worst headache ever", Kind.EVENT),
  FACE_DROOP("drooping face", Kind.EVENT),
  ONE_SIDED_WEAKNESS("weakness on one side", Kind.EVENT),
  SPEECH_TROUBLE("slurred speech", Kind.EVENT),
  VISION_LOSS("loss of vision", Kind.EVENT),
  VISION_CHANGE("blurred vision"),
  LOST_BALANCE("loss of balance"),
  NUMBNESS("numbness"),
  CONFUSION("confusion"),
  SEIZURE("seizure", Kind.EVENT),
  UNCONSCIOUS("loss of consciousness", Kind.EVENT),
  UNRESPONSIVE("no response when spoken to", Kind.EVENT),
  DROWSY("unusual drowsiness"),
  FLOPPY("floppy body"),
  LESS_ACTIVE("less active than usual"),
  STIFF_NECK("stiff neck"),
  LIGHT_SENSITIVE("sensitivity to light"),
  BULGING_FONTANELLE("bulging soft spot"),
  SUNKEN_FONTANELLE("sunken soft spot"),
  // Belly, fluids
  ABDOMINAL_PAIN("abdominal pain"),
  LOWER_RIGHT_PAIN("lower right abdominal pain"),
  RIGID_BELLY("hard abdomen"),
  INDIGESTION("indigestion"),
  VOMITING("vomiting"),
  PERSISTENT_VOMITING("repeated vomiting"),
  GREEN_VOMIT("green vomit", Kind.EVENT),
  BLOOD_VOMIT("blood in vomit", Kind.EVENT),
  NAUSEA("nausea"),
  DIARRHOEA("diarrhoea"),
  BLOODY_STOOL("blood in stool", Kind.EVENT),
  BLACK_STOOL("black stool", Kind.EVENT),
  CONSTIPATION("constipation"),
  POOR_DRINKING("drinking poorly"),
  NO_URINE("no urine passed"),
  LITTLE_URINE("less urine than usual"),
  DRY_MOUTH("dry mouth"),
  SUNKEN_EYES("sunken eyes"),
  NO_TEARS("no tears"),
  // Infants
  NOT_FEEDING("not feeding"),
  POOR_FEEDING("poor feeding"),
  SPIT_UP("spitting up"),
  PROJECTILE_VOMIT("projectile vomiting"),
  CRYING("crying"),
  INCONSOLABLE("inconsolable crying"),
  ABNORMAL_CRY("high-pitched cry"),
  JAUNDICE("yellow skin"),
  JAUNDICE_FROM_BIRTH("yellow skin since birth"),
  PALE_STOOL("pale stool"),
  DARK_URINE("dark urine"),
  CORD("umbilical cord"),
  CORD_INFECTED("redness around the navel"),
  CORD_BLEEDING("bleeding from the navel"),
  COLD_TO_TOUCH("cold to touch"),
  // Skin
  RASH("rash"),
  NON_BLANCHING("non-blanching rash", Kind.EVENT),
  HIVES("hives"),
  ITCH("itching"),
  FACE_SWELLING("swelling of the face"),
  THROAT_CLOSING("throat closing"),
  ANAPHYLAXIS("anaphylaxis", Kind.EVENT),
  // Bleeding, injury, poison
  BLOOD("blood"),
  BLEEDING("bleeding"),
  HEAVY_BLEEDING("bleeding that does not stop", Kind.EVENT),
  NOSEBLEED("nosebleed"),
  INJURY("injury", Kind.EVENT),
  HEAD_INJURY("head injury", Kind.EVENT),
  FRACTURE("broken bone", Kind.EVENT),
  BURN("burn injury", Kind.EVENT),
  BITE("animal bite", Kind.EVENT),
  INSECT_STING("insect sting", Kind.EVENT),
  SNAKE_BITE("snake bite", Kind.EVENT),
  OVERDOSE("overdose", Kind.EVENT),
  POISONING("swallowed poison", Kind.EVENT),
  // Urine and genitals
  BURNING_URINE("pain on passing urine"),
  FREQUENT_URINE("frequent urine"),
  BLOOD_URINE("blood in urine", Kind.EVENT),
  FLANK_PAIN("flank pain"),
  CANNOT_PASS_URINE("inability to pass urine"),
  TESTICLE_PAIN("testicle pain"),
  PERIOD_PROBLEM("period pain"),
  // Mother
  VAGINAL_BLEEDING("vaginal bleeding", Kind.EVENT),
  WATERS_BROKEN("leaking fluid"),
  LESS_MOVEMENT("reduced baby movements"),
  CONTRACTIONS("contractions"),
  BREAST_PAIN("breast pain"),
  LOW_MILK("low milk supply"),
  // Back, limbs
  BACK_PAIN("back pain"),
  CAUDA_EQUINA("numbness in the groin"),
  LIMB_PAIN("joint or limb pain"),
  // Mind
  SUICIDAL("thoughts of suicide", Kind.EVENT),
  ANXIETY("anxiety"),
  LOW_MOOD("feeling low"),
  // Everyday: skin, head, belly and sex, limbs and growing up, mind and habits
  ACNE("acne"),
  DRY_SKIN("dry skin"),
  FLUSHING("facial flushing"),
  FUNGAL_SKIN("fungal skin infection"),
  WART("a wart"),
  MOLE("a mole"),
  MOLE_CHANGED("a changing mole"),
  COLD_SORE("a cold sore"),
  SKIN_INFECTED("infected skin"),
  BOIL("a boil"),
  SUNBURN("sunburn"),
  HEAT_EXHAUSTION("heat exhaustion"),
  SKIN_COLOUR("change of skin colour"),
  SCAR("a scar"),
  SKIN_MARK("marks on the skin"),
  EASY_BRUISING("easy bruising"),
  SHINGLES("shingles"),
  SCALP("scalp problem"),
  HAIR_LOSS("hair loss"),
  UNWANTED_HAIR("unwanted hair"),
  HEAD_LICE("head lice"),
  TICK_BITE("a tick bite"),
  NAIL("nail problem"),
  INGROWN_NAIL("ingrown nail"),
  HARD_FOOT_SKIN("hard skin"),
  BODY_ODOUR("body odour"),
  CHAPPED_LIPS("chapped lips"),
  FOOT_ULCER("foot ulcer"),
  EYE_PAIN("eye pain"),
  DRY_EYES("dry eyes"),
  STYE("a stye"),
  SWOLLEN_EYELID("swollen eyelid"),
  EYE_TWITCH("twitching eyelid"),
  FLOATERS("floaters"),
  WEAK_EYESIGHT("weak eyesight"),
  CONTACT_LENSES("contact lenses"),
  EYE_FOREIGN_BODY("something in the eye"),
  BLOCKED_EAR("blocked ear"),
  ITCHY_EAR("itchy ears"),
  EAR_DISCHARGE("discharge from the ear"),
  SWELLING_BEHIND_EAR("swelling behind the ear"),
  HEARING_LOSS("hearing loss"),
  SUDDEN_HEARING_LOSS("sudden hearing loss"),
  TINNITUS("ringing in the ears"),
  HAY_FEVER("hay fever"),
  ALLERGIC("an allergy"),
  SORE_NOSE("sore nose"),
  SMELL_TASTE("loss of smell"),
  THROAT_PHLEGM("phlegm in the throat"),
  SNORING("snoring"),
  HOARSE("hoarseness"),
  THROAT_LUMP_FEELING("lump in the throat"),
  TROUBLE_SWALLOWING("trouble swallowing"),
  FOOD_STUCK("food stuck in the throat"),
  SWOLLEN_GLANDS("swollen glands"),
  MOUTH_ULCER("mouth ulcer"),
  SORE_TONGUE("sore tongue"),
  BAD_BREATH("bad breath"),
  BLEEDING_GUMS("bleeding gums"),
  TOOTH_PROBLEM("tooth problem"),
  TOOTH_KNOCKED_OUT("tooth knocked out", Kind.EVENT),
  DENTAL_ABSCESS("dental abscess"),
  CLICKING_JAW("clicking jaw"),
  CANNOT_OPEN_MOUTH("difficulty opening the mouth"),
  TEETHING("teething"),
  DROOLING("drooling"),
  STOMACH_BUG("stomach bug"),
  WIND("wind"),
  HICCUPS("hiccups"),
  IRRITABLE_BOWEL("irritable bowel"),
  FOOD_INTOLERANCE("food intolerance"),
  CHANGED_STOOL("changed stools"),
  PILES("piles"),
  ITCHY_BOTTOM("itchy bottom"),
  PAINFUL_BOTTOM("painful bottom"),
  WORMS("worms"),
  HERNIA("a hernia"),
  HERNIA_STUCK("hernia that is stuck"),
  HANGOVER("a hangover"),
  TRAVEL_SICKNESS("travel sickness"),
  NIGHT_URINE("passing urine at night"),
  LEAKING_URINE("leaking urine"),
  WEAK_STREAM("weak urine stream"),
  BEDWETTING("bedwetting"),
  SMELLY_URINE("smelly urine"),
  FORESKIN("foreskin trouble"),
  FORESKIN_STUCK("foreskin stuck back"),
  LASTING_ERECTION("erection that does not go down"),
  ERECTION_TROUBLE("erection trouble"),
  EARLY_EJACULATION("early ejaculation"),
  LOW_LIBIDO("low sex drive"),
  PAINFUL_SEX("painful sex"),
  SEX_INFECTION("sexually transmitted infection"),
  PENIS_DISCHARGE("discharge from the penis"),
  GENITAL_SORE("genital sore"),
  GENITAL_ITCH("genital itching"),
  THRUSH("thrush"),
  VAGINAL_DISCHARGE("vaginal discharge"),
  VAGINAL_DRYNESS("vaginal dryness"),
  PREMENSTRUAL("premenstrual symptoms"),
  MENOPAUSE("menopause"),
  BLEEDING_AFTER_MENOPAUSE("bleeding after the menopause", Kind.EVENT),
  BLEEDING_BETWEEN_PERIODS("bleeding between periods", Kind.EVENT),
  CONTRACEPTION("contraception"),
  EMERGENCY_CONTRACEPTION("emergency contraception", Kind.EVENT),
  TRYING_TO_CONCEIVE("trying to conceive"),
  PELVIC_PAIN("pelvic pain"),
  PROLAPSE("a prolapse"),
  NIPPLE_CHANGE("discharge from the nipple"),
  BLOCKED_DUCT("blocked milk duct"),
  WEANING("weaning"),
  STIFFNESS("stiffness"),
  CRAMP("leg cramps"),
  CLICKING_JOINT("clicking joints"),
  RESTLESS_LEGS("restless legs"),
  TWITCHING("twitching"),
  GOUT("gout"),
  HOT_JOINT("hot swollen joint"),
  VARICOSE_VEINS("varicose veins"),
  TREMOR("tremor"),
  CANNOT_BEAR_WEIGHT("inability to bear weight"),
  COLD_LIMB("cold pale leg"),
  ANKLE_SWELLING("swollen ankles"),
  GROWING_PAINS("growing pains"),
  LIMPING("limping"),
  DEVELOPMENT("development"),
  FLAT_HEAD("flat head"),
  SLOW_GROWTH("slow weight gain"),
  FUSSY_EATING("fussy eating"),
  BEHAVIOUR("behaviour"),
  JET_LAG("jet lag"),
  NIGHT_TERRORS("night terrors"),
  STRESS("stress"),
  IRRITABILITY("irritability"),
  GRIEF("grief"),
  DISORDERED_EATING("disordered eating"),
  CONCENTRATION("trouble concentrating"),
  FORGETFULNESS("forgetfulness"),
  SMOKING("smoking"),
  ALCOHOL_USE("alcohol use"),
  ALCOHOL_STOPPED("alcohol withdrawal"),
  WEIGHT_GAIN("weight gain"),
  WISH_TO_LOSE_WEIGHT("wish to lose weight"),
  THIRST("thirst"),
  FEELING_COLD("feeling cold"),
  VACCINATION("vaccination"),
  SIDE_EFFECT("side effects"),
  TEST_RESULT("test results"),
  BLOOD_PRESSURE_READING("blood pressure"),
  BLOOD_SUGAR_READING("blood sugar"),
  THYROID("thyroid problem"),
  TRAVEL_ADVICE("travel advice"),
  MEDICINE_QUESTION("prescription"),
  // Course
  SUDDEN("sudden onset", Kind.COURSE),
  COMES_AND_GOES("comes and goes", Kind.COURSE),
  CONSTANT("constant", Kind.COURSE),
  WORSE("getting worse", Kind.COURSE),
  BETTER("getting better", Kind.COURSE),
  NOT_BETTER("not improving", Kind.COURSE),
  ONGOING("still going on", Kind.COURSE),
  // Conditions
  PREGNANT("pregnant", Kind.CONDITION),
  POSTPARTUM("after giving birth", Kind.CONDITION),
  BREASTFEEDING("breastfeeding", Kind.CONDITION),
  BABY("a baby", Kind.CONDITION),
  CHILD("a child", Kind.CONDITION),
  DIABETES("diabetes", Kind.CONDITION),
  CANCER_TREATMENT("chemotherapy", Kind.CONDITION),
  WEAK_IMMUNITY("weakened immune system", Kind.CONDITION),
  ASTHMA("asthma or COPD", Kind.CONDITION),
  HEART_DISEASE("heart disease", Kind.CONDITION),
  HYPERTENSION("high blood pressure", Kind.CONDITION),
  EPILEPSY("epilepsy", Kind.CONDITION),
  BLOOD_THINNER("blood thinners", Kind.CONDITION),
  // Functions that are well; saying that one is not well says its opposite
  FEEDING_WELL("feeding as usual", POOR_FEEDING),
  DRINKING_WELL("drinking as usual", POOR_DRINKING),
  URINE_AS_USUAL("passing urine as usual", LITTLE_URINE),
  ACTIVE("active as usual", LESS_ACTIVE),
  /// Words that look like a finding and are none ("blood pressure", "fell asleep").
  NOTHING("nothing");

  /// How time and negation act on a finding.
  enum Kind {
    /// Over when it has stopped.
    SYMPTOM,
    /// Counts even when it has passed: a seizure this morning, a face that drooped and recovered.
    EVENT,
    /// Belongs to the person; "a history of" it is as good as having it.
    CONDITION,
    /// Describes how another finding runs.
    COURSE,
    /// A function that works.
    WELL
  }

  private final String label;
  private final Kind kind;
  private final @Nullable Finding opposite;

  Finding(String label) {
    this(label, Kind.SYMPTOM);
  }

  Finding(String label, Kind kind) {
    this.label = label;
    this.kind = kind;
    this.opposite = null;
  }

  Finding(String label, Finding opposite) {
    this.label = label;
    this.kind = Kind.WELL;
    this.opposite = opposite;
  }

  public String label() {
    return label;
  }

  Kind kind() {
    return kind;
  }

  public boolean isCourse() {
    return kind == Kind.COURSE;
  }

  public boolean isCondition() {
    return kind == Kind.CONDITION;
  }

  /// Says who is ill rather than what is wrong.
  public boolean isWho() {
    return this == BABY || this == CHILD;
  }

  /// What it means when this function is not well; null for everything that is not a function.
  public @Nullable Finding opposite() {
    return opposite;
  }
}
