package poca.appointment.booking;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.access.security.Caller;
import poca.appointment.careteam.CareTeam;
import poca.contracts.DoctorId;
import poca.contracts.Ground;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;

/// The appointment rows of the contract's access matrix (2.3). Whoever is let is told on which
/// ground.
@Component
class Access {

  private final CareTeam careTeam;

  Access(CareTeam careTeam) {
    this.careTeam = careTeam;
  }

  /// A hospital books for its own doctors and patients, a doctor for its patients, a patient for
  /// those it speaks for with any doctor.
  Optional<Ground> toBook(
      Caller caller, DoctorId doctor, PatientId patient, @Nullable HospitalId hospital) {
    return switch (caller.role()) {
      case ADMIN -> Optional.of(Ground.ADMIN);
      case DOCTOR ->
          when(caller.isSelf(doctor.value()) && careTeam.treats(doctor, patient), Ground.TREATS);
      case PATIENT -> when(careTeam.related(caller.user(), patient), Ground.RELATED);
      case HOSPITAL ->
          when(
              hospital != null
                  && careTeam.isOwnHospital(caller.user(), hospital)
                  && careTeam.employs(hospital, doctor)
                  && careTeam.admits(hospital, patient),
              Ground.LINKED);
    };
  }

  /// To read it, to cancel it.
  Optional<Ground> asParty(Caller caller, Appointment appointment) {
    return switch (caller.role()) {
      case ADMIN -> Optional.of(Ground.ADMIN);
      case DOCTOR -> when(caller.isSelf(appointment.doctor().value()), Ground.SELF);
      case PATIENT -> when(careTeam.related(caller.user(), appointment.patient()), Ground.RELATED);
      case HOSPITAL -> {
        var hospital = appointment.hospital();
        yield when(
            hospital != null && careTeam.isOwnHospital(caller.user(), hospital),
            Ground.OWN_HOSPITAL);
      }
    };
  }

  private static Optional<Ground> when(boolean allowed, Ground ground) {
    return allowed ? Optional.of(ground) : Optional.empty();
  }

  /// As [#asParty] by what we have heard already: asks nobody, since it only decides whether a
  /// refusal names an id.
  boolean isKnownParty(Caller caller, Appointment appointment) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case DOCTOR -> caller.isSelf(appointment.doctor().value());
      case PATIENT -> careTeam.patientsOf(caller.user()).contains(appointment.patient().value());
      case HOSPITAL -> {
        var hospital = appointment.hospital();
        yield hospital != null && careTeam.hospitalsOf(caller.user()).contains(hospital.value());
      }
    };
  }
}
