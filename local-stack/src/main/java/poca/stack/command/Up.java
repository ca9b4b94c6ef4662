package poca.stack.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import poca.stack.home.Environments;
import poca.stack.home.Home;
import poca.stack.home.OperatorError;
import poca.stack.home.Ports;
import poca.stack.supervise.Detached;
import poca.stack.supervise.RunningStack;
import poca.stack.supervise.Stack;

@Command(
    name = "up",
    description = "Starts everything and keeps it running until Ctrl-C.",
    mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {

  @Option(
      names = {"-d", "--detach"},
      description = "Keep it running in the background; ./poca down stops it.")
  private boolean detach;

  @Option(
      names = "--demo",
      description = "Load the demo data and play a consultation when everything runs.")
  private boolean demo;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + Ports.DEFAULT,
      description =
          "The gateway's port (default ${DEFAULT-VALUE}); the rest uses N+1 to N+6 and N+40 to N+43.")
  private int port;

  @Option(names = "--in-background", hidden = true)
  private boolean inBackground;

  @Override
  public Integer call() throws InterruptedException {
    Home home = Poca.home();
    Ports ports = new Ports(port);
    return detach ? detached(home, ports) : here(home, ports);
  }

  private int detached(Home home, Ports ports) throws InterruptedException {
    RunningStack running = new RunningStack(home);
    if (running.launcher().isPresent()) {
      System.out.println(
          "POCA already runs"
              + running.ports().map(p -> " on port " + p.gateway()).orElse("")
              + ". ./poca status shows it.");
      return 0;
    }
    List<String> launcher =
        List.of("up", "--in-background", "--port", Integer.toString(ports.gateway()));
    if (!Detached.start(home, ports, launcher, System.out::println)) {
      return 1;
    }
    Environments environments =
        Stack.environments(home, ports, Poca.repository(), Poca.environment());
    welcome(environments, "./poca down stops it.");
    return demo ? play(environments) : 0;
  }

  private int here(Home home, Ports ports) throws InterruptedException {
    Stack stack =
        Stack.prepare(home, ports, Poca.repository(), Poca.environment(), System.out::println);
    Thread onSignal =
        new Thread(
            () -> {
              System.out.println("Stopping");
              stack.close();
              System.out.println("Stopped. The data is kept in " + home.data());
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      stack.start();
    } catch (OperatorError e) {
      // Ended on purpose: then the signal's thread is at work and this is no news.
      if (!stack.isStopping()) {
        System.err.println(e.getMessage());
      }
      return 1;
    }
    if (inBackground) {
      System.out.println("POCA is ready");
      Detached.markReady(home);
    } else {
      welcome(stack.environments(), "Ctrl-C stops it.");
      if (demo) {
        play(stack.environments());
      }
    }
    stack.awaitEnd();
    return 0;
  }

  private static int play(Environments environments) {
    return Demonstration.play(
        environments.home(),
        "http://localhost:" + environments.ports().gateway(),
        environments.adminEmail(),
        environments.adminPassword(),
        environments.demoPassword());
  }

  private static void welcome(Environments environments, String howToStop) {
    System.out.printf(
        """

        POCA is ready at %s

          admin login   %s   %s
          data, logs    %s

        %s
        """,
        environments.publicUrl(),
        environments.adminEmail(),
        environments.adminPassword(),
        environments.home().root(),
        howToStop);
    System.out.flush();
  }
}
