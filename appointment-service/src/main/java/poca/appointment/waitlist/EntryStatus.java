package poca.appointment.waitlist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// Where an entry of the waiting list is in its life.
enum EntryStatus {
  WAITING,
  /// A time is held for it.
  OFFERED,
  BOOKED,
  /// What it waited for is over.
  EXPIRED,
  CANCELLED;

  /// Waits in its place, with an offer or without.
  boolean isOpen() {
    return this == WAITING || this == OFFERED;
  }

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EntryStatus of(String text) {
    return Arrays.stream(values())
        .filter(status -> status.wire().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such status"));
  }
}
