package poca.testkit.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableWritersTest {

  @TempDir Path sources;

  @BeforeEach
  void anEntity() throws IOException {
    source("HouseCall", "@Entity\nclass HouseCall {}");
  }

  @Test
  void a_statement_that_writes_an_entitys_table_is_found() throws IOException {
    source(
        "Calls",
        """
        class Calls {
          JdbcClient jdbc;
          String first = "update house_call set x = 1";
          String second = "delete from visit";
        }
        """);
    assertThat(new TableWriters(sources).ofBothKinds()).containsExactly("Calls writes house_call");
  }

  @Test
  void the_entitys_store_may_write_it_and_everybody_read_it() throws IOException {
    source("CallStore", "interface CallStore { /* insert into house_call */ }");
    source("Lists", "class Lists { JdbcClient jdbc; String s = \"select * from house_call\"; }");
    source("Words", "/// JdbcClient\n/// an update house_call\nclass Words {}");
    assertThat(new TableWriters(sources).ofBothKinds()).isEmpty();
  }

  @Test
  void without_an_entity_the_rule_would_hold_of_nothing() throws IOException {
    Files.delete(sources.resolve("HouseCall.java"));
    assertThatThrownBy(() -> new TableWriters(sources))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void source(String name, String text) throws IOException {
    Files.writeString(sources.resolve(name + ".java"), text);
  }
}
