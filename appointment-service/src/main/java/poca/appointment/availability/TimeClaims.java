package poca.appointment.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.platform.sql.Sql;
import poca.platform.web.Refusal;

/// Keeps which times are taken. Two exclusion constraints guarantee that no two claims of one
/// doctor, nor of one patient, overlap. They deadlock under contention when two writers come in
/// different orders, so every writer first takes the lock of the doctor, then of the patient
/// ([#lock]).
@Component
public class TimeClaims {

  /// How long somebody waits for a turn.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// SQLSTATE 23P01.
  private static final String EXCLUSION_VIOLATION = "23P01";

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final List<ReentrantLock> turns =
      Stream.generate(() -> new ReentrantLock(true)).limit(256).toList();

  TimeClaims(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /// A taken time.
  ///
  /// @param id the appointment that took it, or the entry of the waiting list that it is held for
  /// @param expiresAt when a hold runs out; null for what an appointment has taken
  public record Claim(
      UUID id,
      UUID doctor,
      UUID patient,
      Instant startsAt,
      Instant endsAt,
      @Nullable Instant expiresAt) {

    public boolean hasRunOut(Instant now) {
      return expiresAt != null && !expiresAt.isAfter(now);
    }

    public boolean overlaps(Instant from, Instant to) {
      return startsAt.isBefore(to) && from.isBefore(endsAt);
    }
  }

  /// Runs a transaction that is going to lock this doctor when it is its turn among those of this
  /// instance: a crowd that wants one doctor waits here, and not with all connections of the pool
  /// in its hands. It protects nothing; that is what [#lock] is for.
  ///
  /// @throws Refusal 503 after ten seconds
  public <T> T inTurn(DoctorId doctor, Supplier<T> transaction) {
    var turn = turns.get(Math.floorMod(doctor.hashCode(), turns.size()));
    try {
      if (!turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Refusal.unavailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable();
    }
    try {
      return transaction.get();
    } finally {
      turn.unlock();
    }
  }

  /// Makes everybody who takes or frees time of this doctor or patient come one by one until the
  /// transaction ends.
  public void lock(DoctorId doctor, PatientId patient) {
    lock(List.of(doctor), List.of(patient));
  }

  /// The same for several: all doctors before all patients, each in the order of their ids, so that
  /// nobody waits in a circle. A transaction locks once.
  public void lock(Collection<DoctorId> doctors, Collection<PatientId> patients) {
    lock(doctors, 1);
    lock(patients, 2);
  }

  private void lock(Collection<?> ids, int kind) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(hashtextextended(cast(id as text), :kind))
            from (select distinct unnest(cast(:ids as uuid[])) as id order by id) of_all
            """)
        .param("ids", Sql.array(ids))
        .param("kind", kind)
        .query((_, _) -> true)
        .list();
  }

  /// Locks the patient beside a doctor that is locked, unless somebody else has it: who waited here
  /// could wait in a circle.
  public boolean tryLock(PatientId patient) {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:patient, 2))")
        .param("patient", patient.toString())
        .query(Boolean.class)
        .single();
  }

  /// Takes the time, or moves what this id has taken to it; what that leaves is told ([TimeFreed]).
  ///
  /// @throws TimeTaken if the doctor or the patient has something else then
  /// @throws DataIntegrityViolationException if they got it meanwhile from somebody who took no
  ///   lock, see [#isTaken]
  public void take(UUID id, DoctorId doctor, PatientId patient, Instant startsAt, Instant endsAt) {
    var taken = inTheWay(id, doctor, patient, startsAt, endsAt);
    if (!taken.isEmpty()) {
      throw new TimeTaken(taken);
    }
    var before =
        jdbc.sql(
                """
                with before as (select during from claim where id = :id)
                insert into claim (id, doctor_id, patient_id, during)
                values (:id, :doctor, :patient, tstzrange(:start, :end))
                on conflict (id) do update set during = excluded.during
                returning (select lower(during) from before) as starts_at,
                          (select upper(during) from before) as ends_at
                """)
            .param("id", id)
            .param("doctor", doctor.value())
            .param("patient", patient.value())
            .param("start", Sql.time(startsAt))
            .param("end", Sql.time(endsAt))
            .query((row, _) -> {
              var start = Sql.timeOrNull(row, "starts_at");
              var end = Sql.timeOrNull(row, "ends_at");
              return start == null || end == null
                  ? List.<Span>of()
                  : new Span(start, end).without(new Span(startsAt, endsAt));
            })
            .single();
    before.forEach(left -> events.publishEvent(new TimeFreed(doctor, left)));
  }

  private List<Claim> inTheWay(
      UUID id, DoctorId doctor, PatientId patient, Instant from, Instant to) {
    return jdbc.sql(
            """
            select id, doctor_id, patient_id, lower(during) as starts_at, upper(during) as ends_at,
                   expires_at
            from claim
            where id <> :id and during && tstzrange(:from, :to)
              and (doctor_id = :doctor or patient_id = :patient)
            order by during
            """)
        .param("id", id)
        .param("doctor", doctor.value())
        .param("patient", patient.value())
        .param("from", Sql.time(from))
        .param("to", Sql.time(to))
        .query(TimeClaims::claim)
        .list();
  }

  /// Holds the time until then.
  public void hold(UUID id, DoctorId doctor, PatientId patient, Span time, Instant until) {
    jdbc.sql(
            """
            insert into claim (id, doctor_id, patient_id, during, expires_at)
            values (:id, :doctor, :patient, tstzrange(:start, :end), :until)
            """)
        .param("id", id)
        .param("doctor", doctor.value())
        .param("patient", patient.value())
        .param("start", Sql.time(time.startsAt()))
        .param("end", Sql.time(time.endsAt()))
        .param("until", Sql.time(until))
        .update();
  }

  /// Turns a hold that has not run out into what an appointment has taken.
  ///
  /// @return its time; empty if it has run out or there is none
  public Optional<Span> keep(UUID hold, UUID appointment) {
    return jdbc.sql(
            """
            update claim set id = :appointment, expires_at = null
            where id = :hold and expires_at > :now
            returning lower(during) as starts_at, upper(during) as ends_at
            """)
        .param("hold", hold)
        .param("appointment", appointment)
        .param("now", Sql.time(clock.instant()))
        .query((row, _) -> span(row))
        .optional();
  }

  /// What holds ran out, the first ones first.
  public List<UUID> runOut(int most) {
    return jdbc.sql("select id from claim where expires_at <= :now order by expires_at limit :most")
        .param("now", Sql.time(clock.instant()))
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /// Has holds ended that have run out and would be in the way then ([HoldRanOut]). To be asked
  /// outside of a transaction.
  public void endRunOut(DoctorId doctor, PatientId patient, Instant from, Instant to) {
    var held =
        jdbc.sql(
                """
                select id from claim
                where expires_at <= :now and during && tstzrange(:from, :to)
                  and (doctor_id = :doctor or patient_id = :patient)
                """)
            .param("now", Sql.time(clock.instant()))
            .param("from", Sql.time(from))
            .param("to", Sql.time(to))
            .param("doctor", doctor.value())
            .param("patient", patient.value())
            .query(UUID.class)
            .list();
    held.forEach(hold -> events.publishEvent(new HoldRanOut(hold)));
  }

  public static boolean isTaken(DataIntegrityViolationException violation) {
    return violation.getMostSpecificCause() instanceof SQLException cause
        && EXCLUSION_VIOLATION.equals(cause.getSQLState());
  }

  /// Gives the time back and tells it ([TimeFreed]).
  public void free(UUID id, DoctorId doctor) {
    release(id).ifPresent(time -> events.publishEvent(new TimeFreed(doctor, time)));
  }

  /// Gives the time back without a word.
  ///
  /// @return the time; empty if there was none
  public Optional<Span> release(UUID id) {
    return jdbc.sql(
            """
            delete from claim where id = :id
            returning lower(during) as starts_at, upper(during) as ends_at
            """)
        .param("id", id)
        .query((row, _) -> span(row))
        .optional();
  }

  /// Whether neither has anything then, not even a hold that has run out and is not ended.
  public boolean areFree(DoctorId doctor, PatientId patient, Span time) {
    return jdbc.sql(
            """
            select not exists (select from claim where during && tstzrange(:from, :to)
                               and (doctor_id = :doctor or patient_id = :patient))
            """)
        .param("doctor", doctor.value())
        .param("patient", patient.value())
        .param("from", Sql.time(time.startsAt()))
        .param("to", Sql.time(time.endsAt()))
        .query(Boolean.class)
        .single();
  }

  /// What this doctor has between two times, in order.
  public List<Claim> ofDoctor(DoctorId doctor, Instant from, Instant to) {
    return of("doctor_id", doctor.value(), from, to);
  }

  public List<Claim> ofPatient(PatientId patient, Instant from, Instant to) {
    return of("patient_id", patient.value(), from, to);
  }

  private List<Claim> of(String party, UUID id, Instant from, Instant to) {
    return jdbc.sql(
            """
            select id, doctor_id, patient_id, lower(during) as starts_at, upper(during) as ends_at,
                   expires_at
            from claim
            where %s = :party and during && tstzrange(:from, :to)
              and (expires_at is null or expires_at > :now)
            order by during
            """
                .formatted(party))
        .param("party", id)
        .param("from", Sql.time(from))
        .param("to", Sql.time(to))
        .param("now", Sql.time(clock.instant()))
        .query(TimeClaims::claim)
        .list();
  }

  private static Span span(ResultSet row) throws SQLException {
    return new Span(Sql.time(row, "starts_at"), Sql.time(row, "ends_at"));
  }

  private static Claim claim(ResultSet row, int number) throws SQLException {
    return new Claim(
        row.getObject("id", UUID.class),
        row.getObject("doctor_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        Sql.time(row, "starts_at"),
        Sql.time(row, "ends_at"),
        Sql.timeOrNull(row, "expires_at"));
  }
}
