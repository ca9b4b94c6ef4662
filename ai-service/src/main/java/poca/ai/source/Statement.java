package poca.ai.source;

import java.util.List;

/// A text says this of the patient, and it rests on the places that it cites.
///
/// @param supported whether words, figures, units, sides, denials and medicines are those of the
///   sources
/// @param fromProfile whether it rests on the patient's profile too, which is not cited
public record Statement(String text, boolean supported, boolean fromProfile, List<Cited> cited) {

  public Statement {
    cited = List.copyOf(cited);
  }

  static Statement unsupported(String text) {
    return new Statement(text, false, false, List.of());
  }
}
