package poca.testkit.world;

import java.time.Duration;
import java.util.UUID;
import poca.contracts.Role;
import poca.contracts.SessionId;

/// Somebody with a token.
public record Person(UUID id, Role role, SessionId session, String token) {

  /// Logged in anew, for as long as any test runs.
  public static Person login(UUID id, Role role) {
    return login(id, role, Duration.ofMinutes(30));
  }

  public static Person login(UUID id, Role role, Duration life) {
    var session = new SessionId(UUID.randomUUID());
    return new Person(id, role, session, TestTokens.access(id, role, session, life));
  }
}
