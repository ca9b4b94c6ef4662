package poca.ai.reading;

/// A mention asserts its finding in one of these ways (assertion status: NegEx, ConText).
public enum AssertionStatus {
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
