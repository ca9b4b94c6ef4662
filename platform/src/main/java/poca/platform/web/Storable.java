package poca.platform.web;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/// What PostgreSQL gives back as it was sent. What is not is refused: to keep something else would
/// be to lose it.
public final class Storable {

  /// The contract's limit of a free object (1.9), in bytes of UTF-8.
  private static final int LARGEST_OBJECT = 16 * 1024;

  private Storable() {}

  /// Whether it has neither U+0000, which is not stored, nor half of a surrogate pair, which is no
  /// character.
  public static boolean isText(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /// @throws Refusal 422 for a free object that is larger than 16 KiB, or that has a text, a name
  ///   or a number that would not be kept
  public static void requireObject(String field, JsonNode object) {
    if (object.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_OBJECT) {
      throw tooLarge(field);
    }
    if (!isKept(object)) {
      throw Refusal.invalid("body", field, "value_error", "has a value that cannot be kept");
    }
  }

  /// 422 for a free object of the body that is larger than the contract's 16 KiB (1.9).
  public static Refusal tooLarge(String field) {
    return Refusal.invalid("body", field, "value_error", "must have at most 16 KiB");
  }

  private static boolean isKept(JsonNode value) {
    return switch (value) {
      case JsonNode text when text.isString() -> isText(text.asString());
      case JsonNode number when number.isNumber() -> Double.isFinite(number.doubleValue());
      default -> {
        for (var name : value.propertyNames()) {
          if (!isText(name)) {
            yield false;
          }
        }
        for (var part : value) {
          if (!isKept(part)) {
            yield false;
          }
        }
        yield true;
      }
    };
  }
}
