package poca.auth.credential;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param minLength characters that a new password must have
/// @param blocklist whether one of the 10,000 most common passwords is refused
/// @param patience how long a request may wait for its turn to hash
/// @param waiting how many of one urgency may wait at once
/// @param waitingOfAddress how many of them from one address
@ConfigurationProperties("poca.passwords")
record PasswordSettings(
    int minLength,
    boolean blocklist,
    @DefaultValue("8s") Duration patience,
    @DefaultValue("128") int waiting,
    @DefaultValue("24") int waitingOfAddress) {

  PasswordSettings {
    if (minLength < 1 || minLength > PasswordRules.LONGEST) {
      throw new IllegalArgumentException(
          "PASSWORD_MIN_LENGTH must be from 1 to " + PasswordRules.LONGEST);
    }
  }
}
