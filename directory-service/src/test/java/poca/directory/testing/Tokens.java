package poca.directory.testing;

import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import poca.access.session.SessionCheck;
import poca.contracts.Role;
import poca.testkit.world.Person;

/// Tokens as such; one of them is of an account that was deactivated.
@TestConfiguration(proxyBeanMethods = false)
public class Tokens {

  private static final UUID DEACTIVATED = UUID.randomUUID();

  public String ofAdmin() {
    return Person.login(UUID.randomUUID(), Role.ADMIN).token();
  }

  public String ofDeactivated() {
    return Person.login(DEACTIVATED, Role.DOCTOR).token();
  }

  @Bean
  @Primary
  static SessionCheck sessionsButOfTheDeactivated() {
    return (_, account) ->
        account.value().equals(DEACTIVATED)
            ? SessionCheck.SessionStatus.BARRED
            : SessionCheck.SessionStatus.LIVE;
  }
}
