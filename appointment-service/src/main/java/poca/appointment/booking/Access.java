package poca.appointment.booking;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.access.relation.CareTeam;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.contracts.DoctorId;
import poca.contracts.Ground;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;

/// The appointment rows of the contract's access matrix (2.3). Whoever is let is told on which
/// basis.
@Component
class Access {

  private final CareTeam careTeam;

  Access(CareTeam careTeam) {
    this.careTeam = careTeam;
  }

  /// A hospital books for its own doctors and patients, a doctor for its patients, a patient for
  /// those it speaks for with any doctor.
  AccessDecision toBook(
      Caller caller, DoctorId doctor, PatientId patient, @Nullable HospitalId hospital) {
    return AccessDecision.about(caller)
        .doctor(Ground.TREATS, self -> self.equals(doctor) && careTeam.treats(doctor, patient))
        .patient(Ground.RELATED, account -> careTeam.related(account, patient))
        .hospital(
            Ground.LINKED,
            account ->
                hospital != null
                    && careTeam.ownsHospital(account, hospital)
                    && careTeam.employs(hospital, doctor)
                    && careTeam.admits(hospital, patient));
  }

  /// To read it, to cancel it.
  AccessDecision asParty(Caller caller, Appointment appointment) {
    var hospital = appointment.hospital();
    return AccessDecision.about(caller)
        .doctor(Ground.SELF, appointment.doctor()::equals)
        .patient(Ground.RELATED, account -> careTeam.related(account, appointment.patient()))
        .hospital(
            Ground.OWN_HOSPITAL,
            account -> hospital != null && careTeam.ownsHospital(account, hospital));
  }

  /// As [#asParty] by what we have heard already: asks nobody, since it only decides whether a
  /// refusal names an id.
  boolean isKnownParty(Caller caller, Appointment appointment) {
    var hospital = appointment.hospital();
    return AccessDecision.about(caller)
        .doctor(Ground.SELF, appointment.doctor()::equals)
        .patient(
            Ground.RELATED, account -> careTeam.patientsOf(account).contains(appointment.patient()))
        .hospital(
            Ground.OWN_HOSPITAL,
            account -> hospital != null && careTeam.hospitalsOf(account).contains(hospital))
        .isLet();
  }
}
