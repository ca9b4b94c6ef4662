package poca.ai.reading;

/// A medicine of a class, or a condition of one, that the patient names.
///
/// @param of the class, as `clinical/words/medicine-classes.tsv` calls it
public record ClassMention(String of, Span span, AssertionStatus sense) {

  public boolean isNow() {
    return sense == AssertionStatus.PRESENT;
  }
}
