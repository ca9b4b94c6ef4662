package poca.auth.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import poca.platform.web.Refusal;

/// An address for mail as it is stored: lower-case. The form is what mail in use has, a part of
/// what Jakarta's `@Email` accepts, so that the directory never refuses it; 64 characters before
/// the `@` and 254 in all are what mail can carry (RFC 5321, 4.5.3.1).
record Email(String text) {

  private static final int LONGEST = 254;
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile("(?=[^@]{1,64}@)" + dotted(ATOM) + "@" + dotted(LABEL));

  private static String dotted(String part) {
    return part + "(?:\\." + part + ")*";
  }

  /// Empty if it is none.
  static Optional<Email> of(String text) {
    var lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.length() <= LONGEST && FORM.matcher(lower).matches()
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
