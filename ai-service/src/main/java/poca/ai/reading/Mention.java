package poca.ai.reading;

import java.util.List;

/// A finding that a message speaks of.
///
/// @param answer true when it was not named but follows from a bare "yes" or "no" to a question
///   that named it
public record Mention(Finding finding, AssertionStatus sense, Span span, boolean answer) {

  /// The mention of a finding, and that of its opposite: a function that is not well is that.
  static List<Mention> withOpposite(
      Finding finding, AssertionStatus status, Span span, boolean answer) {
    var mention = new Mention(finding, status, span, answer);
    var opposite = finding.opposite();
    if (opposite == null) return List.of(mention);
    return switch (status) {
      case ABSENT -> List.of(mention, new Mention(opposite, AssertionStatus.PRESENT, span, answer));
      case PRESENT -> List.of(mention, new Mention(opposite, AssertionStatus.ABSENT, span, answer));
      case PAST, OTHER_PERSON, HYPOTHETICAL, TARGET -> List.of(mention);
    };
  }

  public boolean present() {
    return sense == AssertionStatus.PRESENT;
  }

  public boolean absent() {
    return sense == AssertionStatus.ABSENT;
  }
}
