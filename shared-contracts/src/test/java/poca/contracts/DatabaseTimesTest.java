package poca.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds that times pass to the database and back in one place: what the driver wants instead of an
/// `Instant` is known there only.
class DatabaseTimesTest {

  private static final Pattern CONVERSION =
      Pattern.compile("OffsetDateTime\\.class|\\b(param|put)\\([^;]{0,80}\\.atOffset\\(");

  @Test
  void only_the_edge_of_sql_turns_times_into_what_the_driver_knows() {
    assertThat(
            Repository.texts(Set.of("java")).entrySet().stream()
                .filter(file -> file.getKey().toString().contains("/src/main/"))
                .filter(file -> CONVERSION.matcher(file.getValue()).find()))
        .extracting(file -> file.getKey().getFileName().toString())
        .containsExactly("Sql.java");
  }
}
