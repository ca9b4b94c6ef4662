package poca.stack.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import poca.stack.home.Environments;
import poca.stack.home.Home;
import poca.stack.home.Ports;
import poca.stack.home.Problem;
import poca.stack.supervise.Running;
import poca.stack.supervise.Stack;

@Command(
    name = "demo",
    description = "Loads the demo data and plays a consultation on a running POCA.",
    mixinStandardHelpOptions = true)
final class DemoRun implements Callable<Integer> {

  @Option(
      names = "--url",
      description =
          "Another POCA than the one on this machine; POCA_ADMIN_EMAIL and POCA_ADMIN_PASSWORD are its admin's login.")
  private @Nullable String url;

  @Override
  public Integer call() {
    Home home = Poca.home();
    if (url != null) {
      return Demonstration.play(url, required("POCA_ADMIN_EMAIL"), required("POCA_ADMIN_PASSWORD"));
    }
    Running running = new Running(home);
    Ports ports =
        running
            .ports()
            .filter(_ -> running.launcher().isPresent())
            .orElseThrow(() ->
                new Problem(
                    "POCA does not run here. Start it with ./poca up, or name another one with --url."));
    Environments environments =
        Stack.environments(home, ports, Poca.repository(), Poca.environment());
    return Demonstration.play(
        "http://localhost:" + ports.gateway(),
        environments.adminEmail(),
        environments.adminPassword());
  }

  private static String required(String name) {
    @Nullable String value = Poca.environment().get(name);
    if (value == null || value.isBlank()) {
      throw new Problem("With --url, set " + name + " to the login of that POCA's admin.");
    }
    return value;
  }
}
