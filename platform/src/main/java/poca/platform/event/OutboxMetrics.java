package poca.platform.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `outbox.pending` (rows, counted up to 10,000), `outbox.age` (seconds of the oldest one) and
/// `outbox.relayed`. The database is asked when the metrics are, at most every five seconds.
final class OutboxMetrics {

  private static final Duration KEPT = Duration.ofSeconds(5);

  private final JdbcClient jdbc;
  private Sample sample = new Sample(Double.NaN, Double.NaN);
  private long sampledAt = System.nanoTime() - KEPT.toNanos();

  private record Sample(double pending, double age) {}

  OutboxMetrics(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Counter register(MeterRegistry meters) {
    gauge(meters, "outbox.pending", Sample::pending);
    gauge(meters, "outbox.age", Sample::age);
    return Counter.builder("outbox.relayed").register(meters);
  }

  private void gauge(MeterRegistry meters, String name, ToDoubleFunction<Sample> value) {
    Gauge.builder(name, this, metrics -> value.applyAsDouble(metrics.sample()))
        .strongReference(true)
        .register(meters);
  }

  private synchronized Sample sample() {
    if (System.nanoTime() - sampledAt >= KEPT.toNanos()) {
      sampledAt = System.nanoTime();
      try {
        sample =
            jdbc.sql(
                    """
                    select count(*) as pending,
                      coalesce(extract(epoch from now() - min(created_at)), 0) as age
                    from (select created_at from outbox order by id limit 10000) oldest
                    """)
                .query((row, _) -> new Sample(row.getDouble("pending"), row.getDouble("age")))
                .single();
      } catch (DataAccessException databaseOutOfReach) {
        sample = new Sample(Double.NaN, Double.NaN);
      }
    }
    return sample;
  }
}
