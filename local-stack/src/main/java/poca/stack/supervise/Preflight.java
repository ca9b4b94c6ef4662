package poca.stack.supervise;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import poca.stack.home.Home;
import poca.stack.home.OperatorError;
import poca.stack.home.Ports;

/// Whatever would stop the stack half-way is found before anything is started.
final class Preflight {

  private static final long NEEDED_BYTES = 2L * 1024 * 1024 * 1024;

  private Preflight() {}

  static void check(Home home, Ports ports) {
    disk(home);
    rootMayStepDown();
    ports.all().forEach((port, name) -> free(port, name, ports));
  }

  private static void disk(Home home) {
    try {
      long free = Files.getFileStore(home.root()).getUsableSpace();
      if (free < NEEDED_BYTES) {
        throw new OperatorError(
            "Only %d MB are free under %s; POCA needs 2 GB. Free some space, or set POCA_HOME to a larger disk."
                .formatted(free / (1024 * 1024), home.root()));
      }
    } catch (IOException e) {
      throw new OperatorError(
          "Cannot see how much space is free under %s (%s).".formatted(home.root(), e), e);
    }
  }

  /// PostgreSQL refuses to run as root; for root it is started in a user namespace of its own.
  private static void rootMayStepDown() {
    if (!"root".equals(System.getProperty("user.name")) || !Files.exists(Path.of("/proc/self"))) {
      return;
    }
    try {
      Process tried =
          new ProcessBuilder("unshare", "-U", "true")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (tried.waitFor(10, TimeUnit.SECONDS) && tried.exitValue() == 0) {
        return;
      }
      tried.destroyForcibly();
    } catch (IOException e) {
      // No unshare: the same answer.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new OperatorError(
        "PostgreSQL does not run as root, and this system has no user namespaces to step down with. Run ./poca as an ordinary user.");
  }

  private static void free(int port, String name, Ports ports) {
    InetAddress here = InetAddress.getLoopbackAddress();
    boolean answered;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(here, port), 300);
      answered = true;
    } catch (IOException e) {
      answered = false;
    }
    if (!answered) {
      try (ServerSocket socket = new ServerSocket(port, 1, here)) {
        return;
      } catch (IOException e) {
        // Taken, though nobody answers.
      }
    }
    throw new OperatorError(
        "Port %d, which %s needs, is taken by another program. Stop that one (lsof -i :%d shows it), or use other ports: ./poca up --port %d"
            .formatted(
                port,
                name,
                port,
                ports.gateway() + 100 <= 65_000 ? ports.gateway() + 100 : 20_000));
  }
}
