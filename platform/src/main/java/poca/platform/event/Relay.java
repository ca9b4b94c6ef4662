package poca.platform.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Carries the outbox to the broker: what is still there, in the order of its ids, until the broker
/// has acknowledged it. One relay at a time works on a database; it holds a lock on the connection
/// with which it reads and deletes, so one that lost the lock cannot delete either.
///
/// It never remembers how far it came: a slow transaction with a lower id may commit later.
class Relay implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Relay.class);

  /// How long a batch may wait for the broker before the producer is replaced.
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long LOCK = 0x706f6361_01L;
  private static final int BATCH = 500;

  /// Commits wake the relay; this is for those of which no word came.
  static final Duration LOOK_ANYWAY = Duration.ofSeconds(2);

  private static final Duration STANDBY = Duration.ofSeconds(1);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(40);
  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final Duration TIDY_EVERY = Duration.ofHours(1);

  private final DataSource connections;
  private final Broker broker;
  private final FactSigner signer;
  private final LongConsumer relayed;
  private final Duration lookAnyway;
  private final Semaphore wake = new Semaphore(0);
  private final Outage database = new Outage(log, "outbox's database");
  private final Outage kafka = new Outage(log, "outbox's broker");
  private final Outage register = new Outage(log, "register of the outbox's key");
  private volatile boolean running;
  private volatile boolean inCharge;
  private @Nullable Thread thread;
  private @Nullable KafkaProducer<String, byte[]> producer;
  private long tidiedAt = System.nanoTime();

  /// @param connections gives a new connection each time, not a pooled one: closing it must end the
  ///   lock
  /// @param lookAnyway after how long a relay looks that nobody wakes
  Relay(
      DataSource connections,
      Broker broker,
      FactSigner signer,
      LongConsumer relayed,
      Duration lookAnyway) {
    this.connections = connections;
    this.broker = broker;
    this.signer = signer;
    this.relayed = relayed;
    this.lookAnyway = lookAnyway;
  }

  private record Row(
      long id, String topic, String cleanup, String key, String headers, byte[] body) {
    String lane() {
      return topic + '/' + key;
    }
  }

  private record Sending(Row row, Future<RecordMetadata> ack) {}

  /// Something was committed.
  void wake() {
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  boolean inCharge() {
    return inCharge;
  }

  @Override
  public synchronized void start() {
    if (!running) {
      running = true;
      thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }
  }

  @Override
  public void stop() {
    Thread ending;
    synchronized (this) {
      running = false;
      ending = thread;
      thread = null;
    }
    wake();
    if (ending != null) {
      try {
        ending.join(GOODBYE.plus(GOODBYE).plus(SLICE));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before everything that appends, and after it has stopped.
  @Override
  public int getPhase() {
    return 0;
  }

  private void run() {
    while (running) {
      try (var connection = connections.getConnection()) {
        connection.setNetworkTimeout(Runnable::run, 20_000);
        database.ended();
        if (takeCharge(connection)) {
          log.debug("relaying");
          inCharge = true;
          try (var _ = RelaySignal.listen(connections, this::wake)) {
            relay(connection);
          }
        }
      } catch (SQLException e) {
        database.began(e);
        pause(SLICE);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.error("the relay starts again", e);
        pause(SLICE);
      } finally {
        inCharge = false;
        closeProducer();
      }
    }
  }

  private boolean takeCharge(Connection connection) throws SQLException, InterruptedException {
    while (running) {
      try (var question = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
        question.setLong(1, LOCK);
        try (var answer = question.executeQuery()) {
          if (answer.next() && answer.getBoolean(1)) {
            return true;
          }
        }
      }
      if (await(STANDBY)) {
        RelaySignal.send(connection);
      }
    }
    return false;
  }

  private void relay(Connection connection) throws SQLException, InterruptedException {
    var pause = SHORTEST_PAUSE;
    while (running) {
      var batch = stillHere(connection);
      if (batch.isEmpty()) {
        tidy(connection);
        pause = SHORTEST_PAUSE;
        await(lookAnyway);
      } else if (relay(connection, batch, PATIENCE) == 0) {
        pause = pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        Thread.sleep(pause);
      } else {
        pause = SHORTEST_PAUSE;
      }
    }
    var rest = stillHere(connection);
    if (!rest.isEmpty()) {
      relay(connection, rest, GOODBYE);
    }
  }

  /// @return whether something was committed meanwhile
  private boolean await(Duration limit) throws InterruptedException {
    var woken = wake.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
    wake.drainPermits();
    return woken;
  }

  private static List<Row> stillHere(Connection connection) throws SQLException {
    try (var question =
        connection.prepareStatement(
            "select id, topic, cleanup, key, headers, body from outbox order by id limit ?")) {
      question.setInt(1, BATCH);
      try (var rows = question.executeQuery()) {
        var batch = new ArrayList<Row>();
        while (rows.next()) {
          batch.add(
              new Row(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getBytes(6)));
        }
        return batch;
      }
    }
  }

  /// @return how many are done
  private int relay(Connection connection, List<Row> batch, Duration patience)
      throws SQLException, InterruptedException {
    var acknowledged = acknowledged(connection, send(batch), patience);
    if (acknowledged.isEmpty()) {
      return 0;
    }
    beforeDelete();
    delete(connection, acknowledged);
    relayed.accept(acknowledged.size());
    return acknowledged.size();
  }

  /// A test may die here.
  void beforeDelete() {}

  private List<Sending> send(List<Row> batch) throws InterruptedException {
    var sent = new ArrayList<Sending>();
    try {
      for (var row : batch) {
        broker.ensure(row.topic(), row.cleanup());
        var message = toRecord(row);
        register.ended();
        var ack = producer().send(message);
        sent.add(new Sending(row, ack));
        if (ack.isDone() && ack.state() == Future.State.FAILED) {
          // No metadata, no room: the next one would wait for as long again.
          break;
        }
      }
    } catch (Broker.OutOfReach | KafkaException e) {
      kafka.began(e);
    } catch (KeysOutOfReach e) {
      register.began(e);
    }
    return sent;
  }

  /// Signed as late as this: by the key of now, whoever wrote the row, and whenever.
  private ProducerRecord<String, byte[]> toRecord(Row row) {
    var message = new ProducerRecord<>(row.topic(), row.key(), row.body());
    var headers = FactCodec.stored(row.headers());
    for (Map.Entry<String, String> header :
        signer.signed(row.topic(), row.key(), headers, row.body()).entrySet()) {
      message.headers().add(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8));
    }
    return message;
  }

  /// Once a key has a fact that was not acknowledged, none after it counts: it is sent again,
  /// behind the one that is missing.
  private List<Long> acknowledged(Connection connection, List<Sending> sent, Duration patience)
      throws SQLException, InterruptedException {
    var deadline = System.nanoTime() + patience.toNanos();
    var done = new ArrayList<Long>();
    var broken = new HashSet<String>();
    for (var sending : sent) {
      var row = sending.row();
      try {
        await(connection, sending.ack(), deadline);
        if (!broken.contains(row.lane())) {
          done.add(row.id());
        }
      } catch (ExecutionException | TimeoutException e) {
        var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
        kafka.began(cause);
        broken.add(row.lane());
      }
    }
    if (broken.isEmpty() && !done.isEmpty()) {
      kafka.ended();
    } else if (!broken.isEmpty()) {
      closeProducer();
    }
    return done;
  }

  private void await(Connection connection, Future<RecordMetadata> ack, long deadline)
      throws SQLException, InterruptedException, ExecutionException, TimeoutException {
    while (true) {
      var left = deadline - System.nanoTime();
      try {
        var slice = Math.clamp(left, 0, SLICE.toNanos());
        ack.get(slice, TimeUnit.NANOSECONDS);
        return;
      } catch (TimeoutException e) {
        if (left <= 0) {
          throw e;
        }
        kafka.began(e);
        if (!running) {
          deadline = Math.min(deadline, System.nanoTime() + GOODBYE.toNanos());
        }
        // Whoever lost the database lost the lock: another relay may be at work.
        if (!connection.isValid(1)) {
          throw new SQLException("connection lost while waiting for the broker", e);
        }
      }
    }
  }

  private static void delete(Connection connection, List<Long> ids) throws SQLException {
    try (var deletion = connection.prepareStatement("delete from outbox where id = any (?)")) {
      deletion.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      deletion.executeUpdate();
    }
  }

  /// No topic keeps what happens once for longer than a week, so the inbox need not either.
  private void tidy(Connection connection) throws SQLException {
    if (System.nanoTime() - tidiedAt < TIDY_EVERY.toNanos()) {
      return;
    }
    tidiedAt = System.nanoTime();
    try (var deletion =
        connection.prepareStatement("delete from inbox where at < now() - interval '8 days'")) {
      deletion.executeUpdate();
    }
  }

  private KafkaProducer<String, byte[]> producer() {
    var current = producer;
    if (current == null) {
      current = broker.producer("outbox");
      producer = current;
    }
    return current;
  }

  /// Drops what was not acknowledged, so that it cannot arrive behind what is sent next.
  private void closeProducer() {
    var current = producer;
    producer = null;
    if (current != null) {
      current.close(Duration.ZERO);
      broker.forgetTopics();
    }
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
