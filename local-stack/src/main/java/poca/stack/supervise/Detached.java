package poca.stack.supervise;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import poca.stack.home.Home;
import poca.stack.home.OperatorError;
import poca.stack.home.Ports;

/// A launcher in the background: it outlives the terminal and writes to `logs/launcher.log`.
public final class Detached {

  private Detached() {}

  /// Says that the stack serves, to whoever started it in the background.
  public static void markReady(Home home) {
    try {
      Files.writeString(home.readyMark(Stack.LAUNCHER), "ready\n");
    } catch (IOException e) {
      throw new OperatorError("Cannot write to %s (%s).".formatted(home.run(), e), e);
    }
  }

  /// Starts a launcher, repeats what it says, and returns when its stack serves.
  ///
  /// @param arguments the command line of the launcher
  /// @return whether the stack serves; if not, what was said says why
  public static boolean start(Home home, Ports ports, List<String> arguments, Consumer<String> say)
      throws InterruptedException {
    home.create();
    Path log = home.log(Stack.LAUNCHER);
    try {
      Files.deleteIfExists(home.readyMark(Stack.LAUNCHER));
      LogFile.rotate(log);
      LogFollower follower = new LogFollower(log);
      follower.skipToEnd();
      Process launcher = launch(log, arguments);
      while (true) {
        boolean alive = launcher.isAlive();
        boolean ready = Files.exists(home.readyMark(Stack.LAUNCHER));
        follower.newLines().forEach(say);
        if (ready || !alive) {
          return ready;
        }
        Thread.sleep(200);
      }
    } catch (IOException e) {
      throw new OperatorError(
          "The stack could not be started on port %d: %s".formatted(ports.gateway(), e), e);
    }
  }

  private static Process launch(Path log, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(Programs.java(96));
    command.add("-Dlogback.configurationFile=stack-logback.xml");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("poca.stack.Main");
    command.addAll(arguments);
    return new ProcessBuilder(ChildProcess.inItsOwnSession(command))
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
