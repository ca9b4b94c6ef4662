package poca.appointment.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import poca.appointment.availability.TimeClaims;
import poca.appointmenttest.RealAppointments;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.testkit.world.Bus;
import poca.testkit.world.Response;

@RealAppointments
class RemovalIT extends OneDoctorAndOnePatient {

  @Autowired TransactionTemplate transaction;
  @Autowired TimeClaims claims;

  /// The booking has asked who is there, and waits behind somebody who books the same doctor.
  @Test
  void a_patient_that_is_removed_while_somebody_books_for_it_has_no_appointment() {
    var booking =
        transaction.execute(_ -> {
          claims.lock(new DoctorId(doctor.id()), new PatientId(UUID.randomUUID()));
          var answer = CompletableFuture.supplyAsync(() -> book(doctor, TOMORROW_TEN));
          await().until(() -> waitingFor("advisory") == 1);
          remove();
          await()
              .atMost(Duration.ofSeconds(20))
              .until(() -> !isKnown() || waitingFor("transactionid") > 0);
          return answer;
        });

    assertThat(booking.orTimeout(20, TimeUnit.SECONDS).join().status()).isIn(200, 404);
    await().atMost(Duration.ofSeconds(20)).until(() -> !isKnown());
    await().atMost(Duration.ofSeconds(20)).until(() -> active() == 0);
    assertThat(stillActive()).isZero();
  }

  @Test
  void a_removal_and_a_move_do_not_wait_for_each_other() {
    book(patient, TOMORROW_TEN);
    var later = book(patient, TOMORROW_TEN.plus(Duration.ofHours(1)));
    var before = deadlocks();
    CompletableFuture<Response> move;
    try (var slowly = new SlowlyFreed()) {
      remove();
      await().atMost(Duration.ofSeconds(20)).until(slowly::isSlow);
      move =
          CompletableFuture.supplyAsync(
              () -> world.put(doctor, "/appointments/" + later.id(), time(TOMORROW_TEN)));
      await().atMost(Duration.ofSeconds(20)).until(() -> stillActive() == 0);
    }

    assertThat(move.orTimeout(20, TimeUnit.SECONDS).join().code()).isEqualTo("BIZ_002");
    assertThat(deadlocks()).isEqualTo(before);
  }

  /// Frees each time only after a second.
  private final class SlowlyFreed implements AutoCloseable {

    private SlowlyFreed() {
      jdbc.sql(
              """
              create function frees_slowly() returns trigger language plpgsql as $$
              begin
                perform pg_sleep(1);
                return null;
              end $$
              """)
          .update();
      jdbc.sql(
              """
              create trigger frees_slowly after delete on claim
              for each row execute function frees_slowly()
              """)
          .update();
    }

    private boolean isSlow() {
      return jdbc.sql("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")
              .query(Long.class)
              .single()
          > 0;
    }

    @Override
    public void close() {
      jdbc.sql("drop function frees_slowly cascade").update();
    }
  }

  private void remove() {
    var removed = removed(RelationKind.PATIENT, patient.id(), new UserId(admin.id()));
    Bus.tell(RelationFact.TOPIC, removed);
  }

  private boolean isKnown() {
    return jdbc.sql("select active from relation where kind = 'patient' and left_id = :id")
        .param("id", patient.id())
        .query(Boolean.class)
        .single();
  }

  private long waitingFor(String what) {
    return jdbc.sql(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and wait_event = :what
            """)
        .param("what", what)
        .query(Long.class)
        .single();
  }

  private long stillActive() {
    return jdbc.sql(
            """
            select count(*) from appointment
            where patient_id = :id and status in ('scheduled', 'rescheduled')
            """)
        .param("id", patient.id())
        .query(Long.class)
        .single();
  }

  private long deadlocks() {
    return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
        .query(Long.class)
        .single();
  }

  private static RelationFact removed(RelationKind kind, UUID id, UserId by) {
    return new RelationChanged(new Relation(kind, id, id, false, 7), by);
  }
}
