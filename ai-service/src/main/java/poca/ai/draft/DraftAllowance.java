package poca.ai.draft;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.contracts.UserId;

/// How many drafts an account may have in an hour, on all instances together: AI_DRAFTS_PER_HOUR,
/// and twice that at once. Counted before the draft is made: a provider may send a bill for it.
@Component
class DraftAllowance {

  private static final Duration BURST = Duration.ofHours(2);

  private final JdbcClient jdbc;
  private final int perHour;

  DraftAllowance(JdbcClient jdbc, DraftSettings settings) {
    this.jdbc = jdbc;
    this.perHour = settings.draftsPerHour();
  }

  /// @return false if there is none left
  boolean take(UserId account) {
    if (perHour == 0) {
      return true;
    }
    return jdbc.sql(
                """
                insert into draft_allowance as a (account_id, due_at)
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
                select extract(epoch from due_at - clock_timestamp()) from draft_allowance
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
