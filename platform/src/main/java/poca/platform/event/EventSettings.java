package poca.platform.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param tries how often a fact is handed to its handler before it becomes a dead letter
/// @param firstPause before the second try; each pause is four times the one before
/// @param longestPause which no pause exceeds
/// @param keyRotation how long a key signs this service's facts
@ConfigurationProperties("poca.events")
record EventSettings(
    @DefaultValue("5") int tries,
    @DefaultValue("200ms") Duration firstPause,
    @DefaultValue("10s") Duration longestPause,
    @DefaultValue("90d") Duration keyRotation) {

  Duration pauseAfter(int tried) {
    var pause = firstPause;
    for (int i = 1; i < tried && pause.compareTo(longestPause) < 0; i++) {
      pause = pause.multipliedBy(4);
    }
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
