package poca.ai.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;

/// The turns that this instance has under way. Their leases are short, so that a session is free
/// soon after its instance died, and prolonged while the turns run.
@Component
class LeasedTurns {

  private static final Logger log = LoggerFactory.getLogger(LeasedTurns.class);

  static final Duration LEASE = Duration.ofSeconds(4);

  private final SessionStore sessions;
  private final Map<AiMessageId, AiSessionId> running = new ConcurrentHashMap<>();

  LeasedTurns(SessionStore sessions) {
    this.sessions = sessions;
  }

  void begun(AiSessionId session, AiMessageId message) {
    running.put(message, session);
  }

  void over(AiMessageId message) {
    running.remove(message);
  }

  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
  void renew() {
    var now = Map.copyOf(running);
    if (now.isEmpty()) {
      return;
    }
    try {
      sessions.renew(List.copyOf(now.values()), List.copyOf(now.keySet()), LEASE);
    } catch (DataAccessException away) {
      log.warn("leases not prolonged: {}", away.toString());
    }
  }
}
