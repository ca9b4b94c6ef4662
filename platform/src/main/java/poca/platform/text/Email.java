package poca.platform.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address for mail as it is stored and compared: without white space around it, lower-case. The
/// form is what mail in use has; 64 characters before the `@` and 254 in all are what mail can
/// carry (RFC 5321, 4.5.3.1).
///
/// What is outside ASCII is no address here. It is asked before the case is lowered, which turns
/// the Kelvin sign into a `k`: a stranger's address would become somebody else's.
public record Email(String text) {

  private static final int LONGEST = 254;
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final Pattern FORM =
      Pattern.compile("(?=[^@]{1,64}@)" + dotted(ATOM) + "@" + dotted(LABEL));

  private static String dotted(String part) {
    return part + "(?:\\." + part + ")*";
  }

  /// Empty if it is none.
  public static Optional<Email> of(String text) {
    if (!text.chars().allMatch(c -> c < 0x80)) {
      return Optional.empty();
    }
    var lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.length() <= LONGEST && FORM.matcher(lower).matches()
        ? Optional.of(new Email(lower))
        : Optional.empty();
  }

  /// For what [EmailAddress] has let pass.
  ///
  /// @throws IllegalArgumentException if it is none
  public static Email require(String text) {
    return of(text).orElseThrow(() -> new IllegalArgumentException("not an email address"));
  }

  public String localPart() {
    return text.substring(0, text.lastIndexOf('@'));
  }
}
