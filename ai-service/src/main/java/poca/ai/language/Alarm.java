package poca.ai.language;

/// Words of an emergency in a language that is not read.
///
/// @param start UTF-16 offset in the text that was searched
/// @param end the offset after its last character
public record Alarm(String tag, AlarmKind family, int start, int end) {}
