package poca.ai.language;

import java.util.HashMap;
import java.util.Map;

/// Traditional characters are compared as their simplified ones: one list of phrases serves both.
final class Han {

  private static final Map<Integer, Integer> SIMPLIFIED = read();

  private Han() {}

  static int simplified(int character) {
    return SIMPLIFIED.getOrDefault(character, character);
  }

  private static Map<Integer, Integer> read() {
    var pairs = new HashMap<Integer, Integer>();
    for (var line : ContentLine.of("traditional.txt"))
      for (var pair : line.text().split("\\s+")) {
        var characters = pair.codePoints().toArray();
        if (characters.length != 2)
          throw line.wrong("a traditional and its simplified character, found: " + pair);
        pairs.put(characters[0], characters[1]);
      }
    return Map.copyOf(pairs);
  }
}
