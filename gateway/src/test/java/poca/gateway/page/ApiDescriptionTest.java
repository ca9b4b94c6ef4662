package poca.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poca.gateway.route.Endpoint;
import poca.gateway.route.RouteTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDescriptionTest {

  /// Parts of the pages.
  private static final Set<String> NOT_DESCRIBED =
      Set.of("/api/v1/docs/{asset}", "/api/v1/redoc/{asset}");

  /// Routed, but served by nobody yet (contract 9.2 to 9.4). What comes to be served moves from
  /// here into the document.
  private static final Set<String> LATER =
      Set.of("GET /api/v1/messages/search", "POST /api/v1/ai/sessions/{session_id}/follow-up");

  private final JsonNode document = tree(ApiDescription.ofProduct());
  private final Map<String, JsonNode> operations = operations();
  private final Map<String, Endpoint> routes = routes();

  @Test
  void every_route_is_described_or_comes_later_and_nothing_else_is_described() {
    var expected = new TreeSet<>(routes.keySet());
    assertThat(expected).containsAll(LATER);
    expected.removeAll(LATER);

    assertThat(operations.keySet()).isEqualTo(expected);
  }

  @Test
  void who_answers_is_whom_the_route_table_names() {
    assertThat(described(operation -> operation.path("x-service").asString()))
        .isEqualTo(routed(endpoint -> endpoint.service().id()));
  }

  @Test
  void whoever_is_let_in_without_a_token_is_said_to_be() {
    assertThat(described(this::admission)).isEqualTo(routed(Endpoint::admission));
  }

  @Test
  void the_sockets_are_those_that_switch_protocols() {
    assertThat(described(operation -> operation.path("responses").has("101")))
        .isEqualTo(routed(Endpoint::isSocket));
  }

  @Test
  void whatever_takes_a_file_may_send_a_large_body_and_nothing_else_may() {
    assertThat(described(this::takesFile)).isEqualTo(routed(Endpoint::multipart));
  }

  @Test
  void dates_and_words_stay_what_was_written() {
    var read =
        tree(
            ApiDescription.parse(
                """
                openapi: 3.1.0
                paths: {}
                x-read: {day: 2026-10-01, word: no, clock: 12:30:00, number: 12, half: 0.5, off: true, none: null}
                """));

    assertThat(read.path("x-read"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"day": "2026-10-01", "word": "no", "clock": "12:30:00", "number": 12, "half": 0.5,
                     "off": true, "none": null}
                    """));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "openapi: 3.0.3\npaths: {}", "openapi: 3.1.0", "a: {", "a: 1\na: 2"})
  void what_is_no_description_is_refused(String text) {
    assertThatIllegalStateException().isThrownBy(() -> ApiDescription.parse(text));
  }

  private Endpoint.Admission admission(JsonNode operation) {
    var security = operation.get("security");
    if (security == null) {
      return Endpoint.Admission.TOKEN;
    }
    if (security.isEmpty()) {
      return Endpoint.Admission.PUBLIC;
    }
    if (security.valueStream().noneMatch(JsonNode::isEmpty)) {
      return Endpoint.Admission.TOKEN;
    }
    return operation.has("x-stand-in") ? Endpoint.Admission.STAND_IN : Endpoint.Admission.OPTIONAL;
  }

  private boolean takesFile(JsonNode operation) {
    var schema = operation.at("/requestBody/content").path("multipart/form-data").path("schema");
    var form =
        schema.has("$ref") ? document.at(schema.path("$ref").asString().substring(1)) : schema;
    return form.path("properties")
        .valueStream()
        .anyMatch(field -> field.path("format").asString().equals("binary"));
  }

  private <T> Map<String, T> described(Function<JsonNode, T> what) {
    return operations.entrySet().stream()
        .collect(sorted(Map.Entry::getKey, operation -> what.apply(operation.getValue())));
  }

  private <T> Map<String, T> routed(Function<Endpoint, T> what) {
    return routes.entrySet().stream()
        .filter(route -> operations.containsKey(route.getKey()))
        .collect(sorted(Map.Entry::getKey, route -> what.apply(route.getValue())));
  }

  private static <E, T> java.util.stream.Collector<E, ?, TreeMap<String, T>> sorted(
      Function<E, String> key, Function<E, T> value) {
    return Collectors.toMap(
        key,
        value,
        (one, _) -> {
          throw new IllegalStateException("twice: " + one);
        },
        TreeMap::new);
  }

  private Map<String, JsonNode> operations() {
    var all = new TreeMap<String, JsonNode>();
    document
        .path("paths")
        .forEachEntry((path, methods) ->
            methods.forEachEntry((method, operation) ->
                all.put(method.toUpperCase(java.util.Locale.ROOT) + " " + path, operation)));
    return all;
  }

  private static Map<String, Endpoint> routes() {
    var all = new TreeMap<String, Endpoint>();
    for (var endpoint : RouteTable.ofProduct().endpoints()) {
      if (!NOT_DESCRIBED.contains(endpoint.pattern())) {
        endpoint.methods().forEach(method -> all.put(method + " " + endpoint.pattern(), endpoint));
      }
    }
    return all;
  }

  private static JsonNode tree(ApiDescription description) {
    return JsonMapper.shared().readTree(description.json());
  }
}
