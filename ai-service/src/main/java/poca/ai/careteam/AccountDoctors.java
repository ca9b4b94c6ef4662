package poca.ai.careteam;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import poca.access.relation.CareTeam;
import poca.access.security.Caller;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.platform.peer.Peers;

/// Answers whether a doctor is one of an account's. What we have heard of the account may lag by a
/// second, so a "no" is given only after the directory was asked for the rest.
@Component
public class AccountDoctors {

  private static final String DIRECTORY = "directory-service";

  private final CareTeam careTeam;
  private final Peers peers;

  AccountDoctors(CareTeam careTeam, Peers peers) {
    this.careTeam = careTeam;
    this.peers = peers;
  }

  private record Patient(PatientId id) {}

  private record Patients(List<Patient> patients) {}

  private record Hospital(HospitalId id) {}

  /// Whether the doctor treats somebody for whom this patient account speaks: itself, or somebody
  /// of whom we have heard, or else of whom the directory has.
  ///
  /// @throws poca.platform.web.Refusal 503 if the directory is needed and does not answer
  public boolean hasTreating(Caller account, DoctorId doctor) {
    var heard = careTeam.patientsOf(account.user());
    return heard.stream().anyMatch(patient -> careTeam.treats(doctor, patient))
        || peers
            .of(DIRECTORY)
            .getAs(
                account.token(),
                "/api/v1/patients/user/{id}?limit=200",
                Patients.class,
                account.user())
            .stream()
            .flatMap(answer -> answer.patients().stream())
            .map(Patient::id)
            .anyMatch(patient -> !heard.contains(patient) && careTeam.treats(doctor, patient));
  }

  /// Whether a hospital of this hospital account has the doctor: the account's own, or one of which
  /// we have heard, or else of which the directory has.
  ///
  /// @throws poca.platform.web.Refusal 503 if the directory is needed and does not answer
  public boolean hasEmployed(Caller account, DoctorId doctor) {
    var heard = careTeam.hospitalsOf(account.user());
    return heard.stream().anyMatch(hospital -> careTeam.employs(hospital, doctor))
        || peers
            .of(DIRECTORY)
            .getAs(
                account.token(),
                "/api/v1/doctors/{id}/hospitals?limit=200",
                Hospital[].class,
                doctor)
            .stream()
            .flatMap(Stream::of)
            .map(Hospital::id)
            .anyMatch(hospital ->
                !heard.contains(hospital)
                    && careTeam.ownsHospital(account.user(), hospital)
                    && careTeam.employs(hospital, doctor));
  }
}
