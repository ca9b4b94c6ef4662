package poca.records.careteam;

import org.springframework.stereotype.Component;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.PatientId;
import poca.platform.web.Refusal;

/// Lets callers use a patient's case histories and reports: those who care for the patient.
/// Hospitals never may.
@Component
public class RecordAccess {

  private final CareTeam careTeam;

  RecordAccess(CareTeam careTeam) {
    this.careTeam = careTeam;
  }

  /// @return why the caller may use the patient's record
  /// @throws Refusal 404 for an unknown patient, then 403
  public AccessBasis require(Caller caller, PatientId patient) {
    requireExists(patient);
    return careTeam.caring(caller, patient).orRefuse();
  }

  /// For the routes that judge permission before existence.
  ///
  /// @throws Refusal 403, then 404 for an unknown patient
  public AccessBasis requireFirst(Caller caller, PatientId patient) {
    var basis = careTeam.caring(caller, patient).orRefuse();
    requireExists(patient);
    return basis;
  }

  private void requireExists(PatientId patient) {
    if (!careTeam.exists(patient)) {
      throw Refusal.notFound("Patient");
    }
  }
}
