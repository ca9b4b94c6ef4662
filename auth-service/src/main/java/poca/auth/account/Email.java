package poca.auth.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import poca.platform.web.Refusal;

/// An address for mail as it is stored: lower-case.
record Email(String text) {

  private static final int LONGEST = 254;
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?");

  /// Empty if it is none.
  static Optional<Email> of(String text) {
    var lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.length() <= LONGEST && FORM.matcher(lower).matches() && !lower.contains("..")
        ? Optional.of(new Email(lower))
        : Optional.empty();
  }

  /// @throws Refusal 422 if it is none
  static Email require(String text) {
    return of(text)
        .orElseThrow(
            () -> Refusal.invalid("body", "email", "value_error", "not a valid email address"));
  }

  String localPart() {
    return text.substring(0, text.lastIndexOf('@'));
  }
}
