package poca.gateway.route;

import org.jspecify.annotations.Nullable;

/// A query by the letter of RFC 3986 (3.4). What the gateway read with goodwill, the server of a
/// service may not: it would answer in its own words, or understand something else.
public final class RequestQuery {

  private static final String BESIDES_LETTERS_AND_DIGITS = "-._~!$&'()*+,;=:@/?%";

  private RequestQuery() {}

  /// Percent-encoding was looked at when the target became an address.
  ///
  /// @param raw as it was sent, null for none
  public static boolean isWellFormed(@Nullable String raw) {
    return raw == null || raw.chars().allMatch(RequestQuery::isAllowed);
  }

  private static boolean isAllowed(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || BESIDES_LETTERS_AND_DIGITS.indexOf(c) >= 0;
  }
}
