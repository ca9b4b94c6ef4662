package poca.contracts;

/// The bounds of what is told of a person (contract 1.9), for constraints: whatever lies beyond
/// them was mistyped.
public final class Plausible {

  /// Years; nobody is older.
  public static final int AGE = 130;

  /// Centimetres.
  public static final int SHORTEST = 20;

  public static final int TALLEST = 280;

  /// Kilograms: the smallest of those born too early.
  public static final String LIGHTEST = "0.2";

  public static final String HEAVIEST = "500";

  /// Years in a profession.
  public static final int EXPERIENCE = 80;

  private Plausible() {}
}
