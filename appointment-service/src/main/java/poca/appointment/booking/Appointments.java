package poca.appointment.booking;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;

interface Appointments extends Repository<Appointment, AppointmentId> {

  /// An active appointment that is still to come, and whom it joins.
  record Coming(AppointmentId id, DoctorId doctor, PatientId patient) {}

  Appointment saveAndFlush(Appointment appointment);

  Optional<Appointment> findById(AppointmentId id);

  /// Changes of one appointment come one by one.
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select a from Appointment a where a.id = :id")
  Optional<Appointment> findToChange(AppointmentId id);

  @Query(
      """
      select a from Appointment a
      where a.doctorId = :doctor and a.startsAt >= :from and a.startsAt < :to
      order by a.startsAt desc, a.id.value
      """)
  List<Appointment> between(DoctorId doctor, Instant from, Instant to, Limit most);

  @Query(
      """
      select a from Appointment a
      where a.patientId in :patients and a.startsAt >= :from and a.startsAt < :to
      order by a.startsAt desc, a.id.value
      """)
  List<Appointment> betweenOfPatients(
      Collection<PatientId> patients, Instant from, Instant to, Limit most);

  @Query(
      """
      select a from Appointment a
      where a.hospitalId in :hospitals and a.startsAt >= :from and a.startsAt < :to
      order by a.startsAt desc, a.id.value
      """)
  List<Appointment> betweenAtHospitals(
      Collection<HospitalId> hospitals, Instant from, Instant to, Limit most);

  @Query(
      """
      select new poca.appointment.booking.Appointments$Coming(a.id, a.doctorId, a.patientId)
      from Appointment a
      where a.doctorId = :doctor and a.startsAt > :now and a.status in (SCHEDULED, RESCHEDULED)
      """)
  List<Coming> comingOf(DoctorId doctor, Instant now);

  @Query(
      """
      select new poca.appointment.booking.Appointments$Coming(a.id, a.doctorId, a.patientId)
      from Appointment a
      where a.patientId = :patient and a.startsAt > :now and a.status in (SCHEDULED, RESCHEDULED)
      """)
  List<Coming> comingOf(PatientId patient, Instant now);

  @Query(
      """
      select new poca.appointment.booking.Appointments$Coming(a.id, a.doctorId, a.patientId)
      from Appointment a
      where a.hospitalId = :hospital and a.startsAt > :now and a.status in (SCHEDULED, RESCHEDULED)
      """)
  List<Coming> comingOf(HospitalId hospital, Instant now);
}
