package poca.ai.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds `docs/clinical-rules.md`, which is for clinicians, to the rules as they are.
class ClinicalRulesTest {

  @Test
  void the_page_for_clinicians_has_every_rule_as_it_is_and_no_other() throws IOException {
    var page = Files.readAllLines(Path.of("../docs/clinical-rules.md"));
    var rules =
        Stream.concat(
            Triage.RULES.stream()
                .map(rule ->
                    "| `%s` | %s | %s | %s |"
                        .formatted(rule.id(), rule.reason(), rule.level().wire(), rule.source())),
            Stream.of(
                "| `%s` | no rule above fires | green | none |".formatted(Triage.GREEN_RULE)));
    assertThat(page.stream().filter(line -> line.startsWith("| `")))
        .containsExactlyInAnyOrderElementsOf(rules.toList());
  }
}
