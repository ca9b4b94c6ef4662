package poca.gateway.door;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// Reads `Authorization: BearerToken` (RFC 6750, 2.1).
final class BearerToken {

  private static final String SCHEME = "bearer ";

  private BearerToken() {}

  /// Null for no header, another scheme, or several headers, of which nobody could say which
  /// counts.
  static @Nullable String of(HttpHeaders headers) {
    var lines = headers.get(HttpHeaders.AUTHORIZATION);
    if (lines == null || lines.size() != 1) {
      return null;
    }
    var line = lines.getFirst();
    if (!line.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    var token = line.substring(SCHEME.length()).strip();
    return token.isEmpty() ? null : token;
  }
}
