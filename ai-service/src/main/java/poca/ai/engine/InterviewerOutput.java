package poca.ai.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poca.ai.source.Statements.Offered;
import poca.ai.triage.UrgencyLevel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a model said in an interview (contract 6.2.4).
///
/// @param level to which it would raise the urgency, null to leave it
/// @param evidence the words of the patient that it rests this on
/// @param offered statements that it gives with a summary, unasked: what it says is judged anyway
record InterviewerOutput(
    String message,
    boolean isSummary,
    @Nullable UrgencyLevel level,
    @Nullable String evidence,
    List<Offered> offered) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String MESSAGE = "message";
  private static final String IS_SUMMARY = "isSummary";
  private static final String URGENCY = "urgency";
  private static final String EVIDENCE = "evidence";
  private static final String STATEMENTS = "statements";
  private static final String TEXT = "text";
  private static final String QUOTE = "quote";
  private static final int MOST_STATEMENTS = 80;
  private static final int MOST_QUOTES = 8;
  private static final Set<String> BEFORE_MESSAGE = Set.of(IS_SUMMARY, URGENCY, EVIDENCE);

  /// As providers are asked for it. All is required: strict schemas know no other field. The
  /// message comes last, since nobody may hear it before the rest is known.
  static final Map<String, Object> SCHEMA = schema();

  private static Map<String, Object> schema() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put(IS_SUMMARY, Map.of("type", "boolean"));
    fields.put(URGENCY, Map.of("type", "string", "enum", List.of("unchanged", "yellow", "red")));
    fields.put(EVIDENCE, Map.of("type", "string"));
    fields.put(MESSAGE, Map.of("type", "string"));
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", fields);
    schema.put("required", List.copyOf(fields.keySet()));
    schema.put("additionalProperties", false);
    return schema;
  }

  /// Text that is no such object is taken as the message.
  static InterviewerOutput of(String text) {
    var bare = text.strip();
    if (bare.startsWith("```")) {
      bare = bare.replaceFirst("^```[a-zA-Z]*\\s*", "").replaceFirst("\\s*```$", "").strip();
    }
    var node = object(bare);
    if (node == null || !node.path(MESSAGE).isString())
      return new InterviewerOutput(bare, false, null, null, List.of());
    return new InterviewerOutput(
        node.path(MESSAGE).asString().strip(),
        node.path(IS_SUMMARY).asBoolean(false),
        level(node.path(URGENCY).asString("")),
        node.path(EVIDENCE).asString(""),
        offered(node.path(STATEMENTS)));
  }

  private static List<Offered> offered(JsonNode statements) {
    return statements
        .valueStream()
        .filter(one -> one.path(TEXT).isString())
        .limit(MOST_STATEMENTS)
        .map(one -> new Offered(one.path(TEXT).asString().strip(), quotes(one)))
        .toList();
  }

  /// A quotation may stand by itself, in a list, or in citations.
  private static List<String> quotes(JsonNode statement) {
    return Stream.of(
            Stream.of(statement.path(QUOTE)),
            statement.path(QUOTE + "s").valueStream(),
            statement.path("citations").valueStream().map(c -> c.isString() ? c : c.path(QUOTE)))
        .flatMap(quotes -> quotes)
        .filter(JsonNode::isString)
        .map(quote -> quote.asString().strip())
        .filter(quote -> !quote.isEmpty())
        .limit(MOST_QUOTES)
        .toList();
  }

  /// What a model has said so far.
  ///
  /// @param speech its message as far as it has come
  /// @param isWhole whether the message is over
  record SoFar(InterviewerOutput speech, boolean isWhole) {}

  /// Empty until all but the message is known and the message has begun.
  static Optional<SoFar> soFar(CharSequence text) {
    var fields = PartialJson.of(text);
    var known = fields.whole();
    var isWhole = known.containsKey(MESSAGE);
    if (!known.keySet().containsAll(BEFORE_MESSAGE) || !(isWhole || MESSAGE.equals(fields.field())))
      return Optional.empty();
    return Optional.of(
        new SoFar(
            new InterviewerOutput(
                isWhole ? known.getOrDefault(MESSAGE, "").strip() : fields.text().stripLeading(),
                "true".equals(known.get(IS_SUMMARY)),
                level(known.getOrDefault(URGENCY, "")),
                known.get(EVIDENCE),
                List.of()),
            isWhole));
  }

  private static @Nullable JsonNode object(String text) {
    if (!text.startsWith("{")) return null;
    try {
      var node = JSON.readTree(text);
      return node.isObject() ? node : null;
    } catch (JacksonException none) {
      return null;
    }
  }

  private static @Nullable UrgencyLevel level(String wire) {
    return switch (wire.toLowerCase(Locale.ROOT)) {
      case "red" -> UrgencyLevel.RED;
      case "yellow" -> UrgencyLevel.YELLOW;
      default -> null;
    };
  }

  /// An earlier answer as the model would have given it.
  static String written(String message, boolean isSummary) {
    return JSON.writeValueAsString(
        JSON.createObjectNode()
            .put(IS_SUMMARY, isSummary)
            .put(URGENCY, "unchanged")
            .put(EVIDENCE, "")
            .put(MESSAGE, message));
  }
}
