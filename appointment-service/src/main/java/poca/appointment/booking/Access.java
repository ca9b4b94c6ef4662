package poca.appointment.booking;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.appointment.careteam.CareTeam;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.platform.security.Caller;

/// The appointment rows of the contract's access matrix (2.3).
@Component
class Access {

  private final CareTeam careTeam;

  Access(CareTeam careTeam) {
    this.careTeam = careTeam;
  }

  /// A hospital books for its own doctors and patients, a doctor for its patients, a patient for
  /// those it speaks for with any doctor.
  boolean mayBook(
      Caller caller, DoctorId doctor, PatientId patient, @Nullable HospitalId hospital) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case DOCTOR -> caller.isSelf(doctor.value()) && careTeam.treats(doctor, patient);
      case PATIENT -> careTeam.related(caller.user(), patient);
      case HOSPITAL ->
          hospital != null
              && careTeam.isOwnHospital(caller.user(), hospital)
              && careTeam.employs(hospital, doctor)
              && careTeam.admits(hospital, patient);
    };
  }

  /// To read it, to cancel it.
  boolean isParty(Caller caller, Appointment appointment) {
    return switch (caller.role()) {
      case ADMIN -> true;
      case DOCTOR -> caller.isSelf(appointment.doctor().value());
      case PATIENT -> careTeam.related(caller.user(), appointment.patient());
      case HOSPITAL -> {
        var hospital = appointment.hospital();
        yield hospital != null && careTeam.isOwnHospital(caller.user(), hospital);
      }
    };
  }

  /// As [#isParty] by what we have heard already: asks nobody, since it only decides whether a
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
