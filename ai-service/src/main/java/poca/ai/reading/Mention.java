package poca.ai.reading;

/// A finding that a message speaks of.
///
/// @param answer true when it was not named but follows from a bare "yes" or "no" to a question
///   that named it
public record Mention(Finding finding, AssertionStatus sense, Span span, boolean answer) {
  public boolean present() {
    return sense == AssertionStatus.PRESENT;
  }

  public boolean absent() {
    return sense == AssertionStatus.ABSENT;
  }
}
