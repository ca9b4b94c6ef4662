package poca.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static poca.platform.event.Things.header;
import static poca.platform.event.Things.newKey;
import static poca.platform.event.Things.onTheWire;
import static poca.platform.event.Things.put;
import static poca.platform.event.Things.soon;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;

@RealEvents
class DeadLettersIT {

  @Autowired Things things;
  @Autowired DeadLetterHealth health;
  @Autowired DeadLetterController command;
  @Autowired ParkedFacts parked;

  @AfterEach
  void bearEverythingAgain() {
    Things.UNBEARABLE.clear();
    for (var group : parked.dead().keySet()) {
      command.replay(group);
    }
  }

  @Test
  void only_the_key_of_a_failing_fact_waits_and_goes_on_in_order() {
    var broken = newKey();
    var well = newKey();
    Things.UNBEARABLE.add(broken + "/1");
    things.say(broken, 1);
    things.say(broken, 2);
    things.say(broken, 3);
    things.say(well, 1);

    soon(() -> assertThat(things.parked(broken)).isEqualTo(3));
    soon(() -> assertThat(things.handled(well)).containsExactly(1L));
    assertThat(things.handled(broken)).as("a failed handler leaves nothing").isEmpty();

    Things.UNBEARABLE.clear();
    soon(() -> assertThat(things.handled(broken)).containsExactly(1L, 2L, 3L));
    soon(() -> assertThat(things.parked(broken)).isZero());
    assertThat(things.dead(broken)).isZero();
  }

  @Test
  void poison_becomes_a_dead_letter_that_health_tells_of_and_that_can_be_replayed() {
    var key = newKey();
    Things.UNBEARABLE.add(key + "/1");
    things.say(key, 1);
    things.say(key, 2);

    soon(() -> assertThat(things.handled(key)).containsExactly(2L));
    soon(() -> assertThat(things.dead(key)).isEqualTo(1));
    soon(() -> assertThat(onTheWire("it.picky.dlt", key)).hasSize(1));
    var letter = onTheWire("it.picky.dlt", key).getFirst();
    assertThat(letter.value()).isEqualTo(Things.body(key, 1));
    assertThat(header(letter, "ce_type")).isEqualTo("ThingSaid");
    assertThat(header(letter, "poca_cause"))
        .startsWith("java.lang.IllegalArgumentException at poca.")
        .doesNotContain("cannot bear it");
    assertThat(header(letter, "poca_topic")).isEqualTo("it.things.v1");
    assertThat(health.health().getStatus()).isEqualTo(new Status("DEGRADED"));
    assertThat(health.health().getDetails()).containsEntry(Things.PICKY, 1L);

    Things.UNBEARABLE.clear();
    assertThat(command.replay(Things.PICKY)).isEqualTo(new DeadLetterController.Replayed(1));
    soon(() -> assertThat(things.handled(key)).containsExactly(2L, 1L));
    soon(() -> assertThat(things.dead(key) + things.parked(key)).isZero());
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void what_cannot_be_read_is_a_dead_letter_at_once_and_nothing_waits_for_it() {
    var key = newKey();
    put(key, UUID.randomUUID(), "ThingSaid", "{\"key\":");
    put(key, UUID.randomUUID(), 2);

    soon(() -> assertThat(things.handled(key)).containsExactly(2L));
    soon(() -> assertThat(things.effects(key)).containsExactly(2L));
    soon(() -> assertThat(things.dead(key)).as("one for each group").isEqualTo(3));
    soon(() -> assertThat(onTheWire("it.model.dlt", key)).hasSize(1));
    assertThat(onTheWire("it.model.dlt", key).getFirst().value()).isEqualTo("{\"key\":");
    remove(key);
  }

  @Test
  void a_dead_letter_that_is_delivered_again_stays_one() {
    var key = newKey();
    var id = UUID.randomUUID();
    put(key, id, "ThingSaid", "no json");
    soon(() -> assertThat(things.dead(key)).isEqualTo(3));
    put(key, id, "ThingSaid", "no json");
    put(key, UUID.randomUUID(), 2);
    soon(() -> assertThat(things.handled(key)).containsExactly(2L));

    soon(() -> assertThat(things.effects(key)).containsExactly(2L));
    soon(() -> assertThat(things.modelVersion(key)).isEqualTo(2));
    soon(() -> assertThat(things.inOutbox(key)).isZero());
    assertThat(things.dead(key)).isEqualTo(3);
    assertThat(onTheWire("it.model.dlt", key)).hasSize(1);
    remove(key);
  }

  @Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc;

  private void remove(String key) {
    jdbc.sql("delete from parked_fact where key = :key").param("key", key).update();
  }
}
