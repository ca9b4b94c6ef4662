package poca.stack.supervise;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import poca.stack.home.Environments;
import poca.stack.home.Home;
import poca.stack.home.LocalService;
import poca.stack.home.OperatorError;
import poca.stack.home.Ports;
import poca.stack.home.Secrets;
import poca.stack.home.Settings;

/// The running stack of one home folder, held by one launcher process at a time.
public final class Stack implements AutoCloseable {

  static final String LAUNCHER = "launcher";

  private final Environments environments;
  private final Supervisor supervisor;
  private final FileChannel lock;

  private Stack(Environments environments, Supervisor supervisor, FileChannel lock) {
    this.environments = environments;
    this.supervisor = supervisor;
    this.lock = lock;
  }

  /// The environment of a stack in `home`; makes secrets that are missing.
  public static Environments environments(
      Home home, Ports ports, Path repository, Map<String, String> environment) {
    home.create();
    return new Environments(
        home, ports, Secrets.of(home, new SecureRandom()), Settings.of(environment, repository));
  }

  /// Takes the home folder, ends what an earlier run left behind, and checks that the stack can
  /// run. Nothing is started yet.
  ///
  /// @throws OperatorError when another launcher holds the folder or something is in the way
  @SuppressWarnings("MustBeClosedChecker")
  public static Stack prepare(
      Home home,
      Ports ports,
      Path repository,
      Map<String, String> environment,
      Consumer<String> say) {
    home.create();
    FileChannel lock = lock(home);
    try {
      ProcessRecord.of(ProcessHandle.current()).write(home.record(LAUNCHER));
      Files.writeString(home.run().resolve("port"), ports.gateway() + "\n");
      new OrphanedProcesses(home).stop(say);
      new UnpackedServices(home).dropOldLaunchers();
      Preflight.check(home, ports);
      Environments environments = environments(home, ports, repository, environment);
      Supervisor supervisor = new Supervisor(home, layers(environments, repository, say), 3, say);
      return new Stack(environments, supervisor, lock);
    } catch (IOException e) {
      throw new OperatorError("Cannot write to %s (%s).".formatted(home.run(), e), e);
    }
  }

  private static FileChannel lock(Home home) {
    try {
      FileChannel channel =
          FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock taken = channel.tryLock();
      if (taken == null) {
        channel.close();
        throw new OperatorError(
            "POCA already runs from %s. Use ./poca status, ./poca logs or ./poca down."
                .formatted(home.root()));
      }
      return channel;
    } catch (IOException | OverlappingFileLockException e) {
      throw new OperatorError("Cannot lock %s (%s).".formatted(home.lock(), e), e);
    }
  }

  private static List<List<Program>> layers(
      Environments environments, Path repository, Consumer<String> say) throws IOException {
    Home home = environments.home();
    Programs programs = new Programs(environments);
    UnpackedServices unpacked = new UnpackedServices(home);
    List<Program> foundation = List.of(programs.infrastructure(), programs.broker());
    List<Program> services = new ArrayList<>();
    for (LocalService service : LocalService.values()) {
      Path jar = service.jar(repository);
      if (Files.exists(jar)) {
        services.add(programs.service(service, unpacked.of(service, jar)));
      } else {
        say.accept(
            "  %-20s skipped: there is no %s".formatted(service.id(), repository.relativize(jar)));
      }
    }
    // The one door opens last: who sees it open finds everything behind it.
    services.sort(
        java.util.Comparator.comparing(
            program -> program.name().equals(LocalService.GATEWAY.id())));
    for (Program program : foundation) {
      LogFile.rotate(home.log(program.name()));
    }
    for (Program program : services) {
      LogFile.rotate(home.log(program.name()));
    }
    LogFile.rotate(home.log("postgres"));
    return List.of(foundation, services);
  }

  public Environments environments() {
    return environments;
  }

  /// Starts everything and returns when it serves.
  public void start() throws InterruptedException {
    supervisor.start();
  }

  /// Waits until the stack was closed.
  public void awaitEnd() throws InterruptedException {
    supervisor.awaitEnd();
  }

  /// Whether it was told to end.
  public boolean isStopping() {
    return supervisor.isStopping();
  }

  /// Ends everything in order and lets go of the home folder.
  @Override
  public synchronized void close() {
    supervisor.stop();
    try {
      Files.deleteIfExists(environments.home().record(LAUNCHER));
      Files.deleteIfExists(environments.home().readyMark(LAUNCHER));
      lock.close();
    } catch (IOException e) {
      // The lock goes with this process, and a record of an ended process is recognised as such.
    }
  }

  /// The launcher that holds `home`, if one does.
  static Optional<ProcessHandle> launcher(Home home) {
    return ProcessRecord.read(home.record(LAUNCHER)).flatMap(ProcessRecord::alive);
  }
}
