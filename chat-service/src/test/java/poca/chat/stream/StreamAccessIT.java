package poca.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import poca.chattest.EventClient;
import poca.chattest.RealChat;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.platform.event.Delivery;
import tools.jackson.databind.JsonNode;

@RealChat
class StreamAccessIT extends HeardFacts {

  @Test
  void
      what_is_not_the_accounts_any_more_when_it_is_delivered_is_passed_over_and_the_loss_is_told() {
    var doctor = world.doctor();
    var mother = world.patient();
    var child = world.child();
    var relation = new Relation(RelationKind.RELATED, mother.id(), child, true, 1);
    hear(relation);
    hear(booked(doctor, child));
    hear(new Relation(RelationKind.RELATED, mother.id(), child, false, 2));
    hear(booked(doctor, child));
    hear(relation);
    try (var hers = EventClient.connect(world.port(), mother, 0L)) {
      await().atMost(SOON).until(() -> hers.types().equals(List.of("access.ended")));
      assertThat(hers.frames().getFirst().path("id").asLong()).isEqualTo(2);
      assertThat(hers.frames().getFirst().path("data").toString())
          .isEqualTo("{\"patient_id\":\"%s\"}".formatted(child));
    }
    assertThat(stored(mother)).containsExactly(1L, 2L);
  }

  @Test
  void who_speaks_for_a_patient_in_two_ways_loses_nothing_with_one_of_them() {
    var mother = world.patient();
    var child = world.child();
    hear(new Relation(RelationKind.RELATED, mother.id(), child, true, 1));
    hear(new Relation(RelationKind.OWNS_PATIENT, mother.id(), child, true, 1));
    hear(new Relation(RelationKind.RELATED, mother.id(), child, false, 2));
    assertThat(stored(mother)).isEmpty();
    hear(new Relation(RelationKind.OWNS_PATIENT, mother.id(), child, false, 2));
    assertThat(stored(mother)).hasSize(1);
  }

  /// The bus keeps no order between the relation and what followed it.
  @Test
  void an_account_misses_nothing_that_was_heard_of_before_its_relation() {
    var doctor = world.doctor();
    var mother = world.patient();
    var child = world.child();
    var before = Instant.now().minusSeconds(60);
    hear(new Delivery<>(booked(doctor, child).fact(), UUID.randomUUID(), before));
    for (var i = 0; i < 3; i++) {
      hear(booked(doctor, child));
    }
    var began =
        new RelationChanged(new Relation(RelationKind.RELATED, mother.id(), child, true, 1), null);
    for (var i = 0; i < 2; i++) {
      transaction.executeWithoutResult(_ ->
          happenings.relation(
              new Delivery<RelationFact>(began, UUID.randomUUID(), before.plusSeconds(10))));
    }
    hear(booked(doctor, child));
    try (var hers = EventClient.connect(world.port(), mother, 0L);
        var his = EventClient.connect(world.port(), doctor, 0L)) {
      await().atMost(SOON).until(() -> hers.frames().size() == 4);
      assertThat(ids(hers.frames())).containsExactly(1L, 2L, 3L, 4L);
      await().atMost(SOON).until(() -> his.frames().size() == 5);
      assertThat(subjects(hers.frames())).isEqualTo(subjects(his.frames()).subList(1, 5));
    }
  }

  @Test
  void events_of_a_chat_that_is_gone_are_passed_over() {
    var pair = world.pair();
    world.say(pair.patient(), pair.chat(), "gone soon");
    await().atMost(SOON).until(() -> stored(pair.doctor()).size() == 2);
    world.delete(world.admin(), "/chats/" + pair.chat());
    hear(booked(pair.doctor(), pair.patient()));
    try (var doctor = EventClient.connect(world.port(), pair.doctor(), 0L)) {
      await().atMost(SOON).until(() -> doctor.types().equals(List.of("appointment.booked")));
    }
  }

  private static List<String> subjects(List<JsonNode> frames) {
    return frames.stream().map(f -> f.path("data").path("appointment_id").asString()).toList();
  }
}
