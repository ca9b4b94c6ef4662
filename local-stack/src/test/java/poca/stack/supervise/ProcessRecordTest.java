package poca.stack.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {

  @TempDir Path folder;

  @Test
  void a_process_is_found_again_by_its_record() throws Exception {
    Path file = folder.resolve("me.pid");
    ProcessRecord.of(ProcessHandle.current()).write(file);

    assertThat(ProcessRecord.read(file).flatMap(ProcessRecord::alive))
        .contains(ProcessHandle.current());
  }

  @Test
  void a_number_that_was_given_out_again_is_not_ours() {
    ProcessRecord me = ProcessRecord.of(ProcessHandle.current());
    ProcessRecord earlier =
        new ProcessRecord(me.pid(), me.startedAt().minus(Duration.ofMinutes(5)));

    assertThat(earlier.alive()).isEmpty();
  }

  @Test
  void another_program_is_not_ours_whatever_its_number_and_start() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "30").start();
    try {
      assertThat(ProcessRecord.of(stranger.toHandle()).alive()).isEmpty();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void a_record_that_is_missing_or_torn_means_nothing() throws Exception {
    Path file = folder.resolve("torn.pid");
    assertThat(ProcessRecord.read(file)).isEmpty();
    for (String torn : new String[] {"", "12", "x y", "12 "}) {
      Files.writeString(file, torn);
      assertThat(ProcessRecord.read(file)).as("'%s'", torn).isEmpty();
    }
  }
}
