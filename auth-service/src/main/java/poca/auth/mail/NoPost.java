package poca.auth.mail;

import org.springframework.stereotype.Component;

/// No mail is configured.
@Component
class NoPost implements Post {

  @Override
  public boolean isOpen() {
    return false;
  }

  @Override
  public void take(Letter letter) {
    // Nobody is told by mail; the audit has it.
  }
}
