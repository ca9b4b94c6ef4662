package poca.stack.supervise;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import poca.stack.home.Home;
import poca.stack.home.OperatorError;

/// One process of the stack: started, watched until it serves, ended.
final class ChildProcess {

  private static final int LOG_LINES = 20;

  private final Program program;
  private final Home home;
  private @Nullable Process process;
  private boolean ending;

  ChildProcess(Program program, Home home) {
    this.program = program;
    this.home = home;
  }

  String name() {
    return program.name();
  }

  int port() {
    return program.port();
  }

  /// Starts the process and remembers it. Does nothing once it is to end.
  synchronized void launch() throws IOException {
    if (ending) {
      return;
    }
    Files.deleteIfExists(home.readyMark(name()));
    ProcessBuilder builder = new ProcessBuilder(inItsOwnSession(program.command()));
    builder.environment().clear();
    builder.environment().putAll(program.environment());
    builder
        .directory(home.run().toFile())
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(name()).toFile()));
    Process started = builder.start();
    process = started;
    ProcessRecord.of(started.toHandle()).write(home.record(name()));
  }

  /// A session of its own, so that Ctrl-C reaches the launcher only, which ends the others in
  /// order. Where `setsid` is missing they get the signal too and end at the same time.
  static List<String> inItsOwnSession(List<String> command) {
    for (String folder : List.of("/usr/bin", "/bin")) {
      Path setsid = Path.of(folder, "setsid");
      if (Files.isExecutable(setsid)) {
        List<String> wrapped = new ArrayList<>(command.size() + 1);
        wrapped.add(setsid.toString());
        wrapped.addAll(command);
        return wrapped;
      }
    }
    return command;
  }

  /// Returns when the process serves.
  ///
  /// @throws OperatorError when it ends or its time is up, with the end of its log
  void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + program.patience().toNanos();
    while (!program.ready().getAsBoolean()) {
      Process current = process();
      if (!current.isAlive()) {
        throw failed("ended with exit code " + current.exitValue() + " while it started");
      }
      if (System.nanoTime() > end) {
        throw failed("was not ready after " + program.patience().toSeconds() + " s");
      }
      Thread.sleep(150);
    }
  }

  private OperatorError failed(String how) {
    return new OperatorError(
        "%s %s. The end of %s:%n%s"
            .formatted(
                name(),
                how,
                home.log(name()),
                String.join("\n", LogFile.tail(home.log(name()), LOG_LINES))));
  }

  /// Waits for the end of the process.
  int awaitEnd() throws InterruptedException {
    return process().waitFor();
  }

  private synchronized Process process() {
    if (process == null) {
      throw new IllegalStateException(name() + " was not launched");
    }
    return process;
  }

  /// From now on it is not launched again, and the running process is asked to end.
  synchronized void askToEnd() {
    ending = true;
    if (process != null) {
      process.destroy();
    }
  }

  /// Waits until the process has ended, and ends it by force when `patience` is over.
  void end(Duration patience) {
    Process current;
    synchronized (this) {
      current = process;
    }
    try {
      if (current != null && !current.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        current.destroyForcibly().waitFor();
      }
      Files.deleteIfExists(home.record(name()));
      Files.deleteIfExists(home.readyMark(name()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // A record of an ended process is recognised as such the next time.
    }
  }
}
