package poca.auth.factor;

import com.bastiaanjansen.otp.HOTPGenerator;
import com.bastiaanjansen.otp.SecretGenerator;
import com.bastiaanjansen.otp.TOTPGenerator;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Codes that change with time (RFC 6238) as every authenticator app makes them: six digits, half a
/// minute, SHA-1. A code of the step before or behind is good too, since clocks differ.
final class Totp {

  static final Duration STEP = Duration.ofSeconds(30);

  private static final int SECRET_BITS = 160; // what RFC 4226 recommends
  private static final int EITHER_SIDE = 1;
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");
  private static final String ISSUER = "POCA";

  private Totp() {}

  /// @return in Base32, as apps take it
  static String newSecret() {
    return new String(SecretGenerator.generate(SECRET_BITS), StandardCharsets.US_ASCII);
  }

  /// What an app reads from a picture.
  ///
  /// @param account what the app shows
  static URI address(String secret, String account) {
    try {
      return new TOTPGenerator.Builder(secret).build().getURI(ISSUER, account);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("an account's name does not go into an address", e);
    }
  }

  /// The step whose code this is; empty if there is none, or not behind `last`: what was used is
  /// worth nothing, nor is what is older.
  static OptionalLong stepOf(String secret, String code, Instant now, long last) {
    if (!CODE.matcher(code).matches()) {
      return OptionalLong.empty();
    }
    var generator = new HOTPGenerator.Builder(secret).build();
    var current = now.getEpochSecond() / STEP.toSeconds();
    var found = OptionalLong.empty();
    for (var step = current - EITHER_SIDE; step <= current + EITHER_SIDE; step++) {
      var right = generator.generate(step).getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(right, code.getBytes(StandardCharsets.US_ASCII))
          && step > last
          && found.isEmpty()) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }
}
