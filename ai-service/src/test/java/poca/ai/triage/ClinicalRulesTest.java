package poca.ai.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Makes the tables of `docs/clinical-rules.md`, which is for clinicians, from the rules, and holds
/// the page to them. `./poca rules` runs it with `-Drules.write=true`.
class ClinicalRulesTest {

  private static final Path PAGE = Path.of("../docs/clinical-rules.md");

  @Test
  void the_page_for_clinicians_has_every_rule_as_it_is_and_no_other() throws IOException {
    var page = Files.readString(PAGE);
    var made = RulesPage.of(page);
    if (Boolean.getBoolean("rules.write")) Files.writeString(PAGE, made);
    else assertThat(page).as("run ./poca rules").isEqualTo(made);
  }
}
