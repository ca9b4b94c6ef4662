package poca.appointment.careteam;

import static poca.contracts.fact.RelationFact.RelationKind.ADMITS;
import static poca.contracts.fact.RelationFact.RelationKind.DOCTOR;
import static poca.contracts.fact.RelationFact.RelationKind.EMPLOYS;
import static poca.contracts.fact.RelationFact.RelationKind.HOSPITAL;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_HOSPITAL;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import poca.access.relation.Relations;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;

/// Answers who belongs to whom, from our copy of the directory's relations; what is not in it is
/// asked of the directory once.
@Component
public class CareTeam {

  private final Relations relations;

  CareTeam(Relations relations) {
    this.relations = relations;
  }

  public boolean exists(DoctorId doctor) {
    return relations.active(DOCTOR, doctor.value(), doctor.value());
  }

  public boolean exists(PatientId patient) {
    return relations.active(PATIENT, patient.value(), patient.value());
  }

  public boolean exists(HospitalId hospital) {
    return relations.active(HOSPITAL, hospital.value(), hospital.value());
  }

  public boolean treats(DoctorId doctor, PatientId patient) {
    return relations.active(TREATS, doctor.value(), patient.value());
  }

  /// Whether this patient account speaks for that patient; its own profile has the account's id.
  public boolean related(UserId account, PatientId patient) {
    return account.value().equals(patient.value())
        || relations.knownActive(OWNS_PATIENT, account.value(), patient.value())
        || relations.active(RELATED, account.value(), patient.value())
        || relations.active(OWNS_PATIENT, account.value(), patient.value());
  }

  /// Whether this hospital account is that hospital or owns it.
  public boolean isOwnHospital(UserId account, HospitalId hospital) {
    return account.value().equals(hospital.value())
        || relations.active(OWNS_HOSPITAL, account.value(), hospital.value());
  }

  public boolean employs(HospitalId hospital, DoctorId doctor) {
    return relations.active(EMPLOYS, hospital.value(), doctor.value());
  }

  public boolean admits(HospitalId hospital, PatientId patient) {
    return relations.active(ADMITS, hospital.value(), patient.value());
  }

  /// Everybody for whom the patient account speaks, as far as we have heard.
  public Set<UUID> patientsOf(UserId account) {
    var patients = new HashSet<>(relations.rights(RELATED, account.value()));
    patients.addAll(relations.rights(OWNS_PATIENT, account.value()));
    patients.add(account.value());
    return patients;
  }

  /// The hospital account's own hospitals, as far as we have heard.
  public Set<UUID> hospitalsOf(UserId account) {
    var hospitals = new HashSet<>(relations.rights(OWNS_HOSPITAL, account.value()));
    hospitals.add(account.value());
    return hospitals;
  }

  /// The patients of these hospitals, as far as we have heard.
  public Set<UUID> patientsOfHospitals(Set<UUID> hospitals) {
    var patients = new HashSet<UUID>();
    hospitals.forEach(hospital -> patients.addAll(relations.rights(ADMITS, hospital)));
    return patients;
  }
}
