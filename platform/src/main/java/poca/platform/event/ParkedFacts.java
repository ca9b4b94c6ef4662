package poca.platform.event;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import poca.platform.IdSource;

/// Keeps the facts that could not be handled and those of the same key behind them, in their order.
/// A dead one is also told to the group's dead-letter topic, by the outbox, so with the same
/// certainty as any fact.
final class ParkedFacts {

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Outbox outbox;
  private final IdSource ids;
  private final Clock clock;
  private final EventSettings settings;
  private final Semaphore news = new Semaphore(0);

  ParkedFacts(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Outbox outbox,
      IdSource ids,
      Clock clock,
      EventSettings settings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
    this.settings = settings;
  }

  /// A fact as it came, and for whom.
  record ConsumedFact(
      String group,
      String topic,
      String key,
      UUID eventId,
      Map<String, String> headers,
      byte[] body) {}

  record Parked(long id, ConsumedFact letter, int tries) {}

  /// Whose facts wait, and whether one of them may be tried by now.
  record Waiting(String group, String topic, boolean due) {}

  List<Waiting> waiting() {
    return jdbc.sql(
            """
            select consumer, topic, min(next_try_at) <= now() as due from parked_fact
            where dead_at is null group by consumer, topic
            """)
        .query((row, _) ->
            new Waiting(row.getString("consumer"), row.getString("topic"), row.getBoolean("due")))
        .list();
  }

  /// Ends [#awaitNews].
  void wake() {
    news.release();
  }

  /// Returns when this instance has parked something, or after the limit.
  void awaitNews(Duration limit) {
    try {
      var _ = news.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
      news.drainPermits();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean waiting(String group, String topic, String key) {
    return jdbc.sql(
            """
            select exists (select 1 from parked_fact
              where consumer = :group and topic = :topic and key = :key and dead_at is null)
            """)
        .param("group", group)
        .param("topic", topic)
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  void parkBehind(ConsumedFact fact) {
    insert(fact, 0, 0, null);
  }

  void parkFailed(ConsumedFact fact, Throwable why) {
    transactions.executeWithoutResult(_ -> {
      if (settings.tries() > 1) {
        insert(fact, 1, settings.pauseAfter(1).toMillis(), Causes.of(why));
      } else {
        insertDead(fact, Causes.of(why));
      }
    });
    wake();
  }

  void parkDead(ConsumedFact fact, String cause) {
    transactions.executeWithoutResult(_ -> insertDead(fact, cause));
  }

  private void insertDead(ConsumedFact fact, String cause) {
    if (insert(fact, 1, 0, cause)) {
      jdbc.sql(
              """
              update parked_fact set dead_at = now() where consumer = :group and event_id = :id
              """)
          .param("group", fact.group())
          .param("id", fact.eventId())
          .update();
      tellDead(fact, cause);
    }
  }

  /// @return false if it is there already, waiting or dead: it came again
  private boolean insert(ConsumedFact fact, int tries, long pauseMillis, @Nullable String cause) {
    return jdbc.sql(
                """
                insert into parked_fact
                  (consumer, topic, key, event_id, headers, body, cause, tries, next_try_at)
                values (:group, :topic, :key, :id, :headers, :body, :cause, :tries,
                  now() + :pause * interval '1 millisecond')
                on conflict (consumer, event_id) do nothing
                """)
            .param("group", fact.group())
            .param("topic", fact.topic())
            .param("key", fact.key())
            .param("id", fact.eventId())
            .param("headers", FactCodec.stored(fact.headers()))
            .param("body", fact.body())
            .param("cause", cause)
            .param("tries", tries)
            .param("pause", pauseMillis)
            .update()
        == 1;
  }

  /// The next fact that is due and first of its key, locked until the transaction ends.
  Optional<Parked> takeDue(String group, String topic) {
    return jdbc.sql(
            """
            select id, key, event_id, headers, body, tries from parked_fact p
            where consumer = :group and topic = :topic and dead_at is null
              and next_try_at <= now()
              and not exists (select 1 from parked_fact earlier
                where earlier.consumer = p.consumer and earlier.topic = p.topic
                  and earlier.key = p.key and earlier.dead_at is null and earlier.id < p.id)
            order by id limit 1 for update of p skip locked
            """)
        .param("group", group)
        .param("topic", topic)
        .query((row, _) ->
            new Parked(
                row.getLong("id"),
                new ConsumedFact(
                    group,
                    topic,
                    row.getString("key"),
                    row.getObject("event_id", UUID.class),
                    FactCodec.stored(row.getString("headers")),
                    row.getBytes("body")),
                row.getInt("tries")))
        .optional();
  }

  void done(Parked parked) {
    jdbc.sql("delete from parked_fact where id = :id").param("id", parked.id()).update();
  }

  void failedAgain(Parked parked, Throwable why) {
    var tries = parked.tries() + 1;
    var cause = Causes.of(why);
    var dead = tries >= settings.tries();
    transactions.executeWithoutResult(_ -> {
      var changed =
          jdbc.sql(
                  """
                  update parked_fact set tries = :tries, cause = :cause,
                    next_try_at = now() + :pause * interval '1 millisecond',
                    dead_at = case when :dead then now() end
                  where id = :id and dead_at is null
                  """)
              .param("tries", tries)
              .param("cause", cause)
              .param("pause", settings.pauseAfter(tries).toMillis())
              .param("dead", dead)
              .param("id", parked.id())
              .update();
      if (dead && changed == 1) {
        tellDead(parked.letter(), cause);
      }
    });
  }

  private void tellDead(ConsumedFact fact, String cause) {
    var headers = new LinkedHashMap<>(fact.headers());
    headers.put("poca_cause", cause);
    headers.put("poca_topic", fact.topic());
    headers.put("poca_group", fact.group());
    outbox.append(
        Broker.deadLetters(fact.group()),
        TopicConfig.CLEANUP_POLICY_DELETE,
        fact.key(),
        fact.headers().getOrDefault(FactCodec.TYPE, "unknown"),
        headers,
        fact.body(),
        ids.next(),
        clock.instant());
  }

  /// Lets the group's dead letters live again, from the first try.
  ///
  /// @return how many
  int replay(String group) {
    var replayed =
        jdbc.sql(
                """
                update parked_fact set dead_at = null, tries = 0, next_try_at = now()
                where consumer = :group and dead_at is not null
                """)
            .param("group", group)
            .update();
    wake();
    return replayed;
  }

  /// Dead letters by group, where there are any.
  Map<String, Long> dead() {
    return jdbc
        .sql(
            """
            select consumer, count(*) as letters from parked_fact
            where dead_at is not null group by consumer
            """)
        .query((row, _) -> Map.entry(row.getString("consumer"), row.getLong("letters")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
