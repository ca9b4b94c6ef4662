package poca.appointment.waitlist;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param holdMinutes WAITLIST_HOLD_MINUTES, for how long an offered time is held
@ConfigurationProperties("poca.waitlist")
record WaitlistSettings(@DefaultValue("60") int holdMinutes) {

  private static final int A_WEEK = 7 * 24 * 60;

  WaitlistSettings {
    if (holdMinutes < 1 || holdMinutes > A_WEEK) {
      throw new IllegalArgumentException("WAITLIST_HOLD_MINUTES must be 1 to " + A_WEEK);
    }
  }

  Duration hold() {
    return Duration.ofMinutes(holdMinutes);
  }
}
