package poca.appointment.availability;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;

/// A day of the week as the contract spells it: `mon` to `sun`.
enum Weekday {
  MON,
  TUE,
  WED,
  THU,
  FRI,
  SAT,
  SUN;

  DayOfWeek day() {
    return DayOfWeek.of(ordinal() + 1);
  }

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static Weekday of(String text) {
    return Arrays.stream(values())
        .filter(day -> day.wire().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such day"));
  }
}
