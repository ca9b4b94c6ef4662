package poca.directory.testing;

import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import poca.access.session.SessionCheck;
import poca.contracts.Role;

/// Tokens as such; one of them is of an account that was deactivated.
@TestConfiguration(proxyBeanMethods = false)
public class Tokens {

  private static final UUID DEACTIVATED = UUID.randomUUID();

  private final Keys keys;

  Tokens(Keys keys) {
    this.keys = keys;
  }

  public String ofAdmin() {
    return keys.access(UUID.randomUUID(), Role.ADMIN);
  }

  public String ofDeactivated() {
    return keys.access(DEACTIVATED, Role.DOCTOR);
  }

  @Bean
  @Primary
  static SessionCheck sessionsButOfTheDeactivated() {
    return (_, account) ->
        account.value().equals(DEACTIVATED)
            ? SessionCheck.Verdict.BARRED
            : SessionCheck.Verdict.LIVE;
  }
}
