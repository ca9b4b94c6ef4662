package poca.ai.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import poca.ai.source.Statement;

/// A problem to think of.
///
/// @param source the id of the rule, or the engine
/// @param evidence none of it unsupported
record Problem(String name, Likelihood likelihood, String source, List<Statement> evidence) {

  enum Likelihood {
    HIGH,
    MEDIUM,
    LOW;

    @JsonValue
    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Problem {
    evidence = List.copyOf(evidence);
  }
}
