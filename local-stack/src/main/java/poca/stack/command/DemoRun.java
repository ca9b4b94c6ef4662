package poca.stack.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import poca.stack.home.Environments;
import poca.stack.home.Home;
import poca.stack.home.OperatorError;
import poca.stack.home.Ports;
import poca.stack.supervise.RunningStack;
import poca.stack.supervise.Stack;

@Command(
    name = "demo",
    description = "Loads the demo data and plays a consultation on a running POCA.",
    mixinStandardHelpOptions = true)
final class DemoRun implements Callable<Integer> {

  @Option(
      names = "--url",
      description =
          "Another POCA than the one on this machine; POCA_ADMIN_EMAIL and POCA_ADMIN_PASSWORD are its admin's login, POCA_DEMO_PASSWORD is for the accounts that the demo makes.")
  private @Nullable String url;

  @Option(
      names = "--strangers",
      paramLabel = "N",
      description =
          "Instead of the demo's people: N consultations, each between a doctor and a patient who have just signed up.")
  private int strangers;

  @Override
  public Integer call() {
    Home home = Poca.home();
    if (url != null) {
      String email = required("POCA_ADMIN_EMAIL");
      String password = required("POCA_ADMIN_PASSWORD");
      return strangers > 0
          ? Demonstration.strangers(home, strangers, url, email, password)
          : Demonstration.play(home, url, email, password, required("POCA_DEMO_PASSWORD"));
    }
    RunningStack running = new RunningStack(home);
    Ports ports =
        running
            .ports()
            .filter(_ -> running.launcher().isPresent())
            .orElseThrow(() ->
                new OperatorError(
                    "POCA does not run here. Start it with ./poca up, or name another one with --url."));
    Environments environments =
        Stack.environments(home, ports, Poca.repository(), Poca.environment());
    String here = "http://localhost:" + ports.gateway();
    return strangers > 0
        ? Demonstration.strangers(
            home, strangers, here, environments.adminEmail(), environments.adminPassword())
        : Demonstration.play(
            home,
            here,
            environments.adminEmail(),
            environments.adminPassword(),
            environments.demoPassword());
  }

  private static String required(String name) {
    @Nullable String value = Poca.environment().get(name);
    if (value == null || value.isBlank()) {
      throw new OperatorError(
          "With --url, set POCA_ADMIN_EMAIL and POCA_ADMIN_PASSWORD to the login of that POCA's admin and POCA_DEMO_PASSWORD to a password for the demo's accounts; "
              + name
              + " is missing.");
    }
    return value;
  }
}
