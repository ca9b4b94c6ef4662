package poca.stack.supervise;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// What to run as one process, and how to see that it serves.
///
/// @param name of the process, its log and its record
/// @param port what the person sees; 0 when it has none
/// @param ready asked again and again until it says yes
/// @param patience how long the start may take
record Program(
    String name,
    List<String> command,
    Map<String, String> environment,
    int port,
    BooleanSupplier ready,
    Duration patience) {

  @Override
  public String toString() {
    // The environment holds secrets.
    return name;
  }
}
