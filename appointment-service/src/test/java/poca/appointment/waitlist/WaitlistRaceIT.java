package poca.appointment.waitlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import poca.appointmenttest.RealAppointments;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

/// Everybody wants the same half hour: some book, cancel and are moved, some wait, accept and
/// decline.
@RealAppointments
class WaitlistRaceIT extends Waiting {

  private static final int CLIENTS = Integer.getInteger("race.clients", 40);
  private static final int ROUNDS = Integer.getInteger("race.rounds", 5);

  @Test
  void one_time_has_one_holder_whatever_many_do_at_once() throws Exception {
    var people = new ArrayList<Person>();
    for (var i = 0; i < CLIENTS; i++) {
      var somebody = world.patient();
      world.relate(RelationKind.TREATS, doctor.id(), somebody.id());
      people.add(somebody);
    }
    var before = deadlocks();
    for (var round = 0; round < ROUNDS; round++) {
      var slot = TOMORROW_TEN.plus(Duration.ofDays(round));
      var answers = round(people, slot, round);

      assertThat(answers)
          .allSatisfy(
              answer -> assertThat(answer.status()).as(answer.text()).isIn(200, 204, 400, 409));
      assertThat(answers)
          .filteredOn(answer -> answer.code().equals("RES_003"))
          .isNotEmpty()
          .allSatisfy(answer -> {
            assertThat(answer.details().path("conflicts").isEmpty()).isFalse();
            assertThat(answer.details().path("alternatives").size()).isEqualTo(3);
          });
      assertThat(holders(slot)).isLessThanOrEqualTo(1);
      book(patient, slot);
      assertThat(holders(slot)).isEqualTo(1);
      assertThat(activeWithoutTime()).isZero();
      assertThat(heldForNobody()).isZero();
    }
    assertThat(deadlocks()).isEqualTo(before);
  }

  private List<Response> round(List<Person> people, Instant slot, int round) throws Exception {
    var works = new ArrayList<Callable<List<Response>>>();
    for (var i = 0; i < people.size(); i++) {
      var who = people.get(i);
      var random = new Random(round * 1_000L + i);
      var away = slot.plus(Duration.ofDays(100)).plus(Duration.ofMinutes(30L * i));
      works.add(i % 2 == 0 ? () -> books(who, slot, away, random) : () -> waits(who, slot, random));
    }
    var answers = new ArrayList<Response>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var work : threads.invokeAll(works)) {
        answers.addAll(work.get());
      }
    }
    return answers;
  }

  private List<Response> books(Person who, Instant slot, Instant away, Random random) {
    var answers = new ArrayList<Response>();
    for (var tries = 0; tries < 4; tries++) {
      var booked = book(who, slot);
      answers.add(booked);
      if (booked.status() == 200) {
        var path = "/appointments/" + booked.field("id");
        answers.add(
            random.nextBoolean()
                ? world.delete(who, path)
                : world.put(doctor, path, time(away.plus(Duration.ofDays(10L * tries)))));
      }
    }
    return answers;
  }

  private List<Response> waits(Person who, Instant slot, Random random) {
    var answers = new ArrayList<Response>();
    answers.add(join(who, slot, slot.plus(HALF_AN_HOUR), 30));
    for (var tries = 0; tries < 4; tries++) {
      if (status(who).equals("offered")) {
        var answer = answer(who, random.nextInt(3) == 0 ? "decline" : "accept");
        answers.add(answer);
        if (answer.status() == 200 && answer.data().has("end_time")) {
          answers.add(world.delete(who, "/appointments/" + answer.field("id")));
        }
      }
    }
    answers.add(world.delete(who, "/appointments/waitlist/" + entry(who).path("id").asString()));
    return answers;
  }

  private long holders(Instant slot) {
    return jdbc.sql(
            """
            select count(*) from claim where doctor_id = :doctor
            and during && tstzrange(cast(:at as timestamptz), cast(:at as timestamptz) + interval '30 minutes')
            """)
        .param("doctor", doctor.id())
        .param("at", slot.toString())
        .query(Long.class)
        .single();
  }

  private long activeWithoutTime() {
    return jdbc.sql(
            """
            select count(*) from appointment a where a.doctor_id = :doctor
            and (a.status in ('scheduled', 'rescheduled'))
                <> exists (select from claim c where c.id = a.id and lower(c.during) = a.starts_at)
            """)
        .param("doctor", doctor.id())
        .query(Long.class)
        .single();
  }

  private long heldForNobody() {
    return jdbc.sql(
            """
            select count(*) from waitlist_entry e where e.doctor_id = :doctor
            and (e.status = 'offered') <> exists (select from claim c where c.id = e.id)
            """)
        .param("doctor", doctor.id())
        .query(Long.class)
        .single();
  }

  private long deadlocks() {
    return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }
}
