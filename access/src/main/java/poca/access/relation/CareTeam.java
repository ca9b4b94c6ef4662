package poca.access.relation;

import static poca.contracts.fact.RelationFact.RelationKind.ADMITS;
import static poca.contracts.fact.RelationFact.RelationKind.DOCTOR;
import static poca.contracts.fact.RelationFact.RelationKind.EMPLOYS;
import static poca.contracts.fact.RelationFact.RelationKind.HOSPITAL;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_HOSPITAL;
import static poca.contracts.fact.RelationFact.RelationKind.OWNS_PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.PATIENT;
import static poca.contracts.fact.RelationFact.RelationKind.RELATED;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.access.security.Delegation;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact.Relation;

/// Answers who belongs to whom, from this service's copy of the directory's relations; what is not
/// in it is asked of the directory once. Every question with an answer of yes or no may throw
/// [poca.platform.web.Refusal]: 503 if the directory is needed and does not answer.
public final class CareTeam implements Delegation {

  /// For the SQL of lists: the ids of everybody for whom the account `:account` speaks, as far as
  /// we have heard.
  public static final String PATIENTS_OF_ACCOUNT =
      """
      select cast(:account as uuid) union all
      select right_id from relation
      where kind in ('related', 'owns-patient') and left_id = :account and active
      """;

  private final Relations relations;

  CareTeam(Relations relations) {
    this.relations = relations;
  }

  /// Decides who cares for the patient: a doctor who treats it, an account that speaks for it.
  public AccessDecision caring(Caller caller, PatientId patient) {
    return AccessDecision.about(caller)
        .doctor(AccessBasis.TREATS, doctor -> treats(doctor, patient))
        .patient(AccessBasis.RELATED, account -> related(account, patient));
  }

  /// Decides who is a party of what the two share, a chat say: the doctor, and whoever speaks for
  /// the patient.
  public AccessDecision party(Caller caller, DoctorId doctor, PatientId patient) {
    return AccessDecision.about(caller)
        .doctor(AccessBasis.PARTY, doctor::equals)
        .patient(AccessBasis.RELATED, account -> related(account, patient));
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

  public boolean employs(HospitalId hospital, DoctorId doctor) {
    return relations.active(EMPLOYS, hospital.value(), doctor.value());
  }

  public boolean admits(HospitalId hospital, PatientId patient) {
    return relations.active(ADMITS, hospital.value(), patient.value());
  }

  /// Both ways are looked up before the directory is asked of either. The own profile has the
  /// account's id and is always its own.
  @Override
  public boolean related(UserId account, PatientId patient) {
    return account.value().equals(patient.value())
        || relations.knownActive(RELATED, account.value(), patient.value())
        || relations.knownActive(OWNS_PATIENT, account.value(), patient.value())
        || relations.active(RELATED, account.value(), patient.value())
        || relations.active(OWNS_PATIENT, account.value(), patient.value());
  }

  @Override
  public boolean ownsHospital(UserId account, HospitalId hospital) {
    return account.value().equals(hospital.value())
        || relations.active(OWNS_HOSPITAL, account.value(), hospital.value());
  }

  /// Whether one of the account's hospitals, as far as we have heard of them, has the doctor.
  public boolean employs(UserId account, DoctorId doctor) {
    return hospitalsOf(account).stream().anyMatch(hospital -> employs(hospital, doctor));
  }

  /// Whether one of the account's hospitals, as far as we have heard of them, has the patient.
  public boolean admits(UserId account, PatientId patient) {
    return hospitalsOf(account).stream().anyMatch(hospital -> admits(hospital, patient));
  }

  /// Takes over what the directory told, if that is newer than the copy: for who acts on the fact
  /// itself and cannot know whether the copy has come to it.
  ///
  /// @return whether the relation stands, as far as we have heard
  public boolean learn(Relation told) {
    relations.apply(told);
    return relations.knownActive(told.kind(), told.left(), told.right());
  }

  /// Everybody for whom the patient account speaks, as far as we have heard; itself comes first.
  public Set<PatientId> patientsOf(UserId account) {
    var patients = new LinkedHashSet<PatientId>();
    patients.add(new PatientId(account.value()));
    add(patients, relations.rights(RELATED, account.value()));
    add(patients, relations.rights(OWNS_PATIENT, account.value()));
    return patients;
  }

  private static void add(Set<PatientId> patients, List<UUID> ids) {
    ids.forEach(id -> patients.add(new PatientId(id)));
  }

  /// The hospital account's own hospitals, as far as we have heard; itself comes first.
  public Set<HospitalId> hospitalsOf(UserId account) {
    var hospitals = new LinkedHashSet<HospitalId>();
    hospitals.add(new HospitalId(account.value()));
    relations
        .rights(OWNS_HOSPITAL, account.value())
        .forEach(id -> hospitals.add(new HospitalId(id)));
    return hospitals;
  }

  /// The patients of these hospitals, as far as we have heard.
  public Set<PatientId> patientsOfHospitals(Set<HospitalId> hospitals) {
    var patients = new LinkedHashSet<PatientId>();
    hospitals.forEach(hospital -> add(patients, relations.rights(ADMITS, hospital.value())));
    return patients;
  }
}
