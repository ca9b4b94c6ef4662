package poca.stack.audit;

/// What the proof of one service's audit came to.
///
/// @param right whether everything was asked and everything is as it was written
public record CheckResult(String service, boolean right, String words) {

  @Override
  public String toString() {
    return "%-20s %-6s %s".formatted(service, right ? "right" : "WRONG", words);
  }
}
