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
import org.jspecify.annotations.Nullable;
import poca.infra.PostgresServer;
import poca.stack.home.Home;
import poca.stack.home.LocalService;
import poca.stack.home.OperatorError;
import poca.stack.home.Ports;

/// The stack of a home folder seen from outside the process that runs it.
public final class RunningStack {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Home home;

  public RunningStack(Home home) {
    this.home = home;
  }

  /// One process as it is now.
  ///
  /// @param pid null when it does not run
  /// @param port 0 when it has none
  /// @param memoryMegabytes resident; 0 when unknown
  public record Part(
      String name, State state, @Nullable Long pid, int port, long memoryMegabytes) {}

  public enum State {
    READY,
    NOT_READY,
    DOWN
  }

  /// The launcher that keeps the stack, if one does.
  public Optional<ProcessHandle> launcher() {
    return Stack.launcher(home);
  }

  /// The ports of the newest run.
  public Optional<Ports> ports() {
    try {
      return Optional.of(
          new Ports(Integer.parseInt(Files.readString(home.run().resolve("port")).strip())));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Those ports, of a stack that runs now.
  ///
  /// @throws OperatorError if none does
  public Ports portsNow() {
    return ports()
        .filter(_ -> launcher().isPresent())
        .orElseThrow(() -> new OperatorError("POCA does not run here. Start it with ./poca up"));
  }

  /// Every process that was started and not ended in order.
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    Optional<Ports> ports = ports();
    if (ports.isEmpty()) {
      return parts;
    }
    Stack.launcher(home)
        .ifPresent(process ->
            parts.add(
                new Part(Stack.LAUNCHER, State.READY, process.pid(), 0, Memory.resident(process))));
    try {
      PostgresServer.running(home.postgresData())
          .ifPresent(server ->
              parts.add(
                  new Part(
                      "postgres",
                      State.READY,
                      server.pid(),
                      ports.get().postgres(),
                      Memory.ofTree(server))));
    } catch (IOException e) {
      // Its lock file cannot be read: infra says more.
    }
    own(Programs.INFRASTRUCTURE, ports.get().s3(), parts);
    own(Programs.BROKER, ports.get().kafka(), parts);
    for (LocalService service : LocalService.values()) {
      service(service, ports.get(), parts);
    }
    return parts;
  }

  private void own(String name, int port, List<Part> parts) {
    if (Files.exists(home.record(name))) {
      State ready = Files.exists(home.readyMark(name)) ? State.READY : State.NOT_READY;
      parts.add(part(name, port, ready));
    }
  }

  private void service(LocalService service, Ports ports, List<Part> parts) {
    if (Files.exists(home.record(service.id()))) {
      State ready = Programs.answersWell(ports.readiness(service)) ? State.READY : State.NOT_READY;
      parts.add(part(service.id(), ports.of(service), ready));
    }
  }

  private Part part(String name, int port, State ifAlive) {
    return ProcessRecord.read(home.record(name))
        .flatMap(ProcessRecord::alive)
        .map(process -> new Part(name, ifAlive, process.pid(), port, Memory.resident(process)))
        .orElseGet(() -> new Part(name, State.DOWN, null, port, 0));
  }

  /// Ends the stack in order, and what a killed launcher left behind.
  ///
  /// @return whether there was anything to end
  public boolean stop(Consumer<String> say) {
    Optional<ProcessHandle> launcher = launcher();
    launcher.ifPresent(process -> end(process, say));
    OrphanedProcesses orphanedProcesses = new OrphanedProcesses(home);
    boolean any = launcher.isPresent() || !orphanedProcesses.names().isEmpty();
    orphanedProcesses.stop(say);
    return any;
  }

  private static void end(ProcessHandle launcher, Consumer<String> say) {
    say.accept("Stopping the stack (process %d)".formatted(launcher.pid()));
    launcher.destroy();
    try {
      launcher.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      say.accept("It does not end by itself; ending it by force");
      launcher.destroyForcibly();
    } catch (ExecutionException e) {
      throw new OperatorError("Could not wait for process %d: %s".formatted(launcher.pid(), e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The names of all logs there are.
  public List<String> logs() {
    if (!Files.isDirectory(home.logs())) {
      return List.of();
    }
    try (var files = Files.list(home.logs())) {
      return files
          .map(Path::getFileName)
          .map(String::valueOf)
          .filter(name -> name.endsWith(".log"))
          .map(name -> name.substring(0, name.length() - ".log".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new OperatorError("Cannot read %s (%s).".formatted(home.logs(), e), e);
    }
  }
}
