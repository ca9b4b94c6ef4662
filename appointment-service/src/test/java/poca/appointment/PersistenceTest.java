package poca.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import poca.testkit.persistence.TableWriters;

class PersistenceTest {

  @Test
  void no_table_of_an_entity_is_written_by_other_statements() {
    assertThat(new TableWriters(Path.of("src/main/java")).ofBothKinds()).isEmpty();
  }
}
