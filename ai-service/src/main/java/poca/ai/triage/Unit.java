package poca.ai.triage;

import java.util.Locale;

/// A unit in which a rule says how old or how long.
enum Unit {
  MINUTES(1 / 60.0),
  HOURS(1),
  DAYS(24),
  WEEKS(168),
  MONTHS(730.5),
  YEARS(8766);

  private final double hours;

  Unit(double hours) {
    this.hours = hours;
  }

  /// Reads "day" and "days".
  static Unit of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT) + (word.endsWith("s") ? "" : "S"));
  }

  double hours(double number) {
    return number * hours;
  }

  double days(double number) {
    return number * hours / 24;
  }

  /// "1 year", "16 years".
  String words(double number) {
    var word = name().toLowerCase(Locale.ROOT);
    var digits = number == Math.rint(number) ? "" + (long) number : "" + number;
    return digits + " " + (number == 1 ? word.substring(0, word.length() - 1) : word);
  }
}
