package poca.testkit.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether the tests have seen every operation answer what is documented.
final class Coverage {

  /// Refusals that are made before the operation, for all operations alike; their one test is the
  /// platform's or the gateway's.
  private static final Set<Integer> OF_THE_PLATFORM = Set.of(405, 413, 415, 429);

  private Coverage() {}

  static List<Disagreement> compare(List<Operation> operations, Exchanges exchanges) {
    var found = new ArrayList<Disagreement>();
    for (var operation : operations) {
      var seen = exchanges.statusesOf(operation.id());
      for (int status : operation.statuses()) {
        if (!seen.contains(status) && isTheOperations(status)) {
          found.add(
              new Disagreement(
                  "seen " + operation.id() + " " + status, "no test has seen it among " + seen));
        }
      }
    }
    return found;
  }

  private static boolean isTheOperations(int status) {
    return status < 500 && !OF_THE_PLATFORM.contains(status);
  }
}
