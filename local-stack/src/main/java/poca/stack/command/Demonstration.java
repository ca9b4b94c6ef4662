package poca.stack.command;

/// Where `up --demo` and `demo` hand over to the demo.
final class Demonstration {

  private Demonstration() {}

  /// @return the exit code: 0 when every step was right
  static int play(String url, String adminEmail, String adminPassword) {
    System.err.println("The demo is not part of this build.");
    return 1;
  }
}
