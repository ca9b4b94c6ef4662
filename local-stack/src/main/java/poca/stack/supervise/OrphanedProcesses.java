package poca.stack.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import poca.infra.PostgresServer;
import poca.stack.home.Home;
import poca.stack.home.OperatorError;

/// What a killed launcher left running.
final class OrphanedProcesses {

  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Home home;

  OrphanedProcesses(Home home) {
    this.home = home;
  }

  /// The processes that are remembered and still run, but for the launcher's own.
  List<String> names() {
    return records().stream()
        .filter(file -> ProcessRecord.read(file).flatMap(ProcessRecord::alive).isPresent())
        .map(OrphanedProcesses::name)
        .toList();
  }

  /// Ends them: the services first, then what they stand on, PostgreSQL last.
  void stop(Consumer<String> say) {
    List<String> names = names();
    if (!names.isEmpty()) {
      say.accept("Stopping what an earlier run left behind: " + String.join(", ", names));
    }
    stop(records().stream().filter(file -> !isFoundation(file)).toList());
    stop(records().stream().filter(OrphanedProcesses::isFoundation).toList());
    try {
      PostgresServer.stopLeftover(home.postgresData());
    } catch (IOException e) {
      throw new OperatorError(
          "A PostgreSQL server from an earlier run could not be stopped: " + e, e);
    }
  }

  private static void stop(List<Path> files) {
    List<ProcessHandle> running = new ArrayList<>();
    for (Path file : files) {
      Optional<ProcessHandle> process = ProcessRecord.read(file).flatMap(ProcessRecord::alive);
      process.ifPresent(running::add);
    }
    running.forEach(ProcessHandle::destroy);
    long end = System.nanoTime() + GRACE.toNanos();
    for (ProcessHandle process : running) {
      if (!ended(process, Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
        process.destroyForcibly();
        ended(process, Duration.ofSeconds(5));
      }
    }
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new OperatorError("Cannot delete %s (%s).".formatted(file, e), e);
      }
    }
  }

  private static boolean ended(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<Path> records() {
    if (!Files.isDirectory(home.run())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.run())) {
      return files
          .filter(file -> file.toString().endsWith(".pid"))
          .filter(file -> !name(file).equals(Stack.LAUNCHER))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new OperatorError("Cannot read %s (%s).".formatted(home.run(), e), e);
    }
  }

  private static String name(Path record) {
    String file = String.valueOf(record.getFileName());
    return file.substring(0, file.length() - ".pid".length());
  }

  private static boolean isFoundation(Path record) {
    return Programs.FOUNDATION.contains(name(record));
  }
}
