package poca.ai.reading;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// Names of places on a body, exact enough that nobody has to ask where: the belly alone is none.
public final class Places {

  private static final Set<String> NAMES =
      WordList.lines("words/places.txt").stream()
          .flatMap(line -> Arrays.stream(line.text().split("\\s+", -1)))
          .collect(Collectors.toUnmodifiableSet());

  private Places() {}

  public static boolean isNamedIn(String message) {
    return Word.of(message).stream().anyMatch(Places::isName);
  }

  static boolean isName(Word word) {
    return NAMES.contains(word.text());
  }
}
