package poca.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Draws which module stands on which from the poms and holds the drawing in the architecture to
/// it. What a module needs for its tests alone is left out, and so is what it has through another.
class ModuleGraphTest {

  private static final Pattern MODULE = Pattern.compile("<module>([\\w-]+)</module>");
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL);
  private static final Pattern OURS =
      Pattern.compile("<groupId>poca</groupId>\\s*<artifactId>([\\w-]+)</artifactId>");
  private static final Pattern DRAWING =
      Pattern.compile("```mermaid\n(flowchart.*?)```", Pattern.DOTALL);

  @Test
  void the_drawing_in_the_architecture_is_what_the_poms_say() throws IOException {
    var document = Files.readString(Repository.root().resolve("docs/architecture.md"));
    var drawn = DRAWING.matcher(document).results().map(found -> found.group(1)).findFirst();

    assertThat(drawn).hasValue(drawing(modules()));
  }

  @Test
  void a_service_stands_on_contracts_platform_and_access_alone() throws IOException {
    modules()
        .forEach((module, below) -> {
          if (module.endsWith("-service") || module.equals("gateway")) {
            assertThat(below)
                .as(module)
                .containsExactlyInAnyOrder("shared-contracts", "platform", "access");
          }
        });
  }

  private static Map<String, Set<String>> modules() throws IOException {
    var modules = new LinkedHashMap<String, Set<String>>();
    for (var module : found(MODULE, Files.readString(Repository.root().resolve("pom.xml")))) {
      var pom = Files.readString(Repository.root().resolve(module).resolve("pom.xml"));
      var below =
          found(DEPENDENCY, pom).stream()
              .filter(dependency -> !dependency.contains("<scope>test</scope>"))
              .flatMap(dependency -> found(OURS, dependency).stream())
              .collect(Collectors.toCollection(TreeSet::new));
      modules.put(module, below);
    }
    return modules;
  }

  private static String drawing(Map<String, Set<String>> modules) {
    var lines = new ArrayList<String>();
    lines.add("flowchart BT");
    modules.forEach((module, below) ->
        below.stream()
            .filter(one ->
                below.stream()
                    .noneMatch(other -> modules.getOrDefault(other, Set.of()).contains(one)))
            .forEach(one -> lines.add("  " + module + " --> " + one)));
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
