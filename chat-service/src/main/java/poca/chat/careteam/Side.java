package poca.chat.careteam;

/// The two sides of a conversation. Several accounts may sit on the patient's: both parents of a
/// child, say.
public enum Side {
  DOCTOR,
  PATIENT;

  public static Side doctorIf(boolean doctor) {
    return doctor ? DOCTOR : PATIENT;
  }

  public Side other() {
    return this == DOCTOR ? PATIENT : DOCTOR;
  }

  public boolean isDoctor() {
    return this == DOCTOR;
  }
}
