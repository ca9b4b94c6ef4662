package poca.stack.command;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import poca.stack.home.Home;
import poca.stack.home.OperatorError;
import poca.stack.supervise.LogFile;
import poca.stack.supervise.LogFollower;
import poca.stack.supervise.RunningStack;

@Command(
    name = "logs",
    description = "Shows the end of the logs of all processes, or of one.",
    mixinStandardHelpOptions = true)
final class Logs implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "service",
      description = "chat-service, kafka, postgres, ...")
  private @Nullable String service;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is written from now on.")
  private boolean follow;

  @Option(
      names = {"-n", "--lines"},
      description = "How many lines of each (default 100 of one, 10 of all).")
  private @Nullable Integer lines;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Poca.home();
    List<String> all = new RunningStack(home).logs();
    String wanted = service;
    if (wanted != null && !all.contains(wanted)) {
      throw new OperatorError(
          all.isEmpty()
              ? "There are no logs yet in " + home.logs()
              : "There is no log of %s. There are: %s".formatted(wanted, String.join(", ", all)));
    }
    List<String> shown = wanted == null ? all : List.of(wanted);
    int count = lines != null ? lines : wanted == null ? 10 : 100;
    Map<String, LogFollower> followers = new TreeMap<>();
    for (String name : shown) {
      LogFollower follower = new LogFollower(home.log(name));
      follower.skipToEnd();
      followers.put(name, follower);
      LogFile.tail(home.log(name), count).forEach(line -> print(name, line));
    }
    while (follow) {
      Thread.sleep(300);
      for (var entry : followers.entrySet()) {
        entry.getValue().newLines().forEach(line -> print(entry.getKey(), line));
      }
      System.out.flush();
    }
    return 0;
  }

  private void print(String name, String line) {
    System.out.println(service == null ? "%-20s %s".formatted(name, line) : line);
  }
}
