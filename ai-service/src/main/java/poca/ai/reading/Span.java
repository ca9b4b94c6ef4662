package poca.ai.reading;

/// A place in a patient's message, in UTF-16 code units.
///
/// @param start offset of the first code unit
/// @param end offset after the last one
public record Span(String messageId, int start, int end) {
  public boolean overlaps(Span other) {
    return messageId.equals(other.messageId) && start < other.end && other.start < end;
  }
}
