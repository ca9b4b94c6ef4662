package poca.ai.triage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Span;

/// One rule of urgency: all of its signs must hold.
///
/// @param reason what it means, in words for the doctor; no diagnosis
/// @param source the published guidance it follows
record Rule(String id, Level level, String reason, String source, List<Sign> signs) {

  static Rule red(String id, String reason, String source, Sign... signs) {
    return new Rule("red." + id, Level.RED, reason, source, List.of(signs));
  }

  static Rule yellow(String id, String reason, String source, Sign... signs) {
    return new Rule("yellow." + id, Level.YELLOW, reason, source, List.of(signs));
  }

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
