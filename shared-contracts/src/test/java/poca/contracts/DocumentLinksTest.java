package poca.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Follows the links of the documents to files of the repository.
class DocumentLinksTest {

  private static final Pattern LINK =
      Pattern.compile("\\[[^\\[\\]]+\\]\\(([^)#\\s]+)(?:#[^)\\s]*)?\\)");

  @Test
  void every_link_to_a_file_leads_to_one() {
    var followed = new ArrayList<String>();
    var broken = new ArrayList<String>();
    Repository.texts(Set.of("md"))
        .forEach((document, text) ->
            LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains(":"))
                .forEach(target -> {
                  followed.add(target);
                  if (!leadsToAFile(document, target)) {
                    broken.add(document + ": " + target);
                  }
                }));

    assertThat(broken).isEmpty();
    assertThat(followed).isNotEmpty();
  }

  private static boolean leadsToAFile(Path document, String target) {
    return Files.exists(Repository.root().resolve(document).resolveSibling(target));
  }
}
