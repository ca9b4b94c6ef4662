package poca.system.edges;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes JSON in ASCII. A writer that is worth its name would refuse half of a surrogate pair.
final class Json {

  private Json() {}

  /// A value that stands in the text as it is.
  record Raw(String text) {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Raw raw -> raw.text();
      case String text -> quoted(text);
      case Map<?, ?> object ->
          object.entrySet().stream()
              .map(e -> quoted(String.valueOf(e.getKey())) + ":" + of(e.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> list -> list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
      default -> value.toString();
    };
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (var c : text.toCharArray()) {
      if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
