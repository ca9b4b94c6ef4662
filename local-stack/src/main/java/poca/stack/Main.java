package poca.stack;

import picocli.CommandLine;
import poca.stack.command.Poca;
import poca.stack.home.OperatorError;

/// The launcher behind `./poca`.
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    CommandLine commands = new CommandLine(new Poca());
    commands.setExecutionExceptionHandler((failure, commandLine, _) -> {
      if (!(failure instanceof OperatorError)) {
        throw failure;
      }
      commandLine.getErr().println(failure.getMessage());
      return 1;
    });
    System.exit(commands.execute(args));
  }
}
