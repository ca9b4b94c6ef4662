package poca.ai.content;

/// A line of a content file.
///
/// @param number counted from 1
public record Line(String file, int number, String text) {

  /// Where it stands, as an editor opens it.
  public String place() {
    return file + ":" + number;
  }

  public Line with(String other) {
    return new Line(file, number, other);
  }
}
