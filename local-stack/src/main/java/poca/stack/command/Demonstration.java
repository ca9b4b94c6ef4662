package poca.stack.command;

import java.net.URI;
import poca.demo.AuthenticatorApp;
import poca.demo.Demo;
import poca.demo.StepFailed;
import poca.stack.home.Home;

/// Where `up --demo` and `demo` hand over to the demo.
final class Demonstration {

  private Demonstration() {}

  /// @return the exit code: 0 when every step was right
  static int play(
      Home home, String url, String adminEmail, String adminPassword, String demoPassword) {
    return run(() -> demo(home, url).play(adminEmail, adminPassword, demoPassword));
  }

  /// @param times how many consultations, each with people who have just signed up
  static int strangers(Home home, int times, String url, String adminEmail, String adminPassword) {
    return run(() -> demo(home, url).playWithStrangers(times, adminEmail, adminPassword));
  }

  private static Demo demo(Home home, String url) {
    var authenticatorApp = new AuthenticatorApp(home.root().resolve("second-factors.env"));
    return new Demo(URI.create(url), authenticatorApp, System.out::println);
  }

  private static int run(Runnable demo) {
    try {
      demo.run();
      return 0;
    } catch (StepFailed failed) {
      System.err.println("The demo failed: " + failed.getMessage());
      return 1;
    }
  }
}
