package poca.ai.triage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Span;

/// One rule of urgency: all of its signs must hold.
///
/// @param id begins with its colour: `red.stroke.eyes`
/// @param reason what it means, in words for the doctor; no diagnosis
/// @param source the published guidance it follows
/// @param confirm the question that settles it where a part of it was said, null when there is none
/// @param howeverLong whether a red one also fires on what has lasted for months, or is over and
///   was found harmless: see [CurrentOnly]
/// @param fires messages that it fires on
/// @param not messages in nearly the same words that it does not fire on
record Rule(
    String id,
    UrgencyLevel level,
    String reason,
    String source,
    @Nullable String confirm,
    List<Criterion> signs,
    boolean howeverLong,
    List<Example> fires,
    List<Example> not) {

  /// The patient's words that make it fire, in order; null when it does not.
  @Nullable List<Span> evidence(CaseSoFar patient) {
    var evidence = new ArrayList<Span>();
    for (var criterion : signs) {
      var spans = criterion.in(patient);
      if (spans == null) return null;
      for (var span : spans) if (!evidence.contains(span)) evidence.add(span);
    }
    if (level == UrgencyLevel.RED && !howeverLong && !CurrentOnly.holds(patient, evidence))
      return null;
    return List.copyOf(evidence);
  }
}
