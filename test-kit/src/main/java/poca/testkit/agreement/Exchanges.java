package poca.testkit.agreement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// What the tests of this JVM have seen of a service, whichever context and class it was in.
final class Exchanges {

  static final Exchanges OF_THIS_JVM = new Exchanges();

  private final Map<String, Set<Integer>> seen = new ConcurrentHashMap<>();
  private final Set<Disagreement> disagreements = new LinkedHashSet<>();

  void record(String operation, int status) {
    seen.computeIfAbsent(operation, _ -> ConcurrentHashMap.newKeySet()).add(status);
  }

  void report(List<Disagreement> found) {
    if (!found.isEmpty()) {
      synchronized (disagreements) {
        disagreements.addAll(found);
      }
    }
  }

  boolean isEmpty() {
    return seen.isEmpty();
  }

  Set<Integer> statusesOf(String operation) {
    return new TreeSet<>(seen.getOrDefault(operation, Set.of()));
  }

  /// What was found since this was asked last.
  List<Disagreement> take() {
    synchronized (disagreements) {
      var taken = List.copyOf(disagreements);
      disagreements.clear();
      return taken;
    }
  }
}
