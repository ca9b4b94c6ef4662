package poca.ai.reading;

/// An answer to an [DetailKind] in the patient's words.
///
/// @param number the number in it, NaN without one
public record Detail(DetailKind ask, String said, Span span, double number) {}
