package poca.ai.reading;

/// Something taken or tried, in the patient's words.
///
/// @param taken false for "no medicine given"
public record Remedy(String said, Span span, boolean taken) {}
