package poca.ai.allowance;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.UserId;

/// Limits how much of something an account may have in an hour, on all instances together, with
/// bursts of twice that (generic cell rate algorithm, ITU-T I.371).
public final class HourlyRateLimit {

  private static final Duration BURST = Duration.ofHours(2);

  private final JdbcClient jdbc;
  private final String table;
  private final int perHour;

  /// @param table with the columns `account_id` and `due_at`; a name of our own, never a client's
  /// @param perHour 0 is no limit
  public HourlyRateLimit(JdbcClient jdbc, String table, int perHour) {
    this.jdbc = jdbc;
    this.table = table;
    this.perHour = perHour;
  }

  /// Counted in the caller's transaction, if there is one.
  ///
  /// @return false if there is none left
  public boolean take(UserId account) {
    if (perHour == 0) {
      return true;
    }
    return jdbc.sql(
                """
                insert into %s as a (account_id, due_at)
                values (:account, clock_timestamp() + make_interval(secs => :each))
                on conflict (account_id) do update
                  set due_at = greatest(a.due_at, clock_timestamp())
                    + make_interval(secs => :each)
                  where greatest(a.due_at, clock_timestamp()) + make_interval(secs => :each)
                    <= clock_timestamp() + make_interval(secs => :burst)
                """
                    .formatted(table))
            .param("account", account.value())
            .param("each", each())
            .param("burst", (double) BURST.toSeconds())
            .update()
        == 1;
  }

  /// How long an account that has none left has to wait for the next one.
  public Duration retryAfter(UserId account) {
    var seconds =
        jdbc.sql(
                """
                select extract(epoch from due_at - clock_timestamp()) from %s
                where account_id = :account
                """
                    .formatted(table))
            .param("account", account.value())
            .query(Double.class)
            .optional()
            .map(due -> Math.max(0, due + each() - BURST.toSeconds()))
            .orElse(0.0);
    return Duration.ofMillis((long) (1000 * seconds));
  }

  /// In seconds.
  private double each() {
    return 3600.0 / perHour;
  }
}
