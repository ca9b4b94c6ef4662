package poca.appointment.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.fact.AppointmentFact;
import poca.contracts.fact.AppointmentFact.AppointmentReminded;
import poca.platform.event.Outbox;
import poca.platform.sql.Sql;

/// Reminds of appointments, 24 hours and one hour before they begin. What is to be told is a row
/// that goes in the transaction that tells it: once, over restarts and by whichever instance. What
/// is late, since nobody was there, is told as long as the appointment has not begun.
@Component
class Reminders {

  private static final List<Integer> HOURS_BEFORE = List.of(24, 1);
  private static final int AT_ONCE = 200;

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final TransactionOperations transactions;
  private final Clock clock;

  Reminders(JdbcClient jdbc, Outbox outbox, TransactionOperations transactions, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Plans what is still to come for the appointment as it stands now, in its transaction. Whoever
  /// books within the hour needs no reminder.
  void plan(Appointment appointment) {
    jdbc.sql("delete from reminder where appointment_id = :id")
        .param("id", appointment.id().value())
        .update();
    if (appointment.status().isActive()) {
      jdbc.sql(
              """
              insert into reminder (appointment_id, hours_before, due_at)
              select :id, hours, due from (
                select hours, cast(:start as timestamptz) - make_interval(hours => hours) as due
                from unnest(cast(:hours as integer[])) hours) planned
              where due > :now
              """)
          .param("id", appointment.id().value())
          .param("start", Sql.time(appointment.startsAt()))
          .param("hours", Sql.array(HOURS_BEFORE))
          .param("now", Sql.time(clock.instant()))
          .update();
    }
  }

  @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void round() {
    tellDue(clock.instant());
  }

  void tellDue(Instant now) {
    boolean more;
    do {
      more = Boolean.TRUE.equals(transactions.execute(_ -> tellSome(now)));
    } while (more);
  }

  /// @return whether there may be more
  private boolean tellSome(Instant now) {
    var due =
        jdbc.sql(
                """
                with due as (
                  select appointment_id, hours_before from reminder where due_at <= :now
                  order by due_at, appointment_id limit :some for update skip locked
                ), taken as (
                  delete from reminder r using due
                  where r.appointment_id = due.appointment_id and r.hours_before = due.hours_before
                  returning r.appointment_id, r.hours_before, r.due_at
                )
                select a.id, a.doctor_id, a.patient_id, a.hospital_id, a.starts_at, a.version,
                  t.hours_before
                from taken t join appointment a on a.id = t.appointment_id
                order by t.due_at, a.id
                """)
            .param("now", Sql.time(now))
            .param("some", AT_ONCE)
            .query(Reminders::reminded)
            .list();
    due.stream()
        .filter(reminder -> reminder.startsAt().isAfter(now))
        .forEach(reminder -> outbox.append(AppointmentFact.TOPIC, reminder));
    return due.size() == AT_ONCE;
  }

  private static AppointmentReminded reminded(ResultSet row, int number) throws SQLException {
    return new AppointmentReminded(
        Sql.id(row, "id", AppointmentId::new),
        Sql.id(row, "doctor_id", DoctorId::new),
        Sql.id(row, "patient_id", PatientId::new),
        Sql.idOrNull(row, "hospital_id", HospitalId::new),
        Sql.time(row, "starts_at"),
        row.getInt("hours_before"),
        row.getLong("version") + 1);
  }
}
