package poca.stack.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poca.stack.home.Home;
import poca.stack.home.OperatorError;

class SupervisorTest {

  @TempDir Path folder;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private Home home = new Home(Path.of("."));
  private Supervisor supervisor = new Supervisor(home, List.of(), 1, said::add);

  @BeforeEach
  void makeHome() {
    home = new Home(folder.resolve("home"));
    home.create();
  }

  @AfterEach
  void stop() {
    supervisor.stop();
  }

  @Test
  void a_process_that_is_killed_is_started_again() throws Exception {
    supervise(List.of(shell("one", "echo up >> lives; touch one.ready; exec sleep 60")));
    supervisor.start();
    long first = pid("one");

    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    await().atMost(Duration.ofSeconds(10)).until(() -> said.contains("one is ready again"));
    assertThat(pid("one")).isNotEqualTo(first);
    assertThat(Files.readAllLines(home.run().resolve("lives"))).hasSize(2);
    assertThat(said).anyMatch(line -> line.startsWith("one ended with exit code 137"));
  }

  @Test
  void a_layer_starts_when_the_one_below_serves_and_ends_before_it() throws Exception {
    String lives =
        "trap 'echo %1$s down >> lives; exit' TERM; echo %1$s up >> lives; touch %1$s.ready; while :; do sleep 0.05; done";
    supervise(
        List.of(shell("base", lives.formatted("base"))),
        List.of(shell("top", lives.formatted("top"))));

    supervisor.start();
    supervisor.stop();

    assertThat(Files.readAllLines(home.run().resolve("lives")))
        .containsExactly("base up", "top up", "top down", "base down");
    assertThat(home.record("top")).doesNotExist();
  }

  @Test
  void a_process_that_ends_while_it_starts_is_reported_with_the_end_of_its_log() {
    supervise(List.of(shell("broken", "echo no such database; exit 3")));

    assertThatThrownBy(supervisor::start)
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("broken ended with exit code 3")
        .hasMessageContaining("no such database");
  }

  @Test
  void a_process_that_never_serves_is_given_up() {
    supervise(List.of(shell("slow", "exec sleep 60")));

    assertThatThrownBy(supervisor::start)
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("slow was not ready after 5 s");
  }

  @SafeVarargs
  private void supervise(List<Program>... layers) {
    supervisor = new Supervisor(home, List.of(layers), 2, said::add);
  }

  private Program shell(String name, String script) {
    return new Program(
        name,
        List.of("/bin/sh", "-c", script),
        Map.of("PATH", "/usr/bin:/bin"),
        0,
        () -> Files.exists(home.readyMark(name)),
        Duration.ofSeconds(5));
  }

  private long pid(String name) {
    return ProcessRecord.read(home.record(name)).orElseThrow().pid();
  }
}
