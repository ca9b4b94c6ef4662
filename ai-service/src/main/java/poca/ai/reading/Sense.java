package poca.ai.reading;

/// How a finding was said.
public enum Sense {
  PRESENT,
  ABSENT,
  /// Long ago or over: not part of what is wrong now.
  PAST,
  /// About somebody who is not the patient.
  OTHER_PERSON,
  /// Feared, asked about, to be prevented.
  HYPOTHETICAL,
  /// Of a measurement: what it should be or usually is.
  TARGET
}
