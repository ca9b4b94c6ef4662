package poca.stack.supervise;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import poca.infra.BrokerProcess;
import poca.infra.Infrastructure;
import poca.infra.ServerProcess;
import poca.stack.home.Environments;
import poca.stack.home.Home;
import poca.stack.home.LocalService;

/// The command lines of the processes, sized so that all of them together stay under 3.5 GB.
final class Programs {

  static final String INFRASTRUCTURE = "infra";
  static final String BROKER = "kafka";
  static final Set<String> FOUNDATION = Set.of(INFRASTRUCTURE, BROKER);

  // One machine, seven services: the small collector and the quick compiler. On the reference
  // machine that saves 50 MB and half of the start's CPU time per process.
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss512k",
          "-XX:MaxDirectMemorySize=64m",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final Environments environments;
  private final Home home;

  Programs(Environments environments) {
    this.environments = environments;
    this.home = environments.home();
  }

  Program infrastructure() {
    return own(
        INFRASTRUCTURE,
        Infrastructure.class,
        160, // unpacking PostgreSQL the first time takes most of it
        environments.ofInfrastructure(),
        environments.ports().postgres(),
        Duration.ofMinutes(2));
  }

  Program broker() {
    return own(
        BROKER,
        BrokerProcess.class,
        192,
        environments.ofBroker(),
        environments.ports().kafka(),
        Duration.ofMinutes(2));
  }

  private Program own(
      String name,
      Class<?> main,
      int heap,
      Map<String, String> environment,
      int port,
      Duration patience) {
    List<String> command = new ArrayList<>(java(heap));
    command.add("-Dlogback.configurationFile=stack-logback.xml");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    Map<String, String> env = new LinkedHashMap<>(environment);
    Path mark = home.readyMark(name);
    env.put(ServerProcess.READY_MARK, mark.toString());
    return new Program(name, command, env, port, () -> Files.exists(mark), patience);
  }

  /// @param jar the service's program, unpacked or not
  Program service(LocalService service, Path jar) {
    List<String> command = new ArrayList<>(java(service.heapMegabytes()));
    environments
        .settings()
        .get("POCA_JAVA_OPTS")
        .ifPresent(options -> command.addAll(List.of(options.strip().split("\\s+", -1))));
    command.add("-jar");
    command.add(jar.toString());
    int port = environments.ports().of(service);
    URI readiness = environments.ports().readiness(service);
    return new Program(
        service.id(),
        command,
        environments.of(service),
        port,
        () -> answersWell(readiness),
        Duration.ofMinutes(4));
  }

  static List<String> java(int heapMegabytes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SMALL);
    command.add("-Xmx" + heapMegabytes + "m");
    return command;
  }

  static boolean answersWell(URI address) {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(3)).build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
