package poca.platform.peer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes the `data` out of a success envelope. Answers of our own services are snake case, like
/// everything on the wire.
final class Enveloped {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE)
          .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Enveloped() {}

  static <T> @Nullable T data(@Nullable JsonNode envelope, Class<T> type) {
    return envelope == null || envelope.path("data").isNull()
        ? null
        : JSON.treeToValue(envelope.path("data"), type);
  }
}
