package poca.platform.peer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Takes the `data` out of a success envelope. Answers of our own services are snake case, like
/// everything on the wire.
final class Enveloped {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Enveloped() {}

  static <T> @Nullable T data(@Nullable JsonNode envelope, Class<T> type) {
    return envelope == null || envelope.path("data").isNull()
        ? null
        : JSON.treeToValue(envelope.path("data"), type);
  }

  /// The details of an error envelope, to be passed on as they are.
  static Map<String, ?> details(@Nullable JsonNode envelope) {
    var details = envelope == null ? null : envelope.path("data").get("details");
    return details == null || !details.isObject()
        ? Map.of()
        : JSON.convertValue(details, new TypeReference<Map<String, Object>>() {});
  }
}
