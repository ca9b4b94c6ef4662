package poca.system.access;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// An operation of the OpenAPI document.
///
/// @param success the first status of success that the document names
/// @param actingAs whether the document says that it evaluates `user-entity-id`
record Operation(String id, String method, String path, int success, boolean actingAs) {

  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options", "trace");
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  static Map<String, Operation> all(Path document) throws IOException {
    var options = new LoaderOptions();
    options.setCodePointLimit(20 << 20);
    Map<String, Object> root;
    try (var reader = Files.newBufferedReader(document)) {
      root = map(new Yaml(new SafeConstructor(options)).load(reader));
    }
    var found = new ArrayList<Operation>();
    map(root.get("paths"))
        .forEach((path, item) ->
            map(item)
                .forEach((method, operation) -> {
                  if (METHODS.contains(method)) {
                    found.add(of(path, method, map(operation)));
                  }
                }));
    return found.stream()
        .collect(toMap(Operation::id, o -> o, Operation::twice, LinkedHashMap::new));
  }

  /// The names in the path's braces.
  List<String> parameters() {
    return PARAMETER.matcher(path).results().map(found -> found.group(1)).toList();
  }

  boolean isSocket() {
    return success == 101;
  }

  boolean isRead() {
    return method.equals("GET") || method.equals("HEAD");
  }

  private static Operation of(String path, String method, Map<String, Object> operation) {
    var success =
        map(operation.get("responses")).keySet().stream()
            .filter(status -> status.startsWith("1") || status.startsWith("2"))
            .mapToInt(Integer::parseInt)
            .min()
            .orElseThrow();
    return new Operation(
        Objects.requireNonNull((String) operation.get("operationId"), path),
        method.toUpperCase(Locale.ROOT),
        path,
        success,
        Boolean.TRUE.equals(operation.get("x-acting-as")));
  }

  private static Operation twice(Operation one, Operation other) {
    throw new IllegalStateException("two operations have the id " + one.id() + ": " + other);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object yaml) {
    return (Map<String, Object>) Objects.requireNonNull(yaml);
  }
}
