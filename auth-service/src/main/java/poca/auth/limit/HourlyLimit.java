package poca.auth.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.platform.sql.Sql;

/// Counts what somebody may only have so often within an hour.
@Component
public class HourlyLimit {

  private static final Logger log = LoggerFactory.getLogger(HourlyLimit.class);

  private static final Duration WINDOW = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  HourlyLimit(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Counts one more, if there may be one; those who ask at once wait for each other.
  ///
  /// @param what is counted
  /// @param whose it is: an address, an account
  /// @return how long to wait for the next, empty if this one was counted
  @Transactional
  public Optional<Duration> spend(String what, String whose, int most) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what || ' ' || :whose, 12))")
        .param("what", what)
        .param("whose", whose)
        .query()
        .singleRow();
    var now = clock.instant();
    var full =
        jdbc.sql(
                """
                select at from counted where what = :what and whose = :whose and at > :since
                order by at desc offset :before limit 1
                """)
            .param("what", what)
            .param("whose", whose)
            .param("since", Sql.time(now.minus(WINDOW)))
            .param("before", most - 1)
            .query((row, _) -> Sql.time(row, "at"))
            .optional();
    if (full.isPresent()) {
      return full.map(at -> Duration.between(now, at.plus(WINDOW)));
    }
    jdbc.sql("insert into counted (what, whose, at) values (:what, :whose, :now)")
        .param("what", what)
        .param("whose", whose)
        .param("now", Sql.time(now))
        .update();
    return Optional.empty();
  }

  @Scheduled(fixedRateString = "PT5M", initialDelayString = "PT1M")
  void forget() {
    try {
      jdbc.sql("delete from counted where at <= :limit")
          .param("limit", Sql.time(clock.instant().minus(WINDOW)))
          .update();
    } catch (DataAccessException e) {
      log.warn("old counts stay until the next round: {}", e.toString());
    }
  }
}
