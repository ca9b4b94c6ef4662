package poca.directory.mapping;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.contracts.fact.RelationFact;

/// What can join two parties, each with a table and facts of its own. Tables and columns are spelt
/// here and nowhere else: no SQL is made of anything that came from outside.
enum Pairing {
  HOSPITAL_DOCTOR("hospital_doctor", "hospital_id", "doctor_id"),
  HOSPITAL_PATIENT("hospital_patient", "hospital_id", "patient_id"),
  DOCTOR_PATIENT("doctor_patient", "doctor_id", "patient_id"),
  USER_PATIENT("user_patient", "user_id", "patient_id"),
  PATIENT_OWNER("patient_owner", "user_id", "patient_id"),
  HOSPITAL_OWNER("hospital_owner", "user_id", "hospital_id");

  private final String table;
  private final String left;
  private final String right;

  Pairing(String table, String left, String right) {
    this.table = table;
    this.left = left;
    this.right = right;
  }

  /// The statement for this pairing's table: `{table}`, `{left}`, `{right}` and `{relation}` are
  /// filled in.
  String sql(String template) {
    return template
        .replace("{table}", table)
        .replace("{left}", left)
        .replace("{right}", right)
        .replace("{relation}", this == USER_PATIENT ? "relation" : "null::text");
  }

  /// Whose data the pair is, if it is a patient's.
  @Nullable PatientId patient(UUID second) {
    return right.equals("patient_id") ? new PatientId(second) : null;
  }

  RelationFact began(Pair pair) {
    var version = pair.version();
    return switch (this) {
      case HOSPITAL_DOCTOR ->
          new RelationFact.HospitalDoctorMapped(
              new HospitalId(pair.left()), new DoctorId(pair.right()), version);
      case HOSPITAL_PATIENT ->
          new RelationFact.HospitalPatientMapped(
              new HospitalId(pair.left()), new PatientId(pair.right()), version);
      case DOCTOR_PATIENT ->
          new RelationFact.DoctorPatientMapped(
              new DoctorId(pair.left()), new PatientId(pair.right()), version);
      case USER_PATIENT ->
          new RelationFact.PatientRelated(
              new UserId(pair.left()),
              new PatientId(pair.right()),
              Objects.requireNonNull(pair.relation()).wire(),
              version);
      case PATIENT_OWNER ->
          new RelationFact.PatientOwned(
              new UserId(pair.left()), new PatientId(pair.right()), version);
      case HOSPITAL_OWNER ->
          new RelationFact.HospitalOwned(
              new UserId(pair.left()), new HospitalId(pair.right()), version);
    };
  }

  RelationFact ended(Pair pair) {
    var version = pair.version();
    return switch (this) {
      case HOSPITAL_DOCTOR ->
          new RelationFact.HospitalDoctorUnmapped(
              new HospitalId(pair.left()), new DoctorId(pair.right()), version);
      case HOSPITAL_PATIENT ->
          new RelationFact.HospitalPatientUnmapped(
              new HospitalId(pair.left()), new PatientId(pair.right()), version);
      case DOCTOR_PATIENT ->
          new RelationFact.DoctorPatientUnmapped(
              new DoctorId(pair.left()), new PatientId(pair.right()), version);
      case USER_PATIENT ->
          new RelationFact.PatientUnrelated(
              new UserId(pair.left()), new PatientId(pair.right()), version);
      case PATIENT_OWNER ->
          new RelationFact.PatientDisowned(
              new UserId(pair.left()), new PatientId(pair.right()), version);
      case HOSPITAL_OWNER ->
          new RelationFact.HospitalDisowned(
              new UserId(pair.left()), new HospitalId(pair.right()), version);
    };
  }
}
