package poca.ai.reading;

/// A clause in which the patient states something: more than a greeting, a thanks or a bare answer.
///
/// @param recognised whether any of it is a recognised concept, measurement or duration
/// @param question whether it is part of a question; it is passed on, and states nothing
public record StatedClause(Span span, boolean recognised, boolean question) {}
