package poca.ai.session;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.contracts.UserId;

/// How many turns an account may take in an hour, on all instances together: AI_TURNS_PER_HOUR, and
/// twice that at once. Counted with the turn, in its transaction.
@Component
class Allowance {

  private static final Duration BURST = Duration.ofHours(2);

  private final JdbcClient jdbc;
  private final int perHour;

  Allowance(JdbcClient jdbc, TurnSettings settings) {
    this.jdbc = jdbc;
    this.perHour = settings.turnsPerHour();
  }

  /// @return false if there is none left
  boolean take(UserId account) {
    if (perHour == 0) {
      return true;
    }
    return jdbc.sql(
                """
                insert into turn_allowance as a (account_id, due_at)
                values (:account, clock_timestamp() + make_interval(secs => :each))
                on conflict (account_id) do update
                  set due_at = greatest(a.due_at, clock_timestamp())
                    + make_interval(secs => :each)
                  where greatest(a.due_at, clock_timestamp()) + make_interval(secs => :each)
                    <= clock_timestamp() + make_interval(secs => :burst)
                """)
            .param("account", account.value())
            .param("each", each())
            .param("burst", (double) BURST.toSeconds())
            .update()
        == 1;
  }

  /// How long an account that has none left has to wait for the next one.
  Duration wait(UserId account) {
    var seconds =
        jdbc.sql(
                """
                select extract(epoch from due_at - clock_timestamp()) from turn_allowance
                where account_id = :account
                """)
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
