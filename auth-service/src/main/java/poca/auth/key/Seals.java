package poca.auth.key;

import org.springframework.stereotype.Component;
import poca.platform.Seal;

/// Makes seals with the configured secret, one for each purpose.
@Component
public class Seals {

  private final KeySettings settings;

  Seals(KeySettings settings) {
    this.settings = settings;
  }

  public Seal of(String purpose) {
    return new Seal(settings.secret(), purpose);
  }
}
