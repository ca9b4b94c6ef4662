package poca.ai.source;

/// A place in a source.
///
/// @param start offset of the first UTF-16 code unit
/// @param end offset after the last one
public record Cited(Source source, int start, int end) {

  public String quote() {
    return source.text().substring(start, end);
  }
}
