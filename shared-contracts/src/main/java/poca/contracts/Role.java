package poca.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What an account is, fixed for its life.
public enum Role {
  ADMIN,
  DOCTOR,
  PATIENT,
  HOSPITAL;

  /// The spelling on the wire: lower case.
  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException if no role is spelt so
  public static Role ofWire(String text) {
    for (var role : values()) {
      if (role.wire().equals(text)) {
        return role;
      }
    }
    throw new IllegalArgumentException("no such role");
  }
}
