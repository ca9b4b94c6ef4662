package poca.stack.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

  @TempDir Path folder;

  @Test
  void the_tail_is_the_last_lines() throws Exception {
    Path file = folder.resolve("a.log");
    assertThat(LogFile.tail(file, 3)).isEmpty();
    Files.writeString(file, "1\n2\n3\n4\n");
    assertThat(LogFile.tail(file, 2)).containsExactly("3", "4");
    assertThat(LogFile.tail(file, 9)).hasSize(4);
  }

  @Test
  void a_follower_gives_whole_lines_once_and_notices_a_new_file() throws Exception {
    Path file = folder.resolve("a.log");
    Files.writeString(file, "old\n");
    LogFollower follower = new LogFollower(file);
    follower.skipToEnd();

    Files.writeString(file, "one\ntw", StandardOpenOption.APPEND);
    assertThat(follower.newLines()).containsExactly("one");
    Files.writeString(file, "o\n", StandardOpenOption.APPEND);
    assertThat(follower.newLines()).containsExactly("two");
    assertThat(follower.newLines()).isEmpty();

    Files.writeString(file, "new\n");
    assertThat(follower.newLines()).containsExactly("new");
  }

  @Test
  void a_large_log_is_put_aside() throws Exception {
    Path small = folder.resolve("small.log");
    Path large = folder.resolve("large.log");
    Files.writeString(small, "x");
    Files.write(large, new byte[11 * 1024 * 1024]);

    LogFile.rotate(small);
    LogFile.rotate(large);

    assertThat(small).exists();
    assertThat(large).doesNotExist();
    assertThat(folder.resolve("large.log.1")).exists();
  }
}
