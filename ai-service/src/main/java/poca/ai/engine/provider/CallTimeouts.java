package poca.ai.engine.provider;

import java.time.Duration;

/// Sets how long each part of a call to a provider may take.
///
/// @param connect until the provider answers at all
/// @param firstWord from then to the first piece of the answer
/// @param gap between two pieces
/// @param total for everything that is tried in a turn, all providers together
/// @param rest how long a provider that failed again and again is left alone
public record CallTimeouts(
    Duration connect, Duration firstWord, Duration gap, Duration total, Duration rest) {

  /// A provider that hangs leaves half of the time to the next one. The answer's headers often come
  /// with its first word only, so that connecting has as long as that.
  public static CallTimeouts of(Duration total) {
    var half = total.dividedBy(2);
    return new CallTimeouts(
        half, half, total.multipliedBy(2).dividedBy(5), total, Duration.ofSeconds(15));
  }

  Duration of(Call.Stage stage) {
    return switch (stage) {
      case CONNECTING -> connect;
      case OPENED -> firstWord;
      case SPEAKING -> gap;
    };
  }
}
