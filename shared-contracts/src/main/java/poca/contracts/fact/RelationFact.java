package poca.contracts.fact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.UserId;

/// How two parties stand to each other, told by the directory, which owns every relation. Readers
/// keep a versioned copy and apply only a higher version, so that an ending which overtakes its
/// beginning stands.
public sealed interface RelationFact extends Fact {

  Topic<RelationFact> TOPIC =
      new Topic<>(
          "directory.mappings.v2",
          RelationFact.class,
          "directory-service",
          Topic.Keeping.NEWEST_PER_KEY);

  Relation relation();

  @Nullable UserId by();

  @Override
  default String key() {
    return relation().kind().wire() + ":" + relation().left() + ":" + relation().right();
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

    /// The spelling in keys, URLs, tables, facts and answers.
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether it says that a profile exists; with its end the profile is deleted.
    public boolean isProfile() {
      return switch (this) {
        case DOCTOR, PATIENT, HOSPITAL -> true;
        case TREATS, EMPLOYS, ADMITS, RELATED, OWNS_PATIENT, OWNS_HOSPITAL -> false;
      };
    }
  }

  /// The one form of a relation: in facts, in copies and in the owner's answers.
  ///
  /// @param left the party named first by [RelationKind]
  /// @param active false once the relation has ended; the row stays, with its version
  /// @param version grows by one with every change of the pair, endings included, and is never
  ///   reset
  record Relation(RelationKind kind, UUID left, UUID right, boolean active, long version) {}

  /// A relation began, was called something else, or ended.
  ///
  /// @param relation as it stands since then
  /// @param by the admin who deleted a profile; null if nobody did (a sign-up was not completed),
  ///   and with everything else that changes
  record RelationChanged(Relation relation, @Nullable UserId by) implements RelationFact {}
}
