package poca.appointment.booking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// Where an appointment is in its life, and where it may go from there.
enum AppointmentStatus {
  SCHEDULED,
  RESCHEDULED,
  COMPLETED,
  CANCELLED,
  NO_SHOW;

  /// An active appointment occupies its time; the others are final.
  boolean isActive() {
    return this == SCHEDULED || this == RESCHEDULED;
  }

  boolean mayBecome(AppointmentStatus next) {
    return switch (this) {
      case SCHEDULED, RESCHEDULED ->
          Set.of(RESCHEDULED, COMPLETED, CANCELLED, NO_SHOW).contains(next);
      case COMPLETED, CANCELLED, NO_SHOW -> false;
    };
  }

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static AppointmentStatus of(String text) {
    return Arrays.stream(values())
        .filter(status -> status.wire().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such status"));
  }
}
