package poca.ai.reading;

/// A question asks for one of these details besides the presence of findings.
public enum DetailKind {
  CONCERN("concern"),
  DURATION("duration"),
  TEMPERATURE("temperature"),
  SEVERITY("severity"),
  MEDICATION("remedy or medication"),
  LOCATION("location"),
  SPUTUM("kind of cough"),
  VOMIT_LOOK("look of the vomit"),
  STOOL_COLOUR("colour of the stools"),
  FEED_TYPE("kind of feeding"),
  ONSET("onset"),
  TRIGGER("brought on by"),
  FREQUENCY("number of times in 24 hours"),
  WET_DIAPERS("wet diapers in 24 hours"),
  PREGNANCY_WEEKS("weeks of pregnancy"),
  BIRTH_WHEN("time of the birth"),
  AGE("age"),
  HOW_HAPPENED("how it happened"),
  IMPACT("effect on daily activities"),
  OTHER_SYMPTOMS("other symptoms"),
  ALLERGIES("allergies"),
  CONDITIONS("long-term conditions"),
  COURSE("course"),
  SAFE_NOW("safe for the next hours"),
  COMPANY("somebody is there"),
  MEANS("means at hand"),
  GLUCOSE("blood sugar"),
  BLOOD_PRESSURE("blood pressure"),
  OXYGEN("oxygen saturation"),
  ALSO_TAKEN("what else was taken");

  private final String label;

  DetailKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
