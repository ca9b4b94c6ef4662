package poca.chat.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a message is, for the client that shows it.
public enum MessageType {
  TEXT,
  AUDIO,
  FILE,
  IMAGE,
  DOCUMENT;

  /// The spelling on the wire: lower case.
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if no type is spelt so
  @JsonCreator
  public static MessageType ofWire(String text) {
    for (var type : values()) {
      if (type.wire().equals(text)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no such type");
  }
}
