package poca.appointment.booking;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.access.relation.CareTeam;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.platform.web.Refusal;

/// The appointment rows of the contract's access matrix (2.3). Whoever is let is told on which
/// basis.
@Component
public class AppointmentAccess {

  private final CareTeam careTeam;

  AppointmentAccess(CareTeam careTeam) {
    this.careTeam = careTeam;
  }

  /// A hospital books for its own doctors and patients, a doctor for its patients, a patient for
  /// those it speaks for with any doctor.
  ///
  /// @throws Refusal 404 for whom there is not, 403 for who may not
  public AccessBasis toBook(
      Caller caller, DoctorId doctor, PatientId patient, @Nullable HospitalId hospital) {
    if (!careTeam.exists(doctor)) {
      throw Refusal.notFound("Doctor");
    }
    if (!careTeam.exists(patient)) {
      throw Refusal.notFound("Patient");
    }
    if (hospital != null && !careTeam.exists(hospital)) {
      throw Refusal.notFound("Hospital");
    }
    return AccessDecision.about(caller)
        .doctor(AccessBasis.TREATS, self -> self.equals(doctor) && careTeam.treats(doctor, patient))
        .patient(AccessBasis.RELATED, account -> careTeam.related(account, patient))
        .hospital(
            AccessBasis.LINKED,
            account ->
                hospital != null
                    && careTeam.ownsHospital(account, hospital)
                    && careTeam.employs(hospital, doctor)
                    && careTeam.admits(hospital, patient))
        .orRefuse();
  }

  /// A hospital that names none books in its own house.
  public static @Nullable HospitalId hospitalOf(Caller caller, @Nullable HospitalId named) {
    return named == null && caller.is(Role.HOSPITAL) ? caller.asHospital() : named;
  }

  /// To read it, to cancel it.
  AccessDecision asParty(Caller caller, Appointment appointment) {
    var hospital = appointment.hospital();
    return AccessDecision.about(caller)
        .doctor(AccessBasis.SELF, appointment.doctor()::equals)
        .patient(AccessBasis.RELATED, account -> careTeam.related(account, appointment.patient()))
        .hospital(
            AccessBasis.OWN_HOSPITAL,
            account -> hospital != null && careTeam.ownsHospital(account, hospital));
  }

  /// As [#asParty] by what we have heard already: asks nobody, since it only decides whether a
  /// refusal names an id.
  boolean isKnownParty(Caller caller, Appointment appointment) {
    var hospital = appointment.hospital();
    return AccessDecision.about(caller)
        .doctor(AccessBasis.SELF, appointment.doctor()::equals)
        .patient(
            AccessBasis.RELATED,
            account -> careTeam.patientsOf(account).contains(appointment.patient()))
        .hospital(
            AccessBasis.OWN_HOSPITAL,
            account -> hospital != null && careTeam.hospitalsOf(account).contains(hospital))
        .isLet();
  }
}
