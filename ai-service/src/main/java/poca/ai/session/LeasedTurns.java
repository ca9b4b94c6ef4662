package poca.ai.session;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.contracts.AiMessageId;
import poca.contracts.AiSessionId;
import poca.platform.web.Refusal;

/// The turns that this instance has under way. Their leases are short, so that a session is free
/// soon after its instance died, and prolonged while the turns run.
@Component
class LeasedTurns {

  private static final Logger log = LoggerFactory.getLogger(LeasedTurns.class);

  static final Duration LEASE = Duration.ofSeconds(4);

  /// How often whoever waits for a turn that runs here looks for itself: the turn may have lost its
  /// lease.
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final SessionStore sessions;
  private final Map<AiMessageId, Turn> running = new ConcurrentHashMap<>();

  LeasedTurns(SessionStore sessions) {
    this.sessions = sessions;
  }

  private record Turn(AiSessionId session, CountDownLatch over) {}

  void begun(AiSessionId session, AiMessageId message) {
    running.put(message, new Turn(session, new CountDownLatch(1)));
  }

  void over(AiMessageId message) {
    var turn = running.remove(message);
    if (turn != null) {
      turn.over().countDown();
    }
  }

  /// Returns when the session's turn that runs here is over. The end of one that runs on another
  /// instance shows in the database only: then it returns after a pause, and the caller looks
  /// there.
  void awaitChange(AiSessionId session, Duration pause) {
    var here = running.values().stream().filter(turn -> turn.session().equals(session)).findAny();
    try {
      if (here.isPresent()) {
        var _ = here.get().over().await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
      } else {
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable();
    }
  }

  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
  void renew() {
    var now = Map.copyOf(running);
    if (now.isEmpty()) {
      return;
    }
    try {
      sessions.renew(now.values().stream().map(Turn::session).toList(), now.keySet(), LEASE);
    } catch (DataAccessException away) {
      log.warn("leases not prolonged: {}", away.toString());
    }
  }
}
