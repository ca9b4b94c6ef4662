package poca.appointmenttest;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;
import poca.access.session.SessionCheck;
import poca.contracts.SessionId;
import poca.testkit.world.TestTokens;

/// Sessions and the other services, the same for every instance in this JVM.
@TestConfiguration(proxyBeanMethods = false)
@Import(TestTokens.class)
public class Surroundings {

  public static final Neighbours NEIGHBOURS = new Neighbours();

  private static final Map<SessionId, SessionCheck.SessionStatus> VERDICTS =
      new ConcurrentHashMap<>();

  @Bean
  SessionCheck sessions() {
    return (session, _) -> VERDICTS.getOrDefault(session, SessionCheck.SessionStatus.LIVE);
  }

  @Bean
  DynamicPropertyRegistrar addressesOfTheNeighbours() {
    return NEIGHBOURS.inPlaceOf("auth", "directory");
  }

  public static void judge(SessionId session, SessionCheck.SessionStatus status) {
    VERDICTS.put(session, status);
  }
}
