package poca.ai.draft;

import poca.ai.interview.Intake;
import poca.ai.triage.UrgencyLevel;

/// The reply that the rules draft, for tests of whole consultations.
public final class Replies {

  private static final DraftSettings SETTINGS = new DraftSettings("112", "116 123", 3, 120);

  private Replies() {}

  public static String to(
      String summary, Intake.PatientRecord patient, UrgencyLevel rated, boolean understood) {
    return DraftText.of(PostedSummary.of(summary, patient, rated, understood), patient, SETTINGS);
  }
}
