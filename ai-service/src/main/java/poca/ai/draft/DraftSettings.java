package poca.ai.draft;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param emergencyNumber EMERGENCY_NUMBER
/// @param followUpDays AI_FOLLOW_UP_DAYS, after which something yellow should have become better
@ConfigurationProperties("poca.ai")
record DraftSettings(
    @DefaultValue("112") String emergencyNumber, @DefaultValue("3") int followUpDays) {

  DraftSettings {
    if (followUpDays < 1) {
      throw new IllegalArgumentException("AI_FOLLOW_UP_DAYS must be 1 or more");
    }
  }
}
