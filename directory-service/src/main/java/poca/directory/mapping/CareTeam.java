package poca.directory.mapping;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.access.security.Delegation;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;

/// Answers who may because of whom: the terms of the contract's 2.1. No row means no.
@Component
public class CareTeam implements Delegation {

  /// The patients that the account `:user` is related to or owns.
  public static final String RELATED_PATIENTS =
      """
      select patient_id from user_patient where user_id = :user and active
      union
      select patient_id from patient_owner where user_id = :user and active
      """;

  private final JdbcClient jdbc;

  CareTeam(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Decides who answers for the patient: an account that is related to it.
  public AccessDecision responsible(Caller caller, PatientId patient) {
    return AccessDecision.about(caller)
        .patient(
            caller.isSelf(patient.value()) ? AccessBasis.SELF : AccessBasis.RELATED,
            account -> related(account, patient));
  }

  /// Decides who cares for the patient: also a doctor who treats it.
  public AccessDecision caring(Caller caller, PatientId patient) {
    return responsible(caller, patient)
        .doctor(AccessBasis.TREATS, doctor -> treats(doctor, patient));
  }

  /// Decides who may read all of the patient's profile: also a hospital that is linked to it.
  public AccessDecision reading(Caller caller, PatientId patient) {
    return caring(caller, patient)
        .hospital(AccessBasis.LINKED, account -> linked(account, patient));
  }

  /// Decides who may speak for the hospital: its account, or the account that owns it.
  public AccessDecision running(Caller caller, HospitalId hospital) {
    return AccessDecision.about(caller)
        .hospital(AccessBasis.OWN_HOSPITAL, account -> ownsHospital(account, hospital));
  }

  public boolean treats(DoctorId doctor, PatientId patient) {
    return joined(
        "doctor_patient where doctor_id = :a and patient_id = :b", doctor.value(), patient.value());
  }

  public boolean employs(HospitalId hospital, DoctorId doctor) {
    return joined(
        "hospital_doctor where hospital_id = :a and doctor_id = :b",
        hospital.value(),
        doctor.value());
  }

  /// Whether the hospital account, or a hospital that it owns, is mapped to the patient.
  public boolean linked(UserId account, PatientId patient) {
    return joined(
        """
        hospital_patient where patient_id = :b and (hospital_id = :a or hospital_id in
          (select hospital_id from hospital_owner where user_id = :a and active))
        """,
        account.value(),
        patient.value());
  }

  @Override
  public boolean related(UserId account, PatientId patient) {
    return joined(
        """
        user_patient where user_id = :a and patient_id = :b and active
        union all select 1 from patient_owner where user_id = :a and patient_id = :b
        """,
        account.value(),
        patient.value());
  }

  public boolean owns(UserId account, PatientId patient) {
    return joined(
        "patient_owner where user_id = :a and patient_id = :b", account.value(), patient.value());
  }

  @Override
  public boolean ownsHospital(UserId account, HospitalId hospital) {
    return account.value().equals(hospital.value())
        || joined(
            "hospital_owner where user_id = :a and hospital_id = :b",
            account.value(),
            hospital.value());
  }

  private boolean joined(String rows, UUID a, UUID b) {
    return jdbc.sql("select exists(select 1 from " + rows + " and active)")
        .param("a", a)
        .param("b", b)
        .query(Boolean.class)
        .single();
  }
}
