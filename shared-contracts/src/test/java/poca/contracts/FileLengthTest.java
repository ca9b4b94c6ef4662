package poca.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/// Holds that a file stays one room: what grows past this is two ideas.
class FileLengthTest {

  private static final long LONGEST = 400;

  @Test
  void no_java_file_is_longer_than_four_hundred_lines() {
    var sources = Repository.texts(Set.of("java"));

    assertThat(sources).hasSizeGreaterThan(1000);
    assertThat(
            sources.entrySet().stream().filter(file -> file.getValue().lines().count() > LONGEST))
        .extracting(file -> file.getKey().toString())
        .isEmpty();
  }
}
