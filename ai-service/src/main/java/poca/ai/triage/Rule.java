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
/// @param fires messages that it fires on
/// @param not messages in nearly the same words that it does not fire on
record Rule(
    String id,
    Level level,
    String reason,
    String source,
    @Nullable String confirm,
    List<Sign> signs,
    List<Example> fires,
    List<Example> not) {

  /// The patient's words that make it fire, in order; null when it does not.
  @Nullable List<Span> evidence(Case patient) {
    var evidence = new ArrayList<Span>();
    for (var sign : signs) {
      var spans = sign.in(patient);
      if (spans == null) return null;
      for (var span : spans) if (!evidence.contains(span)) evidence.add(span);
    }
    return List.copyOf(evidence);
  }
}
