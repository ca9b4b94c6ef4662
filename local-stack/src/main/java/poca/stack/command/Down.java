package poca.stack.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import poca.stack.supervise.RunningStack;

@Command(
    name = "down",
    description = "Stops everything; the data stays.",
    mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {

  @Override
  public Integer call() {
    boolean any = new RunningStack(Poca.home()).stop(System.out::println);
    System.out.println(any ? "Stopped." : "Nothing was running.");
    return 0;
  }
}
