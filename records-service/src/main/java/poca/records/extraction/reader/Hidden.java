package poca.records.extraction.reader;

/// A document holds text that nobody who looks at it sees: none of its text is taken.
final class Hidden extends RuntimeException {

  Hidden() {
    super("hidden text", null, false, false);
  }
}
