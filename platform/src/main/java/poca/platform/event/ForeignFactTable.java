package poca.platform.event;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.platform.sql.Sql;

/// Keeps the counts of [ForeignFacts] for each reader and topic, so that a restart does not hide
/// them.
final class ForeignFactTable {

  /// How long health speaks of one.
  private static final Duration SHOWN = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  ForeignFactTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void add(String consumer, String topic) {
    jdbc.sql(
            """
            insert into foreign_fact values (:consumer, :topic, 1, :at)
            on conflict (consumer, topic) do update
              set times = foreign_fact.times + 1, last_at = excluded.last_at
            """)
        .param("consumer", consumer)
        .param("topic", topic)
        .param("at", Sql.time(clock.instant()))
        .update();
  }

  /// Whether one came within a day.
  boolean any() {
    return jdbc.sql("select exists (select 1 from foreign_fact where last_at > :since)")
        .param("since", Sql.time(clock.instant().minus(SHOWN)))
        .query(Boolean.class)
        .single();
  }
}
