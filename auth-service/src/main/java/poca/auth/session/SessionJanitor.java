package poca.auth.session;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.platform.sql.Sql;

/// Removes what is past: a used refresh token is remembered until it would have expired, a session
/// until its last one has.
@Component
class SessionJanitor {

  private static final Logger log = LoggerFactory.getLogger(SessionJanitor.class);

  private static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  SessionJanitor(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(fixedRateString = "PT1H", initialDelayString = "PT1M")
  void tidy() {
    var limit = Sql.time(clock.instant().minus(KEPT));
    try {
      jdbc.sql("delete from session where expires_at < :limit").param("limit", limit).update();
      jdbc.sql("delete from refresh_token where expires_at < :limit")
          .param("limit", limit)
          .update();
    } catch (DataAccessException e) {
      log.warn("old sessions stay until the next round: {}", e.toString());
    }
  }
}
