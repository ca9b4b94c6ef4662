package poca.directory.patient;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

enum Gender {
  MALE,
  FEMALE,
  OTHER;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable Gender ofWire(@Nullable String text) {
    return text == null ? null : valueOf(text.toUpperCase(Locale.ROOT));
  }

  /// Stored as it is spelt on the wire.
  @Converter(autoApply = true)
  static class Column implements AttributeConverter<Gender, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Gender gender) {
      return gender == null ? null : gender.wire();
    }

    @Override
    public @Nullable Gender convertToEntityAttribute(@Nullable String text) {
      return ofWire(text);
    }
  }
}
