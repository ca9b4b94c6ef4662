package poca.aiproof;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import poca.ai.AiService;
import poca.aitest.Surroundings;
import poca.testkit.world.TestTokens;

/// The service in a JVM of its own, which can be killed and whose processor time can be read.
final class Instance implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Process process;
  private final int port;

  private Instance(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(AiService.class, Surroundings.class).run(arguments);
  }

  static Instance start(int port, Map<String, String> properties) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                TestTokens.keyForAnother(),
                "-cp",
                System.getProperty("java.class.path"),
                Instance.class.getName(),
                "--server.port=" + port));
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    try {
      var log = new File("target/proof-instance.log");
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
      var instance = new Instance(process, port);
      instance.awaitReady();
      return instance;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    var until = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      if (isReady()) {
        return;
      }
      pause(Duration.ofMillis(200));
    }
    throw new IllegalStateException("the instance does not start: see target/proof-instance.log");
  }

  private boolean isReady() {
    try {
      var address = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
      var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return port;
  }

  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// As a machine that loses its power.
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
