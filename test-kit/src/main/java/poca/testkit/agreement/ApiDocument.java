package poca.testkit.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI document, as far as a service can be held to it; the AsyncAPI document, which has no
/// operations of this kind.
final class ApiDocument {

  /// In place of a service: whoever serves it.
  static final String EVERY_SERVICE = "*";

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options");
  private static final Supplier<ApiDocument> OF_THE_REPOSITORY =
      SingletonSupplier.of(() -> read(find("docs/openapi.yaml")));
  private static final Supplier<ApiDocument> OF_FRAMES =
      SingletonSupplier.of(() -> read(find("docs/asyncapi.yaml")));

  private final JsonNode root;
  private final List<Operation> operations;

  private ApiDocument(JsonNode root) {
    this.root = root;
    this.operations = readOperations();
  }

  /// Read once per JVM.
  static ApiDocument ofTheRepository() {
    return OF_THE_REPOSITORY.get();
  }

  /// The repository's AsyncAPI document, read once per JVM.
  static ApiDocument ofFrames() {
    return OF_FRAMES.get();
  }

  private static Path find(String name) {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      var document = folder.resolve(name);
      if (Files.exists(document)) {
        return document;
      }
    }
    throw new IllegalStateException("no " + name + " here or above");
  }

  static ApiDocument read(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ApiDocument of(String yaml) {
    Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    return new ApiDocument(JSON.valueToTree(plain(loaded)));
  }

  /// JSON has names that are text; in YAML `200:` is a number.
  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        var named = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, content) -> named.put(String.valueOf(name), plain(content)));
        yield named;
      }
      case List<?> list -> list.stream().map(ApiDocument::plain).toList();
      case java.util.Date date -> date.toInstant().toString();
      case null -> null;
      default -> value;
    };
  }

  JsonNode root() {
    return root;
  }

  List<Operation> operationsOf(String service) {
    return operations.stream().filter(o -> o.service().equals(service)).toList();
  }

  /// The operation that a request is for; a literal path wins over one with variables.
  Optional<Operation> operation(String service, String method, String path) {
    return at(service, path).filter(o -> o.method().equals(method)).findFirst();
  }

  /// Whether the service has any operation there.
  boolean knows(String service, String path) {
    return at(service, path).findAny().isPresent();
  }

  private Stream<Operation> at(String service, String path) {
    var matching =
        operations.stream()
            .filter(o -> isOf(o, service))
            .filter(o -> o.path().matches(path))
            .sorted(Comparator.comparingInt(o -> o.path().names().size()))
            .toList();
    return matching.stream()
        .filter(o -> o.path().shape().equals(matching.getFirst().path().shape()));
  }

  private static boolean isOf(Operation operation, String service) {
    return service.equals(EVERY_SERVICE)
        || operation.service().equals(service)
        // The gateway's in the document, and made by a service.
        || operation.path().text().startsWith("/.well-known/");
  }

  /// Follows a reference within the document.
  JsonNode resolved(JsonNode node) {
    var seen = 0;
    var here = node;
    while (here.has("$ref")) {
      var reference = here.get("$ref").asString();
      var target = reference.startsWith("#/") ? root.at(reference.substring(1)) : null;
      if (target == null || target.isMissingNode() || seen++ > 20) {
        throw new IllegalStateException("a reference to nothing: " + reference);
      }
      here = target;
    }
    return here;
  }

  private List<Operation> readOperations() {
    var found = new ArrayList<Operation>();
    for (var path : root.path("paths").properties()) {
      for (var entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          for (var template : Template.spelledOut(path.getKey())) {
            found.add(operation(template, entry.getKey(), path.getValue(), entry.getValue()));
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private Operation operation(Template path, String method, JsonNode item, JsonNode node) {
    var parameters = new ArrayList<JsonNode>();
    for (var declared : List.of(item.path("parameters"), node.path("parameters"))) {
      declared.forEach(parameter -> parameters.add(resolved(parameter)));
    }
    var security = node.path("security");
    return new Operation(
        node.path("operationId").asString(method + " " + path.text()),
        method.toUpperCase(Locale.ROOT),
        path,
        node.path("x-service").asString(""),
        security.isArray() && security.isEmpty(),
        List.copyOf(parameters),
        node);
  }
}
