package poca.auth.session;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/// @param accessTokenLife in minutes
/// @param refreshTokenLife in days, anew with every refresh
@ConfigurationProperties("poca.sessions")
record SessionSettings(
    @DurationUnit(ChronoUnit.MINUTES) Duration accessTokenLife,
    @DurationUnit(ChronoUnit.DAYS) Duration refreshTokenLife) {

  SessionSettings {
    if (!accessTokenLife.isPositive() || !refreshTokenLife.isPositive()) {
      throw new IllegalArgumentException("tokens must live for some time");
    }
  }
}
