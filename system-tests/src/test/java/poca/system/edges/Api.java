package poca.system.edges;

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
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The operations of the API document, with the fields of their requests.
final class Api {

  private static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete");
  private static final List<String> TYPES =
      List.of("application/json", "multipart/form-data", "application/x-www-form-urlencoded");

  private final Map<String, Object> root;
  private final List<Operation> operations = new ArrayList<>();

  /// A field of a body.
  ///
  /// @param type the first that is not null; `array` says that of its items in `items`
  /// @param schema resolved
  record Field(
      String name,
      String type,
      boolean required,
      boolean nullable,
      boolean list,
      Map<String, Object> schema) {

    /// Whether any text may be sent, as far as the document says.
    boolean isText() {
      return type.equals("string") && !schema.containsKey("enum") && format().isEmpty();
    }

    String format() {
      return Objects.toString(schema.get("format"), "");
    }

    int number(String keyword, int otherwise) {
      return schema.get(keyword) instanceof Number n ? n.intValue() : otherwise;
    }

    @Nullable Double bound(String keyword) {
      return schema.get(keyword) instanceof Number n ? n.doubleValue() : null;
    }
  }

  /// @param endless whether its answer, once begun, goes on until somebody ends it
  /// @param contentType of its body; null if it takes none
  record Operation(
      String id,
      String method,
      String path,
      boolean endless,
      @Nullable String contentType,
      List<Field> fields,
      List<String> queries) {

    boolean isRead() {
      return method.equals("GET") || method.equals("HEAD");
    }
  }

  private Api(Map<String, Object> root) {
    this.root = root;
    map(root.get("paths"))
        .forEach((path, item) ->
            map(item)
                .forEach((method, operation) -> {
                  if (METHODS.contains(method)) {
                    operations.add(operation(path, method, map(operation)));
                  }
                }));
  }

  static Api read(Path document) throws IOException {
    var options = new LoaderOptions();
    options.setCodePointLimit(20 << 20);
    try (var reader = Files.newBufferedReader(document)) {
      return new Api(map(new Yaml(new SafeConstructor(options)).load(reader)));
    }
  }

  List<Operation> operations() {
    return operations;
  }

  Operation operation(String id) {
    return operations.stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
  }

  private Operation operation(String path, String method, Map<String, Object> operation) {
    String type = null;
    List<Field> fields = List.of();
    if (operation.get("requestBody") != null) {
      var content = map(resolved(map(operation.get("requestBody"))).get("content"));
      type = TYPES.stream().filter(content::containsKey).findFirst().orElseThrow();
      fields = fields(resolved(map(map(content.get(type)).get("schema"))));
    }
    var queries = new ArrayList<String>();
    if (operation.get("parameters") instanceof List<?> parameters) {
      for (var parameter : parameters) {
        var resolved = resolved(map(parameter));
        if ("query".equals(resolved.get("in"))) {
          queries.add(String.valueOf(resolved.get("name")));
        }
      }
    }
    return new Operation(
        String.valueOf(operation.get("operationId")),
        method.toUpperCase(Locale.ROOT),
        path,
        isEndless(map(operation.get("responses"))),
        type,
        fields,
        queries);
  }

  private boolean isEndless(Map<String, Object> responses) {
    if (responses.get("200") == null) {
      return responses.containsKey("101");
    }
    var content = resolved(map(responses.get("200"))).get("content");
    return content != null && map(content).containsKey("text/event-stream");
  }

  private List<Field> fields(Map<String, Object> schema) {
    var properties = new LinkedHashMap<String, Object>();
    var required = new ArrayList<Object>();
    gather(schema, properties, required);
    var fields = new ArrayList<Field>();
    properties.forEach(
        (name, property) -> fields.add(field(name, map(property), required.contains(name))));
    return fields;
  }

  private void gather(
      Map<String, Object> schema, Map<String, Object> properties, List<Object> required) {
    if (schema.get("properties") != null) {
      properties.putAll(map(schema.get("properties")));
    }
    if (schema.get("required") instanceof List<?> names) {
      required.addAll(names);
    }
    for (var key : List.of("allOf", "anyOf", "oneOf")) {
      if (schema.get(key) instanceof List<?> parts) {
        // of several ways the first will do
        var chosen = key.equals("allOf") ? parts : parts.subList(0, 1);
        chosen.forEach(part -> gather(resolved(map(part)), properties, required));
      }
    }
  }

  private Field field(String name, Map<String, Object> declared, boolean required) {
    var nullable = isNullable(declared);
    var schema = withoutNull(declared);
    var list = "array".equals(typeOf(schema));
    if (list) {
      schema = withoutNull(map(schema.getOrDefault("items", Map.of("type", "string"))));
    }
    return new Field(name, typeOf(schema), required, nullable, list, schema);
  }

  private boolean isNullable(Map<String, Object> schema) {
    var resolved = resolved(schema);
    return resolved.get("type") instanceof List<?> types && types.contains("null")
        || resolved.get("anyOf") instanceof List<?> choices
            && choices.stream().anyMatch(c -> "null".equals(resolved(map(c)).get("type")));
  }

  private Map<String, Object> withoutNull(Map<String, Object> schema) {
    var resolved = resolved(schema);
    if (resolved.get("anyOf") instanceof List<?> choices && resolved.get("type") == null) {
      return choices.stream()
          .map(choice -> resolved(map(choice)))
          .filter(choice -> !"null".equals(choice.get("type")))
          .findFirst()
          .orElseThrow();
    }
    return resolved;
  }

  private static String typeOf(Map<String, Object> schema) {
    return switch (schema.get("type")) {
      case String one -> one;
      case List<?> several ->
          several.stream()
              .map(String::valueOf)
              .filter(t -> !t.equals("null"))
              .findFirst()
              .orElse("");
      case null, default -> "";
    };
  }

  private Map<String, Object> resolved(Map<String, Object> schema) {
    var at = schema;
    while (at.get("$ref") instanceof String ref) {
      var node = root;
      for (var step : ref.substring(2).split("/")) {
        node = map(node.get(step));
      }
      at = node;
    }
    return at;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(@Nullable Object yaml) {
    return (Map<String, Object>) Objects.requireNonNull(yaml);
  }
}
