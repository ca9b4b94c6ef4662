package poca.contracts.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;

/// A relation of two parties began, changed or ended. The directory owns them all; every reader
/// keeps a versioned copy and applies only a higher version, so that an ending which overtakes its
/// beginning stands.
public sealed interface RelationFact extends Fact {

  Topic<RelationFact> TOPIC =
      new Topic<>("directory.mappings.v1", RelationFact.class, Topic.Keeping.NEWEST_PER_KEY);

  /// Grows by one with every change of the pair, endings included, and is never reset.
  long version();

  /// The relation in the one form in which every reader stores it.
  default Relation relation() {
    return switch (this) {
      case DoctorPatientMapped f ->
          Relation.of(
              RelationKind.TREATS, f.doctor().value(), f.patient().value(), true, f.version());
      case DoctorPatientUnmapped f ->
          Relation.of(
              RelationKind.TREATS, f.doctor().value(), f.patient().value(), false, f.version());
      case HospitalDoctorMapped f ->
          Relation.of(
              RelationKind.EMPLOYS, f.hospital().value(), f.doctor().value(), true, f.version());
      case HospitalDoctorUnmapped f ->
          Relation.of(
              RelationKind.EMPLOYS, f.hospital().value(), f.doctor().value(), false, f.version());
      case HospitalPatientMapped f ->
          Relation.of(
              RelationKind.ADMITS, f.hospital().value(), f.patient().value(), true, f.version());
      case HospitalPatientUnmapped f ->
          Relation.of(
              RelationKind.ADMITS, f.hospital().value(), f.patient().value(), false, f.version());
      case PatientRelated f ->
          Relation.of(
              RelationKind.RELATED, f.user().value(), f.patient().value(), true, f.version());
      case PatientUnrelated f ->
          Relation.of(
              RelationKind.RELATED, f.user().value(), f.patient().value(), false, f.version());
      case PatientOwned f ->
          Relation.of(
              RelationKind.OWNS_PATIENT, f.owner().value(), f.patient().value(), true, f.version());
      case PatientDisowned f ->
          Relation.of(
              RelationKind.OWNS_PATIENT,
              f.owner().value(),
              f.patient().value(),
              false,
              f.version());
      case HospitalOwned f ->
          Relation.of(
              RelationKind.OWNS_HOSPITAL,
              f.owner().value(),
              f.hospital().value(),
              true,
              f.version());
      case HospitalDisowned f ->
          Relation.of(
              RelationKind.OWNS_HOSPITAL,
              f.owner().value(),
              f.hospital().value(),
              false,
              f.version());
      case DoctorRegistered f ->
          Relation.of(
              RelationKind.DOCTOR, f.doctor().value(), f.doctor().value(), true, f.version());
      case DoctorRemoved f ->
          Relation.of(
              RelationKind.DOCTOR, f.doctor().value(), f.doctor().value(), false, f.version());
      case PatientRegistered f ->
          Relation.of(
              RelationKind.PATIENT, f.patient().value(), f.patient().value(), true, f.version());
      case PatientRemoved f ->
          Relation.of(
              RelationKind.PATIENT, f.patient().value(), f.patient().value(), false, f.version());
      case HospitalRegistered f ->
          Relation.of(
              RelationKind.HOSPITAL, f.hospital().value(), f.hospital().value(), true, f.version());
      case HospitalRemoved f ->
          Relation.of(
              RelationKind.HOSPITAL,
              f.hospital().value(),
              f.hospital().value(),
              false,
              f.version());
    };
  }

  @Override
  default String key() {
    var relation = relation();
    return relation.kind().wire() + ":" + relation.left() + ":" + relation.right();
  }

  /// What joins two parties: who stands left and who right is fixed per kind. A profile's existence
  /// is the relation of its id to itself.
  enum RelationKind {
    /// doctor - patient
    TREATS,
    /// hospital - doctor
    EMPLOYS,
    /// hospital - patient
    ADMITS,
    /// account - patient, whatever the relation is called
    RELATED,
    /// account - patient that it made or was given
    OWNS_PATIENT,
    /// account - additional hospital
    OWNS_HOSPITAL,
    DOCTOR,
    PATIENT,
    HOSPITAL;

    /// The spelling in keys, URLs, tables and answers.
    @JsonValue
    public String wire() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// @param left the party named first by [RelationKind]
  /// @param active false once the relation has ended; the row stays, with its version
  record Relation(RelationKind kind, UUID left, UUID right, boolean active, long version) {
    static Relation of(RelationKind kind, UUID left, UUID right, boolean active, long version) {
      return new Relation(kind, left, right, active, version);
    }
  }

  record DoctorPatientMapped(DoctorId doctor, PatientId patient, long version)
      implements RelationFact {}

  record DoctorPatientUnmapped(DoctorId doctor, PatientId patient, long version)
      implements RelationFact {}

  record HospitalDoctorMapped(HospitalId hospital, DoctorId doctor, long version)
      implements RelationFact {}

  record HospitalDoctorUnmapped(HospitalId hospital, DoctorId doctor, long version)
      implements RelationFact {}

  record HospitalPatientMapped(HospitalId hospital, PatientId patient, long version)
      implements RelationFact {}

  record HospitalPatientUnmapped(HospitalId hospital, PatientId patient, long version)
      implements RelationFact {}

  record PatientRelated(UserId user, PatientId patient, String relatedAs, long version)
      implements RelationFact {}

  record PatientUnrelated(UserId user, PatientId patient, long version) implements RelationFact {}

  record PatientOwned(UserId owner, PatientId patient, long version) implements RelationFact {}

  record PatientDisowned(UserId owner, PatientId patient, long version) implements RelationFact {}

  record HospitalOwned(UserId owner, HospitalId hospital, long version) implements RelationFact {}

  record HospitalDisowned(UserId owner, HospitalId hospital, long version)
      implements RelationFact {}

  record DoctorRegistered(DoctorId doctor, long version) implements RelationFact {}

  /// @param by the admin who deleted it, null if nobody did: a sign-up was not completed
  record DoctorRemoved(DoctorId doctor, @Nullable UserId by, long version)
      implements RelationFact {}

  record PatientRegistered(PatientId patient, long version) implements RelationFact {}

  /// @param by the admin who deleted it, null if nobody did: a sign-up was not completed
  record PatientRemoved(PatientId patient, @Nullable UserId by, long version)
      implements RelationFact {}

  record HospitalRegistered(HospitalId hospital, long version) implements RelationFact {}

  /// @param by the admin who deleted it, null if nobody did: a sign-up was not completed
  record HospitalRemoved(HospitalId hospital, @Nullable UserId by, long version)
      implements RelationFact {}
}
