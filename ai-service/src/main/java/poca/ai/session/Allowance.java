package poca.ai.session;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.contracts.UserId;
import poca.platform.web.Refusal;

/// How many turns an account may take in an hour, on all instances together: AI_TURNS_PER_HOUR, and
/// twice that at once. Counted with the turn, in its transaction.
@Component
class Allowance {

  private static final int BURST_HOURS = 2;

  private final JdbcClient jdbc;
  private final int perHour;

  Allowance(JdbcClient jdbc, TurnSettings settings) {
    this.jdbc = jdbc;
    this.perHour = settings.turnsPerHour();
  }

  /// @throws Refusal 429 if there is none left
  void take(UserId account) {
    if (perHour == 0) {
      return;
    }
    var each = 3600.0 / perHour;
    var burst = Duration.ofHours(BURST_HOURS).toSeconds();
    var taken =
        jdbc.sql(
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
                .param("each", each)
                .param("burst", (double) burst)
                .update()
            == 1;
    if (!taken) {
      throw Refusal.tooMany(Duration.ofMillis((long) (1000 * wait(account, each, burst))));
    }
  }

  private double wait(UserId account, double each, long burst) {
    return jdbc.sql(
            """
            select extract(epoch from due_at - clock_timestamp()) from turn_allowance
            where account_id = :account
            """)
        .param("account", account.value())
        .query(Double.class)
        .optional()
        .map(due -> Math.max(0, due + each - burst))
        .orElse(0.0);
  }
}
