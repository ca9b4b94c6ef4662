package poca.ai.likeness;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whom an emergency can strike, so that nobody is asked for another's. Generous: who is at an edge
/// is asked.
enum Who {
  ANYBODY(0, 130, null),
  BABY(0, 3, null),
  CHILD(0, 16, null),
  WOMAN(10, 60, "female"),
  MAN(0, 130, "male"),
  OLD(45, 130, null);

  private static final double YEAR = 365.25;

  private final double from;
  private final double to;
  private final @Nullable String gender;

  /// @param from in days, as `to`, which is the first day that is too old
  Who(int fromYears, int toYears, @Nullable String gender) {
    this.from = fromYears * YEAR;
    this.to = (toYears + 1) * YEAR;
    this.gender = gender;
  }

  /// @throws IllegalArgumentException if there is none of this name
  static Who of(String name) {
    return name.isEmpty() ? ANYBODY : valueOf(name.toUpperCase(Locale.ROOT));
  }

  /// @param ageDays null if unknown, as the gender
  boolean is(@Nullable Double ageDays, @Nullable String gender) {
    boolean isAge = ageDays == null || (ageDays >= from && ageDays < to);
    boolean isGender =
        this.gender == null
            || !("male".equals(gender) || "female".equals(gender))
            || this.gender.equals(gender);
    return isAge && isGender;
  }
}
