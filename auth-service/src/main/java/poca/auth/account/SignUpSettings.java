package poca.auth.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param pendingFor how long a sign-up may take before the sweeper gives it up: longer than any
///   request lives
/// @param perHour how many of one address, failed ones included; 0 = off
@ConfigurationProperties("poca.sign-up")
record SignUpSettings(@DefaultValue("30s") Duration pendingFor, @DefaultValue("60") int perHour) {

  SignUpSettings {
    if (perHour < 0) {
      throw new IllegalArgumentException("SIGNUPS_PER_HOUR must be 0 or more");
    }
  }
}
