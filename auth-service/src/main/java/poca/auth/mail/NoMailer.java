package poca.auth.mail;

import org.springframework.stereotype.Component;

/// No mail is configured.
@Component
class NoMailer implements Mailer {

  @Override
  public boolean isConfigured() {
    return false;
  }

  @Override
  public void send(AccountMail mail) {
    // Nobody is told by mail; the audit has it.
  }
}
