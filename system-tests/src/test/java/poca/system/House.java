package poca.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import poca.demo.AuthenticatorApp;
import poca.demo.Gateway;
import poca.demo.Login;
import poca.demo.StepFailed;
import poca.stack.home.Environments;
import poca.stack.home.Home;
import poca.stack.home.LocalService;
import poca.stack.home.Ports;
import poca.stack.supervise.RunningStack;
import poca.stack.supervise.Stack;

/// The real stack in a folder of its own: every service its own process, started as `./poca up`
/// starts them. The test classes share one.
public final class House implements AutoCloseable {

  static final Path REPOSITORY =
      Path.of(Objects.requireNonNull(System.getProperty("poca.repository")));

  /// Tests call faster than people do, have no five minutes to see a new signing key, and have a
  /// balancer.
  private static final Map<String, String> SETTINGS =
      Map.of(
          "RATE_LIMIT_PER_SECOND", "0",
          "AI_TURNS_PER_HOUR", "0",
          // so that a test may come from an address of its own
          "TRUSTED_PROXIES", "127.0.0.0/8,::1/128",
          "POCA_JAVA_OPTS", "-Dpoca.keys-kept=40s -Dpoca.drain=3s");

  private static @Nullable House shared;

  private final Home home;
  private final Ports ports;
  private final Balancer auth;
  private @Nullable Stack stack;

  private House(Home home, Ports ports) {
    this.home = home;
    this.ports = ports;
    this.auth = new Balancer(ports.of(LocalService.AUTH_SERVICE));
  }

  /// The one house of this run of tests, built by the first who asks. Whoever does has
  /// [SharedHouse] as an extension, which takes it down in the end.
  public static synchronized House shared() throws IOException, InterruptedException {
    if (shared == null) {
      shared = build();
    }
    return shared;
  }

  static synchronized void closeShared() throws IOException {
    if (shared != null) {
      shared.close();
      shared = null;
    }
  }

  private static House build() throws IOException, InterruptedException {
    var house = new House(new Home(Files.createTempDirectory("poca-house")), freePorts());
    house.open();
    return house;
  }

  void open() throws InterruptedException {
    var environment = new HashMap<>(System.getenv());
    environment.putAll(SETTINGS);
    environment.put("POCA_AUTH_URL", auth.url());
    var opened =
        Stack.prepare(home, ports, REPOSITORY, Map.copyOf(environment), System.out::println);
    stack = opened;
    opened.start();
  }

  /// Stops everything in order; the data stays.
  void shut() {
    if (stack != null) {
      stack.close();
      stack = null;
    }
  }

  public String url() {
    return "http://localhost:" + ports.gateway();
  }

  Gateway gateway() {
    return new Gateway(URI.create(url()));
  }

  AuthenticatorApp secondFactors() {
    return new AuthenticatorApp(home.root().resolve("second-factors.env"));
  }

  public String adminEmail() {
    return environments().adminEmail();
  }

  public String adminPassword() {
    return environments().adminPassword();
  }

  Login admin() {
    return gateway().login(adminEmail(), adminPassword());
  }

  /// kill -9; the supervisor starts it again.
  void kill(String process) {
    var handle = process(process);
    assertThat(handle.destroyForcibly()).as("kill -9 of " + process).isTrue();
    handle.onExit().join();
  }

  private ProcessHandle process(String name) {
    var part =
        new RunningStack(home)
            .parts().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    return ProcessHandle.of(Objects.requireNonNull(part.pid())).orElseThrow();
  }

  /// The way to the auth-service, whose instances may change.
  Balancer auth() {
    return auth;
  }

  /// kill -15; the supervisor starts it again.
  void restart(String process) {
    var handle = process(process);
    assertThat(handle.destroy()).as("asked to end: " + process).isTrue();
    handle.onExit().join();
  }

  /// Another instance of a service that runs, beside the supervised one; the caller ends it.
  ///
  /// @param more settings of this instance alone
  Process another(LocalService service, int port, Map<String, String> more) throws IOException {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx192m",
            "-jar",
            service.jar(REPOSITORY).toString());
    var environment = command.environment();
    environment.clear();
    environment.putAll(environments().of(service));
    environment.putAll(more);
    environment.put("SERVER_PORT", Integer.toString(port));
    return command
        .redirectErrorStream(true)
        .redirectOutput(home.log("another-" + service.id()).toFile())
        .start();
  }

  /// Waits until an instance is ready to serve.
  static void awaitReady(int port) {
    eventually(
        Duration.ofMinutes(3),
        () -> {
          try {
            var answer =
                (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                        .toURL()
                        .openConnection();
            answer.setReadTimeout(3000);
            assertThat(answer.getResponseCode()).isEqualTo(200);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  int portOf(LocalService service) {
    return ports.of(service);
  }

  /// Straight into a service's database, as its owner.
  Connection database(LocalService service) throws SQLException {
    var environment = environments().of(service);
    return DriverManager.getConnection(
        environment.get("POCA_DB_URL"),
        environment.get("POCA_DB_USER"),
        environment.get("POCA_DB_PASSWORD"));
  }

  Environments environments() {
    return Objects.requireNonNull(stack).environments();
  }

  /// Resident memory of everything together, in megabytes.
  long memoryMegabytes() {
    return new RunningStack(home)
        .parts().stream().mapToLong(RunningStack.Part::memoryMegabytes).sum();
  }

  /// Tries until it works, as a client does after an error.
  static void eventually(Duration patience, Runnable step) {
    var end = Instant.now().plus(patience);
    while (true) {
      try {
        step.run();
        return;
      } catch (StepFailed | AssertionError notYet) {
        if (Instant.now().isAfter(end)) {
          throw notYet;
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
  }

  @Override
  public void close() throws IOException {
    shut();
    auth.close();
    // on a busy machine the database still writes its last lines when its parent has ended
    eventually(Duration.ofSeconds(30), this::forget);
  }

  private void forget() {
    try (var files = Files.walk(home.root())) {
      files.sorted(Comparator.reverseOrder()).forEach(House::delete);
    } catch (IOException | UncheckedIOException stillWritten) {
      throw new AssertionError(stillWritten);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Ports freePorts() {
    for (var attempt = 0; attempt < 50; attempt++) {
      var ports = new Ports(ThreadLocalRandom.current().nextInt(200, 320) * 100);
      if (ports.all().keySet().stream().allMatch(House::isFree)) {
        return ports;
      }
    }
    throw new IllegalStateException("no free ports");
  }

  static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
