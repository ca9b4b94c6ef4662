package poca.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {

  @TempDir Path tmp;

  @Test
  void what_a_killed_process_left_is_removed_by_the_next_and_what_a_living_one_has_stays()
      throws Exception {
    var of = tmp.resolve("poca");
    var killed = another(of);
    var living = another(of);
    try {
      var left = scratchOf(killed);
      var kept = scratchOf(living);
      assertThat(left.resolve("deep/part")).exists();
      killed.destroyForcibly().waitFor();

      try (var mine = ScratchFolder.in(of)) {
        assertThat(left).doesNotExist();
        assertThat(kept.resolve("deep/part")).exists();
        assertThat(mine.path()).isEmptyDirectory();
        try (var second = ScratchFolder.in(of)) {
          assertThat(mine.path()).exists();
          assertThat(second.path()).isNotEqualTo(mine.path());
        }
        try (var third = ScratchFolder.in(of)) {
          assertThat(mine.path()).exists().isNotEqualTo(third.path());
        }
      }
    } finally {
      living.destroyForcibly().waitFor();
      killed.destroyForcibly().waitFor();
    }

    try (var last = ScratchFolder.in(of)) {
      Files.createSymbolicLink(last.path().resolve("link"), tmp);
    }
    assertThat(names(of)).containsExactly("turn.lock");
    assertThat(tmp).exists();
  }

  @Test
  void nobody_else_looks_into_it() throws Exception {
    var of = tmp.resolve("poca");
    try (var _ = ScratchFolder.in(of)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(of)))
          .isEqualTo("rwx------");
    }
  }

  private static Process another(Path of) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Another.class.getName(),
            of.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// Waits until it has one.
  private static Path scratchOf(Process process) throws IOException {
    var out = process.inputReader();
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("scratch ")) {
        return Path.of(line.substring("scratch ".length()));
      }
    }
    throw new AssertionError("it ended");
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /// Another process, with something in its folder.
  static final class Another {

    private Another() {}

    static void main(String[] args) throws Exception {
      var scratch = ScratchFolder.in(Path.of(args[0]));
      Files.createDirectory(scratch.path().resolve("deep"));
      Files.writeString(scratch.path().resolve("deep/part"), "a part of an upload");
      IO.println("scratch " + scratch.path());
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
