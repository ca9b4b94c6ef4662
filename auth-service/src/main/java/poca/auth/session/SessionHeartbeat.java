package poca.auth.session;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.contracts.fact.SessionFact;
import poca.contracts.fact.SessionFact.SessionsAsOf;
import poca.platform.event.Announcements;
import poca.platform.sql.Sql;

/// Says twice a second up to when all endings of sessions have been told, so that the other
/// services know whether they may trust what they have heard. Every instance says it; the newest
/// counts.
@Component
class SessionHeartbeat {

  private final JdbcClient jdbc;
  private final Announcements announcements;
  private final Clock clock;
  private final AtomicBoolean beating = new AtomicBoolean();

  SessionHeartbeat(JdbcClient jdbc, Announcements announcements, Clock clock) {
    this.jdbc = jdbc;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Scheduled(fixedRateString = "PT0.5S")
  void beat() {
    if (beating.compareAndSet(false, true)) {
      try {
        announcements.announce(SessionFact.TOPIC, new SessionsAsOf(asOf()));
      } catch (DataAccessException e) {
        // Without the database nobody can say anything; the others notice the silence.
      } finally {
        beating.set(false);
      }
    }
  }

  /// What still waits for the broker was not told: the oldest of it is the limit. The time is taken
  /// before the question, because an ending may be committed while it is answered.
  Instant asOf() {
    var before = clock.instant();
    return jdbc.sql(
            "select created_at from outbox where topic = :topic order by created_at limit 1")
        .param("topic", SessionFact.TOPIC.name())
        .query((row, _) -> Sql.time(row, "created_at"))
        .optional()
        .orElse(before);
  }
}
