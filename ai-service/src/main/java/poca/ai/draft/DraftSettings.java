package poca.ai.draft;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param emergencyNumber EMERGENCY_NUMBER
/// @param followUpDays AI_FOLLOW_UP_DAYS, after which something yellow should have become better
/// @param draftsPerHour AI_DRAFTS_PER_HOUR; 0 is no limit
@ConfigurationProperties("poca.ai")
record DraftSettings(
    @DefaultValue("112") String emergencyNumber,
    @DefaultValue("3") int followUpDays,
    @DefaultValue("120") int draftsPerHour) {

  DraftSettings {
    if (draftsPerHour < 0) {
      throw new IllegalArgumentException("AI_DRAFTS_PER_HOUR must be 0 or more");
    }
    if (followUpDays < 1) {
      throw new IllegalArgumentException("AI_FOLLOW_UP_DAYS must be 1 or more");
    }
  }
}
