package poca.appointment.booking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What the contract calls the appointment's `type`.
public enum AppointmentType {
  REMOTE,
  REGULAR,
  EMERGENCY;

  @JsonValue
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Accepts the older spellings `in_person` and `virtual` too.
  @JsonCreator
  public static AppointmentType of(String text) {
    return switch (text) {
      case "remote", "virtual" -> REMOTE;
      case "regular", "in_person" -> REGULAR;
      case "emergency" -> EMERGENCY;
      default -> throw new IllegalArgumentException("no such type");
    };
  }
}
