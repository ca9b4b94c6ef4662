package poca.ai.session;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param turnsPerHour AI_TURNS_PER_HOUR; 0 is no limit
/// @param emergencyNumber EMERGENCY_NUMBER, which red advice names
@ConfigurationProperties("poca.ai")
record TurnSettings(
    @DefaultValue("120") int turnsPerHour, @DefaultValue("112") String emergencyNumber) {

  TurnSettings {
    if (turnsPerHour < 0) {
      throw new IllegalArgumentException("AI_TURNS_PER_HOUR must be 0 or more");
    }
    if (emergencyNumber.isBlank()) {
      throw new IllegalArgumentException("EMERGENCY_NUMBER must not be empty");
    }
  }
}
