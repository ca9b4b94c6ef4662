package poca.auth.key;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/// @param secret seals the private keys in the database; at least 32 characters
/// @param rotation how long a key signs
/// @param lead how long a key is published before it signs: longer than any verifier keeps its copy
///   of the key set
/// @param tokenLife of the longest-lived token that is signed
@ConfigurationProperties("poca.keys")
record KeySettings(
    String secret,
    Duration rotation,
    Duration lead,
    @DurationUnit(ChronoUnit.MINUTES) Duration tokenLife) {

  private static final int SHORTEST_SECRET = 32;

  KeySettings {
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "POCA_KEY_SECRET must be set, to at least 32 characters: the signing keys are sealed with it");
    }
    if (rotation.compareTo(lead.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "POCA_KEY_ROTATION must be at least " + lead.multipliedBy(2));
    }
  }

  @Override
  public String toString() {
    return "KeySettings[rotation=" + rotation + ", lead=" + lead + ", tokenLife=" + tokenLife + "]";
  }
}
