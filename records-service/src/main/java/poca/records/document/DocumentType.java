package poca.records.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a document is filed as.
public enum DocumentType {
  CASE_HISTORY,
  REPORT,
  OTHER;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if nothing is spelt so
  @JsonCreator
  public static DocumentType ofWire(String text) {
    for (var type : values()) {
      if (type.wire().equals(text)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no such document type");
  }
}
