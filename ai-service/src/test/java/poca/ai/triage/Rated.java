package poca.ai.triage;

import java.util.stream.Stream;

/// A message and the level that it is to be rated.
record Rated(UrgencyLevel level, String background, String message) {

  /// Reads lines of `LEVEL | background | message`.
  static Stream<Rated> in(String table) {
    return table
        .lines()
        .map(line -> line.split("\\|", 3))
        .map(cells ->
            new Rated(UrgencyLevel.valueOf(cells[0].strip()), cells[1].strip(), cells[2].strip()));
  }
}
