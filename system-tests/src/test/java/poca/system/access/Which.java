package poca.system.access;

import java.util.List;
import java.util.Locale;

/// The five kinds of id, in the order of the signs in a cell.
enum Which {
  OWN,
  RELATED,
  OTHER,
  RANDOM,
  MALFORMED;

  static final List<Which> ALL = List.of(values());

  /// Those that there is a thing for.
  static final List<Which> REAL = List.of(OWN, RELATED, OTHER);

  boolean isReal() {
    return REAL.contains(this);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
