package poca.testkit.agreement;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Holds values against the schemas of a document.
final class Schemas {

  private final ApiDocument document;
  private final StrictReading strictly;
  private final SchemaRegistry withFormats = registry(true);
  private final SchemaRegistry leniently = registry(false);
  private final Map<JsonNode, Schema> compiled = new IdentityHashMap<>();
  private final ReentrantLock compiling = new ReentrantLock();

  Schemas(ApiDocument document) {
    this.document = document;
    this.strictly = new StrictReading(document);
  }

  private static SchemaRegistry registry(boolean formats) {
    var dialect =
        Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("components"))
            // Its own knows which top-level domains there are; those of examples are none.
            .format(PatternFormat.of("email", "^[^@\\s]+@[^@\\s]+$", "format.email"))
            .build();
    var config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(formats).locale(Locale.ROOT).build();
    return SchemaRegistry.withDialect(dialect, builder -> builder.schemaRegistryConfig(config));
  }

  /// What is wrong with what we send, empty if nothing is.
  List<String> complaints(JsonNode schema, JsonNode value) {
    var found = complaints(schema, value, withFormats);
    found.addAll(strictly.complaints(schema, value));
    return found;
  }

  /// What is wrong with what we are sent, in which further fields and other formats may be.
  List<String> complaintsButFormats(JsonNode schema, JsonNode value) {
    return complaints(schema, value, leniently);
  }

  private List<String> complaints(JsonNode schema, JsonNode value, SchemaRegistry registry) {
    var found = new ArrayList<String>();
    for (var error : compiled(schema, registry).validate(value)) {
      found.add(error.getInstanceLocation() + ": " + error.getMessage());
    }
    return found;
  }

  private Schema compiled(JsonNode schema, SchemaRegistry registry) {
    compiling.lock();
    try {
      return compiled.computeIfAbsent(
          schema,
          s -> {
            var made = registry.getSchema(standingAlone(s));
            made.initializeValidators();
            return made;
          });
    } finally {
      compiling.unlock();
    }
  }

  /// With what it refers to.
  private JsonNode standingAlone(JsonNode schema) {
    var alone = ((ObjectNode) schema).deepCopy();
    alone.set("components", document.root().path("components"));
    return alone;
  }
}
