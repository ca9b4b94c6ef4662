package poca.testkit.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What an answer must keep to beyond its schema: an object has no field but those that are named,
/// a time is in UTC with three digits of milliseconds (contract 1.9), an id is in lower case (1.6).
/// Objects that are free on purpose (`additionalProperties`, or no field named at all) stay free.
///
/// The document leaves its schemas open, so that clients bear a new field; a service may still not
/// send what is not documented.
final class StrictReading {

  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final ApiDocument document;

  StrictReading(ApiDocument document) {
    this.document = document;
  }

  List<String> complaints(JsonNode schema, JsonNode value) {
    var found = new ArrayList<String>();
    read(parts(List.of(schema)), value, "", found);
    return found;
  }

  private void read(List<JsonNode> schemas, JsonNode value, String at, List<String> found) {
    switch (value) {
      case JsonNode object when object.isObject() -> fields(schemas, object, at, found);
      case JsonNode array when array.isArray() -> {
        var items = below(schemas, "items");
        for (int i = 0; i < array.size(); i++) {
          read(items, array.get(i), at + "/" + i, found);
        }
      }
      case JsonNode text when text.isString() -> {
        written(schemas, "date-time", TIME, text, at, found);
        written(schemas, "uuid", ID, text, at, found);
      }
      default -> {}
    }
  }

  private void fields(List<JsonNode> schemas, JsonNode object, String at, List<String> found) {
    var named = schemas.stream().anyMatch(schema -> schema.has("properties"));
    var free = !named || schemas.stream().anyMatch(s -> s.has("additionalProperties"));
    for (var field : object.properties()) {
      var here = at + "/" + field.getKey();
      var schemasOfField = new ArrayList<JsonNode>();
      for (var schema : schemas) {
        var property = schema.path("properties").path(field.getKey());
        if (!property.isMissingNode()) {
          schemasOfField.add(property);
        }
      }
      if (!schemasOfField.isEmpty()) {
        read(parts(schemasOfField), field.getValue(), here, found);
      } else if (free) {
        read(below(schemas, "additionalProperties"), field.getValue(), here, found);
      } else {
        found.add(here + ": is not documented");
      }
    }
  }

  private static void written(
      List<JsonNode> schemas,
      String format,
      Pattern due,
      JsonNode text,
      String at,
      List<String> found) {
    if (schemas.stream().anyMatch(schema -> schema.path("format").asString("").equals(format))
        && !due.matcher(text.asString()).matches()) {
      found.add(at + ": is not written as the contract says: " + text);
    }
  }

  private List<JsonNode> below(List<JsonNode> schemas, String keyword) {
    return parts(schemas.stream().map(s -> s.path(keyword)).filter(JsonNode::isObject).toList());
  }

  /// The schemas and all that they are made of, any alternative included.
  private List<JsonNode> parts(List<JsonNode> schemas) {
    var parts = new ArrayList<JsonNode>();
    for (var schema : schemas) {
      var resolved = document.resolved(schema);
      parts.add(resolved);
      for (var keyword : List.of("allOf", "oneOf", "anyOf")) {
        if (resolved.has(keyword)) {
          parts.addAll(parts(new ArrayList<>(resolved.get(keyword).values())));
        }
      }
    }
    return parts;
  }
}
