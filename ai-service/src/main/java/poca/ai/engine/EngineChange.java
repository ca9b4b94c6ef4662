package poca.ai.engine;

import java.util.Locale;

/// An engine failed in the middle of a turn, and another one goes on (contract 5.2).
public record EngineChange(String from, String to, Reason reason) {

  /// As clients see it.
  public enum Reason {
    TIMEOUT,
    RATE_LIMITED,
    UNAVAILABLE,
    INVALID_ANSWER;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
