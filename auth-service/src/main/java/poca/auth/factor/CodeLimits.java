package poca.auth.factor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import poca.contracts.UserId;
import poca.platform.sql.Sql;

/// Limits the guessing of codes (contract 1.5): after ten wrong ones in a quarter of an hour,
/// wherever they came from, no code of that account is looked at for as long again. Only somebody
/// with the password comes so far as to guess, so no stranger can shut anybody out.
@Component
public class CodeLimits {

  private static final Logger log = LoggerFactory.getLogger(CodeLimits.class);

  static final Duration WINDOW = Duration.ofMinutes(15);
  static final int OF_AN_ACCOUNT = 10;

  private final JdbcClient jdbc;
  private final Clock clock;

  CodeLimits(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Ten(Instant first, Instant last) {}

  /// How long codes of the account are not looked at, if they are not.
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Duration> barred(UserId account) {
    var now = clock.instant();
    return jdbc.sql(
            """
            select min(at) as first, max(at) as last
            from (
              select at from wrong_code where account_id = :account and at > :since
              order by at desc limit :most
            ) newest
            having count(*) = :most
            """)
        .param("account", account.value())
        .param("since", Sql.time(now.minus(WINDOW.multipliedBy(2))))
        .param("most", OF_AN_ACCOUNT)
        .query((row, _) -> new Ten(Sql.time(row, "first"), Sql.time(row, "last")))
        .optional()
        .filter(ten -> ten.last().minus(WINDOW).isBefore(ten.first()))
        .map(ten -> Duration.between(now, ten.last().plus(WINDOW)))
        .filter(Duration::isPositive);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void wrong(UserId account) {
    jdbc.sql("insert into wrong_code (account_id, at) values (:account, :now)")
        .param("account", account.value())
        .param("now", Sql.time(clock.instant()))
        .update();
  }

  @Scheduled(fixedRateString = "PT1M", initialDelayString = "PT1M")
  void forget() {
    try {
      jdbc.sql("delete from wrong_code where at <= :limit")
          .param("limit", Sql.time(clock.instant().minus(WINDOW.multipliedBy(2))))
          .update();
    } catch (DataAccessException e) {
      log.warn("old wrong codes stay until the next round: {}", e.toString());
    }
  }
}
