package poca.appointment.availability;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalTime;
import java.util.regex.Pattern;

/// A time of the day as a clock on the wall shows it, in whole minutes: `HH:MM`.
record WallTime(LocalTime time) {

  private static final Pattern FORM = Pattern.compile("[0-9]{2}:[0-9]{2}");

  @JsonCreator
  static WallTime of(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not HH:MM");
    }
    return new WallTime(LocalTime.parse(text));
  }

  /// `LocalTime` writes no seconds where there are none.
  @JsonValue
  String wire() {
    return time.toString();
  }
}
