package poca.testkit.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/// Reads off a service's sources which tables belong to an entity, and which ones statements of a
/// `JdbcClient` write (ADR 25).
public final class TableWriters {

  private static final Pattern WRITTEN =
      Pattern.compile("\\b(?:insert into|update|delete from|merge into)\\s+([a-z][a-z_0-9]*)");
  private static final Pattern ENTITY =
      Pattern.compile("@Entity\\b.*?\\bclass\\s+(\\w+)", Pattern.DOTALL);

  private final Map<String, String> sources = new HashMap<>();

  /// @param sources the folder of the main sources, `src/main/java` for the module under test
  /// @throws IllegalArgumentException if there is no entity: the rule would hold of nothing
  public TableWriters(Path sources) {
    try (var files = Files.walk(sources)) {
      for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        this.sources.put(
            StringUtils.stripFilenameExtension(file.getFileName().toString()),
            Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (entityTables().isEmpty()) {
      throw new IllegalArgumentException("no entity in " + sources);
    }
  }

  /// Entities' tables that are also written by a class with a `JdbcClient`, as `Class writes
  /// table`.
  public Set<String> ofBothKinds() {
    var entities = entityTables();
    var found = new TreeSet<String>();
    sources.forEach((name, source) -> {
      if (source.contains("JdbcClient")) {
        written(source).stream()
            .filter(entities::contains)
            .forEach(table -> found.add(name + " writes " + table));
      }
    });
    return found;
  }

  private Set<String> entityTables() {
    return sources.values().stream()
        .flatMap(source -> ENTITY.matcher(source).results())
        .map(match -> snakeCase(match.group(1)))
        .collect(Collectors.toSet());
  }

  private static List<String> written(String source) {
    var tables = new ArrayList<String>();
    source
        .lines()
        .filter(line -> !line.strip().startsWith("//"))
        .forEach(line ->
            WRITTEN.matcher(line).results().map(match -> match.group(1)).forEach(tables::add));
    return tables;
  }

  private static String snakeCase(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
