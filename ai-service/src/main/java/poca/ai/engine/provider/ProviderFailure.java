package poca.ai.engine.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A provider gave no answer. Never holds a provider's text: what that says belongs into no log and
/// to no client.
public final class ProviderFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Why.
  public enum Reason {
    /// The key or the credentials are refused.
    AUTH,
    RATE_LIMITED,
    /// Broken, unreachable, cut off, or its breaker is open.
    UNAVAILABLE,
    /// One of our clocks.
    TIMEOUT,
    /// It does not take the request as it is.
    BAD_REQUEST,
    /// It refuses to speak about this.
    BLOCKED,
    /// What it said is no answer.
    INVALID,
    /// By us.
    CANCELLED
  }

  private final Reason reason;
  private final transient @Nullable Duration retryAfter;
  private long promptTokens;
  private long completionTokens;

  private ProviderFailure(Reason reason, String what, @Nullable Duration retryAfter) {
    super(reason + ": " + what, null, false, false);
    this.reason = reason;
    this.retryAfter = retryAfter;
  }

  /// @param what in our words
  public static ProviderFailure of(Reason reason, String what) {
    return new ProviderFailure(reason, what, null);
  }

  /// @param cause only its class is kept
  static ProviderFailure of(Reason reason, Throwable cause) {
    return of(reason, cause.getClass().getSimpleName());
  }

  static ProviderFailure rateLimited(@Nullable Duration retryAfter) {
    return new ProviderFailure(Reason.RATE_LIMITED, "too many requests", retryAfter);
  }

  /// By the status of an HTTP answer.
  static ProviderFailure status(int status, @Nullable Duration retryAfter) {
    return switch (status) {
      case 401, 403 -> of(Reason.AUTH, "status " + status);
      case 429 -> rateLimited(retryAfter);
      case 400, 404, 413, 422 -> of(Reason.BAD_REQUEST, "status " + status);
      case 408, 504 -> of(Reason.TIMEOUT, "status " + status);
      default -> of(Reason.UNAVAILABLE, "status " + status);
    };
  }

  public Reason reason() {
    return reason;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /// What it may have been billed for all the same.
  ProviderFailure billed(long prompt, long completion) {
    this.promptTokens = prompt;
    this.completionTokens = completion;
    return this;
  }

  public long promptTokens() {
    return promptTokens;
  }

  public long completionTokens() {
    return completionTokens;
  }
}
