package poca.auth.login;

import java.time.Duration;
import java.util.Map;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// Refuses whoever has failed too often, and never says how often that may be.
public final class TooManyFailures {

  private TooManyFailures() {}

  /// 429 AUTH_005.
  public static Refusal refusal(Duration retryAfter) {
    var seconds = Math.max(1, retryAfter.plusMillis(999).toSeconds());
    return new Refusal(
        429,
        ErrorCode.AUTH_005,
        "Too many failed logins",
        Map.of(),
        Map.of("Retry-After", Long.toString(seconds)));
  }
}
