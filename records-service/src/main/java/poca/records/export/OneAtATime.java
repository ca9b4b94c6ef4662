package poca.records.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.contracts.UserId;
import poca.platform.IdSource;
import poca.platform.sql.Sql;
import poca.platform.web.Refusal;

/// Lets an account have one export at a time, on whatever instance. It holds a lease, which an
/// instance that is killed does not prolong.
@Component
class OneAtATime {

  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration EACH = Duration.ofSeconds(20);

  private final JdbcClient jdbc;
  private final IdSource ids;
  private final Clock clock;

  OneAtATime(JdbcClient jdbc, IdSource ids, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /// @throws Refusal 429 while another one runs
  Turn take(UserId account) {
    var run = ids.next();
    var now = clock.instant();
    var taken =
        jdbc.sql(
                """
                insert into export_run (account_id, run, leased_until)
                values (:account, :run, :until)
                on conflict (account_id) do update
                  set run = excluded.run, leased_until = excluded.leased_until
                  where export_run.leased_until < :now
                """)
            .param("account", account.value())
            .param("run", run)
            .param("until", Sql.time(now.plus(LEASE)))
            .param("now", Sql.time(now))
            .update();
    if (taken == 0) {
      throw Refusal.tooMany(EACH);
    }
    return new Turn(run, now);
  }

  final class Turn implements AutoCloseable {
    private final UUID run;
    private Instant prolonged;

    private Turn(UUID run, Instant now) {
      this.run = run;
      this.prolonged = now;
    }

    /// May be called as often as one likes.
    ///
    /// @throws Refusal 503 if somebody has it who took this one for dead
    void goesOn() {
      var now = clock.instant();
      if (now.isBefore(prolonged.plus(EACH))) {
        return;
      }
      var still =
          jdbc.sql("update export_run set leased_until = :until where run = :run")
              .param("run", run)
              .param("until", Sql.time(now.plus(LEASE)))
              .update();
      if (still == 0) {
        throw Refusal.unavailable();
      }
      prolonged = now;
    }

    @Override
    public void close() {
      jdbc.sql("delete from export_run where run = :run").param("run", run).update();
    }
  }
}
