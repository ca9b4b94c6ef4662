package poca.appointment.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;

/// The contract's shape of an appointment (3).
public record AppointmentView(
    AppointmentId id,
    DoctorId doctorId,
    PatientId patientId,
    @Nullable HospitalId hospitalId,
    Instant timeSlot,
    int durationMinutes,
    Instant endTime,
    AppointmentType type,
    AppointmentStatus status,
    @Nullable Map<String, Object> extras,
    @Nullable UserId cancelledBy,
    @Nullable String cancellationReason,
    Instant createdAt,
    @Nullable Instant updatedAt) {

  static AppointmentView of(Appointment a) {
    return new AppointmentView(
        a.id(),
        a.doctor(),
        a.patient(),
        a.hospital(),
        a.startsAt(),
        a.durationMinutes(),
        a.endsAt(),
        a.kind(),
        a.status(),
        a.extras(),
        a.cancelledBy(),
        a.cancellationReason(),
        a.createdAt(),
        a.updatedAt());
  }

  /// What a hospital's list shows.
  record Item(
      AppointmentId id,
      DoctorId doctorId,
      PatientId patientId,
      @Nullable HospitalId hospitalId,
      Instant timeSlot,
      int durationMinutes,
      Instant endTime,
      AppointmentType type,
      AppointmentStatus status) {

    static Item of(Appointment a) {
      return new Item(
          a.id(),
          a.doctor(),
          a.patient(),
          a.hospital(),
          a.startsAt(),
          a.durationMinutes(),
          a.endsAt(),
          a.kind(),
          a.status());
    }
  }

  /// A page of either.
  record PageOf<T>(List<T> appointments, @Nullable Long total, @Nullable String nextCursor) {}
}
