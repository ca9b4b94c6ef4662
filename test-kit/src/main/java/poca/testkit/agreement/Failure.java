package poca.testkit.agreement;

import java.util.Collection;
import java.util.stream.Collectors;

final class Failure {

  private Failure() {}

  static void ifAny(String title, Collection<?> found) {
    if (!found.isEmpty()) {
      throw new AssertionError(
          found.stream()
              .map(String::valueOf)
              .collect(Collectors.joining("\n  ", title + " (" + found.size() + "):\n  ", "\n")));
    }
  }
}
