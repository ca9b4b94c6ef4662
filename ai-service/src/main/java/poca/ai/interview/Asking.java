package poca.ai.interview;

import static poca.ai.interview.Topic.*;
import static poca.ai.reading.Finding.*;

import poca.ai.reading.Ask;

/// The questions that several complaints share.
final class Asking {

  static final Topic DURATION = about(Ask.DURATION, "how long {have} had {it}?");
  static final Topic STARTED = about(Ask.DURATION, "when did {it} start?");
  static final Topic TEMPERATURE =
      about(Ask.TEMPERATURE, "what is the highest temperature measured, in °C or °F?");
  static final Topic SEVERITY =
      about(Ask.SEVERITY, "how strong is the pain on a scale from 0 to 10?");
  static final Topic REMEDY =
      about(Ask.MEDICATION, "which medicine or remedy has been tried so far?");
  static final Topic LOCATION = about(Ask.LOCATION, "where exactly is {it}?");
  static final Topic TRIGGER = about(Ask.TRIGGER, "what brings {it} on or makes it worse?");
  static final Topic ONSET = about(Ask.ONSET, "did {it} start suddenly or gradually?");
  static final Topic TIMES =
      about(Ask.FREQUENCY, "how many times has it happened in the last 24 hours?");
  static final Topic WET_DIAPERS =
      about(Ask.WET_DIAPERS, "how many wet diapers were there in the last 24 hours?");
  static final Topic FEED_TYPE = about(Ask.FEED_TYPE, "{are} breastfed, formula-fed or both?");
  static final Topic FEEDING = whether(FEEDING_WELL, "{are} feeding as usual?");
  static final Topic DRINKING = whether(DRINKING_WELL, "{are} drinking as usual?");
  static final Topic URINE = whether(URINE_AS_USUAL, "{are} passing urine as usual?");
  static final Topic AGE = about(Ask.AGE, "how old {are}?").only(When.AGE_UNKNOWN);
  static final Topic PREGNANCY =
      whether(PREGNANT, "{are} or could {who} be pregnant?").only(When.MAY_BE_PREGNANT);
  static final Topic ALLERGY =
      about(Ask.ALLERGIES, "which allergies to medicines are known?").ifTimeAllows();
  static final Topic LONG_TERM =
      about(Ask.CONDITIONS, "which long-term conditions {do} have?").ifTimeAllows();
  static final Topic OTHER = about(Ask.OTHER_SYMPTOMS, "which other symptoms are there?");

  static final Topic CONCERN = about(Ask.CONCERN, "what is the main health concern today?");
  static final Topic CONCERN_AGAIN =
      about(Ask.CONCERN, "which symptom or problem should the doctor know about?");

  static final String SEE = "Is a visit in person needed, and how soon?";
  static final String MEDICINE = "Which treatment fits, given the record?";

  private Asking() {}
}
