package poca.stack.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import poca.stack.supervise.RunningStack;
import poca.stack.supervise.RunningStack.Part;
import poca.stack.supervise.RunningStack.State;

@Command(
    name = "status",
    description =
        "Shows what runs. Exit code: 0 everything is ready, 1 something is not, 3 nothing runs.",
    mixinStandardHelpOptions = true)
final class Status implements Callable<Integer> {

  @Override
  public Integer call() {
    RunningStack running = new RunningStack(Poca.home());
    List<Part> parts = running.parts();
    boolean launcher = running.launcher().isPresent();
    if (parts.isEmpty()
        || (!launcher && parts.stream().allMatch(part -> part.state() == State.DOWN))) {
      System.out.println("POCA does not run. Start it with ./poca up");
      return 3;
    }
    System.out.printf("%-20s %-10s %8s %6s %9s%n", "process", "state", "pid", "port", "memory");
    for (Part part : parts) {
      System.out.printf(
          "%-20s %-10s %8s %6s %6d MB%n",
          part.name(),
          part.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          part.pid() == null ? "-" : part.pid().toString(),
          part.port() == 0 ? "-" : Integer.toString(part.port()),
          part.memoryMegabytes());
    }
    System.out.printf(
        "%-20s %-10s %8s %6s %6d MB%n",
        "together", "", "", "", parts.stream().mapToLong(Part::memoryMegabytes).sum());
    if (!launcher) {
      System.out.println(
          "The launcher is gone, nobody looks after these. ./poca up starts over with the same data, ./poca down stops them.");
      return 1;
    }
    return parts.stream().allMatch(part -> part.state() == State.READY) ? 0 : 1;
  }
}
