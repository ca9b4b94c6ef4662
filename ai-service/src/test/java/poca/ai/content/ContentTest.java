package poca.ai.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentTest {

  private static final Path FOLDER = Path.of("src/main/resources/clinical");
  private static final Set<String> KEYS = Set.of("id", "phrases");

  private final ContentErrors contentErrors = new ContentErrors();

  private List<Entry> read(String text) {
    return Content.entries("some.yaml", text, KEYS, contentErrors);
  }

  @Test
  void the_list_of_files_has_every_file_and_no_other() throws IOException {
    try (var files = Files.walk(FOLDER)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                  .filter(file -> !file.endsWith(".md") && !file.contains("LICENCE"))
                  .filter(file -> !file.equals("files.txt")))
          .as("add it to clinical/files.txt")
          .containsExactlyInAnyOrderElementsOf(Content.files());
    }
  }

  @Test
  void every_line_of_a_block_knows_its_number_and_is_taken_as_it_is() {
    var entry =
        read("""
        # Some.

        - id: no
          phrases: |
            {pain} ~2 chest

            been sick # times
        - id: second
        """)
            .getFirst();
    assertThat(entry.text("id").text()).isEqualTo("no");
    assertThat(entry.lines("phrases"))
        .containsExactly(
            new Line("some.yaml", 5, "{pain} ~2 chest"),
            new Line("some.yaml", 7, "been sick # times"));
    assertThat(contentErrors.found()).isEmpty();
  }

  @Test
  void all_that_is_wrong_is_said_at_once_with_file_and_line() {
    var entries =
        read(
            """
            - id: first
              phrase: fever
            - id: second
              id: third
            - just text
            - phrases: [a, b]
            """);
    entries.getLast().text("id");
    assertThat(contentErrors.found())
        .containsExactly(
            "some.yaml:2: unknown key `phrase`; known: id, phrases",
            "some.yaml:4: `id` stands there twice",
            "some.yaml:5: is no entry of `key: text` lines",
            "some.yaml:6: `phrases` is text, or `|` and a line for each",
            "some.yaml:6: lacks `id`");
  }

  @Test
  void what_is_no_yaml_is_named_by_its_line() {
    read("- id: first\n  phrases: a: b\n");
    assertThat(contentErrors.found())
        .singleElement()
        .asString()
        .startsWith("some.yaml:2: is no YAML");
  }
}
