package poca.contracts.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.contracts.AppointmentId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;

/// A booking's life, told by appointment-service.
public sealed interface AppointmentFact extends Fact {

  Topic<AppointmentFact> TOPIC =
      new Topic<>(
          "appointment.appointments.v1",
          AppointmentFact.class,
          "appointment-service",
          Topic.Keeping.A_WEEK);

  AppointmentId appointment();

  /// Grows by one with every change of the appointment.
  long version();

  @Override
  default String key() {
    return appointment().toString();
  }

  record AppointmentBooked(
      AppointmentId appointment,
      DoctorId doctor,
      PatientId patient,
      @Nullable HospitalId hospital,
      Instant startsAt,
      Instant endsAt,
      long version)
      implements AppointmentFact {}

  /// @param hospital also null in facts of before there was this field
  record AppointmentMoved(
      AppointmentId appointment,
      DoctorId doctor,
      PatientId patient,
      @Nullable HospitalId hospital,
      Instant startsAt,
      Instant endsAt,
      long version)
      implements AppointmentFact {}

  /// @param hospital also null in facts of before there was this field
  record AppointmentCancelled(
      AppointmentId appointment,
      DoctorId doctor,
      PatientId patient,
      @Nullable HospitalId hospital,
      long version)
      implements AppointmentFact {}

  /// The appointment took place, or the patient did not come.
  record AppointmentClosed(
      AppointmentId appointment, DoctorId doctor, PatientId patient, boolean attended, long version)
      implements AppointmentFact {}
}
