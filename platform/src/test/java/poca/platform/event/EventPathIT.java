package poca.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static poca.platform.event.Things.header;
import static poca.platform.event.Things.newKey;
import static poca.platform.event.Things.onTheWire;
import static poca.platform.event.Things.put;
import static poca.platform.event.Things.soon;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RealEvents
class EventPathIT {

  @Autowired Things things;
  @Autowired PlatformTransactionManager manager;
  @Autowired MeterRegistry meters;

  @Test
  void a_fact_reaches_every_kind_of_subscriber_as_a_cloud_event() {
    var key = newKey();
    things.say(key, 1);

    soon(() -> assertThat(things.modelVersion(key)).isEqualTo(1));
    soon(() -> assertThat(things.effects(key)).containsExactly(1L));
    soon(() -> assertThat(Things.HEARD_LIVE).anyMatch(fact -> fact.key().equals(key)));
    soon(() -> assertThat(things.inOutbox(key)).isZero());

    var wire = onTheWire(ThingFact.TOPIC.name(), key);
    assertThat(wire).hasSize(1);
    assertThat(header(wire.getFirst(), "ce_specversion")).isEqualTo("1.0");
    assertThat(UUID.fromString(header(wire.getFirst(), "ce_id")).version()).isEqualTo(7);
    assertThat(header(wire.getFirst(), "ce_type")).isEqualTo("ThingSaid");
    assertThat(header(wire.getFirst(), "ce_source")).isEqualTo("/poca/it");
    assertThat(header(wire.getFirst(), "ce_subject")).isEqualTo(key);
    assertThat(header(wire.getFirst(), "ce_time")).endsWith("Z");
    assertThat(header(wire.getFirst(), "content-type")).isEqualTo("application/json");
    assertThat(wire.getFirst().value()).isEqualTo(Things.body(key, 1));
  }

  @Test
  void outside_a_transaction_that_may_write_appending_is_refused_and_nothing_is_stored() {
    var key = newKey();
    assertThatThrownBy(() -> things.append(key, 1)).isInstanceOf(IllegalStateException.class);

    var readOnly = new TransactionTemplate(manager);
    readOnly.setReadOnly(true);
    assertThatThrownBy(() -> readOnly.executeWithoutResult(_ -> things.append(key, 1)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(things.inOutbox(key)).isZero();
  }

  @Test
  void what_is_rolled_back_is_never_told() {
    var key = newKey();
    assertThatThrownBy(() ->
            things
                .transactions()
                .executeWithoutResult(_ -> {
                  things.append(key, 1);
                  throw new IllegalArgumentException("no");
                }))
        .isInstanceOf(IllegalArgumentException.class);
    things.say(key, 2);

    soon(() -> assertThat(things.effects(key)).containsExactly(2L));
    assertThat(onTheWire(ThingFact.TOPIC.name(), key)).hasSize(1);
  }

  @Test
  void a_slow_transaction_with_a_lower_id_is_not_lost() throws Exception {
    var slow = newKey();
    var fast = newKey();
    var appended = new CountDownLatch(1);
    var mayCommit = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var transaction =
          threads.submit(() ->
              things
                  .transactions()
                  .executeWithoutResult(_ -> {
                    things.append(slow, 1);
                    appended.countDown();
                    awaitQuietly(mayCommit);
                  }));
      try {
        assertThat(appended.await(5, TimeUnit.SECONDS)).isTrue();
        things.say(fast, 1);
        soon(() -> assertThat(things.effects(fast)).containsExactly(1L));
        soon(() -> assertThat(things.inOutbox(fast)).isZero());
        assertThat(things.effects(slow)).isEmpty();
      } finally {
        mayCommit.countDown();
      }
      transaction.get(5, TimeUnit.SECONDS);
    }
    soon(() -> assertThat(things.effects(slow)).containsExactly(1L));
  }

  @Test
  void an_older_fact_that_comes_late_does_not_undo_a_newer_one() {
    var key = newKey();
    put(key, UUID.randomUUID(), 3);
    put(key, UUID.randomUUID(), 1);
    put(key, UUID.randomUUID(), 2);

    soon(() -> assertThat(things.effects(key)).containsExactly(3L, 1L, 2L));
    soon(() -> assertThat(things.handled(key)).hasSize(3));
    soon(() -> assertThat(things.modelVersion(key)).isEqualTo(3));
    put(key, UUID.randomUUID(), 4);
    soon(() -> assertThat(things.modelVersion(key)).isEqualTo(4));
  }

  @Test
  void the_same_fact_twice_has_its_effect_once() {
    var key = newKey();
    var id = UUID.randomUUID();
    put(key, id, 1);
    put(key, id, 1);
    put(key, UUID.randomUUID(), 2);

    soon(() -> assertThat(things.effects(key)).contains(2L));
    assertThat(things.effects(key)).containsExactly(1L, 2L);
    soon(() -> assertThat(things.handled(key)).containsExactly(1L, 1L, 2L));
  }

  @Test
  void an_unknown_type_is_passed_over_and_an_extra_field_ignored() {
    var key = newKey();
    put(key, UUID.randomUUID(), "ThingWhistled", "{\"tune\":1}");
    put(
        key,
        UUID.randomUUID(),
        "ThingSung",
        Things.body(key, 2).replace("}", ",\"added_later\":{\"a\":[1]}}"));

    soon(() -> assertThat(things.effects(key)).containsExactly(2L));
    soon(() -> assertThat(things.handled(key)).containsExactly(2L));
    assertThat(things.parked(key) + things.dead(key)).isZero();
  }

  @Test
  void the_outbox_says_what_it_holds_and_what_it_has_relayed() {
    var before = meters.get("outbox.relayed").counter().count();
    things.say(newKey(), 1);

    soon(() -> assertThat(meters.get("outbox.relayed").counter().count()).isGreaterThan(before));
    assertThat(meters.get("outbox.pending").gauge().value()).isGreaterThanOrEqualTo(0);
    assertThat(meters.get("outbox.age").gauge().value()).isGreaterThanOrEqualTo(0);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
