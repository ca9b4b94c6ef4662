package poca.chat.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import poca.chattest.World;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.fact.AppointmentFact;
import poca.contracts.fact.AppointmentFact.AppointmentBooked;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.platform.event.Delivery;
import poca.testkit.world.Person;
import tools.jackson.databind.JsonNode;

/// What a stream is made from, told to the service directly, and what came of it.
class HeardFacts {

  static final Duration SOON = Duration.ofSeconds(20);

  @Autowired World world;
  @Autowired Happenings happenings;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  static Delivery<AppointmentFact> booked(Person doctor, Person patient) {
    return booked(doctor, patient.id());
  }

  static Delivery<AppointmentFact> booked(Person doctor, UUID patient) {
    return new Delivery<>(
        new AppointmentBooked(
            new AppointmentId(UUID.randomUUID()),
            new DoctorId(doctor.id()),
            new PatientId(patient),
            null,
            Instant.now(),
            Instant.now(),
            1),
        UUID.randomUUID(),
        Instant.now());
  }

  void hear(Delivery<AppointmentFact> delivery) {
    transaction.executeWithoutResult(_ -> happenings.appointment(delivery));
  }

  void hear(Relation relation) {
    transaction.executeWithoutResult(_ ->
        happenings.relation(
            new Delivery<>(new RelationChanged(relation, null), UUID.randomUUID(), Instant.now())));
  }

  List<Long> stored(Person person) {
    return jdbc.sql("select id from event where account_id = ? order by id")
        .param(person.id())
        .query(Long.class)
        .list();
  }

  static List<Long> ids(List<JsonNode> frames) {
    return frames.stream().map(frame -> frame.path("id").asLong()).toList();
  }
}
