package poca.ai.reading;

/// An answer to an [Ask] in the patient's words.
///
/// @param number the number in it, NaN without one
public record Detail(Ask ask, String said, Span span, double number) {}
