package poca.directory.mapping;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.PatientId;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationKind;

/// What can join two parties, each with a table of its own. Tables and columns are spelt here and
/// nowhere else: no SQL is made of anything that came from outside.
enum Pairing {
  HOSPITAL_DOCTOR(RelationKind.EMPLOYS, "hospital_doctor", "hospital_id", "doctor_id"),
  HOSPITAL_PATIENT(RelationKind.ADMITS, "hospital_patient", "hospital_id", "patient_id"),
  DOCTOR_PATIENT(RelationKind.TREATS, "doctor_patient", "doctor_id", "patient_id"),
  USER_PATIENT(RelationKind.RELATED, "user_patient", "user_id", "patient_id"),
  PATIENT_OWNER(RelationKind.OWNS_PATIENT, "patient_owner", "user_id", "patient_id"),
  HOSPITAL_OWNER(RelationKind.OWNS_HOSPITAL, "hospital_owner", "user_id", "hospital_id");

  private final RelationKind kind;
  private final String table;
  private final String left;
  private final String right;

  Pairing(RelationKind kind, String table, String left, String right) {
    this.kind = kind;
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

  Relation relation(Pair pair) {
    return new Relation(kind, pair.left(), pair.right(), pair.active(), pair.version());
  }

  /// Empty for the kinds that join a profile to itself.
  static Optional<Pairing> of(RelationKind kind) {
    return Arrays.stream(values()).filter(pairing -> pairing.kind == kind).findFirst();
  }
}
