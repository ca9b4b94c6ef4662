package poca.appointment.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.contracts.DoctorId;
import poca.contracts.PatientId;
import poca.platform.sql.Sql;

/// Keeps which times are taken. Two exclusion constraints guarantee that no two claims of one
/// doctor, nor of one patient, overlap. They deadlock under contention when two writers come in
/// different orders, so every writer first takes the lock of the doctor, then of the patient
/// ([#lock]).
@Component
public class TimeClaims {

  /// SQLSTATE 23P01.
  private static final String EXCLUSION_VIOLATION = "23P01";

  private final JdbcClient jdbc;

  TimeClaims(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A taken time.
  ///
  /// @param id the appointment that took it
  public record Claim(UUID id, UUID doctor, UUID patient, Instant startsAt, Instant endsAt) {
    public boolean overlaps(Instant from, Instant to) {
      return startsAt.isBefore(to) && from.isBefore(endsAt);
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

  /// Takes the time, or moves what this id has taken to it.
  ///
  /// @throws DataIntegrityViolationException if the doctor or the patient has something else then,
  ///   see [#isTaken]
  public void take(UUID id, DoctorId doctor, PatientId patient, Instant startsAt, Instant endsAt) {
    jdbc.sql(
            """
            insert into claim (id, doctor_id, patient_id, during)
            values (:id, :doctor, :patient, tstzrange(:start, :end))
            on conflict (id) do update set during = excluded.during
            """)
        .param("id", id)
        .param("doctor", doctor.value())
        .param("patient", patient.value())
        .param("start", Sql.time(startsAt))
        .param("end", Sql.time(endsAt))
        .update();
  }

  public static boolean isTaken(DataIntegrityViolationException violation) {
    return violation.getMostSpecificCause() instanceof SQLException cause
        && EXCLUSION_VIOLATION.equals(cause.getSQLState());
  }

  public void free(UUID id) {
    jdbc.sql("delete from claim where id = :id").param("id", id).update();
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
            select id, doctor_id, patient_id, lower(during) as starts_at, upper(during) as ends_at
            from claim
            where %s = :party and during && tstzrange(:from, :to)
            order by during
            """
                .formatted(party))
        .param("party", id)
        .param("from", Sql.time(from))
        .param("to", Sql.time(to))
        .query(TimeClaims::claim)
        .list();
  }

  private static Claim claim(ResultSet row, int number) throws SQLException {
    return new Claim(
        row.getObject("id", UUID.class),
        row.getObject("doctor_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        Sql.time(row, "starts_at"),
        Sql.time(row, "ends_at"));
  }
}
