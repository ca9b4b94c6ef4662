package poca.platform.web;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A number as it is written: a sign perhaps, then decimal digits of ASCII. The JDK also reads the
/// digits of other scripts, a plus and hexadecimal, and so would give one number many names.
final class Digits {

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,19})?");

  private Digits() {}

  /// @throws NumberFormatException if it is none, or larger than a `long`
  static long whole(String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw new NumberFormatException("not a whole number");
    }
    return Long.parseLong(text);
  }

  /// @throws NumberFormatException if it is none, or larger than an `int`
  static int wholeInt(String text) {
    var value = whole(text);
    if (value != (int) value) {
      throw new NumberFormatException("too large");
    }
    return (int) value;
  }

  /// Without zeros at its end, and as it is written: its text has no exponent.
  ///
  /// @throws NumberFormatException if it is none
  static BigDecimal decimal(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      throw new NumberFormatException("not a decimal number");
    }
    var value = new BigDecimal(text).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }
}
