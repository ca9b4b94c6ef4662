package poca.directory.mapping;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What an account calls its relation to a patient. To whom access is concerned all are alike.
public enum RelationType {
  SELF,
  WIFE,
  HUSBAND,
  CHILD,
  PARENT,
  GUARDIAN,
  FRIEND,
  DOCTOR,
  OTHER;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RelationType ofWire(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
