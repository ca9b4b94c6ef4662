package poca.platform.event;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import poca.contracts.fact.Fact;
import poca.contracts.fact.Topic;
import poca.platform.IdSource;
import poca.platform.sql.Sql;

/// Tells other services what happened, if and only if the transaction in which it happened commits.
///
/// Change the row first and append second: whoever holds the row's lock then also decides the order
/// of its facts. (With JPA, flush before appending.)
public final class Outbox {

  /// Half of what a broker takes as it comes: a larger row would be refused for ever.
  private static final int LARGEST = 512 * 1024;

  private final JdbcClient jdbc;
  private final FactCodec codec;
  private final IdSource ids;
  private final Clock clock;
  private final Traces traces;
  private final Runnable committed;

  Outbox(
      JdbcClient jdbc,
      FactCodec codec,
      IdSource ids,
      Clock clock,
      Traces traces,
      Runnable committed) {
    this.jdbc = jdbc;
    this.codec = codec;
    this.ids = ids;
    this.clock = clock;
    this.traces = traces;
    this.committed = committed;
  }

  /// @throws IllegalStateException outside a transaction that may write
  public <F extends Fact> void append(Topic<F> topic, F fact) {
    refuseOutsideTransaction();
    var id = ids.next();
    var at = clock.instant();
    var body = codec.body(fact);
    if (body.length > LARGEST) {
      throw new IllegalArgumentException("a fact of " + body.length + " bytes");
    }
    append(
        topic.name(),
        Broker.cleanup(topic),
        fact.key(),
        fact.getClass().getSimpleName(),
        codec.headers(fact, id, at, traces.current()),
        body,
        id,
        at);
  }

  void append(
      String topic,
      String cleanup,
      String key,
      String type,
      Map<String, String> headers,
      byte[] body,
      UUID id,
      Instant at) {
    refuseOutsideTransaction();
    jdbc.sql(
            """
            insert into outbox (event_id, topic, cleanup, key, type, headers, body, created_at)
            values (:id, :topic, :cleanup, :key, :type, :headers, :body, :at)
            """)
        .param("id", id)
        .param("topic", topic)
        .param("cleanup", cleanup)
        .param("key", key)
        .param("type", type)
        .param("headers", FactCodec.stored(headers))
        .param("body", body)
        .param("at", Sql.time(at))
        .update();
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            committed.run();
          }
        });
  }

  private static void refuseOutsideTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()
        || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalStateException("a fact is appended in the transaction that makes it true");
    }
  }
}
