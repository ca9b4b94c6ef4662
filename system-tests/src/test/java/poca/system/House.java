package poca.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import poca.stack.demo.Gateway;
import poca.stack.demo.Login;
import poca.stack.demo.StepFailed;
import poca.stack.home.Home;
import poca.stack.home.Ports;
import poca.stack.supervise.Running;
import poca.stack.supervise.Stack;

/// The real stack in a folder of its own: every service its own process, started as `./poca up`
/// starts them.
final class House implements AutoCloseable {

  private static final Path REPOSITORY =
      Path.of(Objects.requireNonNull(System.getProperty("poca.repository")));

  private final Home home;
  private final Ports ports;
  private @Nullable Stack stack;

  private House(Home home, Ports ports) {
    this.home = home;
    this.ports = ports;
  }

  static House build() throws IOException, InterruptedException {
    var house = new House(new Home(Files.createTempDirectory("poca-house")), freePorts());
    house.open();
    return house;
  }

  void open() throws InterruptedException {
    var opened =
        Stack.prepare(home, ports, REPOSITORY, Map.copyOf(System.getenv()), System.out::println);
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

  String url() {
    return "http://localhost:" + ports.gateway();
  }

  Gateway gateway() {
    return new Gateway(URI.create(url()));
  }

  String adminPassword() {
    return Objects.requireNonNull(stack).environments().adminPassword();
  }

  Login admin() {
    var environments = Objects.requireNonNull(stack).environments();
    return gateway().login(environments.adminEmail(), environments.adminPassword());
  }

  /// kill -9; the supervisor starts it again.
  void kill(String process) {
    var part =
        new Running(home)
            .parts().stream().filter(p -> p.name().equals(process)).findFirst().orElseThrow();
    var handle = ProcessHandle.of(Objects.requireNonNull(part.pid())).orElseThrow();
    assertThat(handle.destroyForcibly()).as("kill -9 of " + process).isTrue();
    handle.onExit().join();
  }

  /// Resident memory of everything together, in megabytes.
  long memoryMegabytes() {
    return new Running(home).parts().stream().mapToLong(Running.Part::memoryMegabytes).sum();
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
    try (var files = Files.walk(home.root())) {
      files.sorted(Comparator.reverseOrder()).forEach(House::delete);
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

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
