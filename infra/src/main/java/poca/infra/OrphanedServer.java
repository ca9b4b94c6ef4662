package poca.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A PostgreSQL server whose parent was killed: it still holds its directory and its port.
final class OrphanedServer {

  private static final Logger log = LoggerFactory.getLogger(OrphanedServer.class);

  private OrphanedServer() {}

  /// The process that holds `data`. The number in the lock file may by now belong to a stranger, so
  /// the process must also look like a PostgreSQL server.
  static Optional<ProcessHandle> holder(Path data) throws IOException {
    Path lock = data.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(lock);
    return lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")
        ? Optional.empty()
        : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
            .filter(OrphanedServer::isPostgres);
  }

  /// Stops the server that holds `data`, if there is one.
  static void stop(Path data) throws IOException {
    Optional<ProcessHandle> found = holder(data);
    if (found.isEmpty()) {
      return;
    }
    ProcessHandle server = found.get();
    log.info("stopping the PostgreSQL server {} that an earlier run left behind", server.pid());
    // SIGINT is PostgreSQL's "fast" stop; SIGTERM would wait for every client to go first.
    signal(server, "-INT");
    if (!ended(server, 20)) {
      signal(server, "-QUIT");
      if (!ended(server, 5)) {
        server.destroyForcibly();
        ended(server, 5);
      }
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.isAlive()
        && process.info().command().map(command -> command.endsWith("postgres")).orElse(false);
  }

  private static void signal(ProcessHandle process, String signal) throws IOException {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static boolean ended(ProcessHandle process, int seconds) {
    try {
      process.onExit().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (java.util.concurrent.ExecutionException e) {
      return !process.isAlive();
    }
  }
}
