package poca.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The life of a process that holds servers: start them, say so with a file, stop them on SIGTERM
/// in the opposite order.
public final class ServerProcess {

  /// The file that appears when everything serves.
  public static final String READY_MARK = "POCA_READY_MARK";

  private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);

  private final Deque<AutoCloseable> kept = new ArrayDeque<>();
  private final AtomicBoolean stopping = new AtomicBoolean();

  private ServerProcess() {}

  interface Start {
    void with(ServerProcess process) throws Exception;
  }

  static void run(Start start) {
    ServerProcess process = new ServerProcess();
    Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "stop"));
    try {
      start.with(process);
      String mark = System.getenv(READY_MARK);
      if (mark != null) {
        Files.writeString(Path.of(mark), "ready\n");
      }
      log.info("ready");
      new CountDownLatch(1).await();
    } catch (Throwable e) { // a missing class is an Error, and as final
      log.error("did not start", e);
      process.exit(1);
    }
  }

  /// Keeps a server until the process ends.
  <T extends AutoCloseable> T keep(T server) {
    synchronized (kept) {
      kept.push(server);
    }
    return server;
  }

  /// Ends the process with an error, unless it is ending anyway.
  void fail(String reason) {
    if (!stopping.get()) {
      log.error(reason);
      exit(1);
    }
  }

  private void exit(int code) {
    if (!stopping.get()) {
      System.exit(code);
    }
  }

  private void stop() {
    stopping.set(true);
    synchronized (kept) {
      for (AutoCloseable server : kept) {
        try {
          server.close();
        } catch (Exception e) {
          log.warn("a server did not stop in order", e);
        }
      }
    }
    log.info("stopped");
  }

  static String setting(String name) {
    @Nullable String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("the environment lacks " + name);
    }
    return value;
  }

  static int port(String name) {
    return Integer.parseInt(setting(name));
  }
}
