package poca.testkit.agreement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Makes the smallest value that a schema takes; ids are random, so they are of nothing.
final class SampleValues {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ApiDocument document;

  SampleValues(ApiDocument document) {
    this.document = document;
  }

  JsonNode of(JsonNode schema) {
    var node = document.resolved(schema);
    if (node.has("const")) {
      return node.get("const");
    }
    if (node.has("enum")) {
      return node.get("enum").get(0);
    }
    if (node.has("allOf") || node.has("properties")) {
      var object = NODES.objectNode();
      fill(object, node);
      return object;
    }
    for (var choice : new String[] {"oneOf", "anyOf"}) {
      if (node.has(choice)) {
        return of(node.get(choice).get(0));
      }
    }
    var type = node.path("type");
    return switch (type.isArray() ? type.get(0).asString() : type.asString("object")) {
      case "string" -> text(node);
      case "integer", "number" -> NODES.numberNode(Math.max(1, node.path("minimum").asLong(1)));
      case "boolean" -> NODES.booleanNode(true);
      case "array" -> {
        var array = NODES.arrayNode();
        for (int i = 0; i < node.path("minItems").asInt(0); i++) {
          array.add(of(node.path("items")));
        }
        yield array;
      }
      default -> NODES.objectNode();
    };
  }

  private void fill(ObjectNode object, JsonNode schema) {
    var node = document.resolved(schema);
    node.path("allOf").forEach(part -> fill(object, part));
    for (var name : node.path("required")) {
      var property = node.path("properties").path(name.asString());
      if (!property.isMissingNode()) {
        object.set(name.asString(), of(property));
      }
    }
    // One of several fields is asked for: the first way will do.
    for (var choice : new String[] {"oneOf", "anyOf"}) {
      if (node.has(choice)) {
        for (var name : document.resolved(node.get(choice).get(0)).path("required")) {
          object.set(name.asString(), of(node.path("properties").path(name.asString())));
        }
      }
    }
  }

  private static JsonNode text(JsonNode schema) {
    var text =
        switch (schema.path("format").asString("")) {
          case "uuid" -> UUID.randomUUID().toString();
          case "date-time" ->
              Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
          case "date" -> "2000-01-01";
          case "email" -> "sweep-" + UUID.randomUUID() + "@example.com";
          case "uri" -> "https://example.com/sweep";
          default -> "sweep";
        };
    var least = schema.path("minLength").asInt(0);
    return StringNode.valueOf(text + "-".repeat(Math.max(0, least - text.length())));
  }
}
