package poca.recordstest;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
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

  public static final Clamd CLAMD = new Clamd();

  @Bean
  DynamicPropertyRegistrar addressOfTheScanner() {
    return registry -> registry.add("poca.clamd-address", CLAMD::address);
  }

  /// Wrap documents; the first one does.
  public static final List<String> DOCUMENT_KEYS = List.of(key(1), key(2));

  private static String key(int of) {
    var bytes = new byte[32];
    Arrays.fill(bytes, (byte) of);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Bean
  DynamicPropertyRegistrar keysOfDocuments() {
    return registry -> registry.add("poca.document-keys", () -> String.join(",", DOCUMENT_KEYS));
  }

  @Bean
  DynamicPropertyRegistrar addressesOfTheNeighbours() {
    return NEIGHBOURS.inPlaceOf("auth", "directory", "appointment", "chat", "ai");
  }

  public static void judge(SessionId session, SessionCheck.SessionStatus status) {
    VERDICTS.put(session, status);
  }
}
