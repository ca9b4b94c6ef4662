package poca.ai.likeness;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whom an emergency can strike, so that nobody is asked for another's. Generous: who is at an edge
/// is asked.
enum AffectedGroup {
  ANYBODY(0, 131, null),
  NEWBORN(0, 1.0 / 3, null),
  BABY(0, 4, null),
  CHILD(0, 17, null),
  WOMAN(10, 61, "female"),
  MAN(0, 131, "male"),
  OLD(45, 131, null);

  private static final double YEAR = 365.25;

  private final double from;
  private final double before;
  private final @Nullable String gender;

  /// @param from in years of life
  /// @param before in years of life; who is as old is too old
  AffectedGroup(double from, double before, @Nullable String gender) {
    this.from = from * YEAR;
    this.before = before * YEAR;
    this.gender = gender;
  }

  /// @throws IllegalArgumentException if there is none of this name
  static AffectedGroup of(String name) {
    return name.isEmpty() ? ANYBODY : valueOf(name.toUpperCase(Locale.ROOT));
  }

  /// @param ageDays null if unknown, as the gender
  boolean is(@Nullable Double ageDays, @Nullable String gender) {
    boolean isAge = ageDays == null || (ageDays >= from && ageDays < before);
    boolean isGender =
        this.gender == null
            || !("male".equals(gender) || "female".equals(gender))
            || this.gender.equals(gender);
    return isAge && isGender;
  }
}
