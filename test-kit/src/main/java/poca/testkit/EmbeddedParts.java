package poca.testkit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.util.function.SingletonSupplier;
import poca.infra.Directories;
import poca.infra.KafkaServer;
import poca.infra.PostgresServer;
import poca.infra.S3Server;

/// The parts in this JVM (PostgreSQL beside it), on free ports, in a temporary directory that goes
/// when the JVM ends.
final class EmbeddedParts implements Parts {

  private static final String PASSWORD = "test";

  private final Path home;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final Supplier<TestPostgres> postgres = SingletonSupplier.of(this::startPostgres);
  private final Supplier<TestKafka> kafka = SingletonSupplier.of(this::startKafka);
  private final Supplier<TestObjectStore> objectStore =
      SingletonSupplier.of(this::startObjectStore);

  EmbeddedParts() {
    try {
      home = Files.createTempDirectory("poca-parts-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "poca-parts-closer"));
  }

  @Override
  public TestPostgres postgres() {
    return postgres.get();
  }

  @Override
  public TestKafka kafka() {
    return kafka.get();
  }

  @Override
  public TestObjectStore objectStore() {
    return objectStore.get();
  }

  private TestPostgres startPostgres() {
    quieten();
    try {
      Path binaries =
          Path.of(
              System.getProperty("java.io.tmpdir"),
              "poca-postgres-" + System.getProperty("user.name"));
      PostgresServer server =
          PostgresServer.start(
              home.resolve("postgres"),
              freePort(),
              PASSWORD,
              binaries,
              home.resolve("postgres.log"));
      closeAtTheEnd(server);
      AtomicInteger made = new AtomicInteger();
      return () -> newDatabase(server, "it_" + made.incrementAndGet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestPostgres.Database newDatabase(PostgresServer server, String name) {
    try {
      server.ensureDatabase(name, name, PASSWORD);
      return new TestPostgres.Database(name, server.url(name), name, PASSWORD);
    } catch (SQLException e) {
      throw new IllegalStateException("no new database", e);
    }
  }

  private TestKafka startKafka() {
    quieten();
    EmbeddedKafka broker = new EmbeddedKafka(home.resolve("kafka"), freePort(), freePort());
    broker.restart();
    closeAtTheEnd(broker::stop);
    return broker;
  }

  private TestObjectStore startObjectStore() {
    quieten();
    try {
      S3Server server =
          S3Server.start(home.resolve("s3"), freePort(), "poca-test", "poca-test-secret");
      closeAtTheEnd(server);
      return new TestObjectStore(
          server.endpoint(), "poca-test", "poca-test-secret", S3Server.BUCKET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The servers' own logs would drown the test's.
  private static void quieten() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext loggers) {
      for (String name :
          List.of(
              "kafka",
              "org.apache.kafka",
              "state.change.logger",
              "io.zonky",
              "org.eclipse.jetty",
              "org.gaul")) {
        loggers.getLogger(name).setLevel(Level.WARN);
      }
    }
  }

  private void closeAtTheEnd(AutoCloseable server) {
    synchronized (started) {
      started.push(server);
    }
  }

  private void close() {
    letSpringGoFirst();
    synchronized (started) {
      for (AutoCloseable server : started) {
        try {
          server.close();
        } catch (Exception e) {
          LoggerFactory.getLogger(EmbeddedParts.class).warn("a part did not stop in order", e);
        }
      }
    }
    try {
      Directories.delete(home);
    } catch (IOException e) {
      LoggerFactory.getLogger(EmbeddedParts.class).warn("{} is left behind", home, e);
    }
  }

  /// Shutdown hooks run side by side: contexts that lose their servers first wait for time limits.
  private static void letSpringGoFirst() {
    Thread[] threads = new Thread[Thread.activeCount() + 16];
    int n = Thread.enumerate(threads);
    try {
      for (int i = 0; i < n; i++) {
        if (threads[i].getName().startsWith("Spring")) {
          threads[i].join(10_000);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class EmbeddedKafka implements TestKafka {
    private final Path dir;
    private final int port;
    private final int controllerPort;
    private @Nullable KafkaServer server;

    EmbeddedKafka(Path dir, int port, int controllerPort) {
      this.dir = dir;
      this.port = port;
      this.controllerPort = controllerPort;
    }

    @Override
    public String bootstrapServers() {
      return "127.0.0.1:" + port;
    }

    @Override
    public synchronized void stop() {
      if (server != null) {
        server.close();
        server = null;
      }
    }

    @Override
    public synchronized void restart() {
      if (server == null) {
        try {
          server = KafkaServer.start(dir, port, controllerPort);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
