package poca.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the documents to what is there: links lead to files, and whoever describes the house names
/// files, types and methods that it has.
class DocumentsTest {

  private static final Pattern LINK =
      Pattern.compile("\\[[^\\[\\]]+\\]\\(([^)#\\s:]+)(?:#[^)\\s]*)?\\)");

  /// `folder/file.txt` or `folder/folder/`; with an ellipsis or a placeholder it is none.
  private static final Pattern FILE =
      Pattern.compile("`((?!src/)\\.?[a-z][\\w-]*/(?:[\\w-]+/)*(?:[\\w-]+\\.\\w+|[\\w-]+/))`");

  /// Where the documents see files from: here, and from the clinical content that a recipe is
  /// about.
  private static final List<Path> SEEN_FROM =
      List.of(
          Path.of(""),
          Path.of("ai-service/src/main/resources"),
          Path.of("ai-service/src/main/resources/clinical"));

  /// `Type` or `Type.method`, whatever stands in its brackets; constants are not looked for.
  private static final Pattern TYPE =
      Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.([a-z]\\w*))?(?:\\([^`]*\\))?`");

  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");

  private static final Set<String> OF_OTHERS = Set.of("Clock", "Dockerfile", "JdbcClient");

  private static final Pattern MODULE = Pattern.compile("<module>([\\w-]+)</module>");

  @Test
  void every_link_leads_to_a_file() {
    var broken = new ArrayList<String>();
    Repository.texts(Set.of("md"))
        .forEach((document, text) ->
            broken.addAll(missing(document, text, LINK, DocumentsTest::isBeside)));

    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTRIBUTING.md", "README.md"})
  void every_file_that_is_named_is_there(String document) throws IOException {
    var text = text(document);

    assertThat(FILE.matcher(text).results()).isNotEmpty();
    assertThat(
            missing(
                Path.of(document),
                text,
                FILE,
                (_, file) -> SEEN_FROM.stream().anyMatch(from -> isThere(from, file))))
        .isEmpty();
  }

  @Test
  void every_module_is_a_room_of_the_architecture() throws IOException {
    var rooms = text("docs/architecture.md");
    var modules = MODULE.matcher(text("pom.xml")).results().map(module -> module.group(1)).toList();

    assertThat(modules).isNotEmpty().allMatch(module -> rooms.contains("`" + module + "/`"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTRIBUTING.md", "docs/architecture.md"})
  void every_type_and_method_that_is_named_is_there(String document) throws IOException {
    var types = types();
    var nowhere =
        TYPE.matcher(text(document))
            .results()
            .filter(name -> !OF_OTHERS.contains(name.group(1)))
            .filter(name -> !isDeclared(types, name.group(1), name.group(2)))
            .map(MatchResult::group)
            .toList();

    assertThat(nowhere).isEmpty();
  }

  private static List<String> missing(
      Path document, String text, Pattern named, BiPredicate<Path, String> isThere) {
    return named
        .matcher(text)
        .results()
        .map(name -> name.group(1))
        .filter(name -> !isThere.test(document, name))
        .map(name -> document + ": " + name)
        .toList();
  }

  private static boolean isBeside(Path document, String target) {
    return Files.exists(Repository.root().resolve(document).resolveSibling(target));
  }

  private static boolean isThere(Path folder, String target) {
    return Files.exists(Repository.root().resolve(folder).resolve(target));
  }

  private static boolean isDeclared(
      Map<String, List<String>> types, String type, @Nullable String method) {
    var asFile = "java".equals(method); // Type.java
    return types.getOrDefault(type, List.of()).stream()
        .anyMatch(text -> method == null || asFile || text.contains(method + "("));
  }

  /// The texts that declare a type of this name, nested ones included.
  private static Map<String, List<String>> types() {
    var types = new HashMap<String, List<String>>();
    Repository.texts(Set.of("java"))
        .values()
        .forEach(text ->
            DECLARED
                .matcher(text)
                .results()
                .forEach(type ->
                    types.computeIfAbsent(type.group(1), _ -> new ArrayList<>()).add(text)));
    return types;
  }

  private static String text(String document) throws IOException {
    return Files.readString(Repository.root().resolve(document));
  }
}
