package poca.directory.mapping;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.access.security.Caller;
import poca.contracts.DoctorId;
import poca.contracts.Ground;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;

/// Answers who may because of whom: the terms of the contract's 2.1. No row means no.
@Component
public class CareTeam {

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

  /// Why the caller answers for the patient, if it does: an admin, a related account.
  public Optional<Ground> responsible(Caller caller, PatientId patient) {
    return switch (caller.role()) {
      case ADMIN -> Optional.of(Ground.ADMIN);
      case PATIENT ->
          when(
              related(caller.user(), patient),
              caller.isSelf(patient.value()) ? Ground.SELF : Ground.RELATED);
      case DOCTOR, HOSPITAL -> Optional.empty();
    };
  }

  /// Why the caller cares for the patient, if it does: also a doctor who treats it.
  public Optional<Ground> caring(Caller caller, PatientId patient) {
    return caller.is(Role.DOCTOR)
        ? when(treats(caller.asDoctor(), patient), Ground.TREATS)
        : responsible(caller, patient);
  }

  /// Why the caller may read all of the patient's profile, if it may: also a hospital that is
  /// linked to it.
  public Optional<Ground> reading(Caller caller, PatientId patient) {
    return caller.is(Role.HOSPITAL)
        ? when(linked(caller.asHospital(), patient), Ground.LINKED)
        : caring(caller, patient);
  }

  /// Why the caller may speak for the hospital, if it may: an admin, or its own hospital.
  public Optional<Ground> running(Caller caller, HospitalId hospital) {
    return switch (caller.role()) {
      case ADMIN -> Optional.of(Ground.ADMIN);
      case HOSPITAL -> when(ownHospital(caller.user(), hospital), Ground.OWN_HOSPITAL);
      case DOCTOR, PATIENT -> Optional.empty();
    };
  }

  private static Optional<Ground> when(boolean so, Ground ground) {
    return so ? Optional.of(ground) : Optional.empty();
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
  public boolean linked(HospitalId account, PatientId patient) {
    return joined(
        """
        hospital_patient where patient_id = :b and (hospital_id = :a or hospital_id in
          (select hospital_id from hospital_owner where user_id = :a and active))
        """,
        account.value(),
        patient.value());
  }

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

  /// Whether it is the hospital account itself or a hospital that the account owns.
  public boolean ownHospital(UserId account, HospitalId hospital) {
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
