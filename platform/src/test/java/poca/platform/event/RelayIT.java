package poca.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.platform.event.Things.header;
import static poca.platform.event.Things.newKey;
import static poca.platform.event.Things.onTheWire;
import static poca.platform.event.Things.soon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.testkit.RealParts;
import poca.testkit.TestPostgres;

@RealEvents
class RelayIT {

  @Autowired Things things;
  @Autowired Relay relay;
  @Autowired Broker broker;
  @Autowired FactSigner signer;
  @Autowired TestPostgres.Database database;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void allIsWellAgain() {
    RealParts.kafka().restart();
    relay.start();
  }

  @Test
  void a_relay_that_dies_between_ack_and_delete_tells_twice_and_the_effect_is_one() {
    relay.stop();
    var key = newKey();
    var deaths = new AtomicInteger();
    var mortal =
        new Relay(database.dataSource(), broker, signer, _ -> {}, Relay.LOOK_ANYWAY) {
          @Override
          void beforeDelete() {
            if (deaths.getAndIncrement() == 0) {
              throw new IllegalStateException("killed");
            }
          }
        };
    mortal.start();
    try {
      things.say(key, 1);
      soon(() -> assertThat(things.inOutbox(key)).isZero());
      soon(() -> assertThat(things.handled(key)).containsExactly(1L, 1L));
    } finally {
      mortal.stop();
    }
    var wire = onTheWire(ThingFact.TOPIC.name(), key);
    assertThat(wire).hasSize(2);
    assertThat(header(wire.get(0), "ce_id")).isEqualTo(header(wire.get(1), "ce_id"));
    assertThat(things.effects(key)).containsExactly(1L);
  }

  @Test
  void of_two_relays_one_works_and_the_other_takes_over_without_loss_and_in_order() {
    soon(() -> assertThat(relay.inCharge()).isTrue());
    var second = new Relay(database.dataSource(), broker, signer, _ -> {}, Relay.LOOK_ANYWAY);
    second.start();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var keys = IntStream.range(0, 8).mapToObj(_ -> newKey()).toList();
      List<Future<?>> saying = new ArrayList<>();
      for (var key : keys) {
        saying.add(
            threads.submit(() -> LongStream.rangeClosed(1, 60).forEach(v -> things.say(key, v))));
      }
      for (int kill = 0; kill < 3; kill++) {
        soon(() -> assertThat(relay.inCharge() ^ second.inCharge()).isTrue());
        killTheOneInCharge();
      }
      for (var key : keys) {
        soon(() -> assertThat(things.effects(key)).hasSize(60));
        assertThat(things.effects(key)).isSorted().doesNotHaveDuplicates();
      }
      assertThat(saying).allMatch(Future::isDone);

      soon(() -> assertThat(relay.inCharge() ^ second.inCharge()).isTrue());
      if (relay.inCharge()) {
        relay.stop();
        soon(() -> assertThat(second.inCharge()).isTrue());
      }
      things.say(keys.getFirst(), 61);
      soon(() -> assertThat(things.effects(keys.getFirst())).endsWith(61L));
    } finally {
      second.stop();
    }
  }

  @Test
  void what_one_instance_commits_wakes_the_relay_of_another() {
    var patient = new Relay(database.dataSource(), broker, signer, _ -> {}, Duration.ofHours(1));
    relay.stop();
    patient.start();
    try {
      soon(() -> assertThat(patient.inCharge()).isTrue());
      relay.start();
      var key = newKey();
      for (long version = 1; version <= 3; version++) {
        var told = version;
        things.say(key, told);
        soon(() -> assertThat(things.effects(key)).hasSize((int) told));
      }
      assertThat(patient.inCharge()).isTrue();
    } finally {
      patient.stop();
    }
  }

  private void killTheOneInCharge() {
    jdbc.sql(
            """
            select count(pg_terminate_backend(pid)) from pg_locks
            where locktype = 'advisory' and granted
              and database = (select oid from pg_database where datname = current_database())
            """)
        .query(Integer.class)
        .single();
  }

  @Test
  void while_the_broker_is_away_writes_go_on_and_afterwards_the_effects_catch_up_in_order() {
    var keys = IntStream.range(0, 5).mapToObj(_ -> newKey()).toList();
    keys.forEach(key -> things.say(key, 1));
    keys.forEach(key -> soon(() -> assertThat(things.effects(key)).containsExactly(1L)));

    RealParts.kafka().stop();
    var began = System.nanoTime();
    for (long version = 2; version <= 20; version++) {
      for (var key : keys) {
        things.say(key, version);
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    assertThat(things.inOutbox(keys.getFirst())).isPositive();

    RealParts.kafka().restart();
    for (var key : keys) {
      soon(() ->
          assertThat(things.effects(key))
              .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList()));
    }
  }

  @Test
  void while_the_database_is_away_no_fact_is_skipped() throws Exception {
    var key = newKey();
    things.say(key, 1);
    soon(() -> assertThat(things.effects(key)).containsExactly(1L));

    try (var last = database.dataSource().getConnection();
        var statement = last.createStatement()) {
      statement.execute("alter database " + database.name() + " connection limit 0");
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()
          """);
      Things.put(key, UUID.randomUUID(), 2);
      // What must not happen would have happened by now.
      Thread.sleep(2_500);
      statement.execute("alter database " + database.name() + " connection limit -1");
    }
    soon(() -> assertThat(things.effects(key)).containsExactly(1L, 2L));
    soon(() -> assertThat(things.handled(key)).containsExactly(1L, 2L));
    assertThat(things.dead(key)).isZero();
    things.say(key, 3);
    soon(() -> assertThat(things.effects(key)).containsExactly(1L, 2L, 3L));
  }
}
