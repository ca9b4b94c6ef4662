package poca.stack.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import poca.infra.Directories;
import poca.stack.home.Home;
import poca.stack.home.OperatorError;
import poca.stack.supervise.RunningStack;

@Command(
    name = "reset",
    description = "Stops everything and deletes all data, logs and secrets of this installation.",
    mixinStandardHelpOptions = true)
final class Reset implements Callable<Integer> {

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Override
  public Integer call() throws IOException {
    Home home = Poca.home();
    if (!Files.exists(home.root())) {
      System.out.println("There is nothing in " + home.root());
      return 0;
    }
    if (!yes && !confirmed(home)) {
      System.out.println("Nothing was deleted.");
      return 1;
    }
    new RunningStack(home).stop(System.out::println);
    // What is ours by name, and not the folder: POCA_HOME may point to one with other things in it.
    for (Path ours : List.of(home.data(), home.logs(), home.run(), home.app(), home.secrets())) {
      Directories.delete(ours);
    }
    System.out.println("Everything in " + home.root() + " is gone.");
    return 0;
  }

  @SuppressWarnings("SystemConsoleNull") // NullAway knows it as nullable
  private static boolean confirmed(Home home) {
    @Nullable Console console = System.console();
    if (console == null || !console.isTerminal()) {
      throw new OperatorError(
          "This deletes all data in %s. Say --yes if that is meant.".formatted(home.root()));
    }
    @Nullable String answer =
        console.readLine("Delete all data, logs and secrets in %s? [y/N] ", home.root());
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
