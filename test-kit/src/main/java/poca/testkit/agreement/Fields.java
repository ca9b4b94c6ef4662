package poca.testkit.agreement;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Compares a type of a request with its schema: names, what is required, types, limits, words.
final class Fields {

  private static final String CHANGE = "poca.platform.web.Change";

  private final ApiDocument document;
  private final JsonMapper json;
  private final List<Disagreement> found;

  Fields(ApiDocument document, JsonMapper json, List<Disagreement> found) {
    this.document = document;
    this.json = json;
    this.found = found;
  }

  /// A schema with what it is made of.
  private record Flat(
      Map<String, JsonNode> properties, Set<String> required, Set<String> types, JsonNode node) {

    Flat() {
      this(new LinkedHashMap<>(), new HashSet<>(), new TreeSet<>(), ApiDocument.JSON.nullNode());
    }
  }

  void value(String subject, AnnotatedType annotated, JsonNode schema) {
    var type = rawOf(annotated);
    if (type.getName().equals(CHANGE)) {
      change(subject, contentOf(annotated), schema);
      return;
    }
    var flat = flat(schema);
    var due = typeOf(type);
    var types = new TreeSet<>(flat.types());
    types.remove("null");
    if (due != null && !types.isEmpty() && !types.equals(Set.of(due))) {
      say(subject, "is a " + due + ", the document says " + types);
      return;
    }
    format(subject, type, flat.node());
    limits(subject, annotated, flat.node());
    if (type.isEnum()) {
      words(subject, type, flat.node());
    } else if (Collection.class.isAssignableFrom(type)) {
      value(subject + "[]", contentOf(annotated), flat.node().path("items"));
    } else if (type.isRecord() && "object".equals(due)) {
      record(subject, type, flat);
    }
  }

  private void change(String subject, AnnotatedType content, JsonNode schema) {
    var clearable = !isRequired(content);
    if (clearable != flat(schema).types().contains("null")) {
      say(subject, clearable ? "may be null" : "may not be null");
    }
    value(subject, content, schema);
  }

  private void record(String subject, Class<?> type, Flat flat) {
    var read = new HashSet<String>();
    for (var component : type.getRecordComponents()) {
      var name = nameOf(component);
      var here = subject + "." + name;
      read.add(name);
      read.addAll(aliasesOf(component));
      var schema = flat.properties().get(name);
      if (schema == null) {
        say(here, "is read and not documented");
        continue;
      }
      var required = isRequired(component.getAnnotatedType());
      if (required != flat.required().contains(name)) {
        say(here, required ? "is required" : "is not required");
      }
      value(here, component.getAnnotatedType(), schema);
    }
    for (var name : flat.properties().keySet()) {
      if (!read.contains(name)) {
        say(subject + "." + name, "is documented and not read");
      }
    }
  }

  private static String nameOf(RecordComponent component) {
    var given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given != null && !given.value().isEmpty()
        ? given.value()
        : Template.snakeCase(component.getName());
  }

  private static Set<String> aliasesOf(RecordComponent component) {
    var aliases = component.getAccessor().getAnnotation(JsonAlias.class);
    return aliases == null ? Set.of() : Set.of(aliases.value());
  }

  private static boolean isRequired(AnnotatedElement element) {
    return element.isAnnotationPresent(NotNull.class)
        || element.isAnnotationPresent(NotBlank.class)
        || element.isAnnotationPresent(NotEmpty.class)
        || TextRule.isVisible(element);
  }

  private static Class<?> rawOf(AnnotatedType annotated) {
    return ResolvableType.forType(annotated.getType()).toClass();
  }

  private static AnnotatedType contentOf(AnnotatedType annotated) {
    if (annotated instanceof AnnotatedParameterizedType parameterized) {
      return parameterized.getAnnotatedActualTypeArguments()[0];
    }
    throw new IllegalArgumentException(annotated + " says not of what");
  }

  /// Null where any JSON will do.
  private static @Nullable String typeOf(Class<?> type) {
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return "integer";
    }
    if (type == BigDecimal.class) {
      return "number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "boolean";
    }
    if (CharSequence.class.isAssignableFrom(type)
        || type.isEnum()
        || isId(type)
        || type.getName().startsWith("java.time.")) {
      return "string";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "array";
    }
    return type.isRecord() || Map.class.isAssignableFrom(type) ? "object" : null;
  }

  private static boolean isId(Class<?> type) {
    return type == UUID.class
        || (type.isRecord()
            && type.getRecordComponents().length == 1
            && type.getRecordComponents()[0].getType() == UUID.class
            && type.getName().startsWith("poca.contracts."));
  }

  private void format(String subject, Class<?> type, JsonNode schema) {
    var due =
        isId(type)
            ? "uuid"
            : type == Instant.class ? "date-time" : type == LocalDate.class ? "date" : null;
    if (due != null && !schema.path("format").asString("").equals(due)) {
      say(subject, "has the format " + due);
    }
  }

  private void limits(String subject, AnnotatedElement type, JsonNode schema) {
    var size = type.getAnnotation(Size.class);
    if (size != null && size.max() < Integer.MAX_VALUE) {
      var keyword = schema.has("items") ? "maxItems" : "maxLength";
      limit(subject, keyword, size.max(), schema);
    }
    TextRule.longest(type).ifPresent(max -> limit(subject, "maxLength", max, schema));
    bound(subject, "minimum", type.getAnnotation(DecimalMin.class), schema);
    bound(subject, "maximum", type.getAnnotation(DecimalMax.class), schema);
    var min = type.getAnnotation(Min.class);
    if (min != null) {
      limit(subject, "minimum", min.value(), schema);
    }
    if (type.isAnnotationPresent(PositiveOrZero.class)) {
      limit(subject, "minimum", 0, schema);
    }
    var max = type.getAnnotation(Max.class);
    if (max != null) {
      limit(subject, "maximum", max.value(), schema);
    }
  }

  private void bound(
      String subject, String keyword, @Nullable Annotation decimal, JsonNode schema) {
    var due =
        switch (decimal) {
          case DecimalMin least -> new BigDecimal(least.value());
          case DecimalMax most -> new BigDecimal(most.value());
          case null, default -> null;
        };
    if (due != null && schema.path(keyword).decimalValue(BigDecimal.ZERO).compareTo(due) != 0) {
      say(subject, keyword + " is " + due);
    }
  }

  private void limit(String subject, String keyword, long due, JsonNode schema) {
    if (schema.path(keyword).asLong(-1) != due) {
      say(subject, keyword + " is " + due);
    }
  }

  /// Every constant is documented, every documented word is understood (some are aliases).
  private void words(String subject, Class<?> type, JsonNode schema) {
    var documented = new TreeSet<String>();
    schema.path("enum").forEach(word -> documented.add(word.asString("null")));
    documented.remove("null");
    for (var constant : type.getEnumConstants()) {
      var word = json.valueToTree(constant).asString("");
      if (!documented.contains(word)) {
        say(subject, "can be " + word);
      }
    }
    for (var word : documented) {
      try {
        json.convertValue(word, type);
      } catch (JacksonException notUnderstood) {
        say(subject, "cannot be " + word);
      }
    }
  }

  private Flat flat(JsonNode schema) {
    var whole = new Flat();
    var node = collect(schema, whole, true);
    return new Flat(whole.properties(), whole.required(), whole.types(), node);
  }

  /// Gathers fields and types; gives the node where formats and limits stand.
  private JsonNode collect(JsonNode schema, Flat into, boolean always) {
    var node = document.resolved(schema);
    node.path("properties")
        .properties()
        .forEach(p -> into.properties().put(p.getKey(), p.getValue()));
    if (always) {
      node.path("required").forEach(name -> into.required().add(name.asString()));
    }
    types(node).forEach(into.types()::add);
    var main = node;
    for (var part : node.path("allOf")) {
      main = richer(main, collect(part, into, always));
    }
    for (var key : List.of("oneOf", "anyOf")) {
      for (var choice : node.path(key)) {
        main = richer(main, collect(choice, into, isOnlyChoice(node.path(key)) && always));
      }
    }
    return main;
  }

  /// One thing or null.
  private boolean isOnlyChoice(JsonNode choices) {
    var real = 0;
    for (var choice : choices) {
      real += types(document.resolved(choice)).equals(Set.of("null")) ? 0 : 1;
    }
    return real == 1;
  }

  private static JsonNode richer(JsonNode one, JsonNode other) {
    return one.has("format") || one.has("enum") || one.has("maxLength") || one.has("items")
        ? one
        : types(other).equals(Set.of("null")) ? one : other;
  }

  private static Set<String> types(JsonNode schema) {
    var types = new TreeSet<String>();
    var type = schema.path("type");
    if (type.isArray()) {
      type.forEach(t -> types.add(t.asString()));
    } else if (!type.isMissingNode()) {
      types.add(type.asString());
    }
    return types;
  }

  private void say(String subject, String text) {
    found.add(new Disagreement(subject, text));
  }
}
